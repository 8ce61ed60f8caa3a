//! The reader: characters, and what is known while they are read.

use std::collections::{HashMap, HashSet};

use crate::model::{Document, Format};

use super::super::apparatus;
use super::super::dates::document_date;
use super::super::draft::{Draft, DraftBlock, Role};
use super::super::flow::{Flow, Sign};
use super::counters::Counters;
use super::environments::Container;
use super::footnotes::Apart;
use super::frames::{Frame, Open, Titling};
use super::inline::plain;
use super::macros::Macros;
use super::mentions::Mentions;
use super::source::{Source, blanks};
use super::typography;

/// Reads a LaTeX document; `beside` gives the text of a file that it names, if it is there.
pub(in crate::read) fn read_latex(source: &str, beside: &dyn Fn(&str) -> Option<String>) -> Document {
    let mut document = Document::new(Format::Latex);
    let mut reader = Reader::new(source, Some(1));
    reader.muted = super::outline::has_preamble(source);
    reader.plain_tex = super::outline::is_plain_tex(source);
    reader.run();
    let draft = reader.finish(&mut document, beside);
    apparatus::settle(draft, &mut document);
    document
}

/// A document being read.
#[expect(clippy::struct_excessive_bools, reason = "what holds at a point of a text are facts apart")]
pub(super) struct Reader<'a> {
    pub(super) source: Source<'a>,
    pub(super) draft: Draft,
    /// The text being written: of the body, or of the note or title that is open.
    pub(super) flow: Flow,
    pub(super) role: Role,
    pub(super) frames: Vec<Frame>,
    /// Groups that are open beyond the deepest frame.
    pub(super) excess: usize,
    /// How many frames have a text of their own.
    pub(super) apart: usize,
    /// How many signs are open.
    pub(super) signs: u32,
    /// How many of them are links.
    pub(super) links: u32,
    /// How many environments of a name are open.
    pub(super) environments: HashMap<String, usize>,
    pub(super) containers: Vec<Container>,
    pub(super) macros: Macros,
    pub(super) counters: Counters,
    pub(super) mentions: Mentions,
    pub(super) notes_apart: Apart,
    /// The title page, until it is printed.
    pub(super) titling: Vec<(Titling, Flow)>,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    /// The entry of a bibliography being written: its note.
    pub(super) work: Option<usize>,
    /// Whether what is read is printed.
    pub(super) muted: bool,
    pub(super) math: bool,
    /// Whether a bare address is being written: nothing in it is a ligature.
    pub(super) address: bool,
    /// Whether only blanks have been read since a comment.
    commented: bool,
    /// Whether only a piece is read, not a document.
    pub(super) within: bool,
    /// Whether babel's shorthands with `"` hold.
    pub(super) shorthands: bool,
    pub(super) plain_tex: bool,
    /// Whether chapters and sections are numbered.
    pub(super) numbered: bool,
    /// Marks that were looked for and do not come any more.
    pub(super) missing: HashSet<String>,
    pub(super) warnings: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a str, line: Option<u32>) -> Self {
        Self {
            source: Source::new(source, line),
            draft: Draft::default(),
            flow: Flow::default(),
            role: Role::Paragraph,
            frames: Vec::new(),
            excess: 0,
            apart: 0,
            signs: 0,
            links: 0,
            environments: HashMap::new(),
            containers: Vec::new(),
            macros: Macros::default(),
            counters: Counters::default(),
            mentions: Mentions::default(),
            notes_apart: Apart::default(),
            titling: Vec::new(),
            title: None,
            date: None,
            work: None,
            muted: false,
            math: false,
            address: false,
            commented: false,
            within: false,
            shorthands: false,
            plain_tex: false,
            numbered: true,
            missing: HashSet::new(),
            warnings: Vec::new(),
        }
    }

    pub(super) fn run(&mut self) {
        while let Some(next) = self.source.peek().filter(|_| self.draft.cut_off.is_none()) {
            let commented = std::mem::take(&mut self.commented);
            self.step(next, commented);
        }
    }

    fn step(&mut self, next: u8, commented: bool) {
        match next {
            b'\\' => {
                self.source.advance(1);
                self.command();
            }
            b'{' => {
                self.source.advance(1);
                self.open(Open::Group);
            }
            b'}' => {
                self.source.advance(1);
                self.close_brace();
            }
            b'%' => {
                self.source.skip_comment();
                self.commented = true;
            }
            b'$' => self.dollar(),
            b'~' => {
                self.source.advance(1);
                let text = if self.address { "~" } else { "\u{a0}" };
                self.write(text);
            }
            b'&' if !self.address && self.in_table() => {
                self.source.advance(1);
                self.flush();
            }
            b'^' | b'_' if self.math => {
                self.source.advance(1);
            }
            blank if blank.is_ascii_whitespace() => self.blanks(commented),
            _ => self.text(),
        }
    }

    fn blanks(&mut self, commented: bool) {
        let blanks = blanks(self.source.rest());
        self.source.advance(blanks.length);
        self.address = false;
        if blanks.lines + usize::from(commented) > 1 {
            self.paragraph();
        } else {
            self.flow.blank();
        }
    }

    /// A `$` begins or ends mathematics; what is only raised is no mathematics.
    fn dollar(&mut self) {
        self.source.advance(1);
        self.source.eat("$");
        self.math = !self.math;
        if self.math && (self.source.eat("^") || self.source.eat("{}^")) {
            let raised = self.source.argument(false).unwrap_or_default();
            self.raise(&raised);
        }
    }

    /// Writes a raised text.
    pub(super) fn raise(&mut self, raised: &str) {
        if !self.muted {
            self.flow.open(Sign::Raised);
            let text = self.plain(raised);
            self.flow.push(&text, self.source.line());
            self.flow.close();
        }
    }

    /// What a short piece prints; within such a piece it is taken as it stands, so that none
    /// leads deeper and deeper.
    pub(super) fn plain(&self, piece: &str) -> String {
        if self.within { piece.to_owned() } else { plain(piece) }
    }

    /// Writes the next run of characters.
    fn text(&mut self) {
        let line = self.source.line();
        let (address, math) = (self.address, self.math);
        let rest = self.source.rest();
        if let Some((printed, length)) = ligature(rest, address, self.shorthands) {
            if !self.muted {
                self.flow.push(printed, line);
            }
            self.source.advance(length);
            return;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let length = rest.as_bytes()[first..].iter().position(|byte| stops(*byte, address, math));
        let run = &rest[..length.map_or(rest.len(), |length| first + length)];
        if !self.muted {
            self.flow.push(run, line);
        }
        self.address |= run.contains("://") || run.starts_with("www.");
        let length = run.len();
        self.source.advance(length);
    }

    /// Writes something that is printed.
    pub(super) fn write(&mut self, text: &str) {
        if self.muted {
            return;
        }
        if text.starts_with([' ', '\n']) {
            self.flow.blank();
        }
        self.flow.push(text, self.source.line());
    }

    /// A word of the editor's: what was left out.
    pub(super) fn warn(&mut self, warning: String) {
        if self.warnings.len() < 50 && !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn finish(mut self, document: &mut Document, beside: &dyn Fn(&str) -> Option<String>) -> Draft {
        self.close_all();
        self.end_work();
        self.flush();
        document.title = self.title.take().filter(|title| !title.is_empty());
        document.date = self.date.take().and_then(|date| document_date(&date));
        self.warnings.extend(self.mentions.resolve(&mut self.draft, beside));
        document.warnings.append(&mut self.warnings);
        self.draft
    }

    /// Prints the title page here.
    pub(super) fn print_title(&mut self) {
        self.flush();
        for (part, flow) in std::mem::take(&mut self.titling) {
            let role = if part == Titling::Title { Role::Heading(1) } else { Role::Paragraph };
            if !flow.is_empty() {
                self.draft.blocks.push(DraftBlock { role, flow });
            }
        }
    }
}

fn ligature(rest: &str, address: bool, shorthands: bool) -> Option<(&'static str, usize)> {
    let may = !address && rest.bytes().next().is_some_and(typography::may_begin);
    may.then(|| typography::ligature(rest, shorthands))?
}

/// Whether a run of characters ends before this one.
fn stops(byte: u8, address: bool, math: bool) -> bool {
    match byte {
        b'\\' | b'{' | b'}' | b'%' | b'$' | b'~' => true,
        b'&' => !address,
        b'^' | b'_' => math,
        _ => byte.is_ascii_whitespace() || !address && typography::may_begin(byte),
    }
}
