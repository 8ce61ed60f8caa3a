//! Markup of site generators that is no text: Hugo's and Jekyll's shortcodes, pandoc's fenced
//! divs and attributes.
//!
//! It is overwritten, byte for byte, so that offsets stay true: with blanks where it fills a
//! line, else with [`FILLER`] (blanks at the start of a line would make it a code block), which
//! no text has and [`strip`] takes out again.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A control character that stands for one byte of markup.
const FILLER: u8 = 0x1a;

static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\{\{[^{}\n]{0,1000}\}\}|\{%[^{}\n]{0,1000}%\}|(?m:^ {0,3}:{3,}[^\n]*)|\)\{(?:[.#:]|\w+=)[^{}\n]{0,200}\}")
        .expect("a constant pattern that the tests compile")
});

/// The source with the markup overwritten, as long as before.
pub(super) fn mask(source: &str) -> Cow<'_, str> {
    if !(source.contains("{{") || source.contains("{%") || source.contains("){") || source.contains(":::")) {
        return Cow::Borrowed(source);
    }
    let mut masked = String::with_capacity(source.len());
    let mut from = 0;
    for found in MARKUP.find_iter(source) {
        let start = found.start() + usize::from(found.as_str().starts_with(')'));
        masked.push_str(&source[from..start]);
        let filler = if fills_line(source, &(start..found.end())) { b' ' } else { FILLER };
        masked.extend(std::iter::repeat_n(char::from(filler), found.end() - start));
        from = found.end();
    }
    masked.push_str(&source[from..]);
    Cow::Owned(masked)
}

fn fills_line(source: &str, range: &Range<usize>) -> bool {
    let before = source[..range.start].rsplit('\n').next().unwrap_or_default();
    let after = source[range.end..].split('\n').next().unwrap_or_default();
    before.trim().is_empty() && after.trim().is_empty()
}

/// A text without the filler.
pub(super) fn strip(text: &str) -> Cow<'_, str> {
    if text.as_bytes().contains(&FILLER) {
        Cow::Owned(text.replace(char::from(FILLER), ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overwrites_markup_byte_for_byte() {
        for (source, masked) in [
            ("{{< box info >}}\nText\n{{< /box >}}", "                \nText\n            "),
            ("See {{%é%}}.", "See \u{1a}\u{1a}\u{1a}\u{1a}\u{1a}\u{1a}\u{1a}\u{1a}."),
            ("::: refs\nA\n:::\n", "        \nA\n   \n"),
            ("[a](b){.c} {d}", "[a](b)\u{1a}\u{1a}\u{1a}\u{1a} {d}"),
        ] {
            assert_eq!(mask(source), masked);
            assert_eq!(mask(source).len(), source.len());
        }
        assert_eq!(strip(&mask("See {{< x >}}it")), "See it");
    }
}
