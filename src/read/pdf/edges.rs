//! The lines that stand apart at the upper and at the lower edge of a page: what they say may change from
//! page to page, as titles of chapters do, and a document of one page has nothing that comes back.

use super::cover;
use super::row::Row;
use super::segment::median;

/// How far such a line stands from the next, in units of its size.
const APART: f32 = 1.8;
/// And in units of the usual distance of lines.
const WIDER: f32 = 1.4;

/// What stands apart at one edge of a page.
#[derive(Debug)]
struct Edge {
    page: usize,
    /// Its rows.
    rows: Vec<usize>,
    y: f32,
    size: f32,
}

/// The rows that are furniture by where they stand, as pages and rows.
pub(super) fn furniture(pages: &[Vec<Row>]) -> Vec<(usize, usize)> {
    let mut furniture = Vec::new();
    for upper in [true, false] {
        let edges: Vec<Edge> = (0..pages.len()).filter_map(|page| edge(&pages[page], page, upper)).collect();
        for edge in &edges {
            let head = upper && (masthead(edge, pages) || comes_back(edge, &edges, pages.len()));
            if head || counts(edge, pages) || lone_number(edge, pages) || faces(edge, &edges, pages) {
                furniture.extend(edge.rows.iter().map(|row| (edge.page, *row)));
            }
        }
    }
    furniture
}

/// The rows at an edge, if they stand apart.
fn edge(rows: &[Row], page: usize, upper: bool) -> Option<Edge> {
    let mut ids: Vec<usize> = (0..rows.len()).collect();
    ids.sort_by(|a, b| rows[*b].y.total_cmp(&rows[*a].y));
    let pitch =
        median(ids.windows(2).map(|pair| rows[pair[0]].y - rows[pair[1]].y).filter(|gap| *gap > 1.0))?;
    if !upper {
        ids.reverse();
    }
    let first = &rows[*ids.first()?];
    let level = |id: &&usize| (rows[**id].y - first.y).abs() <= first.size / 2.0;
    let count = ids.iter().take_while(level).count();
    let next = &rows[*ids.get(count)?];
    let gap = (first.y - next.y).abs();
    let apart = gap >= first.size.max(next.size) * APART && gap >= pitch * WIDER;
    apart.then(|| Edge { page, rows: ids[..count].to_vec(), y: first.y, size: first.size })
}

/// Whether it says which page of how many this is, as browsers print below a page's address:
/// `http://a.example/b 1/3`.
fn counts(edge: &Edge, pages: &[Vec<Row>]) -> bool {
    let counted = format!("{}/{}", edge.page + 1, pages.len());
    let told = |row: &usize| {
        let words = pages[edge.page][*row].text.split_whitespace();
        words.clone().next() == Some(counted.as_str()) || words.last() == Some(counted.as_str())
    };
    edge.rows.iter().any(told)
}

/// Whether it is a bare number off the margin, in a document too short for it to come back.
fn lone_number(edge: &Edge, pages: &[Vec<Row>]) -> bool {
    const FEW: usize = 2;
    const LONGEST: usize = 4;
    const OFF: f32 = 3.0;
    let rows = &pages[edge.page];
    let left = rows.iter().map(|row| row.x0).min_by(f32::total_cmp).unwrap_or(0.0);
    let [row] = edge.rows[..] else { return false };
    let row = &rows[row];
    pages.len() <= FEW
        && row.text.len() <= LONGEST
        && row.text.bytes().all(|byte| byte.is_ascii_digit())
        && row.x0 > left + row.size * OFF
}

/// Whether it is the address of the document or of its publisher above the first page.
fn masthead(edge: &Edge, pages: &[Vec<Row>]) -> bool {
    edge.page == 0 && edge.rows.iter().any(|row| cover::addressed(&pages[0][*row].text))
}

