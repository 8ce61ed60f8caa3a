//! Page furniture: the uppermost and lowermost lines of pages that come back, or that count the pages.

use super::row::Row;
use super::{cover, edges, foot};
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
    let mut furniture: Vec<bool> = furniture;
    for at in 1..order.len() {
        let [above, below] = [order[at - 1], order[at]].map(|(page, row)| (page, &pages[page][row]));
        furniture[at] &= furniture[at - 1] || above.0 != below.0 || !goes_on(above.1, below.1);
    }
    let mut gone: Vec<(usize, usize)> =
        order.into_iter().zip(furniture).filter(|(_, gone)| *gone).map(|(at, _)| at).collect();
    gone.extend(edges::furniture(pages));
    gone.extend(cover::addresses(pages, foot::body_size(pages)).into_iter().map(|row| (0, row)));
    gone.sort_unstable();
    gone.dedup();
    for (page, row) in gone.into_iter().rev() {
        pages[page].remove(row);
    }
}

/// Whether a row is set like the next line of the text above it: the last words of notes may come
/// back as well.
fn goes_on(above: &Row, below: &Row) -> bool {
    const CLOSEST: f32 = 1.35;
    let alike =
        (above.size - below.size).abs() <= above.size * 0.02 && (above.x0 - below.x0).abs() <= above.size;
    alike && above.y - below.y <= above.size * CLOSEST && below.text.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, y: f32) -> Row {
        Row { text: text.to_owned(), x0: 72.0, y, size: 9.0, ..Row::default() }
    }

    #[test]
    fn the_end_of_a_note_is_no_footer() {
        let page = |note: &str| {
            vec![row(note, 100.0), row("retrieved on 12 June 2013.", 89.0), row("A Report", 60.0)]
        };
        let mut pages: Vec<Vec<Row>> = ["a", "b", "c", "d"].map(page).into();
        set_aside(&mut pages);
        for page in &pages {
            assert_eq!(page.len(), 2);
            assert_eq!(page[1].text, "retrieved on 12 June 2013.");
        }
    }
}
