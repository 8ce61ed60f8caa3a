//! Where notes stand, and which lines are whose: from a label to the next, to where the body
//! goes on, and for what is left of a note at the head of the next page's notes.

use std::ops::Range;

use super::candidate::STRONG;
use super::habits::Habits;
use super::lines::Line;
use super::notes::Found;
use super::resumption::resumption;
use super::sequence::Markers;
use super::{continuation, label};

/// The notes that stand together, and the lines they take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    /// The notes, as indices.
    pub notes: Range<usize>,
    /// The lines, from the first of a note's text to the last.
    pub lines: Range<usize>,
}

/// Gives every note its lines.
pub(super) fn settle(lines: &[Line], found: &mut [Found], zones: &mut [Zone], markers: &Markers) {
    let labels: Vec<Vec<usize>> =
        zones.iter().map(|zone| zone.notes.clone().map(|note| found[note].start()).collect()).collect();
    let habits = Habits::of(lines, &labels);
    for (index, zone) in labels.iter().enumerate() {
        let Some(last) = zone.last().copied() else { continue };
        let next = labels.get(index + 1).and_then(|next| next.first().copied()).unwrap_or(lines.len());
        let end = end(lines, last, next, found[zones[index].notes.end - 1].value, markers, &habits, zone[0]);
        zones[index].lines = zone[0]..end;
        for (note, at) in zones[index].notes.clone().zip(zone) {
            let stop = zone.get(note - zones[index].notes.start + 1).copied().unwrap_or(end);
            found[note].lines = vec![*at..stop];
        }
    }
    for index in 1..zones.len() {
        rest(lines, found, zones, index, &habits);
    }
}

/// Where the last note of a zone ends: with its page or column, or where the body goes on.
fn end(
    lines: &[Line],
    last: usize,
    next: usize,
    value: u32,
    markers: &Markers,
    habits: &Habits,
    first: usize,
) -> usize {
    let parted = lines.last().is_some_and(|line| line.part > 1);
    let part_end = last + lines[last..next].iter().take_while(|line| line.part == lines[last].part).count();
    if parted && part_end < next || parted && next == lines.len() {
        return part_end;
    }
    let marker =
        markers.of(value + 1).iter().find(|there| there.line as usize > last && there.weight >= STRONG);
    let window = marker.map_or(next, |there| next.min(there.line as usize + 1));
    resumption(lines, last..window, first, habits)
}

/// Finds what stands of the last zone's last note above the first label of this one.
fn rest(lines: &[Line], found: &mut [Found], zones: &mut [Zone], index: usize, habits: &Habits) {
    let (before, zone) = (zones[index - 1].clone(), zones[index].clone());
    let first = zone.lines.start;
    let room = before.lines.end..first;
    let room = (first
        - lines[room.clone()].iter().rev().take_while(|line| line.part == lines[first].part).count())
        ..first;
    let (last, own) = (before.notes.end - 1, zone.notes.start);
    let skipped = found[own].value.checked_sub(1).filter(|value| *value > found[last].value);
    let detached = skipped.and_then(|value| {
        (zone.lines.clone())
            .rev()
            .find(|at| label::label(lines[*at].text).is_some_and(|label| label.alone && label.value == value))
    });
    let tail = found[last].lines.last().map_or(0..0, Clone::clone);
    let Some(start) = continuation::start(lines, room, tail, habits, detached.is_some()) else { return };
    zones[index].lines.start = start;
    if detached.is_none() {
        found[last].lines.push(start..first);
    }
}
