//! Addresses beside the one of a work that belong to it whatever stands between: the archive copy in
//! brackets at the end of its reference, the identifier behind its volume and pages.

use std::ops::Range;

use super::super::dates;
use super::super::flat::ADDRESS;
use super::super::structure::{self, Structure};
use super::{Anchor, between};

/// The longest way from a hyperlinked title to the copy given of it, in bytes.
const FARTHEST: usize = 400;

/// How addresses begin that stand for the identifier in them, without their schemes.
const RESOLVERS: [&str; 5] =
    ["doi.org/10.", "dx.doi.org/10.", "hdl.handle.net/", "arxiv.org/abs/", "pubmed.ncbi.nlm.nih.gov/"];

/// Whether an address stands for the identifier in it.
pub(super) fn is_identifier(url: &str) -> bool {
    let place = url.split_once("://").map_or(url, |(_, place)| place);
    let place = place.strip_prefix("www.").unwrap_or(place);
    RESOLVERS.iter().any(|start| place.starts_with(start))
}

/// Whether a semicolon between two addresses parts their works, which it does not in `;archived at`.
pub(super) fn is_parted(between: &str) -> bool {
    between.split(';').skip(1).any(|behind| !says_copy(behind) && !dates::opens_with_access(behind))
}

/// Whether the second of two addresses is given beside the work of the first, or the first is a
/// copy that the title leads to and the second its original. Words between them that another work
/// would be cited with have been looked for already.
pub(super) fn is_given_beside(text: &str, pair: [&Anchor; 2], structure: &Structure) -> bool {
    let [before, next] = pair;
    let between = between(before, next);
    if between.len() > FARTHEST || structure.quotes_within(&between) {
        return false;
    }
    let copied = |copy: &Anchor, original: &Anchor| {
        original.copy.is_none() && copy.copy.as_ref().is_some_and(|copy| copy.may_be_of(original.url))
    };
    if copied(before, next) {
        return says_copy_within(&text[between]);
    }
    if copied(next, before) {
        let said =
            says_copy(text[next.range.clone()].trim_start()) || says_copy_within(last_clause(text, &between));
        return said || is_in_brackets(text, &next.range) && (!before.shown || knows(next));
    }
    !before.shown && next.identifier && !before.identifier && before.copy.is_none()
}

fn knows(copy: &Anchor) -> bool {
    copy.copy.as_ref().is_some_and(|copy| copy.original.is_some())
}

/// Whether an address stands alone in brackets: `[https://perma.cc/AB12-CD34]`.
fn is_in_brackets(text: &str, address: &Range<usize>) -> bool {
    let opened = text[..address.start].trim_end().ends_with(['[', '(']);
    opened && text[address.end..].trim_start_matches([' ', '.']).starts_with([']', ')'])
}

/// What stands before an address without a comma or a full stop.
fn last_clause<'a>(text: &'a str, between: &Range<usize>) -> &'a str {
    let clause = &text[between.clone()];
    let start = [". ", ", ", "; ", ") ", ADDRESS.encode_utf8(&mut [0; 4])]
        .iter()
        .filter_map(|sign| clause.rfind(sign).map(|at| at + sign.len()))
        .max();
    &clause[start.unwrap_or(0)..]
}

/// Whether a text begins with the word for a copy.
fn says_copy(text: &str) -> bool {
    let word = text.trim_start().split(char::is_whitespace).next().unwrap_or_default();
    structure::says_copy(word.trim_start_matches(['[', '(']))
}

/// Whether any word of a text says so.
fn says_copy_within(text: &str) -> bool {
    text.split_whitespace().any(says_copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_told_by_their_resolvers() {
        for url in [
            "https://doi.org/10.1234/abc",
            "http://dx.doi.org/10.1234/abc",
            "https://arxiv.org/abs/1405.01234",
        ] {
            assert!(is_identifier(url), "{url}");
        }
        for url in ["https://doi.org/", "https://arxiv.org/", "https://a.example/doi.org/10.1234"] {
            assert!(!is_identifier(url), "{url}");
        }
    }

    #[test]
    fn words_for_copies() {
        for text in ["archived at", "(arch.: ", "Archivé", "архивная копия", "Archivkopie"] {
            assert!(says_copy(text), "{text}");
        }
        assert!(!says_copy("the archive"));
        assert!(!says_copy("Architecture"));
        assert!(says_copy_within("see the archive"));
    }
}
