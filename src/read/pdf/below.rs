//! Printed addresses that break over the lines of a table's cell.
//!
//! As with links ([`cell`](super::cell)), what goes on in the next line of a cell stands behind the text
//! of the others. Where there is no link, more is asked for: the next line of the cell begins where the
//! cell does, ends before the next cell, and begins with a word that only an address goes on with.

use std::ops::Range;

use super::apart::BEGINNINGS;
use super::cell::{GAP, move_text};
use super::glyph::Glyph;
use super::row::Row;

/// What stands between two gaps of a row that part cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// Bytes of the row's text.
    range: Range<usize>,
    x0: f32,
    x1: f32,
}

/// The cells of a row; `glyphs` come with the byte that each stands at.
pub(super) fn cells(row: &Row, glyphs: &[(usize, Glyph)]) -> Vec<Cell> {
    if row.leftward {
        return Vec::new();
    }
    let wide = row.size * GAP;
    let mut cells: Vec<Cell> = Vec::new();
    for (index, (at, glyph)) in glyphs.iter().enumerate() {
        let end = glyphs.get(index + 1).map_or(row.text.len(), |(next, _)| *next);
        let printed = row.text.get(*at..end).map_or(end, |text| at + text.trim_end().len());
        match cells.last_mut() {
            Some(cell) if glyph.x - cell.x1 < wide => {
                cell.x1 = cell.x1.max(glyph.end());
                cell.range.end = printed;
            }
            _ => cells.push(Cell { range: *at..printed, x0: glyph.x, x1: glyph.end() }),
        }
    }
    cells
}

/// Moves the rests of printed addresses up behind their beginnings, in the rows of a column.
pub(super) fn gather(rows: &mut [(Row, Vec<Cell>)]) {
    for home in 0..rows.len() {
        for at in (0..rows[home].1.len()).rev() {
            for (below, rest) in rests(rows, home, at) {
                take(rows, home, at, below, rest);
            }
        }
    }
}

/// The rows and cells in which the address at the end of a cell goes on; none unless the text of other
/// cells stands between two of its lines.
fn rests(rows: &[(Row, Vec<Cell>)], home: usize, at: usize) -> Vec<(usize, usize)> {
    const LINES: usize = 12;
    let (row, cells) = &rows[home];
    let Some(mut address) = address(row, &cells[at]) else { return Vec::new() };
    let edge = right_edge(rows, home, &cells[at]);
    let (mut rests, mut parted) = (Vec::new(), false);
    let mut last = (row, &cells[at], at + 1 == cells.len());
    for (below, (lower, lowers)) in rows.iter().enumerate().take(home + LINES).skip(home + 1) {
        let Some(rest) = next_line(last.0, &cells[at], cells.get(at + 1), lower, lowers) else { break };
        let full = last.1.x1 >= edge - row.size * FULL;
        let text = &lower.text[lowers[rest].range.clone()];
        let Some(word) = goes_on(&address, text, full) else { break };
        parted |= !last.2 || rest > 0;
        rests.push((below, rest));
        if word.len() < text.len() {
            break;
        }
        address.push_str(word);
        last = (lower, &lowers[rest], rest + 1 == lowers.len());
    }
    if parted { rests } else { Vec::new() }
}

/// How far from the right edge of its cell a full line may end, in units of the size.
const FULL: f32 = 1.2;

/// The right edge of a cell: that of its longest line near by.
fn right_edge(rows: &[(Row, Vec<Cell>)], home: usize, cell: &Cell) -> f32 {
    const NEAR: usize = 12;
    let near = &rows[home.saturating_sub(NEAR)..rows.len().min(home + NEAR)];
    let lines = near.iter().flat_map(|(row, cells)| {
        cells.iter().filter(move |other| (other.x0 - cell.x0).abs() <= row.size * ALIGNED)
    });
    lines.map(|line| line.x1).fold(cell.x1, f32::max)
}

/// How far apart the lines of a cell may begin, in units of the size.
const ALIGNED: f32 = 0.2;

