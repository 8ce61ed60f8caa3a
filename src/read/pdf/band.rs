//! Columns on a part of a page: notes in two columns below text that runs across.

use std::ops::Range;

use super::column::{crosses, edge, edges, strip};
use super::segment::Segment;

/// The widest line of a column, in parts of the page's text.
const HALF: f32 = 0.55;
/// A column has at least so many lines here.
const LINES: usize = 8;
/// And so many glyphs a line.
const GLYPHS: usize = 20;

/// The longest stretch of lines that stand side by side, as a range of `ids`, which are given from
/// top to bottom, and the gutter between them.
pub(super) fn beside(segments: &[Segment], ids: &[usize]) -> Option<(Range<usize>, f32)> {
    let left = ids.iter().map(|id| segments[*id].x0).min_by(f32::total_cmp)?;
    let right = ids.iter().map(|id| segments[*id].x1).max_by(f32::total_cmp)?;
    let narrow = |id: &&usize| segments[**id].x1 - segments[**id].x0 <= (right - left) * HALF;
    let narrow: Vec<usize> = ids.iter().filter(narrow).copied().collect();
    let gutter = strip(segments, &narrow)?;
    let runs = runs(segments, ids, gutter).into_iter();
    let runs = runs.filter(|run| filled(segments, &ids[run.clone()], gutter));
    runs.max_by_key(Range::len).map(|run| (run, gutter))
}

/// The stretches of lines of which none runs across the gutter, but for those that have a line of the
/// right column beside them: they are too long for their own.
fn runs(segments: &[Segment], ids: &[usize], gutter: f32) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let edges = edges(segments, ids, gutter);
    let level = |a: &usize, b: &usize| {
        let (a, b) = (&segments[*a], &segments[*b]);
        (a.y - b.y).abs() <= a.size.min(b.size) / 2.0
    };
    for line in ids.chunk_by(level) {
        let end = at + line.len();
        let paired = line.iter().any(|id| edges.contains(&edge(&segments[*id])));
        let across = !paired && line.iter().any(|id| crosses(&segments[*id], gutter));
        match runs.last_mut() {
            Some(run) if !across && run.end == at => run.end = end,
            _ if !across => runs.push(at..end),
            _ => {}
        }
        at = end;
    }
    runs
}

/// Whether lines fill a column on each side, as cells of tables do not.
fn filled(segments: &[Segment], ids: &[usize], gutter: f32) -> bool {
    const LIKE: f32 = 0.7;
    let side = |right: bool| {
        let side =
            ids.iter().map(|id| &segments[*id]).filter(|segment| (segment.x0 >= gutter - 1.0) == right);
        side.collect::<Vec<_>>()
    };
    let (left, right) = (side(false), side(true));
    let widths = [width(&left, gutter), width(&right, f32::MAX)];
    let alike = widths[0].min(widths[1]) >= widths[0].max(widths[1]) * LIKE;
    alike && column(&left, widths[0]) && column(&right, widths[1])
}

/// How wide the lines of a column are, up to where it ends at most.
fn width(side: &[&Segment], end: f32) -> f32 {
    let left = side.iter().map(|segment| segment.x0).min_by(f32::total_cmp);
    let right = side.iter().map(|segment| segment.x1.min(end)).max_by(f32::total_cmp);
    left.zip(right).map_or(0.0, |(left, right)| right - left)
}

/// Whether segments are lines of a column: most of them as wide as it is.
fn column(side: &[&Segment], width: f32) -> bool {
    const FULL: f32 = 0.7;
    let full = side.iter().filter(|segment| segment.x1 - segment.x0 >= width * FULL).count();
    let glyphs: usize = side.iter().map(|segment| segment.glyphs.len()).sum();
    side.len() >= LINES && full * 2 >= side.len() && glyphs >= side.len() * GLYPHS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x0: f32, x1: f32, row: u16) -> Segment {
        let glyphs = usize::from(row) * 100..usize::from(row) * 100 + 40;
        Segment { glyphs, x0, x1, y: 700.0 - 12.0 * f32::from(row), size: 10.0 }
    }

    /// Text across, then lines of these widths in two columns.
    fn page(widths: [f32; 2]) -> Vec<Segment> {
        let across = (0..20).map(|row| line(50.0, 550.0, row));
        let beside =
            (20..32).flat_map(|row| [line(50.0, 50.0 + widths[0], row), line(310.0, 310.0 + widths[1], row)]);
        across.chain(beside).collect()
    }

    #[test]
    fn notes_in_columns_below_text() {
        let segments = page([240.0, 240.0]);
        let ids: Vec<usize> = (0..segments.len()).collect();
        let (range, gutter) = beside(&segments, &ids).expect("columns");
        assert_eq!(range, 20..44);
        assert!((290.0..=310.0).contains(&gutter), "{gutter}");
    }

    #[test]
    fn a_line_may_be_too_long_for_its_column() {
        let mut segments = page([240.0, 240.0]);
        segments[26].x1 = 308.0;
        let ids: Vec<usize> = (0..segments.len()).collect();
        assert_eq!(beside(&segments, &ids).map(|(range, _)| range), Some(20..44));
        segments[26].x1 = 550.0;
        segments.remove(27);
        let ids: Vec<usize> = (0..segments.len()).collect();
        assert_eq!(beside(&segments, &ids).map(|(range, _)| range), Some(27..43));
    }

    #[test]
    fn a_page_of_text_has_none() {
        let segments: Vec<Segment> = (0..40).map(|row| line(50.0, 550.0, row)).collect();
        let ids: Vec<usize> = (0..segments.len()).collect();
        assert_eq!(beside(&segments, &ids), None);
    }

    #[test]
    fn a_narrow_cell_is_no_column() {
        let segments = page([240.0, 90.0]);
        let ids: Vec<usize> = (0..segments.len()).collect();
        assert_eq!(beside(&segments, &ids), None);
    }
}
