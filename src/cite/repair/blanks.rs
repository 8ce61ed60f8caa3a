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
    if let Some(goes_on) = in_scheme(gap) {
        return goes_on.then_some(Fork::Sure);
    }
    if in_host(gap) {
        return Some(Fork::Sure);
    }
    if last == '.' {
        let file = has_path(gap.head) && !shape::is_finished_file(&gap.head[..gap.head.len() - 1]);
        return (file && shape::is_typed_extension(gap.token)).then_some(Fork::Join);
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

/// Longest beginning of an address that is looked at for a scheme, blanks in it included.
const LONGEST_SCHEME: usize = 16;

/// An address that breaks off in its scheme or right behind it, as recognised print has them:
/// `http : //www.a.org`, `https: //`, `http:// www.a.org`. Whether it goes on; nothing if it breaks
/// off elsewhere.
fn in_scheme(gap: Gap) -> Option<bool> {
    if gap.head.len() > LONGEST_SCHEME {
        return None;
    }
    let head: String = gap.head.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let fits = if head.ends_with("://") {
        let name = &gap.token[..host::after(gap.token, 0)];
        host::is_public(name) || is_www(name) && name.len() > WWW.len()
    } else if head.ends_with(':') {
        gap.token.starts_with("//")
    } else if ["http", "https", "ftp"].contains(&head.as_str()) {
        gap.token == ":" || gap.token.starts_with("://")
    } else {
        return None;
    };
    Some(fits)
}

const WWW: &str = "www.";

fn is_www(text: &str) -> bool {
    text.get(..WWW.len()).is_some_and(|start| start.eq_ignore_ascii_case(WWW))
}

/// Whether the host's name breaks off and the word completes it: `www. a.org/b`, `www.a. org/b`,
/// `www.a .org`.
fn in_host(gap: Gap) -> bool {
    let host = gap.head.rsplit("://").next().unwrap_or(gap.head).trim_start();
    let next = gap.token[..host::after(gap.token, 0)].trim_end_matches(['.', '-']);
    if host.contains(['/', '?', '#']) || next.is_empty() || next.starts_with(char::is_uppercase) {
        return false;
    }
    if host.eq_ignore_ascii_case(WWW) {
        return host::is_public(next) || gap.token[next.len()..].starts_with('/') && next.contains('.');
    }
    let stem = host.trim_end_matches('.');
    (is_www(host) || stem.contains('.') && gap.token[next.len()..].starts_with('/'))
        && host.ends_with('.') != next.starts_with('.')
        && !host::is_public(stem)
        && host::is_public(&format!("{host}{next}"))
}

/// Whether the address is more than a host's name.
fn has_path(head: &str) -> bool {
    head.split_once("://").map_or(head, |(_, rest)| rest).contains('/')
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
    fn blanks_in_scheme_and_host() {
        for (head, token) in [
            ("http", ":"),
            ("http", "://www.a.org/x"),
            ("http :", "//www.a.org/x"),
            ("https:", "//www.a.org/x"),
            ("http : //", "www.a.org/x"),
            ("http://", "www.a.example/x"),
            ("www.", "a.org/x"),
            ("http://www.", "a.example/x"),
            ("http://www.a.", "org/x"),
            ("www.a", ".org/x"),
        ] {
            assert!(joins(head, token), "{head} {token}");
        }
    }

    #[test]
    fn a_file_name_goes_on_behind_its_full_stop() {
        for token in ["pdf.", "pdf", "stm;", "html?id=3", "php,"] {
            assert_eq!(
                over_blank(Gap { head: "http://a.org/702385.", token, rest: "" }),
                Some(Fork::Join),
                "{token}"
            );
        }
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
            ("http://a.org/b.", "PDF"),
            ("http://a.org/b.html.", "pdf"),
            ("http://a.org.", "in"),
            ("http://www.a.org.", "In"),
            ("www.", "and"),
            ("http", "is"),
        ] {
            assert!(!joins(head, token), "{head} {token}");
        }
    }
}
