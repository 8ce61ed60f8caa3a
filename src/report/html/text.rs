//! Untrusted text and addresses in the page.

use maud::{Markup, html};

use crate::model::{Verdict, mask};
use crate::report::clean::{cut, is_hidden};

/// The most of a text that is shown; JSON has all.
pub(super) const MOST: usize = 2_000;

/// A text on one line, for any place of the page; `maud` escapes it.
pub(super) fn plain(text: &str) -> String {
    cut(text, MOST)
}

/// A stretch of running text, secrets masked. Blanks at its ends are kept: it goes on behind them. A
/// line that ends in a hyphen goes on without a blank.
pub(super) fn running(text: &str) -> String {
    let masked = mask(text);
    let mut line = String::with_capacity(masked.len());
    let mut characters = masked.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                let goes_on = line.ends_with(['-', '\u{2010}', '\u{ad}'])
                    && characters.peek().is_some_and(|next| next.is_lowercase());
                if !goes_on && !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            character if is_hidden(character) => {}
            character => line.push(character),
        }
    }
    line
}

/// A text that is an address broken over lines, in one piece.
pub(super) fn in_one_piece(text: &str) -> String {
    let joined: String = text.chars().filter(|character| !matches!(character, '\t'..='\r')).collect();
    plain(&mask(&joined))
}

/// A link with a text of its own; the text where the address is none of the web. The page as a whole sends no
/// referrer.
pub(in crate::report) fn titled_link(address: &str, text: &str) -> Markup {
    let web = url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    html! {
        @if let Some(url) = web {
            a href=(url.as_str()) { (text) }
        } @else {
            span .address { (text) }
        }
    }
}

/// A sign beside the word, for readers who see no colours.
pub(in crate::report) fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Alive => "✓",
        Verdict::Moved => "→",
        Verdict::Changed => "≠",
        Verdict::Dead => "✕",
        Verdict::Restricted => "⊘",
        Verdict::Unsure => "?",
        Verdict::Skipped => "–",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(
            titled_link("http://a.example/x?a=1&b=\"2\"", "<b>").into_string(),
            "<a href=\"http://a.example/x?a=1&amp;b=%222%22\">&lt;b&gt;</a>"
        );
        for address in ["javascript:alert(1)", "data:text/html,x", "file:///x", "a.example"] {
            assert!(!titled_link(address, "x").into_string().contains("href"), "{address}");
        }
    }

    #[test]
    fn a_text_is_cut_and_cleaned() {
        assert_eq!(plain("a\n\u{202e}b"), "a b");
        assert_eq!(plain(&"a".repeat(5_000)).chars().count(), MOST);
    }

    #[test]
    fn running_text_reads_over_its_lines() {
        assert_eq!(
            running(" the dam\nwas well-\nbuilt in Nizhny-\nNovgorod "),
            " the dam was well-built in Nizhny- Novgorod "
        );
        assert_eq!(running("\u{202e}a\u{1b}[31m"), "a[31m");
        assert_eq!(running("https://u:secret@a.example/"), "https://***@a.example/");
        assert_eq!(in_one_piece("http://a.example/\n x-\ny"), "http://a.example/ x-y");
    }
}
