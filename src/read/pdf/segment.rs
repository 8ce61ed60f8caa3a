//! Glyphs that stand close together on a line, strung in the order in which they were drawn.
//!
//! Programs draw the words of a line in order; where they jump, a new segment starts. Columns are
//! told from segments, so a segment never runs across a gutter.

use std::ops::Range;

use super::glyph::Glyph;
use super::scripts::{right_to_left, vowel_sign};

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    /// Which glyphs of the page.
    pub glyphs: Range<usize>,
    /// Where it starts.
    pub x0: f32,
    /// Where it ends.
    pub x1: f32,
    /// The baseline of most of its glyphs.
    pub y: f32,
    /// The size of most of its glyphs.
    pub size: f32,
}

/// The widest gap within a segment, in units of the size.
const WIDEST: f32 = 0.9;
/// How far a glyph may stand back over the one before, in units of the size.
const OVERLAP: f32 = 0.6;
/// How far apart the baselines of a line may be.
const UNEVEN: f32 = 0.2;
/// How far a raised or lowered glyph may stand off the baseline.
const RAISED: f32 = 0.65;
/// From what size on a glyph is not a small one beside another.
pub(super) const SMALL: f32 = 0.86;

/// Strings the glyphs of a page.
pub(super) fn segments(glyphs: &[Glyph]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = 0;
    let mut last: Option<&Glyph> = None;
    for (at, glyph) in glyphs.iter().enumerate().filter(|(_, glyph)| glyph.c != ' ') {
        if last.is_some_and(|last| !follows(last, glyph)) {
            segments.extend(segment(glyphs, start..at));
            start = at;
        }
        last = Some(glyph);
    }
    segments.extend(segment(glyphs, start..glyphs.len()));
    segments
}

fn follows(last: &Glyph, glyph: &Glyph) -> bool {
    let (big, small) = (last.size.max(glyph.size), last.size.min(glyph.size));
    let off = (last.y - glyph.y).abs();
    let level = off <= big * UNEVEN || off <= big * RAISED && small <= big * SMALL;
    let near = |gap: f32| (-big * OVERLAP..=big * WIDEST).contains(&gap);
    let leftwards = right_to_left(glyph.c) || right_to_left(last.c);
    level && (near(glyph.x - last.end()) || leftwards && near(last.x - glyph.end()))
}

/// The segment of a range. Signs that stand over letters alone, drawn after them, are none: they would
/// make a line of their own, and take raised numbers into it.
fn segment(glyphs: &[Glyph], range: Range<usize>) -> Option<Segment> {
    let printed = || glyphs[range.clone()].iter().filter(|glyph| glyph.c != ' ');
    if printed().all(|glyph| vowel_sign(glyph.c)) {
        return None;
    }
    let x0 = printed().map(|glyph| ink(glyph).0).min_by(f32::total_cmp)?;
    let x1 = printed().map(|glyph| ink(glyph).1).max_by(f32::total_cmp)?;
    let size = median(printed().map(|glyph| glyph.size))?;
    let y = median(printed().filter(|glyph| glyph.size >= size * SMALL).map(|glyph| glyph.y))?;
    Some(Segment { glyphs: range, x0, x1, y, size })
}

/// From where to where a glyph is inked. Half of a wide stop or bracket of eastern texts is empty, and other
/// glyphs are set into that.
fn ink(glyph: &Glyph) -> (f32, f32) {
    const WIDE: f32 = 0.8;
    let half = if glyph.width >= glyph.size * WIDE { glyph.width / 2.0 } else { 0.0 };
    match glyph.c {
        '《' | '〈' | '「' | '『' | '（' | '【' | '〔' | '［' | '“' | '‘' => {
            (glyph.x + half, glyph.end())
        }
        '，' | '。' | '、' | '：' | '；' | '．' | '》' | '〉' | '」' | '』' | '）' | '】' | '〕' | '］'
        | '”' | '’' => (glyph.x, glyph.end() - half),
        _ => (glyph.x, glyph.end()),
    }
}

/// The middle one of some numbers; most often they are all the same.
pub(super) fn median(mut values: impl Iterator<Item = f32> + Clone) -> Option<f32> {
    let all = values.clone();
    let first = values.next()?;
    if values.all(|value| value.to_bits() == first.to_bits()) {
        return Some(first);
    }
    let mut values: Vec<f32> = all.collect();
    let middle = values.len() / 2;
    Some(*values.select_nth_unstable_by(middle, f32::total_cmp).1)
}
