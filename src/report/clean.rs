//! Untrusted text made fit for one line of a report or a terminal.
//!
//! A title from the web can hold escape sequences that repaint a terminal (C0, C1; ECMA-48) and
//! controls that show text in another order than it is read (UAX #9; "Trojan Source",
//! CVE-2021-42574). Neither is ever part of a citation.

use std::borrow::Cow;

/// Whether `character` acts on a terminal or on the order of text instead of being shown, or is
/// never shown at all. Line breaks and tabs are among them; joiners that scripts need are not.
pub fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{2028}' | '\u{2029}'
        | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}'
    )
}

/// `text` on one line: line breaks, page breaks and tabs become spaces (one for several in a
/// row), other hidden characters are dropped, the ends are trimmed.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            character if is_hidden(character) => {}
            character => line.push(character),
        }
    }
    line.truncate(line.trim_end().len());
    line.drain(..line.len() - line.trim_start().len());
    Cow::Owned(line)
}

/// The first `most` characters of `text`, with an ellipsis where more follow.
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    if text.chars().nth(most).is_none() {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// A text on one line, in so many characters at most.
pub(crate) fn cut(text: &str, most: usize) -> String {
    shorten(&clean(text), most).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_one_harmless_line() {
        for (text, line) in [
            ("", ""),
            ("  plain\u{a0}text ", "plain\u{a0}text"),
            ("a\r\nb\n\n\tc\u{c}d\u{2028}e", "a b c d e"),
            ("a \n b", "a  b"),
            ("\u{1b}[31mred\u{1b}[0m\u{7}", "[31mred[0m"),
            ("\u{9b}31mred\u{9d}0;title\u{9c}", "31mred0;title"),
            ("\u{1b}]8;;http://evil.example\u{7}x", "]8;;http://evil.examplex"),
            ("invoice\u{202e}fdp.exe", "invoicefdp.exe"),
            ("\u{2066}a\u{2069}\u{200f}b\u{feff}\u{e0041}", "ab"),
            ("\u{7}\n=1+1", "=1+1"),
            ("نمی\u{200c}خواهم", "نمی\u{200c}خواهم"),
        ] {
            assert_eq!(clean(text), line);
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(shorten("äöü", 3), "äöü");
        assert_eq!(shorten("äöüß", 3), "äö…");
        assert_eq!(shorten("a b c", 3), "a…");
        assert_eq!(shorten("ab", 0), "…");
    }
}
