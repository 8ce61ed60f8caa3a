//! A document before its notes are all found: what the readers of markup hand to
//! [`apparatus`](super::apparatus).

use crate::model::Kind;

use super::apparatus::Section;
use super::flow::Flow;
use super::limits::{Limit, NOTES, PARAGRAPHS};

/// A document in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The body in reading order.
    pub(super) blocks: Vec<DraftBlock>,
    /// The notes that the markup itself declares, in the order of the source;
    /// [`Sign::NoteRef`](super::flow::Sign::NoteRef) counts them.
    pub(super) notes: Vec<DraftNote>,
    /// The limit beyond which the text was left out.
    pub(super) cut_off: Option<Limit>,
}

impl Draft {
    /// All texts, of the body and of the notes.
    pub(super) fn flows(&mut self) -> impl Iterator<Item = &mut Flow> {
        let Self { blocks, notes, .. } = self;
        blocks.iter_mut().map(|block| &mut block.flow).chain(notes.iter_mut().map(|note| &mut note.flow))
    }

    /// Whether there is as much as a document may have; then it is noted that the rest is left out.
    pub(super) fn is_full(&mut self) -> bool {
        if self.blocks.len() >= PARAGRAPHS {
            self.cut_off = Some(Limit::Paragraphs);
        } else if self.notes.len() >= NOTES {
            self.cut_off = Some(Limit::Notes);
        }
        self.cut_off.is_some()
    }

    /// Whether one more note may be added; if not, it is noted that the rest is left out.
    pub(super) fn takes_note(&mut self) -> bool {
        let takes = self.notes.len() < NOTES;
        if !takes {
            self.cut_off = Some(Limit::Notes);
        }
        takes
    }

    /// Whether one more block may be added; if not, it is noted that the rest is left out.
    pub(super) fn takes_block(&mut self) -> bool {
        let takes = self.blocks.len() < PARAGRAPHS;
        if !takes {
            self.cut_off = Some(Limit::Paragraphs);
        }
        takes
    }

    /// The first heading of the highest level.
    pub(super) fn title(&self) -> Option<String> {
        let first = self.blocks.iter().find(|block| block.role == Role::Heading(1))?;
        Some(first.flow.text.clone())
    }
}

/// A piece of the body.
#[derive(Debug)]
pub(super) struct DraftBlock {
    pub(super) role: Role,
    pub(super) flow: Flow,
}

/// What a piece of the body is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of this level, 1 the highest.
    Heading(u8),
    Paragraph,
    /// An entry of a list, with the number that the list gives it.
    Item(Option<String>),
    /// A further paragraph of the entry before.
    ItemContinued,
    /// A cell, a caption: text that stands for itself.
    Cell,
    /// Not a text: markup says that an apparatus begins here.
    SectionStart(Section),
    /// Not a text: markup says that the apparatus ends here.
    SectionEnd,
}

/// A note.
#[derive(Debug)]
pub(super) struct DraftNote {
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) flow: Flow,
    /// Whether its text stands at its marker; the same note may be printed again in a list.
    pub(super) aside: bool,
    /// Whether it turned out to repeat another.
    pub(super) dropped: bool,
}

impl DraftNote {
    /// A note without text yet.
    pub(super) fn new(label: String, kind: Kind) -> Self {
        Self { label, kind, flow: Flow::default(), aside: false, dropped: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_full_at_a_limit() {
        let note = || DraftNote::new(String::new(), Kind::Footnote);
        let mut draft =
            Draft { notes: std::iter::repeat_with(note).take(NOTES - 1).collect(), ..Draft::default() };
        assert!(!draft.is_full());
        draft.notes.push(note());
        assert!(draft.is_full());
        assert_eq!(draft.cut_off, Some(Limit::Notes));
    }

    #[test]
    fn a_limit_is_met_by_what_goes_beyond_it() {
        let note = || DraftNote::new(String::new(), Kind::Footnote);
        let mut draft =
            Draft { notes: std::iter::repeat_with(note).take(NOTES - 1).collect(), ..Draft::default() };
        assert!(draft.takes_note());
        draft.notes.push(note());
        assert_eq!((draft.cut_off, draft.takes_note()), (None, false));
        assert_eq!((draft.cut_off, draft.takes_block()), (Some(Limit::Notes), true));
    }
}
