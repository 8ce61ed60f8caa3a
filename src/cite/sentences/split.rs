//! Sentences of running text.
//!
//! The Unicode rules (UAX 29) break at "Mr. Smith" and "No. 4"; here abbreviations, initials,
//! decimals and the quotation marks behind a full stop are minded. All in one pass.

use std::ops::Range;

use super::super::chars::{is_closing_quote, is_opening_quote};
use super::super::dates;
use super::abbreviations::{Stop, is_opener, stop_after};

/// Characters looked at on each side of a full stop.
const REACH: usize = 40;

/// Where the sentences of a flat text end.
#[derive(Debug)]
pub(in crate::cite) struct Sentences {
    ends: Vec<usize>,
}

impl Sentences {
    /// Finds the sentences. Linear.
    pub(in crate::cite) fn of(text: &str) -> Self {
        let mut ends = Vec::new();
        for (at, mark) in text.match_indices(['.', '!', '?', '…', '。', '！', '？']) {
            let end = after_closers(text, at + mark.len());
            if ends.last().is_none_or(|last| *last < end) && ends_here(text, at, mark, end) {
                ends.push(end);
            }
        }
        Self { ends }
    }

    /// The sentence that holds the byte.
    pub(in crate::cite) fn at(&self, text: &str, offset: usize) -> Range<usize> {
        let after = self.ends.partition_point(|end| *end <= offset);
        let start = after.checked_sub(1).map_or(0, |before| self.ends[before]);
        let end = self.ends.get(after).copied().unwrap_or(text.len());
        let sentence = &text[start..end];
        let start = end - sentence.trim_start().len();
        start..start + text[start..end].trim_end().len()
    }
}

/// Past the quotation marks and brackets behind a full stop.
fn after_closers(text: &str, from: usize) -> usize {
    let closers = |c: char| is_closing_quote(c) || matches!(c, ')' | ']');
    text.len() - text[from..].trim_start_matches(closers).len()
}

fn ends_here(text: &str, at: usize, mark: &str, end: usize) -> bool {
    if matches!(mark, "。" | "！" | "？") {
        return true;
    }
    let rest = &text[end..];
    if rest.trim_start().is_empty() {
        return true;
    }
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = next_word(rest);
    let Some(first) = next.chars().next() else { return true };
    if first.is_lowercase() {
        return false;
    }
    mark != "." || end > at + 1 || stop_ends(text, at, next)
}

/// Whether a bare full stop ends a sentence before the word `next`.
fn stop_ends(text: &str, at: usize, next: &str) -> bool {
    let word = word_before(text, at);
    let number = next.starts_with(|c: char| c.is_numeric());
    if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        let day = word.len() <= 2 && dates::is_month(&next.to_lowercase());
        return !day && !is_list_number(text, at, word);
    }
    match stop_after(word) {
        Stop::Plain => true,
        Stop::Never => false,
        Stop::BeforeNumber => !number && !is_roman(next),
        Stop::Either => is_opener(next) || matches!(next.chars().next(), Some(c) if is_opening_quote(c)),
    }
}

/// Whether a full stop behind `text` would be an abbreviation's or an initial's.
pub(in crate::cite) fn ends_in_abbreviation(text: &str) -> bool {
    stop_after(word_before(text, text.len())) != Stop::Plain
}

/// `1.` at the beginning of the text numbers what follows.
fn is_list_number(text: &str, at: usize, word: &str) -> bool {
    word.len() <= 2 && text[..at - word.len()].trim().is_empty()
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

fn word_before(text: &str, at: usize) -> &str {
    let run =
        text[..at].char_indices().rev().take(REACH).take_while(|(_, c)| c.is_alphanumeric() || *c == '.');
    &text[run.last().map_or(at, |(start, _)| start)..at]
}

/// The letters of the next word; a quotation mark or bracket stands for itself.
fn next_word(rest: &str) -> &str {
    let rest = rest.trim_start();
    let run = rest.char_indices().take(REACH).take_while(|(_, c)| c.is_alphanumeric()).last();
    match run {
        Some((at, c)) => &rest[..at + c.len_utf8()],
        None => rest.chars().next().map_or("", |c| &rest[..c.len_utf8()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let found = Sentences::of(text);
        let mut list: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < text.trim_end().len() {
            let range = found.at(text, at);
            list.push(&text[range.clone()]);
            at = range.end.max(at) + 1;
        }
        list
    }

    fn one(text: &str) {
        assert_eq!(sentences(text), [text]);
    }

    #[test]
    fn plain_sentences() {
        assert_eq!(
            sentences("One here. Two there! Three? Four"),
            ["One here.", "Two there!", "Three?", "Four"]
        );
        assert_eq!(sentences("За 2012 г. выросло. Но не везде."), ["За 2012 г. выросло.", "Но не везде."]);
    }

    #[test]
    fn what_closes_belongs_to_the_sentence() {
        assert_eq!(
            sentences("He said “no.” In the end (in 2.5 years.) She left."),
            ["He said “no.”", "In the end (in 2.5 years.)", "She left."]
        );
    }

    #[test]
    fn abbreviations_and_initials() {
        one("Mr. J. Smith of the U.S. Supreme Court read No. 4 and Art. 5 on Sept. 9 to Dr. Who.");
        one("Der Beschluss vom 3. Mai, vgl. z. B. Abs. 2, gilt.");
        one("Статья 23.4 закона, см. ст. 5, принята в 2012 г. в столице.");
        assert_eq!(
            sentences("They left the U.S. The rest stayed."),
            ["They left the U.S.", "The rest stayed."]
        );
        assert_eq!(
            sentences("From 3 p.m. to 6 p.m. Reportedly it rained."),
            ["From 3 p.m. to 6 p.m.", "Reportedly it rained."]
        );
    }

    #[test]
    fn numbers() {
        one("About 53.3 percent in version 2.0 of it.");
        assert_eq!(
            sentences("It was in 2011. The next year came."),
            ["It was in 2011.", "The next year came."]
        );
        one("1. First of the list");
    }

    #[test]
    fn lower_case_goes_on() {
        one("Some “opposition...websites” and Yahoo! users.");
    }
}
