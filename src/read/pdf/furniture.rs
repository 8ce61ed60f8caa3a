//! Page furniture: the uppermost and lowermost lines of pages that come back.

use super::row::Row;
use crate::read::text;

/// Takes the furniture out of the pages.
pub(super) fn set_aside(pages: &mut [Vec<Row>]) {
    let mut order: Vec<(usize, usize)> = Vec::new();
    for (page, rows) in pages.iter().enumerate() {
        let mut ids: Vec<usize> = (0..rows.len()).collect();
        ids.sort_by(|a, b| rows[*b].y.total_cmp(&rows[*a].y));
        order.extend(ids.into_iter().map(|row| (page, row)));
    }
    let lines = order.iter().map(|(page, row)| (*page, pages[*page][*row].text.as_str()));
    let furniture = text::furniture_of_pages(lines);
    let mut gone: Vec<(usize, usize)> =
        order.into_iter().zip(furniture).filter(|(_, gone)| *gone).map(|(at, _)| at).collect();
    gone.sort_unstable();
    for (page, row) in gone.into_iter().rev() {
        pages[page].remove(row);
    }
}
