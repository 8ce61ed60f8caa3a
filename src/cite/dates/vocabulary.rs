//! The words of dates, as the rest of the module needs them.

use super::{cues, months};

/// Whether a word in lower case is a month or a cue: a hyphen that a line end put into one is
/// the typesetter's.
pub(in crate::cite) fn is_known_word(word: &str) -> bool {
    word.chars().count() > 3 && (months::month(word).is_some() || cues::role(word).is_some())
}

/// Whether a word in lower case names a month.
pub(in crate::cite) fn is_month(word: &str) -> bool {
    months::month(word).is_some()
}

/// Whether a word in lower case says that a source was read.
pub(in crate::cite) fn says_read(word: &str) -> bool {
    cues::role(word) == Some(cues::Role::Accessed)
}

/// Whether a text begins with the words that lead to a day of access: `zuletzt aufgerufen am`.
pub(in crate::cite) fn opens_with_access(text: &str) -> bool {
    const MOST: usize = 5;
    let words = crate::cite::chars::words(text).map(|(_, word)| word).take(MOST);
    let lower = text.trim_start().starts_with(char::is_lowercase);
    let mut rest = words.skip_while(|word| cues::is_qualifier(word) && !says_read(word));
    lower && rest.next().is_some_and(says_read)
}

/// Whether a word in lower case belongs to the wording of a date rather than of a work.
pub(in crate::cite) fn is_link_word(word: &str) -> bool {
    cues::role(word).is_some() || cues::is_filler(word) || cues::is_qualifier(word)
}
