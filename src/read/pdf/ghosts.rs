//! Links that pdfTeX lays over the wrong lines.
//!
//! Where a link breaks over a page, pdfTeX goes on with it in every box of the next page until it
//! ends: over the running head and the first lines of the body as well as over what is left of
//! it. What is left is told by its text, which goes on with the address.

use std::collections::HashSet;
use std::sync::Arc;

use super::row::Row;

/// Takes such links off the lines.
pub(super) fn lay(pages: &mut [Vec<Row>]) {
    for next in 1..pages.len() {
        let open = open(&pages[next - 1]);
        if open.is_empty() {
            continue;
        }
        for row in &mut pages[next] {
            let Row { text, links, .. } = row;
            links.retain(|(range, target)| !open.contains(target) || prints(&text[range.clone()], target));
        }
    }
}

/// The targets whose address a page prints the start of, but not the end.
fn open(page: &[Row]) -> HashSet<Arc<str>> {
    let mut open = HashSet::new();
    for row in page {
        for (range, target) in &row.links {
            let text = &row.text[range.clone()];
            if prints(text, target) && !ends(text, target) {
                open.insert(target.clone());
            } else {
                open.remove(target);
            }
        }
    }
    open
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
            vec![row("The Year in Review", target), row("Nobody was asked.", target), row("counts.html", target)],
        ];
        lay(&mut pages);
        assert_eq!(kept(&pages[1]), ["counts.html"]);
    }

    #[test]
    fn a_link_that_ended_may_come_again() {
        let target = "http://wells.example/";
        let mut pages = vec![vec![row("http://wells.example", target)], vec![row("the report", target)]];
        lay(&mut pages);
        assert_eq!(kept(&pages[1]), ["the report"]);
    }
}
