//! Most of what a document may have. A report never comes near; a file of a few bytes a note would
//! otherwise take gigabytes. What is beyond a limit is left out with a warning that names it.

use std::fmt;

use crate::model::{Document, MarkKind, Passage};

/// Most paragraphs of a word processor's document, table cells included: a report of 3,000 pages
/// has 100,000.
pub(super) const PARAGRAPHS: usize = 400_000;
/// Most elements and texts of a page, or of all pages of a book.
pub(super) const NODES: usize = 800_000;
/// Most notes of a document.
pub(super) const NOTES: usize = 100_000;
/// Most addresses of a document.
pub(super) const ADDRESSES: usize = 100_000;

/// The limit at which the reading of a draft ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    Paragraphs,
    Nodes,
    Notes,
}

impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let (most, of) = match self {
            Self::Paragraphs => (PARAGRAPHS, "paragraphs"),
            Self::Nodes => (NODES, "elements and texts"),
            Self::Notes => (NOTES, "notes"),
        };
        write!(
            formatter,
            "there are more than {} {of}, which is the limit: the rest was left out",
            number(most)
        )
    }
}

/// Holds a document to the limits on notes and addresses.
pub(super) fn hold(document: &mut Document) {
    hold_to(document, NOTES, ADDRESSES);
}

fn hold_to(document: &mut Document, most_notes: usize, most_addresses: usize) {
    if document.notes.len() > most_notes {
        let rest = document.notes.len() - most_notes;
        document.notes.truncate(most_notes);
        for passage in passages(document) {
            passage.marks.retain(|mark| !matches!(mark.kind, MarkKind::NoteRef(note) if note >= most_notes));
        }
        document.warnings.push(format!(
            "there are more than {} notes, which is the limit: the last {} were left out",
            number(most_notes),
            number(rest)
        ));
    }
    let (mut left, mut dropped) = (most_addresses, 0);
    for passage in passages(document) {
        let here = addresses(passage);
        if here > left {
            dropped += here - left;
            cut(passage, left);
        }
        left -= here.min(left);
    }
    if dropped > 0 {
        document.warnings.push(format!(
            "there are more than {} addresses, which is the limit: about {} were left out",
            number(most_addresses),
            number(dropped)
        ));
    }
}

/// All texts, those of the notes first.
fn passages(document: &mut Document) -> impl Iterator<Item = &mut Passage> {
    let notes = document.notes.iter_mut().map(|note| &mut note.text);
    notes.chain(document.body.iter_mut().map(|block| &mut block.text))
}

/// About how many addresses a text has.
fn addresses(passage: &Passage) -> usize {
    let links = passage.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Link(_))).count();
    starts(&passage.text).count().max(links)
}

/// Where the marks of an address stand.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let printed = text.match_indices("://").map(|(at, _)| at);
    printed.chain(text.match_indices("www.").map(|(at, _)| at).filter(|at| !text[..*at].ends_with("://")))
}

/// Leaves the first `most` addresses of a text.
fn cut(passage: &mut Passage, most: usize) {
    let mut starts: Vec<usize> = starts(&passage.text).collect();
    starts.sort_unstable();
    let links = passage.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Link(_)));
    let link = links.map(|mark| mark.range.start).nth(most);
    let first = starts.get(most).copied().into_iter().chain(link).min().unwrap_or(passage.text.len());
    let kept = passage.text.get(..first).unwrap_or_default();
    let end = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
    passage.text.truncate(end);
    passage.marks.retain(|mark| mark.range.end <= end);
    passage.places.retain(|(at, _)| *at <= end);
}

/// A number as it is printed: `400,000`.
fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut printed = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Format, Kind, Mark, Note};

    fn passage(text: &str) -> Passage {
        Passage { text: text.to_owned(), ..Passage::default() }
    }

    fn document(notes: usize, body: &str) -> Document {
        let mut document = Document::new(Format::Text);
        let mut text = passage(body);
        text.marks = (0..notes).map(|note| Mark { range: 0..0, kind: MarkKind::NoteRef(note) }).collect();
        document.body.push(Block { kind: BlockKind::Paragraph, text });
        let note = |at: usize| Note {
            label: at.to_string(),
            kind: Kind::Footnote,
            text: passage("http://n.example/"),
        };
        document.notes.extend((0..notes).map(note));
        document
    }

    #[test]
    fn what_is_within_the_limits_stays() {
        let whole = document(2, "See http://a.example/ and www.b.example/x.");
        let mut held = whole.clone();
        hold_to(&mut held, 2, 4);
        assert_eq!(held, whole);
    }

    #[test]
    fn notes_beyond_the_limit_go_with_their_markers() {
        let mut held = document(5, "Text");
        hold_to(&mut held, 3, 9);
        assert_eq!((held.notes.len(), held.body[0].text.marks.len()), (3, 3));
        assert_eq!(
            held.warnings,
            ["there are more than 3 notes, which is the limit: the last 2 were left out"]
        );
    }

    #[test]
    fn addresses_beyond_the_limit_go() {
        let mut held = document(2, "See http://a.example/ and www.b.example/x or http://www.c.example/.");
        hold_to(&mut held, 9, 3);
        assert_eq!(held.body[0].text.text, "See http://a.example/ and");
        assert_eq!(held.notes[1].text.text, "http://n.example/");
        assert_eq!(
            held.warnings,
            ["there are more than 3 addresses, which is the limit: about 2 were left out"]
        );
    }

    #[test]
    fn a_limit_is_told_with_its_number() {
        assert_eq!(
            Limit::Paragraphs.to_string(),
            "there are more than 400,000 paragraphs, which is the limit: the rest was left out"
        );
        assert_eq!(number(7), "7");
        assert_eq!(number(1_000_000), "1,000,000");
    }
}
