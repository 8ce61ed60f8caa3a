//! Running text: words, links, emphasis, bare addresses, inline notes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::model::Kind;

use super::super::code::has_address;
use super::super::draft::DraftNote;
use super::super::flow::{Flow, Sign};
use super::super::lines::Lines;
use super::super::target::target;
use super::address::{self, Stop};
use super::inline_note::Brackets;
use super::mask;
use super::mentions::{Mention, Mentions};
use super::tag::{self, Tag as HtmlTag};

/// An element of running text that is open.
#[derive(Debug)]
enum Open {
    /// It has a sign in the text; its end tag, with everything after its content, begins here.
    Signed(usize),
    /// It has none: strong text, an image.
    Plain(usize),
    /// It is part of an address, and no markup at all.
    Mistaken,
}

/// An inline note being written.
#[derive(Debug)]
struct Aside {
    /// The byte of its closing bracket.
    close: usize,
    /// The text around it.
    around: Flow,
    /// Its index among the notes.
    note: usize,
}

pub(super) struct Inline<'a> {
    source: &'a str,
    flow: Flow,
    /// The blocks around the text, the innermost last.
    blocks: Vec<Range<usize>>,
    /// Everything before this byte is written.
    done: usize,
    /// The bare address being copied ends here.
    address: Option<usize>,
    open: Vec<Open>,
    aside: Option<Aside>,
    brackets: Brackets,
    /// Depth of inline HTML elements whose content is no text.
    hidden: usize,
    /// Families of HTML tags that are open and signed.
    tags: Vec<&'static str>,
}

impl<'a> Inline<'a> {
    pub(super) fn new(source: &'a str, start: usize) -> Self {
        Self {
            source,
            flow: Flow::default(),
            blocks: Vec::new(),
            done: start,
            address: None,
            open: Vec::new(),
            aside: None,
            brackets: Brackets::default(),
            hidden: 0,
            tags: Vec::new(),
        }
    }

    /// A block begins that covers `block`.
    pub(super) fn enter_block(&mut self, block: Range<usize>) {
        self.done = self.done.max(block.start);
        self.blocks.push(block);
    }

    /// The block entered last ends.
    pub(super) fn leave_block(&mut self) {
        self.blocks.pop();
    }

    /// Takes an event that is neither a start nor an end.
    pub(super) fn take(
        &mut self,
        event: Event<'_>,
        range: Range<usize>,
        lines: &Lines,
        notes: &mut Vec<DraftNote>,
        mentions: &mut Mentions,
    ) {
        self.leave_aside(range.start, lines, notes);
        if let Event::Text(text) = event {
            self.text(&text, range, lines, notes, mentions);
            return;
        }
        self.leave_address(range.start, lines);
        match event {
            Event::Code(code) if self.hidden == 0 && !has_address(&code) => {
                self.flow.push(&code, lines.line(range.start));
            }
            Event::SoftBreak if self.opens_entry(range.end) => self.flow.line_break(),
            Event::SoftBreak => self.flow.blank(),
            Event::HardBreak => self.flow.line_break(),
            Event::FootnoteReference(label) => {
                let number = mentions.mention(Mention::Label(label.into_string(), range.start));
                self.flow.note_ref(number);
            }
            Event::InlineHtml(html) => self.html(&html),
            _ => {}
        }
        self.done = self.done.max(range.end);
    }

    /// Whether the line at `at` is the next entry of a list whose entries the author did not part: the
    /// paragraph begins with `[1] ` and so does the line with a number.
    fn opens_entry(&self, at: usize) -> bool {
        let numbered = |at: usize| {
            let line = self.source.get(at..).unwrap_or_default().trim_start_matches(' ');
            let number = line.strip_prefix('[').unwrap_or_default();
            let digits = number.bytes().take(4).take_while(u8::is_ascii_digit).count();
            (1..=3).contains(&digits) && number[digits..].starts_with("] ")
        };
        numbered(at) && self.blocks.last().is_some_and(|block| numbered(block.start))
    }

    fn text(
        &mut self,
        text: &str,
        range: Range<usize>,
        lines: &Lines,
        notes: &mut Vec<DraftNote>,
        mentions: &mut Mentions,
    ) {
        if self.source[range.clone()] != *text {
            self.write(text, range, lines);
            return;
        }
        let mut at = range.start.max(self.done);
        while at < range.end {
            if let Some(end) = self.address {
                let to = end.min(range.end);
                self.copy(to, lines);
                at = at.max(to);
                if end > range.end {
                    break;
                }
                self.address = None;
                continue;
            }
            let to = self.aside.as_ref().map_or(range.end, |aside| aside.close.min(range.end));
            if at >= to {
                self.leave_aside(at, lines, notes);
                at = at.max(self.done);
                continue;
            }
            match address::next_stop(self.source, at, to) {
                None => at = self.write_source(at..to, lines),
                Some(Stop::Address(start)) => {
                    self.write_source(at..start, lines);
                    self.address = Some(address::end(self.source, start, self.limit()));
                    at = start;
                }
                Some(Stop::InlineNote(caret)) => {
                    self.write_source(at..caret, lines);
                    at = self.enter_aside(caret, lines, notes, mentions);
                }
            }
        }
    }

    /// Where an address ends at the latest: where the element or note around it does.
    fn limit(&self) -> usize {
        let element = self.open.iter().rev().find_map(|open| match open {
            Open::Signed(end) | Open::Plain(end) => Some(*end),
            Open::Mistaken => None,
        });
        let aside = self.aside.as_ref().map(|aside| aside.close);
        [element, aside].into_iter().flatten().fold(self.source.len(), usize::min)
    }

