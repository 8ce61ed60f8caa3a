//! Columns: where segments leave a gutter free from top to bottom, they are read one side after
//! the other; what runs across the gutter divides the page into bands.

use std::collections::{HashMap, HashSet};

use super::band;
use super::segment::Segment;

/// How many times a page is divided: four columns, and a band within one.
const DEEPEST: usize = 3;
/// How finely the page is looked at, in points.
const BIN: f32 = 2.0;
/// A column has at least so many lines.
const LINES: usize = 6;
/// A column is at least so wide, in points.
const NARROWEST: f32 = 80.0;
/// A column's lines have at least so many glyphs on average; cells of tables have fewer.
const GLYPHS: usize = 14;

/// The segments of a page in the order of reading, as one list for each column of each band.
pub(super) fn columns(segments: &[Segment]) -> Vec<Vec<usize>> {
    let mut all: Vec<usize> = (0..segments.len()).collect();
    all.sort_by(|a, b| segments[*b].y.total_cmp(&segments[*a].y));
    let mut columns = Vec::new();
    divide(segments, all, DEEPEST, &mut columns);
    columns
}

/// Divides segments that are given from top to bottom.
fn divide(segments: &[Segment], ids: Vec<usize>, depth: usize, columns: &mut Vec<Vec<usize>>) {
    let gutter = if depth == 0 { None } else { gutter(segments, &ids) };
    let Some(gutter) = gutter else {
        divide_part(segments, ids, depth, columns);
        return;
    };
    for band in bands(segments, &ids, gutter) {
        match band {
            Band::Across(ids) => columns.push(ids),
            Band::Beside(left, right) => {
                divide(segments, left, depth - 1, columns);
                divide(segments, right, depth - 1, columns);
            }
        }
    }
}

/// Divides segments of which only a part may stand in columns.
fn divide_part(segments: &[Segment], mut ids: Vec<usize>, depth: usize, columns: &mut Vec<Vec<usize>>) {
    let part = if depth == 0 { None } else { band::beside(segments, &ids) };
    if let Some((range, gutter)) = part {
        let below = ids.split_off(range.end);
        let (right, left): (Vec<usize>, Vec<usize>) =
            ids.split_off(range.start).into_iter().partition(|id| right_of(&segments[*id], gutter));
        for part in [ids, left, right, below] {
            divide(segments, part, depth - 1, columns);
        }
    } else if !ids.is_empty() {
        columns.push(ids);
    }
}

enum Band {
    Across(Vec<usize>),
    Beside(Vec<usize>, Vec<usize>),
}

/// Whether a segment lies over the gutter.
pub(super) fn crosses(segment: &Segment, gutter: f32) -> bool {
    segment.x0 < gutter - 1.0 && segment.x1 > gutter + 1.0
}

fn bands(segments: &[Segment], ids: &[usize], gutter: f32) -> Vec<Band> {
    let across = lines_across(segments, ids, gutter);
    let mut bands: Vec<Band> = Vec::new();
    for (id, across) in ids.iter().zip(across) {
        let segment = &segments[*id];
        match bands.last_mut() {
            Some(Band::Across(ids)) if across => ids.push(*id),
            Some(Band::Beside(left, right)) if !across => {
                if right_of(segment, gutter) { right } else { left }.push(*id);
            }
            _ if across => bands.push(Band::Across(vec![*id])),
            _ if right_of(segment, gutter) => bands.push(Band::Beside(Vec::new(), vec![*id])),
            _ => bands.push(Band::Beside(vec![*id], Vec::new())),
        }
    }
    join(bands)
}

/// For each segment whether its line runs across the gutter.
fn lines_across(segments: &[Segment], ids: &[usize], gutter: f32) -> Vec<bool> {
    let own: Vec<bool> = ids.iter().map(|id| crosses(&segments[*id], gutter)).collect();
    let edges = edges(segments, ids, gutter);
    let mut across = own.clone();
    let level = |a: usize, b: usize| {
        let (a, b) = (&segments[ids[a]], &segments[ids[b]]);
        (a.y - b.y).abs() <= a.size.min(b.size) / 2.0
    };
    for at in (0..ids.len()).filter(|at| own[*at]) {
        let above = (0..at).rev().take_while(|there| level(*there, at));
        let below = (at + 1..ids.len()).take_while(|there| level(*there, at));
        let beside: Vec<usize> = above.chain(below).collect();
        let paired = beside.iter().any(|there| edges.contains(&edge(&segments[ids[*there]])));
        if paired || beside.is_empty() && within(segments, ids, &own, at) {
            across[at] = false;
        } else {
            for there in beside {
                across[there] = true;
            }
        }
    }
    across
}

