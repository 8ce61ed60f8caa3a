//! The notes of a text: lists under headings first, then the chain of labels that runs through
//! the pages.

use std::ops::Range;

use crate::model::Kind;

use super::super::roman;
use super::candidate::{Candidate, STRONG};
use super::evidence::Evidence;
use super::headings::Heading;
use super::label::{self, Family, Label};
use super::lines::Line;
use super::sections::{Section, sections};
use super::sequence::{self, Chain, Markers, Step};
use super::zones::{self, Zone};
use super::{continuation, detached, feet, shape, symbols, trailing, works};

/// A note or an entry of a bibliography.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Its number; 0 if it has none.
    pub value: u32,
    /// Its label, where that is no number.
    pub sign: String,
    /// Its lines, in the order of reading; none where its text is missing.
    pub lines: Vec<Range<usize>>,
    /// The byte of its first line where its text starts.
    pub text_at: usize,
    /// Its markers in the body.
    pub markers: Vec<Candidate>,
}

impl Found {
    /// Its first line.
    pub(super) fn start(&self) -> usize {
        self.lines.first().map_or(usize::MAX, |lines| lines.start)
    }
}

/// Notes that are counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    /// What its entries are.
    pub kind: Kind,
    /// How their labels are printed; none for entries without.
    pub family: Option<Family>,
    /// The notes in the order of their labels.
    pub found: Vec<Found>,
    /// Where they stand.
    pub zones: Vec<Zone>,
}

/// What was found in a text.
#[derive(Debug)]
pub(super) struct Notes {
    /// The lists, in no order.
    pub lists: Vec<List>,
    /// All that may be markers.
    pub markers: Evidence,
}

const FAMILIES: &[Family] = &[
    Family::Bare,
    Family::Dotted,
    Family::Closed,
    Family::Bracketed,
    Family::Raised,
    Family::Roman,
    Family::Eastern,
];

/// Finds the notes of a text.
pub(super) fn find(lines: &[Line]) -> Notes {
    let Some(signed) = symbols::find(lines) else { return numbered(lines) };
    let mut rest = lines.to_vec();
    for lines in signed.found.iter().flat_map(|found| &found.lines) {
        rest[lines.clone()].iter_mut().for_each(|line| line.blank = true);
    }
    let mut notes = numbered(&rest);
    notes.lists.push(signed);
    notes
}

fn numbered(lines: &[Line]) -> Notes {
    let mut labels = labels(lines);
    let limit = reach(&labels);
    let enclosed = |(at, label): &(usize, Label)| {
        label.family == Family::Closed && lines[*at].trimmed().starts_with('(')
    };
    let labelled = |family| match family {
        Family::Closed => labels.iter().any(enclosed),
        Family::Roman => labels.iter().filter(|(_, label)| label.family == Family::Roman).count() >= 3,
        family => labels.iter().any(|(_, label)| label.family == family),
    };
    let mut notes = Notes { lists: Vec::new(), markers: Evidence::of(lines, limit, labelled) };
    let sections = sections(lines);
    let headings: Vec<usize> = sections.iter().map(|section| section.lines.start - 1).collect();
    let feet = feet::of_sections(lines, &sections);
    let mut above = lines.to_vec();
    for foot in &feet {
        above[foot.clone()].iter_mut().for_each(|line| line.blank = true);
    }
    let listed: Vec<(usize, Label)> = labels.iter().filter(|(at, _)| above[*at].printed()).copied().collect();
    for section in sections {
        if let Some(mut list) = gathered(&above, &listed, &section, &notes.markers) {
            feet::take_away(&feet, &mut list.found);
            notes.lists.push(list);
        }
    }
    let mut free = body(lines, &notes.lists);
    for at in feet.into_iter().flatten() {
        free[at] = lines[at].printed();
    }
    labels.retain(|(at, _)| free[*at] && headings.binary_search(at).is_err());
    notes.lists.extend(running(lines, &labels, limit, &notes.markers, &free));
    notes
}

/// Which lines are printed and belong to no list.
pub(super) fn body(lines: &[Line], lists: &[List]) -> Vec<bool> {
    let mut body: Vec<bool> = lines.iter().map(Line::printed).collect();
    for zone in lists.iter().flat_map(|list| &list.zones) {
        body[zone.lines.clone()].fill(false);
    }
    for lines in lists.iter().flat_map(|list| &list.found).flat_map(|found| &found.lines) {
        body[lines.clone()].fill(false);
    }
    body
}

