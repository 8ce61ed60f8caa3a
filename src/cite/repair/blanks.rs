//! Whether an address goes on behind a blank.
//!
//! Converters that keep the layout of a page put blanks into justified lines, before hyphens
//! and full stops above all: `revised -laws/`, `DisplayNews .aspx?`.

use super::super::chars::is_hyphen;
use super::super::host;
use super::fork::Fork;
use super::join::Gap;
use super::{shape, stops};

/// How the address goes on over a blank; nothing if it ends.
pub(in crate::cite) fn over_blank(gap: Gap) -> Option<Fork> {
    let first = gap.token.chars().next()?;
    let last = gap.head.chars().next_back()?;
    if gap.head.ends_with("://") {
        return host::is_public(&gap.token[..host::after(gap.token, 0)]).then_some(Fork::Sure);
    }
    if stops::opens_something(first) || stops::is_stop(gap.token) || is_address_without_scheme(gap.token) {
        return None;
    }
    let joins = if is_hyphen(first) {
        last.is_alphanumeric() && hyphenated(gap.token)
    } else if first == '.' {
        last.is_alphanumeric() && shape::is_extension(&gap.token[1..])
    } else if is_hyphen(last) || matches!(last, '/' | '_') {
        first.is_lowercase() && has_address_signs(gap.token)
    } else {
        opens_query(gap.head) && is_field(gap.token)
    };
    joins.then_some(Fork::Join)
}

/// `-on-foreign-investors-`, `-content/uploads`, but not `-see`.
fn hyphenated(token: &str) -> bool {
    let word = token.trim_start_matches(is_hyphen);
    let signs = |c: char| is_hyphen(c) || c.is_ascii_digit() || matches!(c, '/' | '.' | '(' | '=' | '_');
    word.starts_with(char::is_alphanumeric) && word.trim_end_matches(['.', ',', ';']).contains(signs)
}

fn has_address_signs(token: &str) -> bool {
    shape::is_address_piece(token) && shape::bare(token).contains(['/', '=', '_', '-', '.'])
}

fn is_address_without_scheme(token: &str) -> bool {
    token.contains("://") || token.split('/').next().is_some_and(host::is_bare_domain)
}

/// Whether the address breaks off in the name of its first query field: `index.aspx?la`.
fn opens_query(head: &str) -> bool {
    head.rsplit_once('?')
        .is_some_and(|(_, field)| !field.is_empty() && field.chars().all(|c| c.is_ascii_lowercase()))
}

/// `ng=eng`
fn is_field(token: &str) -> bool {
    token.split_once('=').is_some_and(|(name, value)| {
        !name.is_empty() && !value.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joins(head: &str, token: &str) -> bool {
        over_blank(Gap { head, token, rest: "" }).is_some()
    }

    #[test]
    fn blanks_of_justified_lines() {
        assert!(joins("http://www.a.org/revised", "-laws/"));
        assert!(joins("www.a.org/?id=202:restriction", "-on-foreign-investors-"));
        assert!(joins("www.a.org/pages/Display", ".aspx?"));
        assert!(joins("www.a.org/index.aspx?la", "ng=eng."));
        assert!(joins("http://www.a.org/", "news/plaintiffs-in-case.html"));
        assert!(joins("http://www.a.org/annual-", "report_2012.pdf"));
        assert!(joins("http://", "www.a.org/x"));
    }

    #[test]
    fn blanks_between_words() {
        for (head, token) in [
            ("http://a.org/b", "-see"),
            ("http://a.org/b", "and"),
            ("http://a.org/", "history"),
            ("http://a.org/", "and/or"),
            ("http://a.org/b/", "www.c.org/d"),
            ("http://a.org/b/", "(accessed"),
            ("http://a.org/b", "next=word"),
            ("http://", "nowhere"),
        ] {
            assert!(!joins(head, token), "{head} {token}");
        }
    }
}
