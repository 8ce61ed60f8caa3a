//! Where notes stand, and which lines are whose: from a label to the next, to where the body
//! goes on, and for what is left of a note at the head of the next page's notes.

use std::ops::Range;

use super::candidate::STRONG;
use super::habits::Habits;
use super::lines::Line;
use super::notes::Found;
use super::resumption::resumption;
use super::sequence::Markers;
use super::{continuation, detached};

/// The notes that stand together, and the lines they take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    /// The notes, as indices.
    pub notes: Range<usize>,
    /// The lines, from the first of a note's text to the last.
    pub lines: Range<usize>,
}

/// Puts the notes together that stand together. `apart` tells which of them are known to be
/// parted from the one before by body text.
pub(super) fn group(lines: &[Line], found: &[Found], apart: &[bool], markers: &Markers) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    for (note, apart) in apart.iter().enumerate() {
        let start = found[note].start();
        let parted = *apart || note > 0 && divided(lines, &found[note - 1], &found[note], markers);
        match zones.last_mut() {
            Some(zone) if !parted => zone.notes.end = note + 1,
            _ => zones.push(Zone { notes: note..note + 1, lines: start..start + 1 }),
        }
    }
    zones
}

/// Whether body text stands between two notes: text that is not at the foot of a page, or the markers of
/// the later note or of its successors, or so much that the note stands low on a page of its own.
fn divided(lines: &[Line], before: &Found, note: &Found, markers: &Markers) -> bool {
    const SUCCESSORS: u32 = 6;
    const NEAR: usize = 6;
    const TOP: usize = 12;
    let (above, start) = (before.start(), note.start());
    if lines[above].foot() && lines[start].foot() {
        let between = lines[above..start].iter().any(|line| line.printed() && !line.foot());
        if between {
            return true;
        }
    }
    let marked = (note.value..note.value + SUCCESSORS).any(|value| {
        let all = markers.of(value);
        let from = all.partition_point(|there| there.line as usize <= above);
        all[from..]
            .iter()
            .take_while(|there| (there.line as usize) < start)
            .any(|there| there.weight >= STRONG)
    });
    if marked && start - above > NEAR {
        return true;
    }
    let head = lines[above..start].iter().rev().take_while(|line| line.part == lines[start].part);
    lines[above].part != lines[start].part && head.filter(|line| line.printed()).count() > TOP
}

/// Gives every note its lines.
pub(super) fn settle(lines: &[Line], found: &mut Vec<Found>, zones: &mut [Zone], markers: &Markers) {
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
            found[note].lines = std::iter::once(*at..stop).collect();
        }
    }
    for index in 1..zones.len() {
        rest(lines, found, zones, index, &habits);
    }
    detached::attach(lines, found, zones);
}

/// Gives the feet of pages that have no label to the note before: it fills them to the last line.
/// `free` tells which lines belong to no other list.
pub(super) fn unlabelled(lines: &[Line], free: &[bool], found: &mut [Found], zones: &[Zone]) {
    let ends: Vec<usize> = zones.iter().skip(1).map(|zone| zone.lines.start).chain([lines.len()]).collect();
    for (index, end) in ends.into_iter().enumerate() {
        let zone = &zones[index];
        let (last, mut at) = (zone.notes.end - 1, zone.lines.end);
        while at < end {
            let goes_on = |at: &usize| lines[*at].blank || lines[*at].foot() && free[*at];
            let length = (at..end).take_while(goes_on).count();
            let foot = at..at + length;
            if lines[foot.clone()].iter().any(Line::printed) {
                found[last].lines.push(foot);
            }
            at += length + 1;
        }
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
    let marked = |lines: Range<usize>| {
        let all = markers
            .of(value + 1)
            .iter()
            .filter(|there| there.weight >= STRONG)
            .map(|there| there.line as usize);
        all.skip_while(|there| *there <= lines.start).take_while(|there| *there < lines.end).next()
    };
    let marker = marked(last..next);
    if parted && (marker.is_none_or(|there| there >= part_end) || marked(part_end..next).is_some()) {
        return part_end;
    }
    let window = marker.map_or(next, |there| next.min(there + 1));
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
    let certain = detached::certain(lines, found, &zone, own);
    let tail = found[last].lines.last().map_or(0..0, Clone::clone);
    let start = if lines[first].foot() {
        room.clone().find(|at| lines[*at].foot() && lines[*at].printed())
    } else {
        continuation::start(lines, room, tail, habits, certain)
    };
    let Some(start) = start else { return };
    zones[index].lines.start = start;
    if !certain {
        found[last].lines.push(start..first);
    }
}