/// Whether lines of one size stand apart at the same height on most pages. At the foot the last notes do.
fn comes_back(edge: &Edge, edges: &[Edge], pages: usize) -> bool {
    const LEAST: usize = 3;
    const TENTHS: usize = 6;
    const OFF: f32 = 0.8;
    let like = |other: &&Edge| (other.y - edge.y).abs() <= OFF && (other.size - edge.size).abs() <= OFF / 4.0;
    let count = edges.iter().filter(like).count();
    count >= LEAST && count * 10 >= pages.saturating_sub(1) * TENTHS
}

/// Whether the other of two pages has the same there but for its numbers. Short notes may, but for their
/// labels.
fn faces(edge: &Edge, edges: &[Edge], pages: &[Vec<Row>]) -> bool {
    let said = |edge: &Edge| -> String {
        let texts = edge.rows.iter().map(|row| pages[edge.page][*row].text.as_str());
        texts.flat_map(str::chars).filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
    };
    let [one, other] = edges else { return false };
    let alike = (one.y - other.y).abs() <= 0.8 && said(one) == said(other);
    let first = edge.rows.iter().map(|row| &pages[edge.page][*row]).min_by(|a, b| a.x0.total_cmp(&b.x0));
    pages.len() == 2 && alike && first.is_some_and(|row| row.text.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, x0: f32, y: f32) -> Row {
        Row { text: text.to_owned(), x0, y, size: 10.0, ..Row::default() }
    }

    /// A page of lines with this above and that below.
    fn page(above: &str, below: Row) -> Vec<Row> {
        let body = (0_u8..20).map(|line| row("Some words", 72.0, 700.0 - 12.0 * f32::from(line)));
        std::iter::once(row(above, 72.0, 740.0)).chain(body).chain([below]).collect()
    }

    fn found(pages: &[Vec<Row>]) -> Vec<(usize, &str)> {
        furniture(pages).into_iter().map(|(page, row)| (page, pages[page][row].text.as_str())).collect()
    }

    #[test]
    fn a_line_that_counts_the_pages() {
        let pages = [page("1/6/2016", row("http://a.example/b 1/1", 72.0, 40.0))];
        assert_eq!(found(&pages), [(0, "http://a.example/b 1/1")]);
        let pages = [page("Notes", row("http://a.example/b 1/2", 72.0, 40.0))];
        assert_eq!(found(&pages), []);
    }

    #[test]
    fn the_number_of_the_only_page() {
        assert_eq!(found(&[page("Notes", row("117", 300.0, 40.0))]), [(0, "117")]);
        assert_eq!(found(&[page("Notes", row("117", 72.0, 40.0))]), []);
        let close = row("117", 300.0, 700.0 - 12.0 * 20.0);
        assert_eq!(found(&[page("Notes", close)]), []);
    }

    #[test]
    fn an_address_above_the_first_page() {
        let pages = [page("doi:10.1000/wells.12", row("words", 72.0, 700.0 - 12.0 * 20.0))];
        assert_eq!(found(&pages), [(0, "doi:10.1000/wells.12")]);
    }

    #[test]
    fn two_pages_have_a_foot_in_common() {
        let foot = |number: &str| row(&format!("Of Wells 12 {number}"), 72.0, 40.0);
        let pages = [page("One", foot("117")), page("Two", foot("118"))];
        assert_eq!(found(&pages), [(0, "Of Wells 12 117"), (1, "Of Wells 12 118")]);
        let foot = |number: &str| row(&format!("{number} Ibid."), 72.0, 40.0);
        assert_eq!(found(&[page("One", foot("3")), page("Two", foot("7"))]), []);
    }

    #[test]
    fn what_stands_apart_at_the_same_height() {
        let pages: Vec<Vec<Row>> = ["One", "Two", "Three", "Four"]
            .iter()
            .map(|head| page(head, row("words", 72.0, 700.0 - 12.0 * 20.0)))
            .collect();
        assert_eq!(found(&pages), [(0, "One"), (1, "Two"), (2, "Three"), (3, "Four")]);
        assert_eq!(found(&pages[..2]), []);
    }
}
