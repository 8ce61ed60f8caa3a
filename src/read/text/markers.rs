//! The markers in the body: for each list of notes the heaviest rising sequence of digits that
//! stand where its markers may stand.

use crate::model::Kind;

use super::candidate::{Candidate, STRONG};
use super::label::Family;
use super::notes::{Found, List};
use super::rising::{Bid, rising};
use super::sequence::Markers;

/// Below this weight a candidate is no marker, whatever its number.
const LEAST: i32 = 4;

/// Gives the notes of every list their markers, and adds the notes of whose text only the marker
/// is left. `body` tells which lines are body text.
pub(super) fn assign(lists: &mut [List], markers: &Markers, body: &[bool]) {
    let mut endnotes_from = 0;
    lists.sort_by_key(|list| list.zones.first().map_or(0, |zone| zone.lines.start));
    for list in lists {
        if list.family.is_none() {
            continue;
        }
        if list.kind == Kind::Bibliography || list.family == Some(Family::Bracketed) {
            cited(list, markers, body);
        } else {
            let from = if list.kind == Kind::Endnote { endnotes_from } else { 0 };
            counted(list, markers, body, from);
        }
        if list.kind == Kind::Endnote {
            endnotes_from = list.zones.last().map_or(endnotes_from, |zone| zone.lines.end);
        }
        broken_off(list, markers, body);
    }
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

/// Where a text breaks off in its notes, markers are left without a note.
fn broken_off(list: &mut List, markers: &Markers, body: &[bool]) {
    let Some(end) = list.zones.last().map(|zone| zone.lines.end) else { return };
    if list.kind == Kind::Bibliography || body[end.min(body.len())..].iter().any(|printed| *printed) {
        return;
    }
    while let Some((value, marker)) =
        list.found.last().and_then(|last| Some((last.value + 1, last.markers.last()?)))
    {
        let behind = (marker.line, marker.end);
        let next = markers.of(value).iter().find(|there| {
            (there.line, there.start) >= behind && there.weight >= STRONG && body[there.line as usize]
        });
        let Some(next) = next.copied() else { return };
        list.found.push(Found { value, markers: vec![next], ..Found::default() });
    }
}
