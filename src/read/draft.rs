//! A document before its notes are all found: what the readers of markup hand to
//! [`apparatus`](super::apparatus).

use crate::model::Kind;

use super::flow::Flow;

/// A document in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The body in reading order.
    pub(super) blocks: Vec<DraftBlock>,
    /// The notes that the markup itself declares, in the order of the source;
    /// [`Sign::NoteRef`](super::flow::Sign::NoteRef) counts them.
    pub(super) notes: Vec<DraftNote>,
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
}

/// A note.
#[derive(Debug)]
pub(super) struct DraftNote {
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) flow: Flow,
}
