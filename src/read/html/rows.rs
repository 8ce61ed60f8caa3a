//! Rows of a table that are entries of a list: a number in the first cell, the text in the last.

use super::super::apparatus::{is_back_link, marker_label};
use super::dom::Id;
use super::page::Page;

/// Longest text of a cell that may be a label, in bytes.
const LONGEST: u32 = 24;

/// The label of a row and the cell with its text, if the row is such an entry.
pub(super) fn entry(page: &Page, row: Id) -> Option<(String, Id)> {
    let cells: Vec<Id> =
        page.dom.children(row).filter(|id| matches!(page.dom.name(*id), "td" | "th")).take(4).collect();
    let (last, before) = cells.split_last().filter(|(_, before)| (1..=2).contains(&before.len()))?;
    let mut label = None;
    for cell in before.iter().filter(|cell| page.weight(**cell) > 0) {
        let text = page.dom.text_up_to(*cell, 40);
        match marker_label(&text).filter(|_| page.weight(*cell) <= LONGEST && label.is_none()) {
            Some(found) => label = Some(found),
            None if is_back_link(&text) => {}
            None => return None,
        }
    }
    Some((label?, *last))
}
