//! What a stretch of text looks like: the small questions that every step asks.

/// From how many spaces on an otherwise empty line is the rule above footnotes.
pub(super) const RULE_OF_SPACES: usize = 20;

const RULE_CHARACTERS: &[char] = &['_', '-', '–', '—', '─', '━', '‐', '='];

/// Whether a line is drawn rather than written.
pub(super) fn is_rule(text: &str) -> bool {
    let trimmed = text.trim();
    trimmed.chars().count() >= 5 && trimmed.chars().all(|c| RULE_CHARACTERS.contains(&c))
}

/// Whether a word may be an address or a part of one.
pub(super) fn is_address(word: &str) -> bool {
    word.contains("://")
        || word.starts_with("www.")
        || word.contains(['=', '_', '@'])
        || word.split_once('/').is_some_and(|(host, _)| host.contains('.'))
}

/// Whether a text starts with an address.
pub(super) fn starts_with_address(text: &str) -> bool {
    ["http://", "https://", "ftp://", "www."]
        .iter()
        .any(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))
}

/// Whether an entry of a list starts here.
pub(super) fn bullet(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('•' | '·' | '▪' | '◦' | '‣' | '●' | '■' | '\u{f0b7}' | '-' | '–' | '*' | '>'))
        && chars.next().is_some_and(char::is_whitespace)
}

/// Whether a sentence may end here: at a full stop and the like, closing quotes and brackets
/// behind it ignored.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['”', '’', '"', '\'', '»', ')', ']', '“'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// Whether a text closes a bracket that it has not opened: it goes on from a line before.
pub(super) fn closes_more(text: &str) -> bool {
    text.matches([')', ']', '）']).count() > text.matches(['(', '[', '（']).count()
}

/// Whether a text starts with a small letter.
pub(super) fn starts_lower(text: &str) -> bool {
    text.trim_start().chars().next().is_some_and(char::is_lowercase)
}

/// The last word of a text: what stands behind its last white space.
pub(super) fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    &text[text.rfind(char::is_whitespace).map_or(0, |at| at + char_len(text, at))..]
}

/// At most the last 160 bytes before `end`: enough to see a word, whatever the line's length.
pub(super) fn tail(text: &str, end: usize) -> &str {
    let from = (end.saturating_sub(160)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    &text[from..end]
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The value of a superscript digit.
pub(super) fn superscript(c: char) -> Option<u32> {
    match c {
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁰' | '⁴'..='⁹' => Some(u32::from(c) - 0x2070),
        _ => None,
    }
}