fn labels(lines: &[Line]) -> Vec<(usize, Label)> {
    lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.printed())
        .filter_map(|(at, line)| Some((at, label::of(line)?)))
        .collect()
}

/// The largest number that a chain can reach, with a few to spare for notes whose text is
/// missing.
fn reach(labels: &[(usize, Label)]) -> u32 {
    const SPARE: u32 = 12;
    let mut seen = vec![false; 10_001];
    for (_, label) in labels {
        seen[label.value as usize] = true;
    }
    let first = (1..seen.len()).find(|value| seen[*value]).unwrap_or(0);
    let last =
        (first..seen.len() - 1).take_while(|value| seen[*value] || seen[*value + 1]).last().unwrap_or(0);
    (last as u32 + SPARE).min(9_999)
}

/// The list under a heading.
fn gathered(
    lines: &[Line],
    labels: &[(usize, Label)],
    section: &Section,
    evidence: &Evidence,
) -> Option<List> {
    let from = labels.partition_point(|(at, _)| *at < section.lines.start);
    let to = labels.partition_point(|(at, _)| *at < section.lines.end);
    let within = &labels[from..to];
    let numbered = FAMILIES
        .iter()
        .map(|family| {
            let steps = steps(lines, within, *family, u32::MAX, true);
            (sequence::best_chain(&steps, evidence.of_family(*family), None, false), steps, *family)
        })
        .filter(|(chain, steps, family)| heads(lines, section, chain, steps, *family))
        .max_by_key(|(chain, _, _)| chain.score)
        .filter(|_| !opens_with_tag(lines, section));
    let known = numbered.as_ref().map_or(0, |(chain, _, _)| chain.steps.len());
    if let Some(list) = scattered(lines, within, section).filter(|list| known * 10 < list.found.len() * 9) {
        return Some(list);
    }
    let Some((chain, steps, family)) = numbered else {
        let no_list = || holds_body(lines, within, section, evidence) || goes_on(lines, labels, section);
        if section.heading == Heading::Notes || no_list() {
            return None;
        }
        return Some(unnumbered(lines, works::entries(lines, section.lines.clone())?));
    };
    let mut found = found(&chain, &steps, within);
    let mut zones = vec![Zone { notes: 0..found.len(), lines: section.lines.clone() }];
    zones::settle(&lines[..section.lines.end], &mut found, &mut zones, evidence.of_family(family));
    Some(List { kind: kind(section.heading, family, &chain), family: Some(family), found, zones })
}

/// Whether the text goes on under a heading of works: notes stand there whose markers do too. Covers of
/// repositories have such a heading and no list.
fn holds_body(lines: &[Line], labels: &[(usize, Label)], section: &Section, evidence: &Evidence) -> bool {
    const LEAST: usize = 5;
    FAMILIES.iter().any(|family| {
        let steps = steps(lines, labels, *family, u32::MAX, false);
        let markers = evidence.of_family(*family);
        let chain = sequence::best_chain(&steps, markers, Some(*family == Family::Bracketed), false);
        let marked = |chosen: &&sequence::Chosen| {
            let step = &steps[chosen.step];
            let within = section.lines.start..step.line as usize;
            let strong =
                |there: &Candidate| there.weight >= STRONG && within.contains(&(there.line as usize));
            markers.of(step.value).iter().any(strong)
        };
        let held = chain.steps.iter().filter(marked).count();
        held >= LEAST && held * 10 >= chain.steps.len() * 6
    })
}

/// Whether the notes of the text go on below a heading of works that nothing else stands under: its lines
/// begin with the number behind the last before it.
fn goes_on(lines: &[Line], labels: &[(usize, Label)], section: &Section) -> bool {
    let (before, within) = labels.split_at(labels.partition_point(|(at, _)| *at < section.lines.start));
    let Some((at, first)) = within.first() else { return false };
    let opens = lines[section.lines.start..*at].iter().all(|line| !line.printed());
    let last = before.iter().rev().find(|(_, label)| label.family == first.family);
    opens && first.value > 1 && last.is_some_and(|(_, last)| last.value + 1 == first.value)
}

