//! From the rows of a document to the lines that the reader of plain text takes: gaps as blank
//! lines, indents as spaces, the foot of a column apart.

use std::collections::HashMap;

use std::ops::Range;

use super::apart;
use super::foot;
use super::glyph::Area;
use super::row::Row;
use super::run_in;
use super::segment::{SMALL, median};
use super::strips;
use crate::read::text::{Setting, Typeset};

/// A column with what it is part of.
struct Column {
    rows: Vec<Row>,
    /// Where its foot starts.
    foot: usize,
    page: u32,
    part: u32,
}

/// The lines of a document.
pub(super) fn lines(pages: Vec<Vec<Row>>, rules: &[Vec<Area>]) -> Vec<Typeset> {
    let mut columns = columns(pages, rules);
    let (mut bodies, mut feet) = (Vec::new(), Vec::new());
    for column in &mut columns {
        let (body, foot) = column.rows.split_at_mut(column.foot);
        bodies.extend(body.iter_mut());
        feet.extend(foot.iter_mut());
    }
    apart::tie(&mut bodies);
    apart::tie(&mut feet);
    run_in::part(columns.into_iter().flat_map(set).collect())
}

fn columns(pages: Vec<Vec<Row>>, rules: &[Vec<Area>]) -> Vec<Column> {
    let body = foot::body_size(&pages);
    let mut columns = Vec::new();
    for (index, rows) in pages.into_iter().enumerate() {
        let page = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let mut rows = rows.into_iter().peekable();
        while let Some(first) = rows.peek() {
            let number = first.column;
            let mut column = Vec::new();
            while let Some(row) = rows.next_if(|row| row.column == number) {
                column.push(row);
            }
            let foot = foot::start(&column, &rules[index], body).unwrap_or(column.len());
            let part = u32::try_from(columns.len() + 1).unwrap_or(u32::MAX);
            columns.push(Column { rows: column, foot, page, part });
        }
    }
    columns
}

fn set(column: Column) -> Vec<Typeset> {
    let Column { rows: mut column, foot, page, part } = column;
    let gaps = gaps(&column);
    raise_labels(&mut column[foot..]);
    let margins = [margin(&column[..foot]), margin(&column[foot..])];
    let mut lines = Vec::with_capacity(column.len() + 4);
    for (at, row) in column.into_iter().enumerate() {
        if at == foot && at > 0 {
            lines.push(unset("\u{2500}".repeat(10), page, part));
        } else if gaps[at] {
            lines.push(unset(String::new(), page, part));
        }
        lines.push(line(row, margins[usize::from(at >= foot)], at >= foot, page, part));
    }
    lines
}

/// A label may stand on a line of its own where what follows does not fit behind it; it is told
/// by its size.
fn raise_labels(foot: &mut [Row]) {
    for at in 1..foot.len() {
        let (label, text) = (&foot[at - 1], &foot[at]);
        let digits = label.text.len() <= 4 && label.text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && label.size <= text.size * SMALL {
            let label = &mut foot[at - 1];
            label.raised = std::iter::once(0..label.text.len()).collect();
        }
    }
}

/// Where lines start and end.
fn margin(rows: &[Row]) -> (f32, f32) {
    let left = rows.iter().map(|row| row.x0).min_by(f32::total_cmp);
    let right = rows.iter().map(|row| row.x1).max_by(f32::total_cmp);
    (left.unwrap_or(0.0), right.unwrap_or(0.0))
}

/// Before which rows a gap stands: more than the usual distance of rows of that size.
fn gaps(rows: &[Row]) -> Vec<bool> {
    const WIDER: f32 = 1.3;
    const LOOSEST: f32 = 2.6;
    let pitch = |size: f32| {
        let alike = |row: &Row| (row.size - size).abs() <= size * 0.06;
        let pairs = rows.windows(2).filter(|pair| alike(&pair[0]) && alike(&pair[1]));
        median(pairs.map(|pair| pair[0].y - pair[1].y).filter(|pitch| *pitch > 0.0))
            .map_or(size * 1.25, |pitch| pitch.min(size * LOOSEST))
    };
    let mut known: HashMap<i32, f32> = HashMap::new();
    let mut gaps = vec![false; rows.len()];
    for at in 1..rows.len() {
        let quarters = (rows[at].size * 4.0).round() as i32;
        let usual = *known.entry(quarters).or_insert_with(|| pitch(quarters as f32 / 4.0));
        gaps[at] = rows[at - 1].y - rows[at].y > usual * WIDER;
    }
    gaps
}

/// A row with its indent as spaces.
fn line(row: Row, (left, right): (f32, f32), foot: bool, page: u32, part: u32) -> Typeset {
    const WIDEST: usize = 60;
    let indent = if row.leftward { right - row.x1 } else { row.x0 - left };
    let indent = ((indent / (row.size * 0.5)).max(0.0) as usize).min(WIDEST);
    let shift = |range: Range<usize>| range.start + indent..range.end + indent;
    let text = if indent == 0 { row.text } else { " ".repeat(indent) + &row.text };
    let setting = Setting {
        raised: row.raised.into_iter().map(shift).collect(),
        slanted: row.slanted.into_iter().map(shift).collect(),
        links: row.links.into_iter().map(|(range, target)| (shift(range), target)).collect(),
        marks: row.marks.into_iter().map(shift).collect(),
        led: row.led,
        foot,
    };
    let mut strips = row.strips;
    strips::shift(&mut strips, |byte| byte + indent);
    Typeset { text, page, part, setting, strips }
}

/// A line that no row stands for.
fn unset(text: String, page: u32, part: u32) -> Typeset {
    Typeset { text, page, part, setting: Setting::default(), strips: Vec::new() }
}
