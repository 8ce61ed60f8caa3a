//! What is open: groups, arguments, environments.

use super::super::draft::{DraftBlock, Role};
use super::super::flow::{Flow, Sign};
use super::reader::Reader;

/// Most frames that are open at once; groups beyond that are only counted.
const DEEPEST: usize = 5_000;

/// Most signs that are open at once.
const MOST_SIGNS: u32 = 20;

/// Something that is open.
#[derive(Debug)]
pub(super) enum Open {
    /// A group of no consequence.
    Group,
    /// An argument; a paragraph's end ends it, as it does in TeX.
    Argument,
    /// An argument with closing quotation marks behind it.
    Quoted(&'static str),
    /// A heading or a caption.
    Block,
    /// An environment.
    Environment(String),
    /// The text of a note, with the text around it.
    Note(usize, Box<Flow>),
    /// A part of the title page, with the text around it.
    Titling(Titling, Box<Flow>),
}

/// A part of the title page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Titling {
    Title,
    Author,
    Date,
}

/// The printed form of the footnote counter outside of a frame.
#[derive(Debug)]
enum Form {
    /// The same as inside.
    Same,
    /// Another: none is the usual one.
    Other(Option<String>),
}

/// An open thing, and what to go back to when it closes.
#[derive(Debug)]
pub(super) struct Frame {
    open: Open,
    muted: bool,
    /// How many arguments are open in the innermost note or environment.
    arguments: u32,
    signs: u32,
    /// How many of the signs are links.
    links: u32,
    /// The printed form of the footnote counter outside.
    form: Form,
}

impl Reader<'_> {
    /// Whether nothing more can be opened.
    pub(super) fn is_full(&self) -> bool {
        self.frames.len() >= DEEPEST
    }

    /// Opens something.
    pub(super) fn open(&mut self, open: Open) {
        if self.is_full() {
            self.excess += 1;
            return;
        }
        if matches!(open, Open::Note(..) | Open::Titling(..)) {
            self.apart += 1;
        }
        let around = self.frames.last().map_or(0, |frame| frame.arguments);
        let arguments = match open {
            Open::Argument => around + 1,
            Open::Note(..) | Open::Titling(..) | Open::Environment(_) => 0,
            Open::Group | Open::Quoted(_) | Open::Block => around,
        };
        self.frames.push(Frame { open, muted: self.muted, arguments, signs: 0, links: 0, form: Form::Same });
    }

    /// Opens an argument, if one in braces comes next.
    pub(super) fn open_argument(&mut self, open: Open) -> bool {
        self.source.skip_blanks();
        let comes = self.source.eat("{");
        if comes {
            self.open(open);
        }
        comes
    }

    /// Opens an argument with a sign.
    pub(super) fn open_signed(&mut self, sign: Sign) {
        if self.open_argument(Open::Argument) {
            self.sign(sign);
        }
    }

    /// Gives what is written from here to the end of the frame a sign.
    pub(super) fn sign(&mut self, sign: Sign) {
        if self.signs < MOST_SIGNS
            && !self.muted
            && let Some(frame) = self.frames.last_mut()
        {
            frame.signs += 1;
            let link = u32::from(matches!(sign, Sign::Link(_)));
            frame.links += link;
            self.links += link;
            self.signs += 1;
            self.flow.open(sign);
        }
    }

    /// Has the printed form of the footnote counter restored when the group ends.
    pub(super) fn keep_form(&mut self, outside: Option<String>) {
        if let Some(frame) = self.frames.last_mut()
            && matches!(frame.form, Form::Same)
        {
            frame.form = Form::Other(outside);
        }
    }

    /// Closes what was opened last.
    pub(super) fn pop(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        for _ in 0..frame.signs {
            self.flow.close();
        }
        self.signs -= frame.signs;
        self.links -= frame.links;
        match frame.open {
            Open::Group | Open::Argument => {}
            Open::Quoted(mark) => self.write(mark),
            Open::Block => self.flush(),
            Open::Environment(name) => self.environment_ended(&name),
            Open::Note(note, outer) => {
                let inner = std::mem::replace(&mut self.flow, *outer);
                self.draft.notes[note].flow.append(inner);
                self.apart -= 1;
            }
            Open::Titling(part, outer) => {
                let inner = std::mem::replace(&mut self.flow, *outer);
                self.apart -= 1;
                match part {
                    Titling::Title => self.title = Some(inner.text.clone()),
                    Titling::Date => self.date = Some(inner.text.clone()),
                    Titling::Author => {}
                }
                self.titling.push((part, inner));
            }
        }
        self.muted = frame.muted;
        if let Form::Other(form) = frame.form {
            self.counters.set_form("footnote", form);
        }
    }

    /// A closing brace.
    pub(super) fn close_brace(&mut self) {
        if self.excess > 0 {
            self.excess -= 1;
            return;
        }
        match self.frames.last().map(|frame| &frame.open) {
            None | Some(Open::Environment(_)) => {}
            Some(Open::Group) => self.pop(),
            Some(_) => {
                self.address = false;
                self.pop();
            }
        }
    }

    /// Begins an environment.
    pub(super) fn open_environment(&mut self, name: &str) {
        let before = self.frames.len();
        self.open(Open::Environment(name.to_owned()));
        if self.frames.len() > before {
            *self.environments.entry(name.to_owned()).or_default() += 1;
        }
    }

    /// Ends an environment, and whatever was left open in it; nothing if it is not open.
    pub(super) fn close_environment(&mut self, name: &str) {
        if self.environments.get(name).is_none_or(|open| *open == 0) {
            return;
        }
        self.excess = 0;
        while let Some(frame) = self.frames.last() {
            let found = matches!(&frame.open, Open::Environment(open) if open == name);
            self.pop();
            if found {
                return;
            }
        }
    }

    /// Closes everything.
    pub(super) fn close_all(&mut self) {
        self.excess = 0;
        while !self.frames.is_empty() {
            self.pop();
        }
    }

    /// The end of a paragraph.
    pub(super) fn paragraph(&mut self) {
        (self.math, self.address) = (false, false);
        while self.frames.last().is_some_and(|frame| frame.arguments > 0) {
            self.pop();
        }
        if self.apart > 0 || self.work.is_some() {
            self.flow.line_break();
        } else {
            self.flush();
        }
    }

    /// Ends notes that were left open: a heading stands in none.
    pub(super) fn leave_notes(&mut self) {
        while self.apart > 0 && !self.frames.is_empty() {
            self.pop();
        }
    }

    /// Puts the text written so far into the body as a block.
    pub(super) fn flush(&mut self) {
        if self.apart > 0 {
            self.flow.blank();
            return;
        }
        let next = self.containers.last().map_or(Role::Paragraph, |container| container.next_role());
        let role = std::mem::replace(&mut self.role, next);
        if self.flow.is_empty() || !self.draft.takes_block() {
            return;
        }
        let (done, rest) = std::mem::take(&mut self.flow).broken_off();
        self.flow = rest;
        self.draft.blocks.push(DraftBlock { role, flow: done });
    }
}
