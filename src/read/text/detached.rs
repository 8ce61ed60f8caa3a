//! Labels that a converter dropped at the end of the page, away from their notes: `pdftotext`
//! does so with labels that are set higher than their lines.
//!
//! The page then reads "12, text of 12, text of 13, 14, text of 14, 13".

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
    let fresh = |pair: &&[usize]| {
        let next = &lines[pair[1]];
        shape::ends_sentence(lines[pair[0]].text)
            && (!shape::starts_lower(next.text) || shape::starts_with_address(next.trimmed()))
    };
    let mut starts: Vec<usize> =
        if head { printed.first().copied().into_iter().collect() } else { Vec::new() };
    starts.extend(printed.windows(2).filter(fresh).map(|pair| pair[1]));
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
