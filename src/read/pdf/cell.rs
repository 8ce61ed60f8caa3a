//! Links that break over the lines of a table's cell.
//!
//! A line of a table is read across its cells, so what goes on in the next line of a cell stands
//! behind the text of the others. Where a link goes on below itself, between the gaps that part
//! cells, the rest of it is moved up behind its beginning, and it is one link again.

use std::ops::Range;

use super::glyph::Glyph;
use super::row::Row;
use super::strips;

/// How wide a gap parts cells, in units of the size.
pub(super) const GAP: f32 = 0.8;

/// How a link stands in its row.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Piece {
    x0: f32,
    x1: f32,
    /// Whether it opens a cell.
    opens: bool,
    /// Whether it ends a cell.
    ends: bool,
}

/// How the links of a row stand; `glyphs` come with the byte that each stands at.
pub(super) fn pieces(row: &Row, glyphs: &[(usize, Glyph)]) -> Vec<Piece> {
    if row.leftward {
        return Vec::new();
    }
    row.links.iter().map(|(range, _)| piece(range, glyphs, row.size * GAP)).collect()
}

fn piece(range: &Range<usize>, glyphs: &[(usize, Glyph)], wide: f32) -> Piece {
    let from = glyphs.partition_point(|(at, _)| *at < range.start);
    let to = glyphs.partition_point(|(at, _)| *at < range.end);
    let Some(((_, first), (_, last))) = glyphs.get(from).zip(to.checked_sub(1).and_then(|to| glyphs.get(to)))
    else {
        return Piece::default();
    };
    let before = from.checked_sub(1).map(|before| glyphs[before].1);
    Piece {
        x0: first.x,
        x1: last.end(),
        opens: before.is_none_or(|before| first.x - before.end() >= wide),
        ends: glyphs.get(to).is_none_or(|(_, after)| after.x - last.end() >= wide),
    }
}

/// Moves the rests of links up behind their beginnings, in the rows of a column.
pub(super) fn gather(rows: &mut [(Row, Vec<Piece>)]) {
    for below in (1..rows.len()).rev() {
        for at in (0..rows[below].1.len()).rev() {
            let (upper, uppers) = &rows[below - 1];
            let (lower, lowers) = &rows[below];
            let beginning = (0..uppers.len())
                .find(|up| goes_on(upper, uppers, *up, lower, lowers, at) && !behind(upper, *up, lower, at));
            if let Some(up) = beginning {
                take(rows, below - 1, up, at);
            }
        }
    }
}

/// Moves link `at` of the row below `home` up behind its link `up`, and what stands right behind it.
fn take(rows: &mut [(Row, Vec<Piece>)], home: usize, up: usize, at: usize) {
    let (mut below, mut at) = (home + 1, at);
    loop {
        let next = rows.get(below + 1).is_some_and(|(next, pieces)| {
            let (row, own) = &rows[below];
            !pieces.is_empty() && behind(row, at, next, 0) && goes_on(row, own, at, next, pieces, 0)
        });
        let (above, rest) = rows.split_at_mut(below);
        rest[0].1.remove(at);
        move_up(&mut above[home].0, up, &mut rest[0].0, at);
        if !next {
            return;
        }
        (below, at) = (below + 1, 0);
    }
}

/// Whether the link `at` of the lower row stands right behind the link `up` of the upper one.
fn behind(upper: &Row, up: usize, lower: &Row, at: usize) -> bool {
    upper.links[up].0.end == upper.text.len() && lower.links[at].0.start == 0
}

/// Whether the link `at` of the lower row is the rest of the link `up` of the upper one.
fn goes_on(upper: &Row, uppers: &[Piece], up: usize, lower: &Row, lowers: &[Piece], at: usize) -> bool {
    const NEAR: f32 = 1.5;
    const FARTHEST: f32 = 2.6;
    let ((first, target), (rest, other)) = (&upper.links[up], &lower.links[at]);
    let (begin, end) = (&uppers[up], &lowers[at]);
    let cell = target == other && begin.ends && end.opens && begin.x0.max(end.x0) < begin.x1.min(end.x1);
    if !cell {
        return false;
    }
    let (first, rest) = (&upper.text[first.clone()], &lower.text[rest.clone()]);
    let pitch = upper.y - lower.y;
    let printed = target.contains(&format!("{first}{rest}"));
    pitch <= lower.size * if printed { FARTHEST } else { NEAR } && (printed || first != rest)
}

/// Moves link `at` of the lower row behind link `up` of the upper one.
fn move_up(upper: &mut Row, up: usize, lower: &mut Row, at: usize) {
    let (range, target) = lower.links.remove(at);
    let mut rest = lower.text[range.clone()].to_owned();
    let first = &upper.text[upper.links[up].0.clone()];
    if !target.contains(&format!("{first}{rest}")) {
        rest.insert(0, ' ');
    }
    let end = upper.links[up].0.end;
    let cut = range.start..range.end + usize::from(lower.text[range.end..].starts_with(' '));
    move_text(upper, end, &rest, lower, &cut, range.len());
    upper.links[up].0.end = end + rest.len();
}

