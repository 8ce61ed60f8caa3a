//! Links that pdfTeX lays over the wrong lines.
//!
//! Where a link breaks over a page or a column, pdfTeX goes on with it in every box until it
//! ends: over running heads, over the footnotes below and the body above what is left of it. What
//! is left is told by its text, which goes on with the address.

use std::collections::HashMap;
use std::sync::Arc;

use super::row::Row;

/// After so many lines without it a link has ended.
const LINES: usize = 3;

/// Takes such links off the lines.
pub(super) fn lay(pages: &mut [Vec<Row>]) {
    // The targets whose address was begun and not ended, with the line they were last seen on.
    let mut open: HashMap<Arc<str>, usize> = HashMap::new();
    for (number, row) in pages.iter_mut().flatten().enumerate() {
        open.retain(|_, last| number - *last <= LINES);
        let Row { text, links, .. } = row;
        links.retain(|(range, target)| {
            let text = &text[range.clone()];
            let (prints, begun) = (prints(text, target), open.contains_key(target));
            if begun && !prints || prints && !ends(text, target) {
                open.insert(target.clone(), number);
            } else {
                open.remove(target);
            }
            prints || !begun
        });
    }
}

/// Whether a text is a part of an address.
fn prints(text: &str, target: &str) -> bool {
    let text = squeezed(text);
    !text.is_empty() && squeezed(target).contains(text.trim_end_matches('-'))
}

fn ends(text: &str, target: &str) -> bool {
    squeezed(target).trim_end_matches('/').ends_with(squeezed(text).trim_end_matches(['/', '.']))
}

fn squeezed(text: &str) -> String {
    let plain = |c: char| if matches!(c, '\u{2010}' | '\u{2011}' | '\u{ad}') { '-' } else { c };
    text.chars().filter(|c| !c.is_whitespace()).map(plain).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, target: &str) -> Row {
        Row { text: text.to_owned(), links: vec![(0..text.len(), Arc::from(target))], ..Row::default() }
    }

    fn kept(page: &[Row]) -> Vec<&str> {
        page.iter().filter(|row| !row.links.is_empty()).map(|row| row.text.as_str()).collect()
    }

    #[test]
    fn a_broken_link_goes_on_only_where_its_address_does() {
        let target = "http://wells.example/who-counts.html";
        let mut pages = vec![
            vec![row("http://wells.example/who-", target)],
            vec![
                row("The Year in Review", target),
                row("Nobody was asked.", target),
                row("counts.html", target),
            ],
            vec![row("the report", target)],
        ];
        lay(&mut pages);
        assert_eq!(kept(&pages[1]), ["counts.html"]);
        assert_eq!(kept(&pages[2]), ["the report"]);
    }

    #[test]
    fn a_link_that_ended_may_come_again() {
        let target = "http://wells.example/";
        let mut pages = vec![vec![row("http://wells.example", target)], vec![row("the report", target)]];
        lay(&mut pages);
        assert_eq!(kept(&pages[1]), ["the report"]);
    }
}
