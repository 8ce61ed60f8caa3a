//! `www.` names without a path: cited, or merely spoken of?

use std::ops::Range;

use super::super::chars::{is_closing_quote, is_opening_quote};
use super::super::repair::is_cue;
use super::find::Setting;

/// Characters looked back at for an open quotation.
const LOOKBACK: usize = 400;

/// The longest word looked at behind an address, in characters.
const LONGEST_CUE: usize = 40;

/// Whether the address at `range`, printed with `www.` and without scheme, is a mere mention: a
/// bare name in a quoted title or in the middle of a sentence.
pub(super) fn is_mention(text: &str, range: &Range<usize>, setting: Setting) -> bool {
    let address = &text[range.clone()];
    if address.contains(['/', '?', '#']) {
        return false;
    }
    if is_quoted(text, range.start) {
        return true;
    }
    let rest = text[range.end..].trim_start_matches(['.', ',', ';', ':', '>', ')', ']', ' ', '\u{a0}', '\n']);
    let bracketed = text[..range.start].ends_with(['(', '<', '[']);
    let end = rest.char_indices().take(LONGEST_CUE).find(|(_, c)| c.is_whitespace());
    let next = &rest[..end.map_or(0, |(at, _)| at)];
    let ends = text[range.end..].starts_with(['.', ',', ';', '>', ')', ']']) || rest.is_empty();
    match setting {
        Setting::Note => !(ends || bracketed || is_cue(next) || rest.starts_with(['(', '['])),
        Setting::Body => !bracketed,
    }
}

/// Whether a quotation is open at byte `at`.
fn is_quoted(text: &str, at: usize) -> bool {
    let mut open = 0;
    for c in text[..at].chars().rev().take(LOOKBACK) {
        match c {
            '"' | '\'' | '’' | '‘' => {}
            c if is_closing_quote(c) && c != '“' => open -= 1,
            c if is_opening_quote(c) => open += 1,
            _ => {}
        }
    }
    open > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(text: &str, setting: Setting) -> bool {
        let start = text.find("www").expect("an address");
        let end = text[start..].find([' ', ',', ')', '”', '>']).map_or(text.len(), |at| start + at);
        is_mention(text, &(start..end), setting)
    }

    #[test]
    fn in_a_title_it_is_a_mention() {
        assert!(mention("“Court suspends website www.example.org for months,” Agency, 2012", Setting::Note));
        assert!(mention("The site www.example.org was blocked", Setting::Note));
    }

    #[test]
    fn at_the_end_of_a_note_it_is_a_source() {
        assert!(!mention("National Bank, www.example.org", Setting::Note));
        assert!(!mention("National Bank, www.example.org, accessed 2 May 2012", Setting::Note));
        assert!(!mention("“A title,” Bank (www.example.org)", Setting::Note));
    }

    #[test]
    fn in_running_text_brackets_make_the_source() {
        assert!(mention("They run www.example.org, a portal", Setting::Body));
        assert!(!mention("They run a portal (www.example.org)", Setting::Body));
        assert!(!mention("They run www.example.org/news, a portal", Setting::Body));
    }
}
