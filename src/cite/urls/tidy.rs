//! From what is printed to what was typed.

use std::borrow::Cow;

use super::super::chars::{is_hyphen, is_invisible, ligature};

/// Characters that end a sentence or a quotation rather than an address.
const TRAILING: [char; 21] = [
    '.', ',', ';', ':', '!', '?', '\'', '"', '(', '[', '*', '%', '”', '’', '»', '>', '…', '–', '|',
    '\u{200c}', '\u{200d}',
];

/// Cues that a text without spaces glues to an address (`10097.Accessed10Feb`).
const GLUED_CUES: [&str; 7] =
    ["accessed", "retrieved", "lastaccessed", "lastvisited", "visited", "abgerufen", "дата"];

/// The address without what only follows it.
pub(super) fn trimmed(printed: &str) -> &str {
    let mut text = without_glued_cue(printed);
    loop {
        let shorter = text.trim_end_matches(TRAILING);
        let shorter = shorter.strip_suffix("'s").or_else(|| shorter.strip_suffix("&amp")).unwrap_or(shorter);
        if shorter.ends_with('#') && text[shorter.len()..].starts_with('!') {
            return &text[..=shorter.len()];
        }
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

fn without_glued_cue(text: &str) -> &str {
    for (at, sign) in text.match_indices(['.', ',', ';', '(', '[']) {
        let rest = &text[at + sign.len()..];
        let glued = |cue: &&str| {
            let end = rest.char_indices().nth(cue.chars().count()).map_or(rest.len(), |(end, _)| end);
            let tail = &rest[end..];
            rest[..end].to_lowercase() == **cue
                && tail.chars().next().is_none_or(|c| c.is_numeric() || c.is_uppercase())
        };
        if GLUED_CUES.iter().any(glued) {
            return &text[..at];
        }
    }
    text
}

/// What the author typed: hyphens for the printer's, no invisible characters, no ligatures, no
/// white space, no entity.
pub(super) fn typed(printed: &str) -> Cow<'_, str> {
    if printed.bytes().all(|b| b.is_ascii_graphic() && b != b'&') {
        return Cow::Borrowed(printed);
    }
    let mut text = String::with_capacity(printed.len());
    for c in printed.chars() {
        match ligature(c) {
            _ if c.is_whitespace() || is_invisible(c) => {}
            Some(letters) => text.push_str(letters),
            None if is_hyphen(c) => text.push('-'),
            None => text.push(c),
        }
    }
    Cow::Owned(if text.contains("&amp;") { text.replace("&amp;", "&") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_behind_goes() {
        for end in [".", ",", ";", ":", ".”", "’", "»", ".'", "?", "'s", "...", "…", "\">", "%", "\u{200c}"]
        {
            let printed = format!("http://a.org/b{end}");
            assert_eq!(trimmed(&printed), "http://a.org/b", "{end}");
        }
        assert_eq!(trimmed("http://a.org/b/"), "http://a.org/b/");
        assert_eq!(trimmed("http://a.org/b_(c)."), "http://a.org/b_(c)");
        assert_eq!(trimmed("http://a.org/#!"), "http://a.org/#!");
    }

    #[test]
    fn a_glued_cue_goes() {
        assert_eq!(trimmed("http://a.org/10097.Accessed10Feb"), "http://a.org/10097");
        assert_eq!(trimmed("http://a.org/b,accessed"), "http://a.org/b");
        assert_eq!(trimmed("http://a.org/b.accessed-by"), "http://a.org/b.accessed-by");
    }

    #[test]
    fn the_printers_characters_become_the_authors() {
        assert_eq!(typed("http://a\u{2010}b.org/\u{ad}c\u{2011}d/ﬁn"), "http://a-b.org/c-d/fin");
        assert_eq!(typed("http://a.org/?b=1&amp;c=2&d"), "http://a.org/?b=1&c=2&d");
        assert_eq!(typed("http://a.org/очерки"), "http://a.org/очерки");
    }
}
