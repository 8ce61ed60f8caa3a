//! The markers in the body: for each list of notes the heaviest rising sequence of digits that
//! stand where its markers may stand.

use crate::model::Kind;

use super::candidate::{Candidate, STRONG};
use super::eastern;
use super::evidence::Evidence;
use super::label::Family;
use super::lines::Line;
use super::notes::{Found, List};
use super::rising::{Bid, rising};
use super::sequence::Markers;
use super::shape;

/// Below this weight a candidate is no marker, whatever its number.
const LEAST: i32 = 4;

/// Gives the notes of every list their markers, and adds the notes of whose text only the marker
/// is left. `body` tells which lines are body text.
pub(super) fn assign(lists: &mut [List], evidence: &Evidence, lines: &[Line], body: &[bool]) {
    let mut endnotes_from = 0;
    lists.sort_by_key(|list| list.zones.first().map_or(0, |zone| zone.lines.start));
    for list in lists {
        let Some(family) = list.family else { continue };
        let markers = evidence.of_family(family);
        if list.kind == Kind::Bibliography || list.family == Some(Family::Bracketed) {
            cited(list, markers, body);
        } else {
            let from = if list.kind == Kind::Endnote { endnotes_from } else { 0 };
            counted(list, markers, body, from);
        }
        if list.kind == Kind::Endnote {
            endnotes_from = list.zones.last().map_or(endnotes_from, |zone| zone.lines.end);
        }
        broken_off(list, markers, lines, body);
        for marker in list.found.iter_mut().flat_map(|found| &mut found.markers) {
            widen(marker, family, lines[marker.line as usize].text);
        }
    }
}

/// Takes what is set around a number into its marker: square brackets that were raised with it, and in lists
/// that are labelled so the bracket behind it and the word before it.
fn widen(marker: &mut Candidate, family: Family, text: &str) {
    let (start, end) = (marker.start as usize, marker.end as usize);
    if !marker.bracketed && text[..start].ends_with('[') && text[end..].starts_with(']') {
        marker.start -= 1;
        marker.end += 1;
    } else if matches!(family, Family::Closed | Family::Eastern) {
        marker.end += bracket_behind(text, marker) as u32;
        if family == Family::Eastern {
            marker.start -= eastern::word_before(&text[..start]) as u32;
        }
    }
}

/// The bytes of the bracket that closes a marker and that nothing opens: `wells.1) The`.
fn bracket_behind(text: &str, marker: &Candidate) -> usize {
    let before = shape::tail(text, marker.start as usize);
    let open = before.matches(['(', '（']).count() > before.matches([')', '）']).count();
    let behind = text[marker.end as usize..].chars().next();
    behind.filter(|c| matches!(c, ')' | '）') && !open).map_or(0, char::len_utf8)
}

/// Entries that may be cited in any order, any number of times: `[12]`.
fn cited(list: &mut List, markers: &Markers, body: &[bool]) {
    for found in &mut list.found {
        let all = markers.of(found.value).iter();
        found.markers = all.filter(|there| there.bracketed && body[there.line as usize]).copied().collect();
    }
}

/// Notes that are marked once each, in their order.
fn counted(list: &mut List, markers: &Markers, body: &[bool], from: usize) {
    let mut bids: Vec<(Candidate, usize)> = Vec::new();
    for (index, zone) in list.zones.iter().enumerate() {
        let back = if list.kind == Kind::Endnote { index } else { index.min(2) };
        let from = if back == 0 { from } else { list.zones[index - back].lines.start };
        for note in zone.notes.clone() {
            let all = markers.of(list.found[note].value);
            let start = all.partition_point(|there| (there.line as usize) < from);
            let end = all.partition_point(|there| (there.line as usize) < zone.lines.start);
            let plausible = |there: &&Candidate| there.weight >= LEAST && body[there.line as usize];
            bids.extend(all[start..end.max(start)].iter().filter(plausible).map(|there| (*there, note)));
        }
    }
    // Of bids at one spot the higher numbers come first, so that no two of them rise.
    bids.sort_by_key(|(there, note)| (there.line, there.end, usize::MAX - note));
    let weights: Vec<Bid> =
        bids.iter().map(|(there, note)| Bid { rank: *note, weight: there.weight }).collect();
    for index in rising(&weights) {
        let (candidate, note) = bids[index];
        list.found[note].markers.push(candidate);
    }
}

/// Notes that make a sequence certain.
const CERTAIN: usize = 3;

/// Where a text breaks off in its notes, markers are left without a note. They are believed where
/// nearly all notes before them have their marker, and where no number can stand in their place:
/// in a formula, a unit, a name.
fn broken_off(list: &mut List, markers: &Markers, lines: &[Line], body: &[bool]) {
    let Some(end) = list.zones.last().map(|zone| zone.lines.end) else { return };
    if list.kind == Kind::Bibliography || body[end.min(body.len())..].iter().any(|printed| *printed) {
        return;
    }
    let marked = list.found.iter().filter(|found| !found.markers.is_empty()).count();
    if list.found.len() < CERTAIN || marked * 5 < list.found.len() * 4 {
        return;
    }
    while let Some((value, marker)) =
        list.found.last().and_then(|last| Some((last.value + 1, last.markers.last()?)))
    {
        let behind = (marker.line, marker.end);
        let next = markers.of(value).iter().find(|there| {
            (there.line, there.start) >= behind
                && there.weight >= STRONG
                && body[there.line as usize]
                && !is_in_formula(lines[there.line as usize].text, there.start as usize)
        });
        let Some(next) = next.copied() else { return };
        list.found.push(Found { value, markers: vec![next], ..Found::default() });
    }
}

/// Whether digits at byte `at` may stand in a formula, a unit or a name: `10⁴`, `km²`, `CO2`,
/// `PM10`, but not `2011⁴`.
fn is_in_formula(text: &str, at: usize) -> bool {
    const YEAR: usize = 4;
    let before = shape::tail(text, at);
    let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
    let capitals = before.chars().rev().take_while(|c| c.is_uppercase()).count();
    (digits > 0 && digits != YEAR)
        || (1..=2).contains(&letters)
        || (letters > 0 && capitals == letters && letters <= YEAR)
        || before.ends_with(['-', '−', '+', '=', '^', '·', '×'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_hold_no_markers() {
        for text in ["about 10", "40 km", "CO", "PM", "x", "10−"] {
            assert!(is_in_formula(text, text.len()), "{text}");
        }
        for text in ["in 2011", "the dam", "dam.", "dam.”", ""] {
            assert!(!is_in_formula(text, text.len()), "{text}");
        }
    }
}