    /// Writes text that differs from its source: an entity.
    fn write(&mut self, text: &str, range: Range<usize>, lines: &Lines) {
        if self.address.is_some() {
            self.copy(range.start, lines);
        }
        if self.hidden == 0 && range.end > self.done {
            self.flow.push(&mask::strip(text), lines.line(range.start));
        }
        self.done = self.done.max(range.end);
    }

    fn write_source(&mut self, range: Range<usize>, lines: &Lines) -> usize {
        if self.hidden == 0 && !range.is_empty() {
            self.flow.push(&mask::strip(&self.source[range.clone()]), lines.line(range.start));
        }
        self.done = self.done.max(range.end);
        range.end
    }

    /// Copies the address from the source up to byte `to`.
    fn copy(&mut self, to: usize, lines: &Lines) {
        let Some(end) = self.address else { return };
        let to = to.min(end);
        if to <= self.done {
            return;
        }
        if self.hidden == 0 {
            let text = address::unescaped(&self.source[self.done..to]);
            self.flow.push(&mask::strip(&text), lines.line(self.done));
        }
        self.done = to;
    }

    /// Ends the address being copied before something else that begins at `at`.
    fn leave_address(&mut self, at: usize, lines: &Lines) {
        self.copy(at, lines);
        self.address = None;
    }

    pub(super) fn start(&mut self, tag: Tag<'_>, range: Range<usize>, lines: &Lines) {
        let in_address = self.address.is_some_and(|end| range.start < end);
        let (sign, markup) = match tag {
            Tag::Emphasis | Tag::Strong if in_address => {
                self.open.push(Open::Mistaken);
                return;
            }
            Tag::Emphasis => (Some(Sign::Emphasis), 1),
            Tag::Strong => (None, 2),
            Tag::Link { .. } if is_picture(&self.source[range.clone()]) => (None, 0),
            Tag::Link { dest_url, .. } => (target(&mask::strip(&dest_url)), 0),
            _ => (None, 0),
        };
        self.leave_address(range.start, lines);
        self.done = self.done.max(range.start);
        let end = range.end - markup;
        self.open.push(match sign {
            Some(sign) => {
                self.flow.open(sign);
                Open::Signed(end)
            }
            None => Open::Plain(end),
        });
    }

    pub(super) fn end(&mut self, lines: &Lines) {
        match self.open.pop() {
            Some(Open::Mistaken) | None => {}
            Some(Open::Plain(end)) => self.leave_address(end, lines),
            Some(Open::Signed(end)) => {
                self.leave_address(end, lines);
                self.flow.close();
            }
        }
    }

    fn enter_aside(
        &mut self,
        caret: usize,
        lines: &Lines,
        notes: &mut Vec<DraftNote>,
        mentions: &mut Mentions,
    ) -> usize {
        let block = self.blocks.last().filter(|_| self.aside.is_none());
        let close = block.and_then(|block| self.brackets.close_of(self.source, block, caret));
        let Some(close) = close else {
            return self.write_source(caret..caret + 1, lines);
        };
        let note = notes.len();
        notes.push(DraftNote::new(String::new(), Kind::Footnote));
        self.flow.note_ref(mentions.mention(Mention::Note(note)));
        self.aside = Some(Aside { close, around: std::mem::take(&mut self.flow), note });
        self.done = caret + 2;
        self.done
    }

    /// Goes back to the text around an inline note, if it ends before `at`.
    fn leave_aside(&mut self, at: usize, lines: &Lines, notes: &mut [DraftNote]) {
        let Some(aside) = self.aside.take_if(|aside| aside.close <= at) else { return };
        self.leave_address(aside.close, lines);
        notes[aside.note].flow = std::mem::replace(&mut self.flow, aside.around);
        self.done = self.done.max(aside.close + 1);
    }

    fn html(&mut self, html: &str) {
        let sign = match tag::read(html) {
            Some(HtmlTag::Break) => return self.flow.line_break(),
            Some(HtmlTag::Hidden) => {
                self.hidden += 1;
                return;
            }
            Some(HtmlTag::Close("hidden")) => {
                self.hidden = self.hidden.saturating_sub(1);
                return;
            }
            Some(HtmlTag::Close(family)) => {
                if self.tags.last() == Some(&family) {
                    self.tags.pop();
                    self.flow.close();
                }
                return;
            }
            Some(HtmlTag::Link(href)) => target(&href).map(|sign| ("a", sign)),
            Some(HtmlTag::Raised) => Some(("sup", Sign::Raised)),
            Some(HtmlTag::Emphasis) => Some(("em", Sign::Emphasis)),
            None => None,
        };
        if let Some((family, sign)) = sign {
            self.tags.push(family);
            self.flow.open(sign);
        }
    }

    /// The text written since the last call, if there is any.
    pub(super) fn finish(&mut self, lines: &Lines, notes: &mut [DraftNote]) -> Option<Flow> {
        self.leave_address(usize::MAX, lines);
        self.leave_aside(usize::MAX, lines, notes);
        self.open.clear();
        self.tags.clear();
        self.hidden = 0;
        let flow = std::mem::take(&mut self.flow);
        (!flow.is_empty()).then_some(flow)
    }
}

/// Whether a link's text is nothing but a picture, as a badge is: it leads somewhere, and cites
/// nothing.
fn is_picture(link: &str) -> bool {
    let Some(inner) = link.strip_prefix("[![") else { return false };
    let closed = [")](", ")][", "]](", "]]["].iter().filter_map(|end| inner.find(end)).min();
    closed.is_some_and(|end| inner[..end].matches("](").take(2).count() <= 1)
}
