//! Running text: what is markup in it, and what is written of it.

use std::collections::HashSet;
use std::ops::Range;

use super::super::draft::{Draft, DraftBlock, Role};
use super::super::flow::{Flow, Sign};
use super::super::limits::{Limit, NOTES, PARAGRAPHS};
use super::super::lines::Lines;
use super::pairs::Pairs;
use super::refs::Refs;
use super::tags::{self, Endings};
use super::{entities, mask};

/// How deep templates, links and notes may be nested; what is deeper is left out.
const DEEPEST: usize = 40;

pub(super) struct Writer<'a> {
    pub(super) source: &'a str,
    pub(super) lines: Lines,
    pub(super) pairs: Pairs,
    pub(super) endings: Endings,
    pub(super) refs: Refs,
    blocks: Vec<DraftBlock>,
    /// The limit beyond which the text is left out.
    pub(super) cut_off: Option<Limit>,
    pub(super) flow: Flow,
    /// Whether the text is that of a note.
    pub(super) in_note: bool,
    /// The group of the notes that are being defined, not used.
    pub(super) defining: Option<String>,
    /// Notes whose text is written.
    pub(super) written: HashSet<usize>,
    /// Whether italics are open.
    italic: bool,
    depth: usize,
    /// Up to here no line has a `]`, as far as is known.
    unclosed: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            lines: Lines::new(source),
            pairs: Pairs::new(source),
            endings: Endings::new(source),
            refs: Refs::default(),
            blocks: Vec::new(),
            cut_off: None,
            flow: Flow::default(),
            in_note: false,
            defining: None,
            written: HashSet::new(),
            italic: false,
            depth: 0,
            unclosed: 0,
        }
    }

    /// Where the line that begins at `from` ends; line ends within templates, links and notes do
    /// not count.
    pub(super) fn line_end(&self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let mut at = from;
        while at < bytes.len() && bytes[at] != b'\n' {
            at = match bytes[at] {
                b'{' | b'[' => self.pairs.inside(at).map_or(at + 1, |inside| inside.end + 2),
                b'<' => self.note_at(at).map_or(at + 1, |note| note.end),
                _ => at + 1,
            };
        }
        at.min(bytes.len())
    }

    /// Writes the text of `range`.
    pub(super) fn write(&mut self, range: Range<usize>) {
        if self.depth >= DEEPEST {
            return;
        }
        self.depth += 1;
        let bytes = self.source.as_bytes();
        let (mut at, mut plain) = (range.start, range.start);
        while at < range.end && self.cut_off.is_none() {
            let end = match bytes[at] {
                b'{' | b'[' | b'<' | b'\'' | b'_' => self.markup_end(at, range.end),
                _ => None,
            };
            if let Some(end) = end {
                self.text(plain..at);
                self.markup(at, end);
                (at, plain) = (end, end);
            } else {
                at += 1;
            }
        }
        if self.cut_off.is_none() {
            self.text(plain..range.end);
        }
        self.depth -= 1;
    }

    /// Writes a part in which italics begin and end for themselves.
    pub(super) fn enclosed(&mut self, range: Range<usize>) {
        let around = std::mem::take(&mut self.italic);
        self.write(range);
        if std::mem::replace(&mut self.italic, around) {
            self.flow.close();
        }
    }

    /// Writes a part apart from the text around it.
    pub(super) fn apart(&mut self, range: Range<usize>) -> Flow {
        let around = std::mem::take(&mut self.flow);
        self.enclosed(range);
        std::mem::replace(&mut self.flow, around)
    }

    /// The text of `range` as it is written, without comments and references to characters.
    pub(super) fn raw(&self, range: Range<usize>) -> String {
        entities::decode(&mask::strip(&self.source[range])).trim().to_owned()
    }

    /// Parts what was written from what comes.
    pub(super) fn blank(&mut self) {
        self.flow.blank();
    }

    /// Ends the text being written.
    pub(super) fn flush(&mut self, role: Role) {
        if std::mem::take(&mut self.italic) {
            self.flow.close();
        }
        let flow = std::mem::take(&mut self.flow);
        if !flow.is_empty() {
            self.block(role, flow);
        }
    }

    /// Adds a block, unless there are too many.
    pub(super) fn block(&mut self, role: Role, flow: Flow) {
        if self.blocks.len() < PARAGRAPHS {
            self.blocks.push(DraftBlock { role, flow });
        } else {
            self.cut_off = Some(Limit::Paragraphs);
        }
    }

    /// Whether a note more may be added.
    pub(super) fn takes_note(&mut self) -> bool {
        let takes = self.refs.notes.len() < NOTES;
        if !takes {
            self.cut_off = Some(Limit::Notes);
        }
        takes
    }

    /// Everything that was written.
    pub(super) fn finish(mut self) -> Draft {
        self.refs.number_rest();
        Draft { blocks: self.blocks, notes: self.refs.notes, cut_off: self.cut_off }
    }

    fn text(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let line = self.lines.line(range.start);
            let text = mask::strip(&self.source[range]);
            self.flow.push(&entities::decode(&text), line);
        }
    }

    /// Where the markup that begins at `at` ends, if it is markup and ends before `limit`.
    fn markup_end(&mut self, at: usize, limit: usize) -> Option<usize> {
        let rest = &self.source[at..limit];
        let end = match rest.as_bytes()[0] {
            b'{' => self.pairs.inside(at)?.end + 2,
            b'[' => match self.pairs.inside(at) {
                Some(inside) => inside.end + 2,
                None => self.external_end(at, limit)?,
            },
            b'<' => match self.note_at(at) {
                Some(note) => note.end,
                None => at + tags::read(rest)?.length,
            },
            b'\'' => at + Some(rest.len() - rest.trim_start_matches('\'').len()).filter(|run| *run > 1)?,
            _ if self.source[..at].ends_with(char::is_alphanumeric) => return None,
            _ => at + switch_length(rest)?,
        };
        (end <= limit).then_some(end)
    }

    /// Where the link to another site that begins at `at` ends.
    fn external_end(&mut self, at: usize, limit: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        if at < self.unclosed || !is_external(&self.source[at + 1..limit]) {
            return None;
        }
        let mut end = at + 1;
        while end < limit && bytes[end] != b'\n' {
            if bytes[end] == b']' {
                return Some(end + 1);
            }
            end = self.pairs.inside(end).map_or(end + 1, |inside| inside.end + 2);
        }
        self.unclosed = end.min(limit);
        None
    }

    fn markup(&mut self, at: usize, end: usize) {
        match self.source.as_bytes()[at] {
            b'{' => self.template(at + 2..end - 2),
            b'[' if self.pairs.inside(at).is_some() => self.internal_link(at + 2..end - 2),
            b'[' => self.external_link(at + 1..end - 1),
            b'<' => self.tag(at, end),
            b'\'' if matches!(end - at, 2 | 5..) => self.toggle_italics(),
            _ => {}
        }
    }

    fn toggle_italics(&mut self) {
        self.italic = !self.italic;
        if self.italic {
            self.flow.open(Sign::Emphasis);
        } else {
            self.flow.close();
        }
    }
}

/// Whether a text begins with an address that makes brackets a link.
pub(super) fn is_external(text: &str) -> bool {
    let start: String = text.chars().take(8).map(|c| c.to_ascii_lowercase()).collect();
    ["http://", "https://", "//", "ftp://", "mailto:"].iter().any(|scheme| start.starts_with(scheme))
}

/// The length of a switch such as `__NOTOC__`.
fn switch_length(text: &str) -> Option<usize> {
    let word = text.strip_prefix("__")?;
    let length = word.find(|c: char| !c.is_ascii_uppercase()).filter(|length| *length > 2)?;
    word[length..].starts_with("__").then_some(length + 4)
}
