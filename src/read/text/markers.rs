//! The markers in the body: for each series of notes the heaviest rising sequence of digits that
//! stand where its markers may stand.

use super::candidate::{Candidate, STRONG};
use super::notes::{Found, Notes};
use super::rising::{Bid, rising};
use super::sequence::Markers;

/// Below this weight a candidate is no marker, whatever its number.
const LEAST: i32 = 4;

/// Gives every note its marker, and adds the notes of whose text only the marker is left.
/// `body` tells which lines are body text.
pub(super) fn assign(notes: &mut Notes, markers: &Markers, body: &[bool]) {
    let mut start = 0;
    while start < notes.found.len() {
        let end =
            (start + 1..notes.found.len()).find(|at| notes.found[*at].restarts).unwrap_or(notes.found.len());
        series(notes, start..end, markers, body);
        start = end;
    }
    broken_off(notes, markers, body);
}

fn series(notes: &mut Notes, range: std::ops::Range<usize>, markers: &Markers, body: &[bool]) {
    let first = notes.found[range.start].value;
    let mut candidates = Vec::new();
    for note in range.clone() {
        let (from, to) = reach(notes, note);
        let all = markers.of(notes.found[note].value);
        let allowed = &all
            [all.partition_point(|there| there.line < from)..all.partition_point(|there| there.line < to)];
        let plausible = |there: &&Candidate| there.weight >= LEAST && body[there.line as usize];
        candidates.extend(allowed.iter().filter(plausible).map(|there| (note, *there)));
    }
    candidates.sort_by_key(|(_, there)| (there.line, there.start, there.value));
    let bids: Vec<Bid> = candidates
        .iter()
        .map(|(_, there)| Bid { rank: (there.value - first) as usize, weight: there.weight })
        .collect();
    for index in rising(&bids) {
        let (note, candidate) = candidates[index];
        notes.found[note].marker = Some(candidate);
    }
}

/// The lines between which a note's marker stands: its own page and the one before, or for
/// gathered notes all that stands before them.
fn reach(notes: &Notes, note: usize) -> (u32, u32) {
    let zone = notes.zones.partition_point(|zone| zone.notes.end <= note);
    let own = &notes.zones[zone];
    let back = if own.gathered { zone } else { 2.min(zone) };
    let from = zone
        .checked_sub(back)
        .filter(|before| *before < zone)
        .map_or(0, |before| notes.zones[before].lines.start);
    (from as u32, own.lines.start as u32)
}

/// Where a text breaks off in its notes, markers are left without a note.
fn broken_off(notes: &mut Notes, markers: &Markers, body: &[bool]) {
    let Some(end) = notes.zones.last().map(|zone| zone.lines.end) else { return };
    if body[end.min(body.len())..].iter().any(|printed| *printed) {
        return;
    }
    while let Some(last) = notes.found.last() {
        let value = last.value + 1;
        let Some(marker) = last.marker else { return };
        let next = markers.of(value).iter().find(|there| {
            (there.line, there.start) >= (marker.line, marker.end)
                && there.weight >= STRONG
                && body[there.line as usize]
        });
        let Some(next) = next.copied() else { return };
        notes.found.push(Found { value, line: None, text_at: 0, restarts: false, marker: Some(next) });
    }
}
