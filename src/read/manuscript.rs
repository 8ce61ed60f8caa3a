//! What the readers of word processors' files write into: a body, and notes that stand apart
//! from it.

use crate::model::Kind;

use super::apparatus::Section;
use super::draft::{Draft, DraftBlock, DraftNote, Role};
use super::flow::{Flow, Sign};
use super::limits::{Limit, PARAGRAPHS};

/// A draft being written paragraph by paragraph.
#[derive(Debug, Default)]
pub(super) struct Manuscript {
    pub(super) draft: Draft,
    /// The note that paragraphs belong to, if they belong to one.
    pub(super) note: Option<usize>,
    in_works: bool,
    /// Texts of other formats, each with the number of blocks before it.
    inserted: Vec<(usize, Draft)>,
}

impl Manuscript {
    /// Adds a note without text; its number.
    pub(super) fn add_note(&mut self, label: String, kind: Kind) -> usize {
        self.draft.notes.push(DraftNote::new(label, kind));
        self.draft.notes.len() - 1
    }

    /// Adds a paragraph: to the note that is being written, else to the body. `works` says that
    /// the document itself declares it a part of a list of works.
    pub(super) fn place(&mut self, role: Role, works: bool, flow: Flow) {
        if let Some(note) = self.note {
            self.draft.notes[note].flow.append(flow);
            return;
        }
        if flow.is_empty() {
            return;
        }
        if self.draft.blocks.len() >= PARAGRAPHS {
            self.draft.cut_off = Some(Limit::Paragraphs);
            return;
        }
        self.set_works(works && !matches!(role, Role::Heading(_)));
        self.draft.blocks.push(DraftBlock { role, flow });
    }

    /// Begins or ends a list of works that is declared as one.
    fn set_works(&mut self, works: bool) {
        if works != self.in_works {
            let role = if works { Role::SectionStart(Section::Works) } else { Role::SectionEnd };
            self.draft.blocks.push(DraftBlock { role, flow: Flow::default() });
            self.in_works = works;
        }
    }

    /// Another text stands here.
    pub(super) fn insert(&mut self, draft: Draft) {
        if self.note.is_none() {
            self.inserted.push((self.draft.blocks.len(), draft));
        }
    }

    /// The draft, once all is written.
    pub(super) fn finish(mut self) -> Draft {
        self.note = None;
        self.set_works(false);
        let mut rest = std::mem::take(&mut self.draft.blocks).into_iter();
        let mut done = 0;
        for (at, mut other) in std::mem::take(&mut self.inserted) {
            self.draft.blocks.extend(rest.by_ref().take(at - done));
            done = at;
            let shift = self.draft.notes.len();
            for (_, sign) in other.flows().flat_map(|flow| &mut flow.signs) {
                if let Sign::NoteRef(note) = sign {
                    *note += shift;
                }
            }
            self.draft.blocks.append(&mut other.blocks);
            self.draft.notes.append(&mut other.notes);
        }
        self.draft.blocks.extend(rest);
        self.draft
    }
}

/// What is left of a label whose number was not a text: `.`, `)`, `[]`.
pub(super) fn cut_rest_of_label(flow: &mut Flow) {
    let rest = flow.text.trim_start_matches("[]").trim_start_matches("()");
    let rest = rest.trim_start_matches(['.', ')', ']', ':']);
    let length = flow.text.len() - rest.trim_start().len();
    if length > 0 && !rest.is_empty() {
        flow.take_out(&[(0..length, Vec::new())]);
    }
}
