//! Terms: words cut so that inflection does not hide them.
//!
//! Words are truncated to their first five letters ("F5"), which does as well as a stemmer for
//! retrieval in strongly inflecting languages (Can et al., "Information retrieval on Turkish
//! texts", JASIST 59(3), 2008) and needs no table a language. Scripts without spaces give
//! overlapping pairs of characters.

use super::stopwords::is_stopword;

/// A term of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct Term {
    /// Its identity.
    pub(in crate::check) hash: u64,
    /// Whether it tells which work is meant: no function word, no single letter.
    pub(in crate::check) content: bool,
}

const STEM: usize = 5;

/// The terms of a folded text, in order.
pub(in crate::check) fn terms(folded: &str) -> Vec<Term> {
    let mut found = Vec::with_capacity(folded.len() / 6);
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if word.is_ascii() {
            found.push(word_term(word));
        } else {
            runs(word, &mut found);
        }
    }
    found
}

/// The distinct content terms of a folded text.
pub(in crate::check) fn content_terms(folded: &str) -> Vec<u64> {
    let mut hashes: Vec<u64> =
        terms(folded).into_iter().filter(|term| term.content).map(|term| term.hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// How many words a text has; two characters of a script without spaces count as one.
pub(in crate::check) fn word_count(text: &str) -> usize {
    let mut words = 0;
    let mut unspaced = 0;
    let mut inside = false;
    for c in text.chars() {
        if is_unspaced(c) {
            unspaced += 1;
            inside = false;
        } else {
            let letter = if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() };
            words += usize::from(letter && !inside);
            inside = letter || (inside && (c == '\'' || c == '’' || c == '-'));
        }
    }
    words + unspaced / 2
}

/// FNV-1a, 64 bit (Fowler, Noll and Vo): stable over runs and machines, since sketches are stored.
pub(in crate::check) fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn word_term(word: &str) -> Term {
    let length = word.chars().count();
    let digits = word.bytes().any(|byte| byte.is_ascii_digit());
    let long_enough = length >= if word.is_ascii() { 3 } else { 2 };
    let content = digits || (long_enough && !is_stopword(word));
    let stem = if digits { word } else { prefix(word, STEM) };
    Term { hash: hash(stem.as_bytes()), content }
}

/// Splits a word where the script changes between spaced and unspaced.
fn runs(word: &str, found: &mut Vec<Term>) {
    let mut start = 0;
    let mut unspaced = None;
    for (at, c) in word.char_indices() {
        let now = is_unspaced(c);
        if unspaced.is_some_and(|before| before != now) {
            push_run(&word[start..at], !now, found);
            start = at;
        }
        unspaced = Some(now);
    }
    push_run(&word[start..], unspaced.unwrap_or(false), found);
}

fn push_run(run: &str, unspaced: bool, found: &mut Vec<Term>) {
    if !unspaced {
        found.push(word_term(run));
        return;
    }
    let bounds: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    if bounds.len() == 2 {
        found.push(Term { hash: hash(run.as_bytes()), content: false });
    }
    for pair in bounds.windows(3) {
        found.push(Term { hash: hash(&run.as_bytes()[pair[0]..pair[2]]), content: true });
    }
}

fn prefix(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

/// Han, kana, Thai, Lao, Khmer and Burmese: written without spaces between words.
fn is_unspaced(c: char) -> bool {
    c >= '\u{e00}'
        && matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn shared(a: &str, b: &str) -> usize {
        let b = content_terms(&fold(b));
        content_terms(&fold(a)).iter().filter(|term| b.contains(term)).count()
    }

    #[test]
    fn inflection_does_not_hide_a_word() {
        assert_eq!(shared("Насосную станцию сдали", "насосная станция: сдача"), 2);
        assert_eq!(shared("Expulsions of villagers", "the expulsion of a village"), 2);
        assert_eq!(shared("水庫移民的十年", "十年後的水庫移民"), 4);
    }

    #[test]
    fn function_words_and_single_letters_are_no_content() {
        assert_eq!(content_terms(&fold("The and a of für de la и в")), Vec::<u64>::new());
        assert_eq!(content_terms(&fold("K 42")).len(), 1);
    }

    #[test]
    fn counts_words_of_scripts_without_spaces() {
        assert_eq!(word_count("don’t count well-known twice"), 4);
        assert_eq!(word_count("水庫移民的十年"), 3);
        assert_eq!(word_count(" . , "), 0);
    }
}
