//! The notes of a text: from label candidates to zones, and from zones to markers.

use super::candidate::{self, Candidate};
use super::label::{self, Family, Label};
use super::lines::Line;
use super::sequence::{self, Chain, Markers, Step};
use super::zones::Zone;
use super::{shape, zones};

/// A note found by its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Its number.
    pub value: u32,
    /// The line of its label; none where its text is missing.
    pub line: Option<usize>,
    /// The byte of that line where its text starts.
    pub text_at: usize,
    /// Whether the numbering starts again with it.
    pub restarts: bool,
    /// Its marker in the body.
    pub marker: Option<Candidate>,
}

/// What is known about the notes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The notes in the order of their labels.
    pub found: Vec<Found>,
    /// Where they stand.
    pub zones: Vec<Zone>,
}

const FAMILIES: &[Family] =
    &[Family::Bare, Family::Dotted, Family::Closed, Family::Bracketed, Family::Raised];

/// Finds the notes whose numbers run through the text.
pub(super) fn find(lines: &[Line], furniture: &[bool], gathered: &[bool]) -> (Notes, Markers) {
    let labels = labels(lines, furniture);
    let limit = reach(&labels);
    let markers = markers(lines, furniture, limit);
    let paged = lines.last().is_some_and(|line| line.page > 1);
    let best = FAMILIES
        .iter()
        .map(|family| {
            let steps = steps(lines, &labels, *family, limit, gathered);
            let chain = sequence::best_chain(&steps, &markers, paged);
            (chain, steps, *family)
        })
        .filter(|(chain, steps, _)| convincing(chain, steps))
        .max_by_key(|(chain, _, _)| chain.score);
    let Some((chain, steps, family)) = best else { return (Notes::default(), markers) };
    let text_at = |line: u32| {
        labels
            .iter()
            .find(|(at, label)| *at == line as usize && label.family == family)
            .map_or(0, |(_, label)| label.text_at)
    };
    let mut notes = Notes::default();
    for chosen in &chain.steps {
        let step = &steps[chosen.step];
        notes.found.push(Found {
            value: step.value,
            line: Some(step.line as usize),
            text_at: text_at(step.line),
            restarts: chosen.restarts,
            marker: None,
        });
    }
    notes.zones = group(lines, furniture, &chain, &steps, &markers, paged);
    (notes, markers)
}

fn convincing(chain: &Chain, steps: &[Step]) -> bool {
    let gathered = chain.steps.iter().filter(|chosen| steps[chosen.step].gathered).count();
    chain.score >= 25 && (chain.supported + gathered) * 3 >= chain.steps.len()
}

fn labels(lines: &[Line], furniture: &[bool]) -> Vec<(usize, Label)> {
    lines
        .iter()
        .enumerate()
        .filter(|(at, line)| !line.blank && !furniture[*at])
        .filter_map(|(at, line)| Some((at, label::label(line.text)?)))
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

fn markers(lines: &[Line], furniture: &[bool], limit: u32) -> Markers {
    let mut markers = Markers::new(limit);
    for (at, line) in lines.iter().enumerate() {
        if !line.blank && !furniture[at] {
            candidate::scan(at as u32, line.text, &mut |candidate| markers.push(candidate));
        }
    }
    markers
}

fn steps(
    lines: &[Line],
    labels: &[(usize, Label)],
    family: Family,
    limit: u32,
    gathered: &[bool],
) -> Vec<Step> {
    labels
        .iter()
        .filter(|(_, label)| label.family == family && label.value <= limit)
        .map(|(at, label)| Step {
            line: *at as u32,
            page: lines[*at].page,
            value: label.value,
            merit: merit(lines, *at, label),
            opens: *at == 0 || lines[*at - 1].blank,
            gathered: gathered[*at],
        })
        .collect()
}

/// What a line's own look speaks for its being a note.
fn merit(lines: &[Line], at: usize, label: &Label) -> i32 {
    let text = if label.alone {
        lines[at + 1..]
            .iter()
            .take(3)
            .map(|line| line.trimmed())
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    } else {
        &lines[at].text[label.text_at..]
    };
    match text.chars().next() {
        None => -15,
        Some(_) if shape::starts_with_address(text) => 8,
        Some(c) if c.is_lowercase() => -10,
        Some(c) if c.is_ascii_digit() && !label.alone => -8,
        Some(_) => 5,
    }
}

fn group(
    lines: &[Line],
    furniture: &[bool],
    chain: &Chain,
    steps: &[Step],
    markers: &Markers,
    paged: bool,
) -> Vec<Zone> {
    let line = |note: usize| steps[chain.steps[note].step].line as usize;
    let mut zones: Vec<Zone> = Vec::new();
    for (note, chosen) in chain.steps.iter().enumerate() {
        if chosen.new_zone || zones.is_empty() {
            zones.push(Zone {
                notes: note..note,
                lines: line(note)..line(note) + 1,
                gathered: steps[chosen.step].gathered,
            });
        }
        if let Some(zone) = zones.last_mut() {
            zone.notes.end = note + 1;
        }
    }
    for zone in &mut zones {
        let last = line(zone.notes.end - 1);
        let next = if zone.notes.end < chain.steps.len() { line(zone.notes.end) } else { lines.len() };
        zone.lines.end = if paged {
            last + lines[last..next].iter().take_while(|there| there.page == lines[last].page).count()
        } else {
            let value = steps[chain.steps[zone.notes.end - 1].step].value + 1;
            let marker = markers
                .of(value)
                .iter()
                .find(|there| there.line as usize > last && there.weight >= candidate::STRONG);
            let end = marker.map_or(next, |there| next.min(there.line as usize + 1));
            zones::resumption(lines, furniture, last..end, zone.lines.start..last + 1)
        };
    }
    zones
}
