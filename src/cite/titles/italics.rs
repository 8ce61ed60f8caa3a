//! Italics as a reader takes them.
//!
//! A typesetter sets upright within italics what would be in italics elsewhere (`_The Making of_ Hamlet _in Prague_`),
//! the `v.` of a case, and whatever the italic font lacks. What is set so belongs to the title, and italics that are only
//! part of a longer title name no work: a title that is cut is worse than none, for the page of the source has another.

use std::ops::Range;

use super::super::chars::last_word;
use super::super::flat::ADDRESS;
use super::super::structure::Structure;
use super::{phrases, signals};

/// Stretches in italics, those made one that only something within a title parts.
pub(in crate::cite) fn joined(
    text: &str,
    stretches: impl Iterator<Item = Range<usize>>,
) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if is_one(text, last, &stretch) => last.end = stretch.end.max(last.end),
            _ => joined.push(stretch),
        }
    }
    joined
}

/// Whether what stands upright between two stretches is part of what they are.
fn is_one(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    let Some(gap) = text.get(first.end..second.start) else { return false };
    let (first, second) = (&text[first.clone()], &text[second.clone()]);
    let between = gap.trim();
    between.is_empty()
        || SIGNS.contains(&between) && !gap.starts_with(" -")
        || is_within_word(first, gap, second)
        || is_aside(first, between, second)
}

/// What is often set upright within a title.
const SIGNS: [&str; 6] = ["’", "'", "&", "-", "\u{2010}", ":"];

/// Whether a letter or two of a word are set upright, as those are that the font lacks.
fn is_within_word(first: &str, gap: &str, second: &str) -> bool {
    const LONGEST: usize = 3;
    first.ends_with(char::is_alphabetic)
        && second.starts_with(char::is_alphabetic)
        && gap.chars().count() <= LONGEST
        && gap.chars().all(char::is_alphabetic)
}

/// Whether a word or two are set upright within a title: a name in it, the parties of a case.
fn is_aside(first: &str, between: &str, second: &str) -> bool {
    const VERSUS: [&str; 5] = ["v.", "vs.", "v", "vs", "c."];
    const MOST: usize = 2;
    let named = signals::is_work(first) && signals::is_work(second);
    let word = |word: &str| {
        word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '’' | '\''))
            && !phrases::is_function(&word.to_lowercase())
            && !signals::is_signal(word)
    };
    let goes_on = || {
        second.starts_with(char::is_lowercase)
            && between.split_whitespace().count() <= MOST
            && between.split_whitespace().all(word)
    };
    named && (VERSUS.contains(&between) || goes_on())
}

/// Words that lead from a title to what else is said of a work.
const BEHIND: [&str; 40] = [
    "accessed",
    "aired",
    "archived",
    "at",
    "available",
    "bei",
    "by",
    "chez",
    "cited",
    "de",
    "dir",
    "ed",
    "edited",
    "eds",
    "from",
    "hg",
    "hrsg",
    "in",
    "last",
    "no",
    "on",
    "online",
    "org",
    "p",
    "par",
    "por",
    "posted",
    "pp",
    "press",
    "published",
    "quoted",
    "retrieved",
    "trans",
    "translated",
    "updated",
    "url",
    "via",
    "viewed",
    "vol",
    "von",
];

/// Whether a stretch stands for itself: what stands beside it on either side is not the rest of a title.
pub(super) fn is_set_off(
    text: &str,
    structure: &Structure,
    within: &Range<usize>,
    stretch: &Range<usize>,
) -> bool {
    let before = &text[within.start.min(stretch.start)..stretch.start];
    let behind = &text[stretch.end..within.end.max(stretch.end)];
    let italics = text[stretch.clone()].trim_end();
    let torn = italics.ends_with(['-', '\u{2010}', '\u{ad}']);
    let closed = italics.ends_with([',', '.', ';']);
    !torn && begins(before) && (closed || ends(behind)) && fills_quotation(structure, stretch)
}

fn begins(before: &str) -> bool {
    let lead = before.trim_end();
    let Some(last) = lead.chars().next_back() else { return true };
    if !last.is_alphabetic() {
        return lead.len() < before.len() || !matches!(last, '-' | '\u{2010}' | '’' | '\'');
    }
    let word = last_word(lead);
    lead.len() < before.len() && (signals::is_signal(word) || super::container::introduces(word))
}

