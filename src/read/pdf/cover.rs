//! Cover pages: the title page of a report, and the page that a repository puts before an article. Their
//! addresses are those of the document and of who keeps it, and nobody cites them.

use super::row::Row;

/// The rows of a cover that hold an address, if the first page is one. `body` is the size of the text.
pub(super) fn addresses(pages: &[Vec<Row>], body: f32) -> Vec<usize> {
    const PAGES: usize = 3;
    match pages.first() {
        Some(first) if pages.len() >= PAGES && is_cover(first, body) => {
            (0..first.len()).filter(|row| addressed(&first[*row].text)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether hardly anything of a page is set in the size of the text, and nothing on it is marked.
fn is_cover(rows: &[Row], body: f32) -> bool {
    const OFF: f32 = 0.3;
    const PART: usize = 10;
    let length = |row: &Row| row.text.chars().count();
    let all: usize = rows.iter().map(length).sum();
    let text: usize = rows.iter().filter(|row| (row.size - body).abs() <= OFF).map(length).sum();
    text * PART <= all && rows.iter().all(|row| row.raised.is_empty() && row.jumps.is_empty())
}

/// Whether a line holds an address or the identifier of a document.
pub(super) fn addressed(text: &str) -> bool {
    let text = text.to_lowercase();
    ["http://", "https://", "www.", "doi:", "doi.org/", "doi 10."].iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str], size: f32) -> Vec<Row> {
        texts.iter().map(|text| Row { text: (*text).to_owned(), size, ..Row::default() }).collect()
    }

    #[test]
    fn addresses_of_a_cover() {
        let cover = rows(&["Of Wells", "Stable URL: https://a.example/12", "Published by: The Press"], 9.0);
        let text = || rows(&["Of wells, see http://b.example/."], 11.0);
        let pages = [cover.clone(), text(), text()];
        assert_eq!(addresses(&pages, 11.0), [1]);
        assert_eq!(addresses(&pages[..2], 11.0), [0; 0]);
        assert_eq!(addresses(&pages, 9.0), [0; 0]);
        let marked = Row { raised: std::iter::once(2..3).collect(), ..cover[0].clone() };
        let pages = [cover.into_iter().chain([marked]).collect(), text(), text()];
        assert_eq!(addresses(&pages, 11.0), [0; 0]);
    }
}
