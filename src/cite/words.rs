//! Which words the document knows: the test of a hyphen at the end of a line.
//!
//! `self-⏎censorship` and `restric-⏎tion` look alike. What tells them apart is the rest of the
//! document: a word that stands elsewhere in one piece was cut by the typesetter, and anything
//! else keeps its hyphen, for most hyphens at a line end are the author's.

use std::collections::{HashMap, HashSet};

use super::chars::{SOFT_HYPHEN, is_break, is_hyphen};
use super::dates;
use crate::model::Document;

/// Letters looked at on each side of a hyphen.
const REACH: usize = 48;

/// From how many words cut at line ends on a document is one that cuts words.
const FEWEST_CUTS: usize = 6;

/// One in how many of the words parted at line ends must be known in one piece. Of the cut words
/// about every third occurs again; of the author's hyphens none does.
const CUT_SHARE: usize = 6;

/// The words around line-end hyphens, and which of them the document has elsewhere.
#[derive(Debug, Default)]
pub(super) struct Words {
    seen: HashMap<String, bool>,
    /// Words in two halves at line ends, each once.
    halves: HashSet<(String, String)>,
    /// Whether the typesetter cuts words at line ends.
    hyphenated: bool,
}

impl Words {
    /// Learns the words of a document. Linear; nearly free where no line ends in a hyphen.
    pub(super) fn of(document: &Document) -> Self {
        let mut words = Self::default();
        let texts = || {
            let body = document.body.iter().map(|block| block.text.text.as_str());
            body.chain(document.notes.iter().map(|note| note.text.text.as_str()))
        };
        texts().for_each(|text| words.expect(text));
        if !words.seen.is_empty() {
            texts().for_each(|text| words.look(text));
        }
        let cut = words.halves.iter().filter(|(left, right)| words.cut(left, right)).count();
        words.hyphenated = cut >= FEWEST_CUTS && cut * CUT_SHARE >= words.halves.len();
        words
    }

    /// Whether the hyphen between two halves of a word in running text is the typesetter's.
    pub(super) fn cut(&self, left: &str, right: &str) -> bool {
        let (whole, hyphenated) = spellings(left, right);
        let habit = self.hyphenated && right.starts_with(char::is_lowercase) && !self.has_both(left, right);
        dates::is_known_word(&whole) || (!self.has(&hyphenated) && (self.has(&whole) || habit))
    }

    /// The same within an address, where the author's hyphens are the rule. `lone` says that the
    /// part of the address has no other hyphen: then what the typesetter does to words he may
    /// have done here.
    pub(super) fn cut_in_address(&self, left: &str, right: &str, lone: bool) -> bool {
        let (whole, hyphenated) = spellings(left, right);
        let strangers = !self.has_both(left, right) && !self.has(&hyphenated);
        strangers && (self.has(&whole) || (lone && self.hyphenated))
    }

    fn has_both(&self, left: &str, right: &str) -> bool {
        self.has(&left.to_lowercase()) && self.has(&right.to_lowercase())
    }

    fn has(&self, word: &str) -> bool {
        self.seen.get(word).copied().unwrap_or(false)
    }

    /// Notes the words that will be asked for.
    fn expect(&mut self, text: &str) {
        for (at, _) in text.match_indices(['\n', '\x0c']) {
            let Some(hyphen) = hyphen_before(text, at) else { continue };
            let (left, right) = (word_before(text, hyphen), word_after(text, next_line(text, at)));
            if left.is_empty() || right.is_empty() {
                continue;
            }
            let (whole, hyphenated) = spellings(left, right);
            let (left, right) = (left.to_lowercase(), right.to_lowercase());
            for word in [left.clone(), right.clone(), whole, hyphenated] {
                self.seen.entry(word).or_insert(false);
            }
            self.halves.insert((left, right));
        }
    }

    /// Marks the expected words that occur uncut.
    fn look(&mut self, text: &str) {
        let mut buffer = String::new();
        let mut before: Option<usize> = None;
        let mut at = 0;
        while let Some(token) = next_word(text, at) {
            let cut = cut_at(text, token.start, token.end);
            if !cut {
                self.mark(&text[token.clone()], &mut buffer);
                if let Some(start) = before {
                    self.mark(&text[start..token.end], &mut buffer);
                }
            }
            let hyphen = text[token.end..].chars().next().filter(|c| is_hyphen(*c));
            let after = token.end + hyphen.map_or(0, char::len_utf8);
            let goes_on = text[after..].chars().next().is_some_and(char::is_alphabetic);
            before = (hyphen.is_some() && goes_on && !cut).then_some(token.start);
            at = token.end;
        }
    }