fn ends(behind: &str) -> bool {
    let rest = behind.trim_start();
    let Some(first) = rest.chars().next() else { return true };
    let apart = rest.len() < behind.len();
    if first == ':' {
        return !rest[1..].trim_start().starts_with(char::is_alphabetic);
    }
    if !first.is_alphabetic() {
        let glued = matches!(first, '-' | '\u{2010}' | '’' | '\'') || first.is_ascii_digit();
        return apart || first == ADDRESS || !glued;
    }
    let word: &str = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    apart && BEHIND.contains(&word.to_lowercase().as_str())
}

/// Whether a stretch in a quotation is all of it.
fn fills_quotation(structure: &Structure, stretch: &Range<usize>) -> bool {
    const SLACK: usize = 3;
    let after = structure.quotes.partition_point(|quote| quote.outer.start <= stretch.start);
    let around = after.checked_sub(1).map(|at| &structure.quotes[at]);
    around
        .filter(|quote| quote.outer.end >= stretch.end)
        .is_none_or(|quote| quote.inner.len() <= stretch.len() + SLACK)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text and its stretches from a notation in which `_…_` is in italics.
    fn read(notation: &str) -> (String, Vec<Range<usize>>) {
        let (mut text, mut stretches, mut open) = (String::new(), Vec::new(), None);
        for c in notation.chars() {
            match (c, open) {
                ('_', Some(start)) => {
                    stretches.push(start..text.len());
                    open = None;
                }
                ('_', None) => open = Some(text.len()),
                _ => text.push(c),
            }
        }
        (text, stretches)
    }

    fn titles(notation: &str) -> Vec<String> {
        let (text, stretches) = read(notation);
        joined(&text, stretches.into_iter()).into_iter().map(|stretch| text[stretch].to_owned()).collect()
    }

    #[test]
    fn what_is_upright_within_a_title_is_part_of_it() {
        for (notation, title) in [
            ("Doe, _Water and_ _Power_, 2010", "Water and Power"),
            ("_The Making of_ Hamlet _in Prague_", "The Making of Hamlet in Prague"),
            ("_Reading_ King Lear _today_", "Reading King Lear today"),
            ("_Roe_ v. _Wells_ (2010)", "Roe v. Wells"),
            ("_Rivers_: _A History_", "Rivers: A History"),
            ("_Smith_ & _Wells_", "Smith & Wells"),
            ("_The Peoples_’ _Rivers_", "The Peoples’ Rivers"),
            ("_Die K_ö_nige am Fluss_", "Die Könige am Fluss"),
        ] {
            assert_eq!(titles(notation), [title], "{notation}");
        }
    }

    #[test]
    fn two_works_stay_two() {
        for notation in [
            "_Harbour_ and _Weir_",
            "_Harbour News_, _Weir Times_",
            "_Forgetting_ in _the Harbour News_",
            "_Harbour Songs_ – _Weir Times_",
            "_See_ Doe _passim_",
            "_Harbour_ Jane Doe Press _weirs_",
            "_Harbour News_ Weir _Times_",
        ] {
            assert_eq!(titles(notation).len(), 2, "{notation}");
        }
    }

    #[test]
    fn a_title_is_set_off_from_what_stands_beside_it() {
        let set_off = |notation: &str| {
            let (text, stretches) = read(notation);
            is_set_off(&text, &Structure::of(&text), &(0..text.len()), &stretches[0])
        };
        for notation in [
            "_Harbour Songs_",
            "Jane Doe, _Harbour Songs_ (Lisbon: River Press, 2010)",
            "Doe 2010. _Harbour Songs_. River Press",
            "See _Harbour Songs_, p. 4",
            "Forgetting online, in _Harbour News_ 12 (2010)",
            "“_Harbour Songs_,” 2010",
            "_Harbour Songs_ \u{fffc}",
            "_Harbour Songs_: \u{fffc}",
            "_Harbour Songs_ available at",
            "_Harbour Songs_ – 2010",
            "_Harbour Songs,_ Public Law 3",
        ] {
            assert!(set_off(notation), "{notation}");
        }
        for notation in [
            "Doe, _The Making of_ Hamlet",
            "Doe, Rereading _Hamlet_, 2010",
            "“_Hamlet_ and its readers,” 2010",
            "“A Prince: _Hamlet_,” 2010",
            "_Hamlet_’s ghosts, 2010",
            "pre-_Hamlet_ plays",
            "_Hamlet_-like plays",
            "_Rivers_: a history, 2010",
            "Doe, _Harbour Songs of the Riv-_",
        ] {
            assert!(!set_off(notation), "{notation}");
        }
    }
}
