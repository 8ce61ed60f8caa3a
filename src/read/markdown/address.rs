//! Addresses that stand in the text as they are.
//!
//! `http://a.example/_foo_/*b*` is an address to its author and emphasis to a Markdown parser.
//! The stretch that a bare address covers in the source is found here; the reader then copies it
//! from the source instead of believing the parser.

use std::sync::LazyLock;

use regex::Regex;

/// What the reader has to stop at in running text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A bare address begins at this byte.
    Address(usize),
    /// `^[`, the start of an inline note, is at this byte.
    InlineNote(usize),
}

static STOPS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u:(?:https?|ftp)://|www\.|\b[a-z0-9-]{1,63}\.[a-z]{2,12}/)|\^")
        .expect("a constant pattern that the tests compile")
});

/// The first stop in `source[from..to]`.
pub(super) fn next_stop(source: &str, from: usize, to: usize) -> Option<Stop> {
    STOPS.find_iter(&source[from..to]).find_map(|found| {
        let at = from + found.start();
        if found.as_str() != "^" {
            return Some(Stop::Address(at));
        }
        let opens = source.as_bytes().get(at + 1) == Some(&b'[');
        let escaped = at > 0 && source.as_bytes()[at - 1] == b'\\';
        (opens && !escaped).then_some(Stop::InlineNote(at))
    })
}

/// Where the address that begins at `start` ends, at most at `limit`: at a blank or a quote, at
/// a bracket that it did not open, at a footnote reference or a citation key.
pub(super) fn end(source: &str, start: usize, limit: usize) -> usize {
    let bytes = source.as_bytes();
    let mut depth = 0_usize;
    let mut at = start;
    while at < limit {
        match bytes[at] {
            b'<' | b'>' | b'"' | b'`' | b'|' => return at,
            byte if byte.is_ascii_whitespace() => return at,
            b'^' if bytes.get(at + 1) == Some(&b'[') => return at,
            b'[' if matches!(bytes.get(at + 1), Some(b'^' | b'@')) => return at,
            b'[' => depth += 1,
            b']' if depth == 0 => return at,
            b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    limit
}

/// The source of an address without the backslashes that escape its punctuation.
pub(super) fn unescaped(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut characters = source.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '\\' || !characters.peek().is_some_and(char::is_ascii_punctuation) {
            text.push(character);
        } else if let Some(escaped) = characters.next() {
            text.push(escaped);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_addresses_and_inline_notes() {
        let stop = |text: &str| next_stop(text, 0, text.len());
        assert_eq!(stop("See https://a.example/"), Some(Stop::Address(4)));
        assert_eq!(stop("See a.example/_x_"), Some(Stop::Address(4)));
        assert_eq!(stop("See WWW.a.example"), Some(Stop::Address(4)));
        assert_eq!(stop("Text.^[note]"), Some(Stop::InlineNote(5)));
        assert_eq!(stop("2^10, \\^[x] and a.b"), None);
    }

    #[test]
    fn ends_where_the_text_goes_on() {
        for (text, address) in [
            ("http://a.example/_x_ and", "http://a.example/_x_"),
            ("http://a.example/x[^3]", "http://a.example/x"),
            ("http://a.example/x[1]]", "http://a.example/x[1]"),
            ("http://a.example/x|y", "http://a.example/x"),
            ("http://a.example/é<br>", "http://a.example/é"),
        ] {
            assert_eq!(&text[..end(text, 0, text.len())], address);
        }
    }

    #[test]
    fn drops_escapes() {
        assert_eq!(unescaped(r"a\_b\\c\d"), r"a_b\c\d");
    }
}
