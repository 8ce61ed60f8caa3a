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

const ROMAN: [(u32, &str); 9] =
    [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

/// A number as a Roman numeral in small letters.
pub(super) fn in_roman(mut value: u32) -> String {
    let mut numeral = String::new();
    for (worth, digit) in ROMAN {
        numeral += &digit.repeat((value / worth) as usize);
        value %= worth;
    }
    numeral
}

/// The value of a Roman numeral in small letters, below 400, if it is written as it should be.
pub(super) fn roman(numeral: &str) -> Option<u32> {
    const MOST: usize = 3;
    let (mut value, mut rest) = (0, numeral);
    for (worth, digit) in ROMAN {
        let most = if matches!(worth, 1 | 10 | 100) { MOST } else { 1 };
        for _ in 0..most {
            let Some(behind) = rest.strip_prefix(digit) else { break };
            (value, rest) = (value + worth, behind);
        }
    }
    (value > 0 && rest.is_empty()).then_some(value)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_roman_numerals() {
        let values = ["i", "iv", "ix", "xiv", "xxxviii", "xlii", "xc", "cxcix"].map(roman);
        assert_eq!(values, [1, 4, 9, 14, 38, 42, 90, 199].map(Some));
        assert_eq!([4, 38, 199].map(in_roman), ["iv", "xxxviii", "cxcix"]);
        assert_eq!(["", "iiii", "vx", "iix", "in", "I"].map(roman), [None; 6]);
    }
}