/// Moves `cut` of the lower row up before byte `end` of the upper one, with all that is known of it. There it is
/// `new`, which ends with the first `kept` bytes of it.
pub(super) fn move_text(
    upper: &mut Row,
    end: usize,
    new: &str,
    lower: &mut Row,
    cut: &Range<usize>,
    kept: usize,
) {
    let mut moved = strips::take(&mut lower.strips, cut);
    strips::take(&mut moved, &(kept..cut.len()));
    strips::shift(&mut moved, |byte| byte + new.len() - kept);
    strips::insert(&mut upper.strips, end, new.len(), moved);
    upper.text.insert_str(end, new);
    shift(upper, end, |byte| byte + new.len());
    lower.text.replace_range(cut.clone(), "");
    lower.text.truncate(lower.text.trim_end().len());
    lower.raised.retain(|raised| raised.end <= cut.start || raised.start >= cut.end);
    lower.slanted.retain(|slanted| slanted.end <= cut.start || slanted.start >= cut.end);
    lower.jumps.retain(|(jump, _)| jump.end <= cut.start || jump.start >= cut.end);
    shift(lower, cut.end, |byte| byte - cut.len());
}

/// Shifts what is marked from a byte on. What an address may be set apart by is no longer known.
fn shift(row: &mut Row, from: usize, by: impl Fn(usize) -> usize) {
    let links = row.links.iter_mut().map(|(range, _)| range);
    let marked = row
        .raised
        .iter_mut()
        .chain(&mut row.slanted)
        .chain(links)
        .chain(row.jumps.iter_mut().map(|(range, _)| range));
    for range in marked {
        if range.start >= from {
            *range = by(range.start)..by(range.end);
        } else if range.end > from {
            range.end = by(range.end);
        }
    }
    row.apart.clear();
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const TARGET: &str = "http://wells.example/reports/2014/three.html";

    /// A row of a table: cells with the place of each and whether a link covers it.
    fn row(y: f32, cells: &[(f32, &str, bool)]) -> (Row, Vec<Piece>) {
        let mut row = Row { y, size: 10.0, ..Row::default() };
        let mut glyphs = Vec::new();
        for (x, text, linked) in cells {
            let start = row.text.len() + usize::from(!row.text.is_empty());
            row.text = format!("{} {text}", row.text).trim().to_owned();
            for (index, c) in text.chars().enumerate().filter(|(_, c)| *c != ' ') {
                let glyph = Glyph {
                    c,
                    x: x + 5.0 * index as f32,
                    y,
                    width: 5.0,
                    size: 10.0,
                    direction: crate::read::pdf::glyph::Direction::Right,
                    ink: 0,
                    slanted: false,
                };
                glyphs.push((start + index, glyph));
            }
            if *linked {
                row.links.push((start..row.text.len(), Arc::from(TARGET)));
            }
        }
        let pieces = pieces(&row, &glyphs);
        (row, pieces)
    }

    fn texts(rows: &[(Row, Vec<Piece>)]) -> Vec<(&str, Vec<&str>)> {
        let linked = |row: &'_ Row| row.links.iter().map(|(range, _)| range.clone()).collect::<Vec<_>>();
        rows.iter()
            .map(|(row, _)| {
                (row.text.as_str(), linked(row).into_iter().map(|range| &row.text[range]).collect())
            })
            .collect()
    }

    #[test]
    fn an_address_in_a_cell_is_one() {
        let mut rows = vec![
            row(
                700.0,
                &[
                    (50.0, "1", false),
                    (80.0, "The wells of", false),
                    (200.0, "http://wells.", true),
                    (300.0, "2014", false),
                ],
            ),
            row(
                688.0,
                &[(80.0, "the town.", false), (200.0, "example/reports", true), (300.0, "May", false)],
            ),
            row(676.0, &[(80.0, "Once.", false), (200.0, "/2014", true)]),
            row(664.0, &[(200.0, "/three.html", true)]),
        ];
        gather(&mut rows);
        let expected = [
            ("1 The wells of http://wells.example/reports/2014/three.html 2014", vec![TARGET]),
            ("the town. May", vec![]),
            ("Once.", vec![]),
            ("", vec![]),
        ];
        assert_eq!(texts(&rows), expected);
    }

    #[test]
    fn what_stands_right_behind_is_left() {
        let mut rows = vec![
            row(700.0, &[(50.0, "See", false), (200.0, "http://wells.example/reports", true)]),
            row(688.0, &[(200.0, "/2014/three.html", true)]),
        ];
        let before = rows.clone();
        gather(&mut rows);
        assert_eq!(texts(&rows), texts(&before));
    }

    #[test]
    fn a_title_in_a_cell_is_one() {
        let mut rows = vec![
            row(700.0, &[(50.0, "Report of", true), (150.0, "The town", false)]),
            row(688.0, &[(50.0, "the wells", true), (150.0, "council", false)]),
        ];
        gather(&mut rows);
        assert_eq!(
            texts(&rows),
            [("Report of the wells The town", vec!["Report of the wells"]), ("council", vec![])]
        );
    }

    #[test]
    fn rows_that_link_the_same_are_several() {
        let mut rows = vec![
            row(700.0, &[(50.0, "Source", true), (150.0, "The town", false)]),
            row(688.0, &[(50.0, "Source", true), (150.0, "The hill", false)]),
        ];
        let before = rows.clone();
        gather(&mut rows);
        assert_eq!(texts(&rows), texts(&before));
    }

    #[test]
    fn links_within_sentences_stay() {
        let mut rows = vec![
            row(700.0, &[(50.0, "As", false), (65.0, "Example 2010", true), (130.0, "says", false)]),
            row(688.0, &[(50.0, "and", false), (70.0, "Example", true), (110.0, "repeats", false)]),
        ];
        let before = rows.clone();
        gather(&mut rows);
        assert_eq!(texts(&rows), texts(&before));
    }
}
