//! Labels that a converter dropped at the end of the page, away from their notes: `pdftotext`
//! does so with labels that are set higher than their lines.
//!
//! The page then reads "12, text of 12, text of 13, 14, text of 14, 13", or "12, 13, 14, text of 12, text
//! of 13, text of 14".

use std::ops::Range;

use super::label;
use super::lines::Line;
use super::notes::Found;
use super::shape;
use super::zones::Zone;

/// Labels detached from the notes before a note.
struct Detached {
    /// The lines of the labels, in their order.
    labels: Vec<usize>,
    /// The number of the first.
    value: u32,
}

/// Whether all labels missing before `note` stand at the end of its zone.
pub(super) fn certain(lines: &[Line], found: &[Found], zone: &Zone, note: usize) -> bool {
    detached(lines, found, zone, note).is_some()
}

fn detached(lines: &[Line], found: &[Found], zone: &Zone, note: usize) -> Option<Detached> {
    const MOST: u32 = 4;
    const DEEPEST: usize = 8;
    let before = found[note.checked_sub(1)?].value;
    let missing = before + 1..found[note].value;
    if missing.is_empty() || missing.end - missing.start > MOST {
        return None;
    }
    let behind =
        zone.lines.clone().rev().filter(|at| lines[*at].printed()).take_while(|at| *at > found[note].start());
    let alone: Vec<(u32, usize)> = behind
        .take(DEEPEST)
        .filter_map(|at| label::of(&lines[at]).filter(|label| label.alone).map(|label| (label.value, at)))
        .collect();
    let value = missing.start;
    let labels: Vec<usize> = missing
        .clone()
        .filter_map(|value| alone.iter().find(|(label, _)| *label == value))
        .map(|(_, at)| *at)
        .collect();
    (labels.len() == missing.len()).then_some(Detached { labels, value })
}

/// Gives detached labels their notes back.
pub(super) fn attach(lines: &[Line], found: &mut Vec<Found>, zones: &mut [Zone]) {
    let mut rebuilt = Vec::with_capacity(found.len());
    for zone in zones {
        let own = |note: usize| {
            let detached = detached(lines, found, zone, note)?;
            Some((note, texts(lines, found, zone, note, detached.labels.len())?, detached))
        };
        let mut owns = zone.notes.clone().filter_map(own).collect::<Vec<_>>().into_iter().peekable();
        let start = rebuilt.len();
        for note in zone.notes.clone() {
            if let Some((_, texts, detached)) = owns.next_if(|(there, ..)| *there == note) {
                cut(&mut rebuilt[start..], texts[0].start);
                detached.labels.iter().for_each(|label| cut(&mut found[note..zone.notes.end], *label));
                let numbered = texts.into_iter().zip(detached.value..);
                rebuilt.extend(numbered.map(|(text, value)| Found {
                    value,
                    lines: vec![text],
                    ..Found::default()
                }));
            }
            rebuilt.push(found[note].clone());
        }
        zone.notes = start..rebuilt.len();
    }
    *found = rebuilt;
}

/// Gives the texts below labels that stand together to their notes, in their order, if there are as many.
pub(super) fn deal_out(lines: &[Line], found: &mut [Found], zones: &[Zone]) {
    const LEAST: usize = 3;
    for zone in zones {
        let bare =
            |note: usize| !found[note].lines.iter().any(|range| has_text(lines, range.start + 1..range.end));
        let mut first = zone.notes.start;
        let mut dealt: Vec<(usize, Range<usize>)> = Vec::new();
        for note in zone.notes.clone() {
            let start = found[note].start();
            let alone = label::of(&lines[start]).is_some_and(|label| label.alone);
            if alone && bare(note) {
                continue;
            }
            let count = note + 1 - first;
            let end = found[note].lines.first().map_or(start, |range| range.end);
            if alone && count >= LEAST {
                let texts = paragraphs(lines, start + 1..end);
                if texts.len() == count {
                    dealt.extend((first..).zip(texts));
                }
            }
            first = note + 1;
        }
        for (note, text) in dealt {
            let line = &lines[text.start];
            found[note].text_at = line.text.len() - line.trimmed().len();
            found[note].lines = vec![text];
        }
    }
}

fn has_text(lines: &[Line], range: Range<usize>) -> bool {
    lines.get(range).is_some_and(|lines| lines.iter().any(Line::printed))
}

/// The texts that lines fall into where a sentence ends with its line and another begins with the next.
fn paragraphs(lines: &[Line], range: Range<usize>) -> Vec<Range<usize>> {
    let printed: Vec<usize> = range.clone().filter(|at| lines[*at].printed()).collect();
    let fresh = printed.windows(2).filter(|pair| is_fresh(lines, pair)).map(|pair| pair[1]);
    let starts: Vec<usize> = printed.first().copied().into_iter().chain(fresh).collect();
    let ends = starts.iter().skip(1).copied().chain([range.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Whether the second of two lines may begin a note behind the first.
fn is_fresh(lines: &[Line], pair: &[usize]) -> bool {
    let next = &lines[pair[1]];
    shape::ends_sentence(lines[pair[0]].text)
        && (!shape::starts_lower(next.text) || shape::starts_with_address(next.trimmed()))
}

/// Where the texts of the `count` notes before `note` stand whose labels are detached: at the
/// head of the zone, or behind the text of the note before.
fn texts(
    lines: &[Line],
    found: &[Found],
    zone: &Zone,
    note: usize,
    count: usize,
) -> Option<Vec<Range<usize>>> {
    let end = found[note].start();
    let head = note == zone.notes.start;
    let start = if head { zone.lines.start } else { found[note - 1].start() + 1 };
    let printed: Vec<usize> = (start..end).filter(|at| lines[*at].printed()).collect();
    let mut starts: Vec<usize> =
        if head { printed.first().copied().into_iter().collect() } else { Vec::new() };
    starts.extend(printed.windows(2).filter(|pair| is_fresh(lines, pair)).map(|pair| pair[1]));
    if starts.len() < count || starts.len() > count && count > 1 {
        return None;
    }
    let ends = starts[1..].iter().copied().chain([end]);
    let mut texts: Vec<Range<usize>> =
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).take(count).collect();
    texts[count - 1].end = end;
    Some(texts)
}

/// Lets the note that holds a line end before it.
fn cut(found: &mut [Found], line: usize) {
    let held =
        found.iter_mut().rev().filter_map(|found| found.lines.last_mut()).find(|lines| lines.contains(&line));
    if let Some(held) = held {
        held.end = line;
    }
}

#[cfg(test)]
mod tests {
    use crate::read::text::read_text;

    #[test]
    fn labels_that_stand_together() {
        let body: String =
            (1..=4).map(|note| format!("Nobody in the valley was asked about it.{note}\n")).collect();
        let labels: String = (1..=4).map(|note| format!("{note}\n")).collect();
        let texts = "A. Ng, “Dams”,\nhttp://a.example/1.\nIbid.\nB. Orr, “Wells”, http://a.example/3.\nhtml.\nSee above.\n";
        let notes = read_text(&format!("{body}\n{labels}{texts}\x0cEnd.\n")).notes;
        let notes: Vec<(&str, &str)> =
            notes.iter().map(|note| (note.label.as_str(), note.text.text.as_str())).collect();
        let expected = [
            ("1", "A. Ng, “Dams”,\nhttp://a.example/1."),
            ("2", "Ibid."),
            ("3", "B. Orr, “Wells”, http://a.example/3.\nhtml."),
            ("4", "See above."),
        ];
        assert_eq!(notes, expected);
    }
}
