//! Where on the page the characters of a row stand: two bytes for each byte of its text.

use std::ops::Range;

use super::glyph::Glyph;
use super::row::Row;
use crate::model::{Points, Strip};

/// The strip of a row that was just written; `glyphs` come with the byte that each stands at. None where
/// its characters do not stand in the order of the text.
pub(super) fn strips(row: &Row, glyphs: &[(usize, Glyph)]) -> Vec<Strip> {
    let steps = if row.leftward { None } else { steps(row, glyphs) };
    let strip = |steps| Strip {
        range: 0..row.text.len(),
        left: Points::new(row.x0),
        bottom: Points::new(row.y - row.size / 4.0),
        top: Points::new(row.y + row.size * 3.0 / 4.0),
        steps,
    };
    steps.map(strip).into_iter().collect()
}

fn steps(row: &Row, glyphs: &[(usize, Glyph)]) -> Option<Box<[u16]>> {
    let mut steps: Vec<u16> = Vec::with_capacity(row.text.len() + 1);
    for (index, (at, glyph)) in glyphs.iter().enumerate() {
        let next = glyphs.get(index + 1).map_or(row.text.len(), |(next, _)| *next);
        let character = row.text.get(*at..next)?.chars().next()?;
        steps.resize(at + character.len_utf8(), step(glyph.x, row)?);
        steps.resize(next, step(glyph.end(), row)?);
    }
    let (_, last) = glyphs.last()?;
    steps.push(step(last.end(), row)?);
    (steps.len() == row.text.len() + 1).then(|| steps.into_boxed_slice())
}

/// How far right of the row's beginning, in tenths of a point.
fn step(x: f32, row: &Row) -> Option<u16> {
    let tenths = f64::from((x - row.x0).max(0.0) * 10.0) + 0.5;
    (tenths < f64::from(u16::MAX) + 1.0).then_some(tenths as u16)
}

/// Takes some bytes of a text away from its strips; what they were, counted from 0.
pub(super) fn take(strips: &mut Vec<Strip>, bytes: &Range<usize>) -> Vec<Strip> {
    split(strips, bytes.start);
    split(strips, bytes.end);
    let from = strips.partition_point(|strip| strip.range.start < bytes.start);
    let to = strips.partition_point(|strip| strip.range.start < bytes.end);
    let mut taken: Vec<Strip> = strips.drain(from..to).collect();
    shift(&mut taken, |byte| byte - bytes.start);
    shift(&mut strips[from..], |byte| byte - bytes.len());
    taken
}

/// Puts `new` before byte `at` of a text that has become longer there by `length` bytes.
pub(super) fn insert(strips: &mut Vec<Strip>, at: usize, length: usize, mut new: Vec<Strip>) {
    split(strips, at);
    let from = strips.partition_point(|strip| strip.range.start < at);
    shift(&mut strips[from..], |byte| byte + length);
    shift(&mut new, |byte| byte + at);
    strips.splice(from..from, new);
}

/// Counts bytes anew.
pub(super) fn shift(strips: &mut [Strip], by: impl Fn(usize) -> usize) {
    for strip in strips {
        strip.range = by(strip.range.start)..by(strip.range.end);
    }
}

fn split(strips: &mut Vec<Strip>, at: usize) {
    let Some(index) = strips.iter().position(|strip| strip.range.start < at && at < strip.range.end) else {
        return;
    };
    let strip = &mut strips[index];
    let step = at - strip.range.start;
    let begin = strip.steps[step];
    let rest = Strip {
        range: at..strip.range.end,
        left: strip.left.plus_tenths(i32::from(begin)),
        steps: strip.steps[step..].iter().map(|next| next.saturating_sub(begin)).collect(),
        ..*strip
    };
    strip.steps = strip.steps[..=step].into();
    strip.range.end = at;
    strips.insert(index + 1, rest);
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::*;

    fn glyph(c: char, x: f32, width: f32) -> Glyph {
        Glyph { c, x, y: 700.0, width, size: 10.0, direction: Direction::Right, ink: 0, slanted: false }
    }

    /// `а b`, the first of two bytes.
    fn row() -> Row {
        let mut row = Row { text: "а b".to_owned(), x0: 50.0, y: 700.0, size: 10.0, ..Row::default() };
        row.strips = strips(&row, &[(0, glyph('а', 50.0, 5.0)), (3, glyph('b', 58.0, 6.0))]);
        row
    }

    #[test]
    fn a_blank_begins_where_the_character_before_it_ends() {
        let row = row();
        assert_eq!(row.strips.len(), 1);
        assert_eq!(&*row.strips[0].steps, [0, 0, 50, 80, 140]);
        let [bottom, top] = [row.strips[0].bottom, row.strips[0].top].map(Points::get);
        assert_eq!((bottom, top), (697.5, 707.5));
    }

    #[test]
    fn strips_go_with_their_text() {
        let mut lower = row().strips;
        let moved = take(&mut lower, &(3..4));
        assert_eq!((lower[0].range.clone(), &*lower[0].steps), (0..3, [0, 0, 50, 80].as_slice()));
        assert_eq!(
            (moved[0].range.clone(), moved[0].left.get(), &*moved[0].steps),
            (0..1, 58.0, [0, 60].as_slice())
        );
        let mut upper = row().strips;
        insert(&mut upper, 2, 1, moved);
        let ranges: Vec<_> = upper.iter().map(|strip| (strip.range.clone(), strip.left.get())).collect();
        assert_eq!(ranges, [(0..2, 50.0), (2..3, 58.0), (3..5, 55.0)]);
    }
}