    fn mark(&mut self, word: &str, buffer: &mut String) {
        if word.len() > 4 * REACH {
            return;
        }
        buffer.clear();
        for c in word.chars() {
            match c {
                c if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
                c if is_hyphen(c) => buffer.push('-'),
                c => buffer.extend(c.to_lowercase()),
            }
        }
        if let Some(seen) = self.seen.get_mut(buffer.as_str()) {
            *seen = true;
        }
    }
}

/// Both spellings of a word in two halves, in lower case.
fn spellings(left: &str, right: &str) -> (String, String) {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    (format!("{left}{right}"), format!("{left}-{right}"))
}

/// Whether a word is one half of a word broken over a line end.
fn cut_at(text: &str, start: usize, end: usize) -> bool {
    let after = text[end..].trim_start_matches(is_hyphen);
    if after.len() < text.len() - end && after.trim_start_matches([' ', '\t']).starts_with(is_break) {
        return true;
    }
    let before = text[..start].trim_end_matches([' ', '\t']);
    before.ends_with(is_break) && hyphen_before(text, before.len() - 1).is_some()
}

/// The hyphen that a line breaking at byte `at` ends with.
fn hyphen_before(text: &str, at: usize) -> Option<usize> {
    let line = text[..at].trim_end_matches([' ', '\t', '\r', '\u{a0}']);
    let last = line.chars().next_back().filter(|c| is_hyphen(*c) || *c == SOFT_HYPHEN)?;
    Some(line.len() - last.len_utf8())
}

fn next_line(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

/// The letters before byte `end`.
pub(super) fn word_before(text: &str, end: usize) -> &str {
    let letters = text[..end].char_indices().rev().take(REACH).take_while(|(_, c)| c.is_alphabetic());
    &text[letters.last().map_or(end, |(at, _)| at)..end]
}

/// The letters from byte `start`.
pub(super) fn word_after(text: &str, start: usize) -> &str {
    let letters = text[start..].char_indices().take(REACH).take_while(|(_, c)| c.is_alphabetic());
    let end = letters.last().map_or(start, |(at, c)| start + at + c.len_utf8());
    &text[start..end]
}

fn next_word(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let start = from + text[from..].find(char::is_alphabetic)?;
    let end = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |at| start + at);
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Format, Passage};

    fn words(text: &str) -> Words {
        let mut document = Document::new(Format::Text);
        let text = Passage { text: text.to_owned(), ..Passage::default() };
        document.body.push(Block { kind: BlockKind::Paragraph, text });
        Words::of(&document)
    }

    #[test]
    fn a_word_known_in_one_piece_was_cut() {
        let words = words("A restric-\ntion. Every restriction counts. Self-\ncensorship is not restricted.");
        assert!(words.cut("restric", "tion"));
        assert!(!words.cut("Self", "censorship"));
    }

    #[test]
    fn the_spelling_with_a_hyphen_wins() {
        let words = words("The co-\nop and the coop, but also the co\u{2010}op.");
        assert!(!words.cut("co", "op"));
    }

    #[test]
    fn the_halves_do_not_vouch_for_themselves() {
        let words = words("vis-\nited and again vis-\nited");
        assert!(!words.has("vis"));
        assert!(!words.has("ited"));
    }

    #[test]
    fn in_an_address_two_known_words_stay_two() {
        let words = words("a web-\nsite, a website, the web, the site; govern-\nment, government");
        assert!(words.cut("web", "site"));
        assert!(!words.cut_in_address("web", "site", true));
        assert!(words.cut_in_address("govern", "ment", false));
    }

    #[test]
    fn a_document_that_cuts_words_cuts_addresses_too() {
        let whole = "regional election ministry computer gasoline fishery";
        let halves = "re-\ngional elec-\ntion min-\nistry com-\nputer gaso-\nline fish-\nery";
        let words = words(&format!("{whole} {halves} http://a.example/schol-\narsbank"));
        assert!(words.cut_in_address("schol", "arsbank", true));
        assert!(!words.cut_in_address("schol", "arsbank", false));
        assert!(words.cut("schol", "arsbank"));
        assert!(!words.cut("schol", "Arsbank"));
        assert!(!Words::default().cut_in_address("schol", "arsbank", true));
    }

    #[test]
    fn cues_are_known_everywhere() {
        assert!(Words::default().cut("vis", "ited"));
        assert!(Words::default().cut("Febru", "ary"));
    }
}