/// Where lines of the right column start. A line that runs across the gutter and has such a line
/// beside it is too long for its own column, as addresses may be.
pub(super) fn edges(segments: &[Segment], ids: &[usize], gutter: f32) -> HashSet<i32> {
    const OFTEN: usize = 3;
    let mut starts: HashMap<i32, usize> = HashMap::new();
    for segment in ids.iter().map(|id| &segments[*id]).filter(|segment| segment.x0 > gutter) {
        *starts.entry(edge(segment)).or_default() += 1;
    }
    starts.into_iter().filter(|(_, count)| *count >= OFTEN).map(|(edge, _)| edge).collect()
}

/// Whether a line that runs across the gutter stands in the middle of a paragraph that does not.
fn within(segments: &[Segment], ids: &[usize], own: &[bool], at: usize) -> bool {
    const AWAY: f32 = 1.7;
    const NEAR: usize = 4;
    let line = &segments[ids[at]];
    let beside = |there: &usize| {
        let other = &segments[ids[*there]];
        !own[*there]
            && (other.y - line.y).abs() <= line.size * AWAY
            && (other.size - line.size).abs() <= line.size * 0.06
            && (other.x0 - line.x0).abs() <= line.size * 2.0
    };
    let above = (at.saturating_sub(NEAR)..at).any(|there| beside(&there));
    above && (at + 1..ids.len().min(at + 1 + NEAR)).any(|there| beside(&there))
}

/// Where a segment starts, coarsely.
pub(super) fn edge(segment: &Segment) -> i32 {
    (segment.x0 / BIN).round() as i32
}

/// Whether a segment stands in the right column.
fn right_of(segment: &Segment, gutter: f32) -> bool {
    segment.x0 >= gutter - 1.0
}

/// A short line between lines that run across belongs to them.
fn join(bands: Vec<Band>) -> Vec<Band> {
    let mut joined: Vec<Band> = Vec::new();
    for band in bands {
        match (joined.last_mut(), band) {
            (Some(Band::Across(ids)), Band::Across(more)) => ids.extend(more),
            (Some(Band::Across(ids)), Band::Beside(left, right)) if right.is_empty() => ids.extend(left),
            (None, Band::Beside(left, right)) if right.is_empty() => joined.push(Band::Across(left)),
            (_, band) => joined.push(band),
        }
    }
    joined
}

/// The gutter between columns that stand side by side from top to bottom.
fn gutter(segments: &[Segment], ids: &[usize]) -> Option<f32> {
    const MOST: usize = 3;
    let mut strips = strips(segments, ids).unwrap_or_default().into_iter().take(MOST);
    strips.find(|gutter| convincing(segments, ids, *gutter))
}

/// The middle of the widest strip that lines leave free, or all but free.
pub(super) fn strip(segments: &[Segment], ids: &[usize]) -> Option<f32> {
    strips(segments, ids)?.first().copied()
}

/// The middles of such strips, the widest first: beside a last page's columns there may be room for one
/// more, which the running head makes a strip.
fn strips(segments: &[Segment], ids: &[usize]) -> Option<Vec<f32>> {
    let left = ids.iter().map(|id| segments[*id].x0).min_by(f32::total_cmp)?;
    let right = ids.iter().map(|id| segments[*id].x1).max_by(f32::total_cmp)?;
    let bins = ((right - left) / BIN) as usize;
    if ids.len() < 2 * LINES || right - left < 2.0 * NARROWEST || bins > 10_000 {
        return None;
    }
    let cover = cover(segments, ids, left, bins);
    let inner = (NARROWEST / BIN) as usize..bins - (NARROWEST / BIN) as usize;
    let least = *cover.get(inner.clone())?.iter().min()?;
    let most = least + 1 + ids.len() / 60;
    let mut strips: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for bin in inner.start..=inner.end {
        let free = bin < inner.end && cover.get(bin).is_some_and(|covered| *covered <= most);
        match (free, start) {
            (true, None) => start = Some(bin),
            (false, Some(from)) => {
                strips.push((bin - from, from));
                start = None;
            }
            _ => {}
        }
    }
    strips.sort_unstable_by(|a, b| b.cmp(a));
    let middle = |(width, from): (usize, usize)| left + (from as f32 + width as f32 / 2.0) * BIN;
    Some(strips.into_iter().map(middle).collect())
}

/// How many segments lie over each bin.
fn cover(segments: &[Segment], ids: &[usize], left: f32, bins: usize) -> Vec<usize> {
    let mut steps = vec![0_i64; bins + 2];
    let bin = |x: f32| (((x - left) / BIN).max(0.0) as usize).min(bins);
    for id in ids {
        steps[bin(segments[*id].x0)] += 1;
        steps[bin(segments[*id].x1) + 1] -= 1;
    }
    let sums = steps.iter().scan(0_i64, |sum, step| {
        *sum += step;
        Some(usize::try_from(*sum).unwrap_or(0))
    });
    sums.take(bins + 1).collect()
}

