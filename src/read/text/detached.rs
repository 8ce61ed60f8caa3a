//! Labels that a converter dropped at the end of the page, away from their notes: `pdftotext`
//! does so with a label that is set higher than its line.
//!
//! The page then reads "12, text of 12, text of 13, 14, text of 14, 13".

use super::label;
use super::lines::Line;
use super::notes::Found;
use super::shape;
use super::zones::Zone;

/// The line of the label that is missing between two notes, if it stands at the end of the zone.
pub(super) fn label(lines: &[Line], found: &[Found], zone: &Zone, last: usize, next: usize) -> Option<usize> {
    const DEEPEST: usize = 6;
    let missing = found[next].value.checked_sub(1).filter(|value| *value == found[last].value + 1)?;
    let printed = zone.lines.clone().rev().filter(|at| lines[*at].printed()).take(DEEPEST);
    let alone =
        |at: &usize| label::label(lines[*at].text).is_some_and(|label| label.alone && label.value == missing);
    printed.take_while(|at| *at > found[next].start()).find(alone)
}

/// Gives detached labels their notes back.
pub(super) fn attach(lines: &[Line], found: &mut Vec<Found>, zones: &mut [Zone]) {
    let mut rebuilt = Vec::with_capacity(found.len());
    for zone in zones {
        let owns: Vec<(usize, Own)> = zone
            .notes
            .clone()
            .skip(usize::from(zone.notes.start == 0))
            .filter_map(|note| Some((note, text(lines, found, zone, note)?)))
            .collect();
        let start = rebuilt.len();
        let mut owns = owns.into_iter().peekable();
        for note in zone.notes.clone() {
            if let Some((_, own)) = owns.next_if(|(there, _)| *there == note) {
                let value = found[note].value - 1;
                let text = own.start..own.end;
                cut(&mut rebuilt[start..], own.start);
                rebuilt.push(Found { value, lines: vec![text], text_at: 0, markers: Vec::new() });
                cut(&mut found[note..zone.notes.end], own.label);
            }
            rebuilt.push(std::mem::take(&mut found[note]));
        }
        zone.notes = start..rebuilt.len();
    }
    *found = rebuilt;
}

/// Lets the note that holds a line end before it.
fn cut(found: &mut [Found], line: usize) {
    if let Some(held) =
        found.iter_mut().rev().filter_map(|found| found.lines.last_mut()).find(|lines| lines.contains(&line))
    {
        held.end = line;
    }
}

struct Own {
    /// The label's line.
    label: usize,
    /// The first line of the text.
    start: usize,
    /// The line behind the text.
    end: usize,
}

/// Where the note before `note` stands whose label is detached.
fn text(lines: &[Line], found: &[Found], zone: &Zone, note: usize) -> Option<Own> {
    let label = label(lines, found, zone, note - 1, note)?;
    let end = found[note].start();
    if note == zone.notes.start {
        return (zone.lines.start < end).then_some(Own { label, start: zone.lines.start, end });
    }
    let before = found[note - 1].lines.last()?.clone();
    let printed: Vec<usize> = before.filter(|at| lines[*at].printed()).collect();
    let pair = printed.windows(2).skip(1).find(|pair| {
        shape::ends_sentence(lines[pair[0]].text)
            && (!shape::starts_lower(lines[pair[1]].text)
                || shape::starts_with_address(lines[pair[1]].trimmed()))
    })?;
    Some(Own { label, start: pair[1], end })
}