/// The entries of a list whose columns or pages stand in another order than they are read in: the lines
/// with labels that together count from 1 on.
fn scattered(lines: &[Line], labels: &[(usize, Label)], section: &Section) -> Option<List> {
    const LEAST: usize = 5;
    let family = labels
        .first()
        .map(|(_, label)| label.family)
        .filter(|family| matches!(family, Family::Dotted | Family::Closed | Family::Bracketed))?;
    let own: Vec<&(usize, Label)> = labels.iter().filter(|(_, label)| label.family == family).collect();
    let first = lines[section.lines.clone()].iter().position(Line::printed)? + section.lines.start;
    let mut values: Vec<u32> = own.iter().map(|(_, label)| label.value).collect();
    values.sort_unstable();
    let counted = values.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
    if own.len() < LEAST || own[0].0 != first || values[0] != 1 || (counted + 1) * 10 < own.len() * 9 {
        return None;
    }
    let ends = own.iter().skip(1).map(|(at, _)| *at).chain([section.lines.end]);
    let mut found: Vec<Found> = own
        .iter()
        .zip(ends)
        .map(|((at, label), end)| Found {
            value: label.value,
            lines: std::iter::once(*at..end).collect(),
            text_at: label.text_at,
            ..Found::default()
        })
        .collect();
    found.sort_by_key(|found| found.value);
    let zones = vec![Zone { notes: 0..found.len(), lines: section.lines.clone() }];
    let kind = if section.heading == Heading::Notes { Kind::Endnote } else { Kind::Bibliography };
    Some(List { kind, family: Some(family), found, zones })
}

/// Whether the first entry has a tag that is no number: `[RFC7230]`.
fn opens_with_tag(lines: &[Line], section: &Section) -> bool {
    let first = lines[section.lines.clone()].iter().find(|line| line.printed());
    let tag = first.and_then(|line| works::tag(line.text));
    tag.is_some_and(|(tag, _)| tag.chars().count() > 1 && tag.chars().any(char::is_alphabetic))
}

/// Whether a chain is the list under a heading: it starts right below it, and with 1 where a day or
/// a page may look like a label. A few labels among many lines are days: `1. Mai 2012`.
fn heads(lines: &[Line], section: &Section, chain: &Chain, steps: &[Step], family: Family) -> bool {
    const ABOVE: usize = 4;
    const FEW: usize = 3;
    const LONGEST: usize = 25;
    let printed = lines[section.lines.clone()].iter().filter(|line| line.printed());
    if chain.steps.len() <= FEW && printed.count() > chain.steps.len() * LONGEST {
        return false;
    }
    chain.steps.first().is_some_and(|first| {
        let start = steps[first.step].line as usize;
        let counts =
            family != Family::Bare || section.heading == Heading::Notes || steps[first.step].value == 1;
        counts && lines[section.lines.start..start].iter().filter(|line| line.printed()).count() <= ABOVE
    })
}

fn kind(heading: Heading, family: Family, chain: &Chain) -> Kind {
    match heading {
        Heading::Notes => Kind::Endnote,
        Heading::References if family != Family::Bracketed && chain.plain * 3 >= chain.steps.len() => {
            Kind::Endnote
        }
        _ => Kind::Bibliography,
    }
}

/// Entries without numbers; where nearly all begin with a tag in brackets, these are their labels.
fn unnumbered(lines: &[Line], entries: Vec<Range<usize>>) -> List {
    let tags: Vec<_> = entries.iter().map(|entry| works::tag(lines[entry.start].text)).collect();
    let tagged = tags.iter().flatten().count() * 4 >= tags.len() * 3;
    let zone = entries[0].start..entries[entries.len() - 1].end;
    let found: Vec<Found> = entries
        .into_iter()
        .zip(tags)
        .map(|(lines, tag)| {
            let (sign, text_at) = tag.filter(|_| tagged).unwrap_or_default();
            Found { sign: sign.to_owned(), text_at, lines: vec![lines], ..Found::default() }
        })
        .collect();
    let zones = vec![Zone { notes: 0..found.len(), lines: zone }];
    List { kind: Kind::Bibliography, family: None, found, zones }
}