/// Whether text stands on both sides, side by side, and more of it than runs across.
fn convincing(segments: &[Segment], ids: &[usize], gutter: f32) -> bool {
    let across = ids.iter().filter(|id| crosses(&segments[**id], gutter)).count();
    let least = LINES.max(across);
    let side = |right: bool| {
        let side = ids.iter().map(|id| &segments[*id]);
        side.filter(|segment| !crosses(segment, gutter) && (segment.x1 > gutter) == right).collect::<Vec<_>>()
    };
    let (left, right) = (side(false), side(true));
    let full = |side: &[&Segment], glyphs| filled(side, side.len(), least, glyphs);
    let beside = |text: &[&Segment], notes: &[&Segment]| {
        full(text, 2 * GLYPHS) && filled(notes, lines(notes), least, GLYPHS)
    };
    full(&left, GLYPHS) && full(&right, GLYPHS) || beside(&left, &right) || beside(&right, &left)
}

/// Whether so many lines are enough, and have enough glyphs each.
fn filled(side: &[&Segment], lines: usize, least: usize, glyphs: usize) -> bool {
    let all: usize = side.iter().map(|segment| segment.glyphs.len()).sum();
    lines >= least && all >= lines * glyphs
}

/// How many lines segments make that are given from top to bottom: where a narrow column of notes beside
/// the text is set flush, words of some lines are segments of their own. Cells of tables stand farther
/// apart; and where all words are segments, as a scanner's are, rivers look like gutters.
fn lines(side: &[&Segment]) -> usize {
    const APART: f32 = 2.0;
    const FULL: f32 = 0.6;
    let go_on = |one: &&Segment, next: &&Segment| {
        let size = one.size.min(next.size);
        let gap = (next.x0 - one.x1).max(one.x0 - next.x1);
        (one.y - next.y).abs() <= size / 2.0 && gap <= size * APART
    };
    let left = side.iter().map(|segment| segment.x0).min_by(f32::total_cmp).unwrap_or(0.0);
    let right = side.iter().map(|segment| segment.x1).max_by(f32::total_cmp).unwrap_or(0.0);
    let full = |segment: &&&Segment| segment.x1 - segment.x0 >= (right - left) * FULL;
    let lines = side.chunk_by(go_on).count();
    if side.iter().filter(full).count() * 4 >= lines { lines } else { side.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twelve lines of text, and beside each a note of four words, so far apart; of the notes some are
    /// whole.
    fn page(apart: f32, whole: impl Fn(u8) -> bool) -> Vec<Segment> {
        let segment = |x0: f32, width: f32, row: u8, glyphs: usize| Segment {
            glyphs: 0..glyphs,
            x0,
            x1: x0 + width,
            y: 700.0 - 12.0 * f32::from(row),
            size: 10.0,
        };
        let word = |row: u8, word: u8| segment(380.0 + f32::from(word) * (30.0 + apart), 30.0, row, 7);
        let line = |row: u8| {
            let note = if whole(row) {
                vec![segment(380.0, 4.0 * 30.0 + 3.0 * apart, row, 28)]
            } else {
                (0..4).map(|at| word(row, at)).collect()
            };
            std::iter::once(segment(50.0, 300.0, row, 60)).chain(note)
        };
        (0..12).flat_map(line).collect()
    }

    #[test]
    fn room_for_one_more_column_is_none() {
        let segment = |x0: f32, width: f32, row: u8| Segment {
            glyphs: 0..24,
            x0,
            x1: x0 + width,
            y: 700.0 - 12.0 * f32::from(row),
            size: 10.0,
        };
        let lines = (1..12).flat_map(|row| [segment(50.0, 120.0, row), segment(184.0, 120.0, row)]);
        let page: Vec<Segment> = std::iter::once(segment(330.0, 100.0, 0)).chain(lines).collect();
        let columns = columns(&page);
        let left = columns.iter().find(|column| column.contains(&1)).expect("a column");
        assert_eq!(left.len(), 11);
    }

    #[test]
    fn words_set_apart_in_a_narrow_column_are_its_lines() {
        let third = |row: u8| row.is_multiple_of(3);
        assert_eq!(columns(&page(12.0, third)).len(), 2);
        assert_eq!(columns(&page(40.0, |row| row == 0)).len(), 1);
        assert_eq!(columns(&page(12.0, |_| false)).len(), 1);
    }
}
