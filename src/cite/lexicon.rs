//! Lists of words, as data: one string a list, so that they read like a dictionary's column.

use std::collections::HashSet;

/// A set of words or phrases in lower case.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: HashSet<&'static str>,
    /// Length of the longest entry in bytes: anything longer need not be looked up.
    longest: usize,
}

impl Lexicon {
    /// Words between white space.
    pub(super) fn words(list: &'static str) -> Self {
        Self::of(list.split_whitespace())
    }

    /// Phrases between `|`.
    pub(super) fn phrases(list: &'static str) -> Self {
        Self::of(list.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()))
    }

    fn of(entries: impl Iterator<Item = &'static str>) -> Self {
        let entries: HashSet<&'static str> = entries.collect();
        let longest = entries.iter().map(|entry| entry.len()).max().unwrap_or(0);
        Self { entries, longest }
    }

    /// Whether the list has the word, which is in lower case.
    pub(super) fn has(&self, word: &str) -> bool {
        word.len() <= self.longest && self.entries.contains(word)
    }

    /// Whether the list has the word, in whatever case it is.
    pub(super) fn has_any_case(&self, word: &str) -> bool {
        word.len() <= 2 * self.longest && self.has(&word.to_lowercase())
    }

    /// All entries, in no order.
    #[cfg(test)]
    pub(super) fn entries(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.entries.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases() {
        let words = Lexicon::words("one two\n three");
        assert!(words.has("three"));
        assert!(!words.has("Three"));
        assert!(words.has_any_case("THREE"));
        assert!(!words.has_any_case("threefold and more than that"));
        let phrases = Lexicon::phrases("one two | three\n four |");
        assert!(phrases.has("one two"));
        assert!(!phrases.has(""));
    }
}
