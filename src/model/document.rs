//! What a reader makes of a file: body and notes in reading order, whatever the format.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::citation::Kind;
use super::date::PartialDate;
use super::layout::Layout;

/// The format a document was read as, recognised by content first and name second.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// Plain text, also the text a PDF gave up.
    Text,
    /// Markdown (`CommonMark` with footnotes).
    Markdown,
    /// HTML.
    Html,
    /// PDF.
    Pdf,
    /// Word documents (DOCX).
    Docx,
    /// LaTeX, and plain TeX.
    Latex,
    /// BibTeX and BibLaTeX databases.
    Bibtex,
    /// Wikitext, as wikis of the `MediaWiki` software keep their pages.
    Wikitext,
    /// Texts of `OpenDocument` (ODT).
    Odt,
    /// Rich Text Format (RTF).
    Rtf,
    /// E-books (EPUB).
    Epub,
}

/// A report as it reads: page furniture set aside, notes told from the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The format it was read as.
    pub format: Format,
    /// The report's title, where the format says it.
    pub title: Option<String>,
    /// The report's own date, where the format says it.
    pub date: Option<PartialDate>,
    /// Body text in reading order, without the notes.
    pub body: Vec<Block>,
    /// Notes and bibliography entries in the order of their first appearance.
    pub notes: Vec<Note>,
    /// What the reader could not make sense of, in plain words for the editor.
    pub warnings: Vec<String>,
    /// What the sources of its places ([`Place::source`]) point into.
    pub ground: Ground,
}

impl Document {
    /// A document with nothing in it yet.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            title: None,
            date: None,
            body: Vec::new(),
            notes: Vec::new(),
            warnings: Vec::new(),
            ground: Ground::default(),
        }
    }
}

/// What role a block of body text plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A title of the document or of a part of it.
    Heading,
    /// Running text.
    Paragraph,
    /// An entry of a list, a cell of a table, a caption: text that stands for itself.
    Item,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its role.
    pub kind: BlockKind,
    /// Its text; note markers are taken out of it and kept as marks.
    pub text: Passage,
}

/// A footnote, an endnote or an entry of a bibliography.
///
/// A note whose marker stands in the body but whose text is missing (a file that breaks off) is
/// kept with an empty text, so that every note is accounted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The label as printed, without brackets or full stop: `12`, `*`, `a`. Empty for an
    /// unnumbered bibliography entry.
    pub label: String,
    /// What kind of note it is ([`Kind::Inline`] never occurs here).
    pub kind: Kind,
    /// Its text, without the label.
    pub text: Passage,
}

/// Text with what the format knows about it.
///
/// A `'\n'` in the text is a line break that a typesetter made: a word or an address may go on
/// behind it. A `'\x0c'` is such a break that is also a page break. Formats that reflow (HTML,
/// Markdown) turn their soft breaks into spaces and have neither.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text, characters as printed (no-break spaces, U+2010 and the like are kept).
    pub text: String,
    /// Hyperlinks and note markers, ordered by start; byte ranges of `text`.
    pub marks: Vec<Mark>,
    /// From which byte of `text` on which place holds, ordered; the first is at 0 if any is
    /// known.
    pub places: Vec<(usize, Place)>,
}

impl Passage {
    /// The place of the character at byte `offset`; [`Place::default`] where none is known.
    pub fn place_at(&self, offset: usize) -> Place {
        match self.places.partition_point(|(start, _)| *start <= offset) {
            0 => Place::default(),
            after => self.places[after - 1].1,
        }
    }
}

/// Where something stands in the source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Page, from 1; none where the format has no pages.
    pub page: Option<u32>,
    /// Line of the source file, from 1; none where the format has no lines.
    pub line: Option<u32>,
    /// What it was read from, in formats without lines; none for what no text of the file stands for.
    pub source: Option<Source>,
}

/// Where a stretch of text was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// An index into the document's ground: of a part, or of a printed line.
    pub unit: u32,
    /// The byte at which the text begins there. In a part the stretch may begin further on, but before
    /// the next tag.
    pub at: u32,
}

impl Source {
    /// What begins at a byte of a part or line; none beyond 4 GiB or four billion of them.
    pub fn at(unit: impl TryInto<u32>, byte: usize) -> Option<Self> {
        Some(Self { unit: unit.try_into().ok()?, at: u32::try_from(byte).ok()? })
    }
}

/// What the places of a document point into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Ground {
    /// Nothing: lines are enough, or the reader does not tell.
    #[default]
    None,
    /// Parts of a package by their names; an empty name is the file itself.
    Parts(Vec<String>),
    /// The printed lines of a PDF.
    Pages(Layout),
}

/// Something the format says about a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the passage it covers; empty for a marker that was taken out of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

impl Mark {
    /// The index of the note that it is a marker of, if it is one.
    pub fn note(&self) -> Option<usize> {
        match self.kind {
            MarkKind::NoteRef(note) => Some(note),
            _ => None,
        }
    }
}

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// A hyperlink with its target as written in the source, entities resolved.
    Link(String),
    /// A note marker: the index of the note in [`Document::notes`].
    NoteRef(usize),
    /// A stretch set in italics: titles of works and names of outlets.
    Emphasis,
}