/// The cell of the row below that is the next line of `cell`.
fn next_line(last: &Row, cell: &Cell, beside: Option<&Cell>, lower: &Row, lowers: &[Cell]) -> Option<usize> {
    const PITCH: f32 = 1.5;
    let near = last.y - lower.y <= lower.size * PITCH && (last.size - lower.size).abs() <= lower.size * 0.06;
    let rest = lowers.iter().position(|other| (other.x0 - cell.x0).abs() <= lower.size * ALIGNED)?;
    let (range, right) = (&lowers[rest].range, beside.map_or(f32::MAX, |beside| beside.x0));
    (near && lowers[rest].x1 < right && !is_linked(lower, range)).then_some(rest)
}

fn is_linked(row: &Row, range: &Range<usize>) -> bool {
    row.links.iter().any(|(link, _)| link.start < range.end && range.start < link.end)
}

/// The address that a cell ends with, if no link is over it.
fn address(row: &Row, cell: &Cell) -> Option<String> {
    let text = row.text.get(cell.range.clone())?;
    let word = text.rsplit(' ').next()?.trim_start_matches(['(', '[', '<', '“', '"']);
    let begins = BEGINNINGS.iter().any(|beginning| word.starts_with(beginning));
    (begins && !is_linked(row, &(cell.range.end - word.len()..cell.range.end))).then(|| word.to_owned())
}

/// The word of a line with which an address goes on.
fn goes_on<'a>(address: &str, line: &'a str, full: bool) -> Option<&'a str> {
    const SIGNS: [char; 9] = ['/', '=', '_', '%', '&', '?', '#', '~', '+'];
    let word = line.split(' ').next()?;
    let bare = word.trim_end_matches(['.', ',', ';', ':', ')', ']', '>']);
    let mut letters = bare.chars();
    let first = letters.next()?;
    let opens = !first.is_alphanumeric() && !SIGNS.contains(&first) && !matches!(first, '.' | '-' | '(');
    if opens || BEGINNINGS.iter().any(|beginning| bare.starts_with(beginning)) {
        return None;
    }
    let asks =
        address.ends_with(['/', '-', '\u{2010}', '\u{ad}', '_', '=', '?', '&', '%', '#', '~', '+', '.']);
    let leads = (SIGNS.contains(&first) || first == '.') && letters.next().is_some_and(char::is_alphanumeric);
    let file = bare.rsplit_once('.').is_some_and(|(name, end)| {
        !name.is_empty() && (2..=5).contains(&end.len()) && end.chars().all(|c| c.is_ascii_lowercase())
    });
    let marked = bare.contains(SIGNS) || file || bare.matches('-').count() > 1;
    let binds = address.ends_with(['-', '\u{2010}', '\u{ad}', '_', '=', '%', '&']) && word == line;
    (leads || marked && (asks || full) || binds).then_some(word)
}

