//! Characters that printing puts where an author typed others.

/// What a typesetter prints for the hyphen of an address (`U+002D`).
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Characters without a glyph: they were never part of what the author typed. The joiners
/// `U+200C` and `U+200D` are not among them, they are letters' business in several scripts.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        SOFT_HYPHEN | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'
            ..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

/// A hyphen that is printed only where a line breaks at it.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// A break that a typesetter made, of a line or of a page.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\x0c')
}

/// The letters that a Latin ligature stands for.
pub(super) fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Marks that open a quotation somewhere in the world.
pub(super) fn is_opening_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '‟' | '«' | '‘' | '‚' | '‹' | '『' | '「' | '《')
}

/// Marks that close one. Some open elsewhere.
pub(super) fn is_closing_quote(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | '’' | '›' | '\'' | '』' | '」' | '》')
}

/// Letters of scripts that put no spaces between words.
pub(super) fn is_unspaced_script(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// A character of the scripts whose words run on without blanks; Korean has them.
pub(super) fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// A raised digit, as notes are marked with.
pub(super) fn is_raised_digit(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The words of a text and where they start.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        at = text[start..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |end| start + end);
        Some((start, &text[start..at]))
    })
}

/// The last word of a text, whatever signs it has; of a very long one the end.
pub(super) fn last_word(text: &str) -> &str {
    let run = text.char_indices().rev().take(48).take_while(|(_, c)| !c.is_whitespace());
    &text[run.last().map_or(text.len(), |(at, _)| at)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_soft_hyphen_is_no_hyphen() {
        assert!(is_invisible(SOFT_HYPHEN));
        assert!(!is_hyphen(SOFT_HYPHEN));
        assert!(is_hyphen('\u{2010}'));
    }

    #[test]
    fn ligatures_are_spelled_out() {
        assert_eq!(ligature('ﬃ'), Some("ffi"));
        assert_eq!(ligature('f'), None);
    }
}