/// The notes whose labels run through the pages.
fn running(
    lines: &[Line],
    labels: &[(usize, Label)],
    limit: u32,
    evidence: &Evidence,
    free: &[bool],
) -> Option<List> {
    let parted = lines.last().is_some_and(|line| line.part > 1);
    let (chain, steps, family) = FAMILIES
        .iter()
        .map(|family| {
            let steps = steps(lines, labels, *family, limit, false);
            (
                sequence::best_chain(
                    &steps,
                    evidence.of_family(*family),
                    Some(*family == Family::Bracketed),
                    parted,
                ),
                steps,
                *family,
            )
        })
        .filter(|(chain, _, _)| convincing(chain))
        .max_by_key(|(chain, _, _)| chain.score)?;
    let markers = evidence.of_family(family);
    let mut found = found(&chain, &steps, labels);
    let apart: Vec<bool> = chain.steps.iter().map(|chosen| chosen.new_zone).collect();
    let mut zones = zones::group(lines, &found, &apart, markers);
    zones::settle(lines, &mut found, &mut zones, markers);
    zones::unlabelled(lines, free, &mut found, &zones);
    detached::deal_out(lines, &mut found, &zones);
    trailing::turn(lines, &mut found, &zones);
    let kind = if zones.len() == 1 && far(lines, &found, markers) { Kind::Endnote } else { Kind::Footnote };
    Some(List { kind, family: Some(family), found, zones })
}

/// Whether the first of the notes that stand together is marked pages before.
fn far(lines: &[Line], found: &[Found], markers: &Markers) -> bool {
    const LINES: usize = 100;
    const NOTES: usize = 3;
    let Some(first) = found.first() else { return false };
    let at = first.start();
    let marked = markers
        .of(first.value)
        .iter()
        .filter(|there| (there.line as usize) < at)
        .max_by_key(|there| there.weight);
    found.len() >= NOTES
        && marked.is_some_and(|there| {
            let there = there.line as usize;
            at - there > LINES || lines[at].page > lines[there].page + 1 || lines[there].text.len() > 250
        })
}

fn convincing(chain: &Chain) -> bool {
    let steps = chain.steps.len();
    chain.score >= 25 && chain.supported * 2 >= steps && chain.score as usize >= steps * 10
}

fn found(chain: &Chain, steps: &[Step], labels: &[(usize, Label)]) -> Vec<Found> {
    chain
        .steps
        .iter()
        .map(|chosen| {
            let step = &steps[chosen.step];
            let line = step.line as usize;
            let label = labels.binary_search_by_key(&line, |(at, _)| *at).map(|at| &labels[at].1);
            let text_at = label.map_or(0, |label| label.text_at);
            let roman = label.is_ok_and(|label| label.family == Family::Roman);
            Found {
                value: step.value,
                sign: if roman { roman::numeral(step.value) } else { String::new() },
                lines: std::iter::once(line..line + 1).collect(),
                text_at,
                ..Found::default()
            }
        })
        .collect()
}

fn steps(lines: &[Line], labels: &[(usize, Label)], family: Family, limit: u32, gathered: bool) -> Vec<Step> {
    const FOOT: i32 = 10;
    const NOT_FOOT: i32 = -25;
    const LED: i32 = 20;
    const LEAST: usize = 3;
    let feet = labels.iter().filter(|(at, _)| lines[*at].foot()).count() >= LEAST && !gathered;
    let place = |at: usize| match (feet, lines[at].foot()) {
        (false, _) => 0,
        (true, true) => FOOT,
        (true, false) => NOT_FOOT,
    };
    labels
        .iter()
        .filter(|(_, label)| label.family == family && label.value <= limit)
        .map(|(at, label)| Step {
            line: *at as u32,
            part: lines[*at].part,
            value: label.value,
            merit: merit(lines, *at, label) + place(*at) + if lines[*at].led() { LED } else { 0 },
            opens: *at == 0 || lines[*at - 1].blank,
            gathered,
        })
        .collect()
}

/// What a line's own look, and the line above, speak for its being a note.
fn merit(lines: &[Line], at: usize, label: &Label) -> i32 {
    const BROKEN: i32 = -8;
    // Labels may stand together above their notes.
    const BELOW: usize = 60;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let below = || lines[at + 1..].iter().take(BELOW).map(Line::trimmed).find(|text| !number(text));
    let text = if label.alone { below().unwrap_or_default() } else { &lines[at].text[label.text_at..] };
    let look = match text.chars().next() {
        None => -15,
        _ if text.contains("....") || text.contains(". . . .") => -30,
        _ if !text.contains(char::is_alphabetic) => -25,
        Some(_) if shape::starts_with_address(text) => 8,
        Some(c) if c.is_lowercase() => -10,
        Some(c) if c.is_ascii_digit() && !label.alone => -8,
        Some(_) => 5,
    };
    let above = at.checked_sub(1).map(|above| &lines[above]).filter(|above| above.printed());
    let broken = above.is_some_and(|above| {
        above.part == lines[at].part
            && continuation::unfinished(above.text)
            && !shape::is_address(shape::last_word(above.text))
    });
    look + if broken { BROKEN } else { 0 }
}
