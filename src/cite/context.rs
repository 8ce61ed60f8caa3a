//! How much of its sentence a citation carries.
//!
//! A file may well be one sentence with a hundred thousand addresses. Each of them carrying two
//! kilobytes of it would take a hundred times the memory of the file, so all that a document's
//! citations carry has a measure, beyond which each is given its own surroundings only.

use std::ops::Range;

/// The longest sentence given whole, in bytes.
const LONGEST_SENTENCE: usize = 2000;
/// What a citation carries beyond the measure, in bytes.
const SURROUNDINGS: usize = 160;
/// The measure, in bytes: a hundred thousand sentences of usual length.
const MEASURE: usize = 16_000_000;

/// The sentences that a document's citations carry.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    spent: usize,
}

impl Contexts {
    /// A sentence, or of one that is too long to be read (a table, a list without full stops) what
    /// stands around the byte.
    pub(super) fn excerpt(&mut self, text: &str, sentence: Range<usize>, offset: usize) -> String {
        let longest = if self.spent < MEASURE { LONGEST_SENTENCE } else { SURROUNDINGS };
        let excerpt = excerpt(text, sentence, offset, longest);
        self.spent += excerpt.len();
        excerpt
    }

    /// The sentence of a note once more, for another source in it; none beyond the measure.
    pub(super) fn again(&mut self, sentence: &str) -> Option<String> {
        self.spent += sentence.len();
        (self.spent < MEASURE).then(|| sentence.to_owned())
    }
}

fn excerpt(text: &str, sentence: Range<usize>, offset: usize, longest: usize) -> String {
    if sentence.len() <= longest {
        return text[sentence].to_owned();
    }
    let start = offset.saturating_sub(longest / 2).max(sentence.start);
    let end = (offset + longest / 2).min(sentence.end);
    let start = (start..=offset).find(|at| text.is_char_boundary(*at)).unwrap_or(offset);
    let end = (end..=sentence.end).find(|at| text.is_char_boundary(*at)).unwrap_or(sentence.end);
    let before = if start > sentence.start { "…" } else { "" };
    let after = if end < sentence.end { "…" } else { "" };
    [before, text[start..end].trim(), after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_given_around_the_byte() {
        let text = "ab ".repeat(2000);
        let excerpt = Contexts::default().excerpt(&text, 0..text.len(), 3000);
        assert_eq!(excerpt, format!("…{}…", text[2000..4000].trim()));
        assert_eq!(excerpt.capacity(), excerpt.len());
    }

    #[test]
    fn beyond_the_measure_it_is_little() {
        let text = "ab ".repeat(600);
        let mut contexts = Contexts::default();
        for _ in 0..=MEASURE / text.len() {
            assert_eq!(contexts.excerpt(&text, 0..text.len(), 900).len(), text.len());
        }
        let excerpt = contexts.excerpt(&text, 0..text.len(), 900);
        assert_eq!(excerpt, format!("…{}…", text[820..980].trim()));
        assert_eq!(contexts.again("A sentence."), None);
        assert_eq!(contexts.excerpt("Short.", 0..6, 2), "Short.");
    }
}
