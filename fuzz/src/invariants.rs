//! What every reader and `cite` promise.

use ibid::model::{Citation, Document, MarkKind, Passage};

/// # Panics
/// If the document breaks a promise of its reader.
pub fn document_holds(document: &Document) {
    let bodies = document.body.iter().map(|block| &block.text);
    for passage in bodies.chain(document.notes.iter().map(|note| &note.text)) {
        passage_holds(passage, document.notes.len());
    }
}

fn passage_holds(passage: &Passage, notes: usize) {
    for mark in &passage.marks {
        assert!(passage.text.get(mark.range.clone()).is_some(), "a mark outside the text: {mark:?}");
        if let MarkKind::NoteRef(note) = mark.kind {
            assert!(note < notes, "a marker of note {note} of {notes}");
        }
    }
    assert!(passage.marks.is_sorted_by_key(|mark| mark.range.start), "marks out of order");
    assert!(passage.places.is_sorted_by_key(|(start, _)| *start), "places out of order");
}

/// An address need not parse: a report may well cite one that is misprinted, and the audit says so
/// (`skipped`, `malformed`).
///
/// # Panics
/// If a citation breaks the contract of `ibid extract`.
pub fn citations_hold(citations: &[Citation]) {
    for citation in citations {
        assert_eq!(citation.url.is_some(), citation.as_printed.is_some(), "{citation:?}");
        assert_eq!(citation.url.as_ref(), citation.candidates.first(), "{citation:?}");
        if let Some(url) = &citation.url {
            assert!(!url.chars().any(char::is_whitespace), "a blank in {url:?}");
        }
    }
}