/// Moves the first word of a cell up behind an address. A hyphen at the end of a line may be the
/// typesetter's: there the line break is kept, so that it is judged later.
fn take(rows: &mut [(Row, Vec<Cell>)], home: usize, at: usize, below: usize, rest: usize) {
    let (above, under) = rows.split_at_mut(below);
    let ((upper, uppers), (lower, lowers)) = (&mut above[home], &mut under[0]);
    let from = lowers[rest].range.start;
    let line = &lower.text[from..lowers[rest].range.end];
    let word = line.split(' ').next().unwrap_or_default().to_owned();
    let blank = usize::from(lower.text[from + word.len()..].starts_with(' '));
    let cut = from..from + word.len() + blank;
    let end = uppers[at].range.end;
    let hyphened = upper.text[..end].ends_with(['-', '\u{2010}', '\u{ad}']);
    let new = if hyphened { format!("\n{word}") } else { word.clone() };

    move_text(upper, end, &new, lower, &cut, word.len());
    for cell in &mut uppers[at + 1..] {
        cell.range = cell.range.start + new.len()..cell.range.end + new.len();
    }
    uppers[at].range.end += new.len();

    let left = lowers[rest].range.end.saturating_sub(cut.end);
    for cell in &mut lowers[rest + 1..] {
        cell.range = cell.range.start - cut.len()..cell.range.end - cut.len();
    }
    lowers[rest].range = from..from + left;
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Direction;
    use super::super::strips;
    use super::*;

    /// A row of a table: cells with the place of each.
    fn row(y: f32, printed: &[(f32, &str)]) -> (Row, Vec<Cell>) {
        let mut row = Row { y, size: 10.0, ..Row::default() };
        let mut glyphs = Vec::new();
        for (x, text) in printed {
            let start = row.text.len() + usize::from(!row.text.is_empty());
            row.text = format!("{} {text}", row.text).trim().to_owned();
            for (index, c) in text.chars().enumerate().filter(|(_, c)| *c != ' ') {
                let x = x + 5.0 * index as f32;
                let glyph = Glyph {
                    c,
                    x,
                    y,
                    width: 5.0,
                    size: 10.0,
                    direction: Direction::Right,
                    ink: 0,
                    slanted: false,
                };
                glyphs.push((start + index, glyph));
            }
        }
        row.x0 = printed[0].0;
        row.strips = strips::strips(&row, &glyphs);
        let cells = cells(&row, &glyphs);
        (row, cells)
    }

    fn gathered(mut rows: Vec<(Row, Vec<Cell>)>) -> Vec<String> {
        gather(&mut rows);
        rows.into_iter().map(|(row, _)| row.text).collect()
    }

    #[test]
    fn an_address_goes_on_below_itself() {
        let rows = vec![
            row(700.0, &[(50.0, "1"), (80.0, "The wells of"), (200.0, "http://wells.exa"), (300.0, "2014")]),
            row(688.0, &[(80.0, "the town"), (200.0, "mple/reports/"), (300.0, "May")]),
            row(676.0, &[(80.0, "once."), (200.0, "2014/three.html.")]),
            row(664.0, &[(200.0, "Another line")]),
        ];
        let expected = [
            "1 The wells of http://wells.example/reports/2014/three.html. 2014",
            "the town May",
            "once.",
            "Another line",
        ];
        assert_eq!(gathered(rows), expected);
    }

    #[test]
    fn where_it_is_printed_is_still_known() {
        let mut rows = vec![
            row(700.0, &[(80.0, "Wells"), (200.0, "http://wells.example/"), (320.0, "2014")]),
            row(688.0, &[(80.0, "Dams"), (200.0, "reports/a.html")]),
        ];
        gather(&mut rows);
        let (row, _) = &rows[0];
        assert_eq!(row.text, "Wells http://wells.example/reports/a.html 2014");
        let strips: Vec<_> =
            row.strips.iter().map(|strip| (&row.text[strip.range.clone()], strip.bottom.get())).collect();
        let expected = [("Wells http://wells.example/", 697.5), ("reports/a.html", 685.5), (" 2014", 697.5)];
        assert_eq!(strips, expected);
    }

    #[test]
    fn a_hyphen_keeps_its_line_break() {
        let rows = vec![
            row(700.0, &[(80.0, "Wells"), (200.0, "http://a.example/an-"), (320.0, "2014")]),
            row(688.0, &[(80.0, "Dams"), (200.0, "nual"), (320.0, "2015")]),
        ];
        assert_eq!(gathered(rows), ["Wells http://a.example/an-\nnual 2014", "Dams 2015"]);
    }

    #[test]
    fn what_is_no_rest_of_an_address_stays() {
        let first = || row(700.0, &[(80.0, "Wells"), (200.0, "http://a.example/b"), (320.0, "2014")]);
        for below in
            ["annual report", "(accessed 2013)", "http://a.example/c", "Reuters", "2013", "see and/or"]
        {
            let rows = vec![first(), row(688.0, &[(80.0, "Dams"), (200.0, below)])];
            assert_eq!(gathered(rows)[0], "Wells http://a.example/b 2014", "{below}");
        }
        // A line that is not full breaks for another reason.
        let rows = vec![
            first(),
            row(688.0, &[(80.0, "Dams"), (200.0, "b/c")]),
            row(676.0, &[(80.0, "Mills"), (200.0, "A line that is much longer")]),
        ];
        assert_eq!(gathered(rows)[0], "Wells http://a.example/b 2014");
        // Below another cell.
        let rows = vec![first(), row(688.0, &[(80.0, "Dams"), (230.0, "/c.html")])];
        assert_eq!(gathered(rows)[0], "Wells http://a.example/b 2014");
    }

    #[test]
    fn what_stands_right_behind_is_left() {
        let rows = vec![
            row(700.0, &[(50.0, "See"), (200.0, "http://a.example/")]),
            row(688.0, &[(200.0, "b/c.html")]),
        ];
        assert_eq!(gathered(rows), ["See http://a.example/", "b/c.html"]);
    }
}
