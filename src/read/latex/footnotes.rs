//! Notes: footnotes, endnotes, notes on the title page.

use std::collections::HashMap;

use crate::model::Kind;

use super::super::draft::DraftNote;
use super::frames::Open;
use super::mentions::Mention;
use super::reader::Reader;

/// A command that makes a note.
#[derive(Debug, Clone)]
struct Command {
    counter: String,
    kind: Kind,
    part: Part,
}

/// Which parts of a note a command makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Mark,
    Text,
}

/// Notes whose marks are printed apart from their texts.
#[derive(Debug, Default)]
pub(super) struct Apart {
    /// Marks that wait for their texts: notes by their labels.
    waiting: HashMap<(String, String), usize>,
    /// The latest note of every label.
    latest: HashMap<(String, String), usize>,
}

fn command(name: &str) -> Option<Command> {
    let make = |counter: &str, kind, part| Some(Command { counter: counter.to_owned(), kind, part });
    match name {
        "footnote" | "tablefootnote" | "footnoteremember" | "ledfootnote" => {
            make("footnote", Kind::Footnote, Part::Whole)
        }
        "footnotemark" => make("footnote", Kind::Footnote, Part::Mark),
        "footnotetext" | "vfootnote" => make("footnote", Kind::Footnote, Part::Text),
        "endnote" | "pagenote" => make("endnote", Kind::Endnote, Part::Whole),
        "endnotemark" => make("endnote", Kind::Endnote, Part::Mark),
        "endnotetext" => make("endnote", Kind::Endnote, Part::Text),
        "thanks" => make("thanks", Kind::Footnote, Part::Whole),
        "sidenote" => make("sidenote", Kind::Footnote, Part::Whole),
        _ => {
            let series = name.strip_prefix("footnote").or_else(|| name.strip_suffix("footnote"))?;
            let one = series.len() == 1 && series.bytes().all(|letter| (b'A'..=b'F').contains(&letter));
            one.then(|| make(&format!("footnote{series}"), Kind::Footnote, Part::Whole))?
        }
    }
}

impl Reader<'_> {
    /// A command that makes a note. False if it is none.
    pub(super) fn note(&mut self, name: &str) -> bool {
        if matches!(name, "marginpar" | "marginnote") {
            self.source.optional();
            self.open_note(String::new(), Kind::Footnote);
            return true;
        }
        let Some(mut command) = command(name) else { return false };
        self.skip_overlay();
        let number = self.source.optional().and_then(|number| number.trim().parse::<i64>().ok());
        if self.muted || !self.draft.takes_note() {
            return true;
        }
        if command.counter == "footnote" && self.environments.get("minipage").is_some_and(|open| *open > 0) {
            "mpfootnote".clone_into(&mut command.counter);
        }
        let label = match self.plain_mark() {
            Some(mark) => mark,
            None => self.label(&command, number),
        };
        match command.part {
            Part::Whole => self.open_note(label, command.kind),
            Part::Mark => self.mark(&command, label, number.is_some()),
            Part::Text => self.note_text(&command, label),
        }
        true
    }

    /// The mark that plain TeX gives a note as its first argument.
    fn plain_mark(&mut self) -> Option<String> {
        if !self.plain_tex {
            return None;
        }
        let mark = self.source.argument(false)?;
        let mark = self.plain(&mark);
        Some(mark.trim_matches(|c: char| c.is_whitespace() || "[]().^$".contains(c)).to_owned())
    }

    fn label(&mut self, command: &Command, number: Option<i64>) -> String {
        let counter = command.counter.as_str();
        if let Some(number) = number {
            let before = self.counters.value(counter);
            self.counters.set(counter, number);
            let label = self.counters.label(counter);
            self.counters.set(counter, before);
            return label;
        }
        if command.part != Part::Text {
            self.counters.step(counter);
        }
        self.counters.label(counter)
    }

    /// Adds a note whose marker stands here; its text is the argument that comes next.
    pub(super) fn open_note(&mut self, label: String, kind: Kind) {
        if self.muted || !self.draft.takes_note() {
            return;
        }
        let note = self.add_note(label, kind);
        let mention = self.mentions.mention(Mention::Note(note));
        self.flow.note_ref(mention);
        self.open_text(note);
    }

    pub(super) fn add_note(&mut self, label: String, kind: Kind) -> usize {
        self.draft.notes.push(DraftNote::new(label, kind));
        self.draft.notes.len() - 1
    }

    fn open_text(&mut self, note: usize) {
        self.address = false;
        self.source.skip_blanks();
        if !self.is_full() && self.source.eat("{") {
            let outer = Box::new(std::mem::take(&mut self.flow));
            self.open(Open::Note(note, outer));
        }
    }

    /// A marker alone. With a number of its own it may mean a note that is there already.
    fn mark(&mut self, command: &Command, label: String, explicit: bool) {
        let key = (command.counter.clone(), label.clone());
        let known = self.notes_apart.latest.get(&key).copied().filter(|_| explicit);
        let note = known.unwrap_or_else(|| {
            let note = self.add_note(label, command.kind);
            self.notes_apart.waiting.insert(key.clone(), note);
            self.notes_apart.latest.insert(key, note);
            note
        });
        let mention = self.mentions.mention(Mention::Note(note));
        self.flow.note_ref(mention);
    }

    /// A text alone.
    fn note_text(&mut self, command: &Command, label: String) {
        let key = (command.counter.clone(), label.clone());
        let note = match self.notes_apart.waiting.remove(&key) {
            Some(note) => note,
            None => self.add_note(label, command.kind),
        };
        self.open_text(note);
    }

    /// Beamer's `<2->` behind a command.
    pub(super) fn skip_overlay(&mut self) {
        let rest = self.source.rest();
        let inside =
            rest.bytes().skip(1).take(30).take_while(|byte| b"0123456789-,|+.()".contains(byte)).count();
        if rest.starts_with('<') && rest.as_bytes().get(1 + inside) == Some(&b'>') {
            self.source.advance(inside + 2);
        }
    }
}
