//! Documents for tests, written as one reads them.

use crate::cite::cite;
use crate::model::{
    Block, BlockKind, Citation, Document, Format, Kind, Mark, MarkKind, Note, Passage, Place,
};

/// Builds a document: in the body `{1}` is the marker of the first note, in any text `[label](target)`
/// a hyperlink.
#[must_use]
pub(super) struct Report(Document);

impl Report {
    pub(super) fn new() -> Self {
        Self(Document::new(Format::Text))
    }

    pub(super) fn paragraph(self, text: &str) -> Self {
        self.block(BlockKind::Paragraph, text)
    }

    pub(super) fn item(self, text: &str) -> Self {
        self.block(BlockKind::Item, text)
    }

    pub(super) fn footnote(self, label: &str, text: &str) -> Self {
        self.note(Kind::Footnote, label, text)
    }

    pub(super) fn note(mut self, kind: Kind, label: &str, text: &str) -> Self {
        self.0.notes.push(Note { label: label.to_owned(), kind, text: passage(text) });
        self
    }

    pub(super) fn cite(self) -> Vec<Citation> {
        cite("report.txt", &self.0)
    }

    fn block(mut self, kind: BlockKind, text: &str) -> Self {
        self.0.body.push(Block { kind, text: passage(text) });
        self
    }
}

/// A passage from its notation; lines count from 1, pages too.
fn passage(notation: &str) -> Passage {
    let mut passage = Passage::default();
    let mut rest = notation;
    while let Some(c) = rest.chars().next() {
        let marked = match c {
            '{' => marker(&mut passage, rest),
            '[' => hyperlink(&mut passage, rest),
            _ => None,
        };
        let taken = marked.unwrap_or_else(|| {
            passage.text.push(c);
            c.len_utf8()
        });
        rest = &rest[taken..];
    }
    passage.places = places(&passage.text);
    passage
}

fn marker(passage: &mut Passage, rest: &str) -> Option<usize> {
    let end = rest.find('}')?;
    let number: usize = rest[1..end].parse().ok()?;
    let at = passage.text.len();
    passage.marks.push(Mark { range: at..at, kind: MarkKind::NoteRef(number - 1) });
    Some(end + 1)
}

fn hyperlink(passage: &mut Passage, rest: &str) -> Option<usize> {
    let middle = rest.find("](")?;
    let end = middle + rest[middle..].find(')')?;
    let start = passage.text.len();
    passage.text.push_str(&rest[1..middle]);
    let kind = MarkKind::Link(rest[middle + 2..end].to_owned());
    passage.marks.push(Mark { range: start..passage.text.len(), kind });
    Some(end + 1)
}

fn places(text: &str) -> Vec<(usize, Place)> {
    let (mut page, mut line) = (1, 1);
    let mut places = vec![(0, Place { page: Some(page), line: Some(line), source: None })];
    for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '\n' | '\x0c')) {
        line += 1;
        page += u32::from(c == '\x0c');
        places.push((at + 1, Place { page: Some(page), line: Some(line), source: None }));
    }
    places
}
