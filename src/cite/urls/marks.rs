//! Hyperlinks: they carry the exact address and outrank the text.

use std::ops::Range;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::{MarkKind, Passage};

/// The schemes of sources; everything else a link can hold (a script, a place on the page, a
/// relative path, somebody's mailbox) is none.
const SCHEMES: [&str; 4] = ["http://", "https://", "ftp://", "ftps://"];

/// The hyperlinks of a passage that lead to sources. Neighbours with one target, as a line break
/// or a change of style splits them, are one.
pub(super) fn links(passage: &Passage) -> Vec<(Range<usize>, String)> {
    let mut links: Vec<(Range<usize>, String)> = Vec::new();
    for mark in &passage.marks {
        let MarkKind::Link(target) = &mark.kind else { continue };
        let Some(target) = usable(target).filter(|_| passage.text.get(mark.range.clone()).is_some()) else {
            continue;
        };
        if let Some((range, last)) = links.last_mut()
            && *last == target
            && passage.text.get(range.end..mark.range.start).is_some_and(|between| between.trim().is_empty())
        {
            range.end = range.end.max(mark.range.end);
            continue;
        }
        links.push((mark.range.clone(), target));
    }
    links
}

/// The target as a browser takes it (white space and controls around it and line breaks within it do not
/// count, other blanks are escaped), if it leads to a source.
fn usable(target: &str) -> Option<String> {
    let mut written = String::with_capacity(target.len());
    let target = target.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    for c in target.chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')) {
        if c.is_whitespace() || c.is_control() {
            written.extend(utf8_percent_encode(c.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
        } else {
            written.push(c);
        }
    }
    let target = written;
    let start =
        |scheme: &str| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = SCHEMES.iter().find(|scheme| start(scheme))?;
    (target.len() > scheme.len()).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mark;

    fn passage(text: &str, links: &[(Range<usize>, &str)]) -> Passage {
        let mark = |(range, target): &(Range<usize>, &str)| Mark {
            range: range.clone(),
            kind: MarkKind::Link((*target).to_owned()),
        };
        Passage { text: text.to_owned(), marks: links.iter().map(mark).collect(), places: Vec::new() }
    }

    #[test]
    fn only_sources() {
        let targets = [
            "#fn1",
            "/about",
            "javascript:void(0)",
            "tel:1",
            "http://",
            "mailto:a@b.example",
            "HTTP://a.example",
        ];
        let marks: Vec<_> =
            targets.iter().enumerate().map(|(at, target)| (at * 2..at * 2 + 1, *target)).collect();
        let found: Vec<String> =
            links(&passage("a-b-c-d-e-f-g", &marks)).into_iter().map(|(_, target)| target).collect();
        assert_eq!(found, ["HTTP://a.example"]);
    }

    #[test]
    fn blanks_within_are_escaped() {
        for (target, url) in [
            ("http://a.example/one two", "http://a.example/one%20two"),
            (" http://a.example/on\ne\u{a0}two\u{b}c ", "http://a.example/one%C2%A0two%0Bc"),
            ("http://a.example/b\0", "http://a.example/b"),
            ("http://accessed via.example/x\u{15}\"y", "http://accessed%20via.example/x%15\"y"),
        ] {
            assert_eq!(links(&passage("link", &[(0..4, target)])), [(0..4, url.to_owned())], "{target:?}");
        }
    }

    #[test]
    fn neighbours_with_one_target_are_one() {
        let passage = passage("A title, of two", &[(0..8, "http://a.example"), (9..15, "http://a.example")]);
        assert_eq!(links(&passage), [(0..15, "http://a.example".to_owned())]);
    }
}
