//! Host names, and what tells an address without a scheme from a name in prose.
//!
//! `example.kz/art.asp?aid=3` is a source; `Example.kz` is an outlet, `node.js` a program and
//! `Mail.example/News` two names. The public suffix list knows real ends of names, the path
//! does the rest.

use std::ops::Range;

/// The longest host name there is (RFC 1035).
const LONGEST: usize = 253;

/// Whether a character can stand in a host name, IDN included.
fn is_host_char(c: char) -> bool {
    c == '.' || c == '-' || c == '\u{2010}' || c == '\u{2011}' || c.is_alphanumeric()
}

/// Whether the name ends in a real public suffix and has a label before it.
pub(super) fn is_public(host: &str) -> bool {
    let labels_whole = host.len() <= LONGEST && host.split('.').all(|label| !label.is_empty());
    if !labels_whole || !host.contains('.') {
        return false;
    }
    let host = host.to_lowercase();
    psl::suffix(host.as_bytes())
        .is_some_and(|suffix| suffix.is_known() && suffix.as_bytes().len() < host.len())
}

/// Whether a token is a bare domain name, trailing punctuation aside.
pub(super) fn is_bare_domain(token: &str) -> bool {
    let token = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    token.chars().all(is_host_char) && is_public(token)
}

/// The bytes of the host name that ends before byte `end`, if it stands free there.
pub(super) fn before(text: &str, end: usize) -> Option<Range<usize>> {
    let run = text[..end].char_indices().rev().take(LONGEST).take_while(|(_, c)| is_host_char(*c));
    let start = run.last()?.0;
    let free = text[..start].chars().next_back().is_none_or(may_precede);
    (free && is_public(&text[start..end])).then_some(start..end)
}

/// Whether an address without a scheme may begin behind the character.
pub(super) fn may_precede(c: char) -> bool {
    !(c.is_alphanumeric()
        || matches!(c, '@' | '/' | '.' | '-' | '_' | '=' | '&' | '%' | '\\' | '#' | '$' | '~'))
}

/// The end of the host name that starts at byte `start`.
pub(super) fn after(text: &str, start: usize) -> usize {
    let run = text[start..].char_indices().take(LONGEST).take_while(|(_, c)| is_host_char(*c));
    run.last().map_or(start, |(at, c)| start + at + c.len_utf8())
}

/// Whether host and path (from its `/`) look typed as an address and not written as two names.
pub(super) fn is_cited(host: &str, path: &str) -> bool {
    let call = path.contains("()");
    let path = path.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let first = path.trim_start_matches('/');
    if call
        || is_bare_domain(first)
        || host.rsplit('.').next().is_some_and(|label| label.contains(char::is_uppercase))
    {
        return false;
    }
    let plain = first.chars().all(char::is_alphabetic);
    !(plain && host.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_suffixes_only() {
        for host in ["example.kz", "a.example.co.uk", "пример.рф", "WWW.EXAMPLE.ORG"] {
            assert!(is_public(host), "{host}");
        }
        for host in ["node.js", "co.uk", "kz", "e.g", "example..org", "A", "23.4"] {
            assert!(!is_public(host), "{host}");
        }
    }

    #[test]
    fn the_name_before_a_slash_must_stand_free() {
        let before = |text: &str| {
            before(text, text.find('/').unwrap_or(text.len())).map(|range| text[range].to_owned())
        };
        assert_eq!(before("see example.kz/art").as_deref(), Some("example.kz"));
        assert_eq!(before("(пример.рф/а)").as_deref(), Some("пример.рф"));
        assert_eq!(before("me@example.kz/art"), None);
        assert_eq!(before("A/HRC"), None);
        assert_eq!(before("he/she"), None);
    }

    #[test]
    fn two_names_with_a_slash_are_no_address() {
        assert!(is_cited("example.kz", "/art.asp?aid=3"));
        assert!(is_cited("example.ge", "/en/node/2744"));
        assert!(is_cited("example.org", "/about"));
        assert!(is_cited("Example.kz", "/art.asp?aid=3"));
        assert!(!is_cited("Example.kz", "/Novosti"));
        assert!(!is_cited("example.kz", "/other.kz."));
        assert!(!is_cited("EX.NET", "/IIS"));
        assert!(!is_cited("foo.bar", "/baz()"));
    }
}
