//! A paragraph being written.

use crate::model::Source;

use super::super::draft::Role;
use super::super::flow::{Flow, Sign};
use super::super::ink::{Ink, Looks};

/// A paragraph being written; what stands in it, such as a text box, has paragraphs of its own.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) role: Role,
    pub(super) works: bool,
    ink: Ink,
    /// Whether all of it is hidden.
    pub(super) hidden: bool,
    /// The looks of the spans that have begun, each with those around it.
    looks: Vec<Looks>,
    links: Vec<Option<Sign>>,
    /// How many frames have begun: their names and descriptions are no text.
    pub(super) frames: usize,
}

impl Paragraph {
    pub(super) fn new(role: Role, works: bool, page: Option<u32>, looks: Looks) -> Self {
        let mut ink = Ink::default();
        ink.flow.page = page;
        let hidden = looks.is_hidden();
        Self { role, works, ink, hidden, looks: Vec::new(), links: Vec::new(), frames: 0 }
    }

    pub(super) fn looks(&self) -> Looks {
        self.looks.last().copied().unwrap_or_default()
    }

    pub(super) fn begin_span(&mut self, looks: Looks) {
        self.looks.push(looks.over(self.looks()));
    }

    pub(super) fn end_span(&mut self) {
        self.looks.pop();
    }

    pub(super) fn begin_link(&mut self, link: Option<Sign>) {
        self.links.push(link);
    }

    pub(super) fn end_link(&mut self) {
        self.links.pop();
    }

    pub(super) fn write(&mut self, text: &str, source: Option<Source>) {
        if self.hidden || self.frames > 0 || self.looks().is_hidden() {
            return;
        }
        let link = self.links.iter().flatten().last();
        self.ink.flow.source = source;
        self.ink.write(text, &self.looks().signs(link));
    }

    pub(super) fn line_break(&mut self) {
        self.ink.flow.line_break();
    }

    /// A page ends here.
    pub(super) fn set_page(&mut self, page: Option<u32>) {
        self.ink.flow.page = page;
    }

    /// A marker of a note; false if it cannot be seen.
    pub(super) fn refer(&mut self, note: usize) -> bool {
        let seen = !(self.hidden || self.looks().is_hidden());
        if seen {
            self.ink.flow.note_ref(note);
        }
        seen
    }

    /// The finished text; empty if it is hidden.
    pub(super) fn finish(self) -> Flow {
        if self.hidden { Flow::default() } else { self.ink.finish() }
    }
}
