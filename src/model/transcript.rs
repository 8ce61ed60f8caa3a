//! A report's own text, as far as a page can show it with the findings where they stand.

use std::ops::Range;

use super::citation::Kind;
use super::document::BlockKind;

/// Where in a document a citation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The passage.
    pub passage: PassageId,
    /// The bytes of its text: the address as printed, or the words that are a link; empty where
    /// nothing but a place is known.
    pub range: Range<usize>,
}

/// A passage of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PassageId {
    /// By its index in the body.
    Block(usize),
    /// By its index among the notes.
    Note(usize),
}

/// The text of one document, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The body.
    pub body: Vec<Paragraph>,
    /// The notes, in their order.
    pub notes: Vec<NoteText>,
    /// Whether text was left out, since there is too much of it.
    pub cut: bool,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its role.
    pub kind: BlockKind,
    /// What it says.
    pub text: MarkedText,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteText {
    /// Its label as printed; may be empty.
    pub label: String,
    /// What kind of note it is.
    pub kind: Kind,
    /// What it says.
    pub text: MarkedText,
}

/// A text with what stands in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedText {
    /// The text; line breaks as in a document's passages.
    pub text: String,
    /// What stands where, by start; ranges are bytes of the text at character boundaries.
    pub marks: Vec<(Range<usize>, Marked)>,
}

/// What stands at a place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// A marker of the note with this index.
    Note(usize),
    /// A citation: the index of its finding in the audit.
    Finding(usize),
}

impl Transcript {
    /// All its text, in bytes.
    pub fn size(&self) -> usize {
        let body = self.body.iter().map(|paragraph| paragraph.text.text.len());
        body.chain(self.notes.iter().map(|note| note.text.text.len())).sum()
    }

    /// The same for findings that begin at index `first` of the audit.
    #[must_use]
    pub fn from_finding(mut self, first: usize) -> Self {
        let body = self.body.iter_mut().map(|paragraph| &mut paragraph.text);
        for text in body.chain(self.notes.iter_mut().map(|note| &mut note.text)) {
            for (_, marked) in &mut text.marks {
                if let Marked::Finding(index) = marked {
                    *index += first;
                }
            }
        }
        self
    }
}
