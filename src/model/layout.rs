//! Where the lines of a PDF are printed.

use std::ops::Range;
use std::sync::Arc;

use super::location::{Area, Points};

/// The printed lines of a document and its links, kept small.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// The lines, as [`Source::unit`](super::Source) counts them.
    pub lines: Vec<PrintedLine>,
    /// What link annotations cover, with their targets, by page.
    pub links: Vec<(Area, Arc<str>)>,
}

/// A printed line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedLine {
    /// Its page, from 1.
    pub page: u32,
    /// By how many quarter turns to the left its text is turned; its strips are as if it were upright.
    pub turns: u8,
    /// Its text in strips, by their bytes; without any it is not known where it stands.
    pub strips: Vec<Strip>,
}

/// A stretch of a line, printed in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// Bytes of the line's text.
    pub range: Range<usize>,
    /// Where it begins.
    pub left: Points,
    /// A quarter of the size below the baseline.
    pub bottom: Points,
    /// Three quarters of the size above the baseline.
    pub top: Points,
    /// For each of its bytes where its character begins, and behind the last one where that ends: in
    /// tenths of a point from `left`. A blank begins where the character before it ends.
    pub steps: Box<[u16]>,
}

impl PrintedLine {
    /// The rectangles of some bytes of its text, on its page as it is; none unless all are known.
    pub fn areas(&self, bytes: &Range<usize>) -> Option<Vec<Area>> {
        let mut areas = Vec::new();
        let mut at = bytes.start;
        for strip in &self.strips {
            if strip.range.contains(&at) && at < bytes.end {
                let end = strip.range.end.min(bytes.end);
                areas.push(self.area(strip, at..end)?);
                at = end;
            }
        }
        (at >= bytes.end && !areas.is_empty()).then_some(areas)
    }

    fn area(&self, strip: &Strip, bytes: Range<usize>) -> Option<Area> {
        let step = |byte: usize| {
            let step = strip.steps.get(byte - strip.range.start)?;
            Some(strip.left.plus_tenths(i32::from(*step)))
        };
        let (left, right) = (step(bytes.start)?, step(bytes.end)?);
        let mut corners = [(left, strip.bottom), (right, strip.top)];
        for _ in 0..self.turns {
            corners = corners.map(|(x, y)| (y.negated(), x));
        }
        let [(ax, ay), (bx, by)] = corners;
        Some(Area {
            page: self.page,
            left: ax.min(bx),
            bottom: ay.min(by),
            right: ax.max(bx),
            top: ay.max(by),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(range: Range<usize>, left: f32, steps: &[u16]) -> Strip {
        let [left, bottom, top] = [left, 98.0, 106.0].map(Points::new);
        Strip { range, left, bottom, top, steps: steps.into() }
    }

    fn boxes(line: &PrintedLine, bytes: Range<usize>) -> Option<Vec<[f64; 4]>> {
        let areas = line.areas(&bytes)?.into_iter();
        Some(areas.map(|area| [area.left, area.bottom, area.right, area.top].map(Points::get)).collect())
    }

    #[test]
    fn bytes_have_a_rectangle_in_each_strip() {
        let strips = vec![strip(0..3, 50.0, &[0, 40, 90, 125]), strip(3..5, 200.0, &[0, 50, 100])];
        let line = PrintedLine { page: 1, turns: 0, strips };
        assert_eq!(boxes(&line, 1..3), Some(vec![[54.0, 98.0, 62.5, 106.0]]));
        let both = vec![[59.0, 98.0, 62.5, 106.0], [200.0, 98.0, 205.0, 106.0]];
        assert_eq!(boxes(&line, 2..4), Some(both));
        assert_eq!(boxes(&line, 2..6), None);
        assert_eq!(boxes(&PrintedLine::default(), 0..1), None);
    }

    #[test]
    fn text_that_is_turned_has_its_rectangle_on_the_page() {
        let strips = vec![strip(0..1, 50.0, &[0, 100])];
        // From bottom to top: what is right for the reader is up on the page.
        let up = PrintedLine { page: 1, turns: 1, strips: strips.clone() };
        assert_eq!(boxes(&up, 0..1), Some(vec![[-106.0, 50.0, -98.0, 60.0]]));
        let over = PrintedLine { page: 1, turns: 2, strips };
        assert_eq!(boxes(&over, 0..1), Some(vec![[-60.0, -106.0, -50.0, -98.0]]));
    }
}
