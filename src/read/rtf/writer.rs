//! Writes the text of a document.

use crate::model::{Kind, Source};

use super::super::apparatus;
use super::super::draft::{Draft, Role};
use super::super::fields::Fields;
use super::super::flow::Flow;
use super::super::ink::{Ink, Looks};
use super::super::manuscript::{Manuscript, cut_rest_of_label};
use super::super::note_numbers::{Reference, Rules, labels};
use super::state::Paragraph;
use super::styles::Styles;

/// A text being written: the body, a note, a text box.
#[derive(Debug, Default)]
struct Text {
    ink: Ink,
    fields: Fields,
    note: Option<usize>,
    /// The number or bullet of the entry that the paragraph is.
    label: Option<String>,
    /// Whether a field says that the paragraph is part of a list of works.
    works: bool,
    /// Whether the number of the note that comes next stands here.
    numbered: bool,
    /// Notes whose marks the author chose, and where the marks end.
    chosen: Vec<(usize, usize)>,
    /// Whether the note's own number was met in it.
    labelled: bool,
}

#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) styles: Styles,
    pub(super) rules: Rules,
    sections: Vec<Rules>,
    /// The rules of the section being written.
    pub(super) section: Rules,
    manuscript: Manuscript,
    references: Vec<Reference>,
    labelled: Vec<bool>,
    text: Text,
    /// The texts that the one being written interrupts.
    around: Vec<Text>,
}

impl Writer {
    pub(super) fn write(&mut self, text: &str, looks: Looks, source: Option<Source>) {
        if self.text.fields.takes(text) {
            return;
        }
        self.text.numbered &= text.trim().is_empty();
        self.text.works |= self.text.fields.works();
        let link = self.text.fields.links().last().cloned();
        self.text.ink.flow.source = source;
        self.text.ink.write(text, &looks.signs(link.as_ref()));
    }

    pub(super) fn fields(&mut self) -> &mut Fields {
        &mut self.text.fields
    }

    pub(super) fn line_break(&mut self) {
        self.text.ink.flow.line_break();
    }

    /// The number or bullet of an entry goes on.
    pub(super) fn label(&mut self, text: &str) {
        self.text.label.get_or_insert_default().push_str(text);
    }

    /// The automatic number of a note: before its marker, or in the note itself.
    pub(super) fn note_number(&mut self) {
        if self.text.note.is_some() {
            self.text.labelled = true;
        } else {
            self.text.numbered = true;
        }
    }

    /// Whether a limit was met, so that the rest is left out.
    pub(super) fn is_cut_off(&self) -> bool {
        self.manuscript.draft.cut_off.is_some()
    }

    /// Begins a note, unless its marker is part of a field's code or there are too many.
    pub(super) fn begin_note(&mut self) -> bool {
        if self.text.fields.takes("") || !self.manuscript.draft.takes_note() {
            return false;
        }
        let note = self.manuscript.add_note(String::new(), Kind::Footnote);
        let section = self.sections.len();
        self.references.push(Reference { endnote: false, section, page: None, custom: None });
        self.labelled.push(false);
        let flow = &mut self.text.ink.flow;
        flow.note_ref(note);
        if !std::mem::take(&mut self.text.numbered) {
            self.text.chosen.push((note, flow.text.len()));
        }
        self.begin_apart();
        self.text.note = Some(note);
        self.manuscript.note = Some(note);
        true
    }

    /// The note is an endnote.
    pub(super) fn make_endnote(&mut self) {
        if let Some(note) = self.text.note {
            self.references[note].endnote = true;
            self.manuscript.draft.notes[note].kind = Kind::Endnote;
        }
    }

    pub(super) fn end_note(&mut self) {
        let (note, labelled) = (self.text.note, self.text.labelled);
        self.end_apart();
        let Some(note) = note else { return };
        let flow = &mut self.manuscript.draft.notes[note].flow;
        let chosen = self.text.chosen.last().filter(|(chosen, _)| *chosen == note);
        let before = chosen.and_then(|(_, end)| self.text.ink.flow.text.get(..*end));
        if labelled {
            cut_rest_of_label(flow);
        } else if let Some(before) = before {
            self.references[note].custom =
                apparatus::strip_label(flow, None, false).map(|label| once(label, before));
        }
        if self.references[note].custom.is_none() {
            self.text.chosen.pop_if(|(chosen, _)| *chosen == note);
        }
        self.labelled[note] = labelled;
    }

    /// Begins a text that stands apart from the one around it.
    pub(super) fn begin_apart(&mut self) {
        let note = self.text.note;
        self.around.push(std::mem::replace(&mut self.text, Text { note, ..Text::default() }));
    }

    pub(super) fn end_apart(&mut self) {
        self.end_paragraph(Paragraph::default(), false);
        if let Some(text) = self.around.pop() {
            self.text = text;
        }
        self.manuscript.note = self.text.note;
    }

    pub(super) fn end_section(&mut self) {
        self.sections.push(self.section.clone());
    }

    pub(super) fn end_paragraph(&mut self, paragraph: Paragraph, cell: bool) {
        let mut flow = std::mem::take(&mut self.text.ink).finish();
        self.cut_marks(&mut flow);
        let label = self.text.label.take();
        let works = std::mem::take(&mut self.text.works) || self.styles.is_work(paragraph.style);
        let entry = label.is_some() || paragraph.in_list || works || self.styles.is_contents(paragraph.style);
        let role = match paragraph.level.or_else(|| self.styles.level(paragraph.style)) {
            Some(level) => Role::Heading(level),
            None if entry => Role::Item(label.and_then(|label| number(&label))),
            None if cell || paragraph.in_table => Role::Cell,
            None => Role::Paragraph,
        };
        self.manuscript.place(role, works, flow);
    }

    /// Takes the marks that the author chose out of the text: their notes begin with the same.
    fn cut_marks(&mut self, flow: &mut Flow) {
        let marks = std::mem::take(&mut self.text.chosen).into_iter().filter_map(|(note, end)| {
            let mark = self.references[note].custom.as_deref()?;
            let start = flow.text.get(..end)?.strip_suffix(mark)?.len();
            Some((start..end, Vec::new()))
        });
        let marks: Vec<_> = marks.collect();
        flow.take_out(&marks);
    }

    /// The draft; whatever was cut off has ended.
    pub(super) fn finish(mut self, last: Paragraph) -> Draft {
        while !self.around.is_empty() {
            let apart = self.text.note == self.around.last().and_then(|around| around.note);
            if apart { self.end_apart() } else { self.end_note() }
        }
        self.end_paragraph(last, false);
        self.end_section();
        let labels = labels(&self.references, &self.sections, &self.rules);
        for ((note, label), labelled) in
            self.manuscript.draft.notes.iter_mut().zip(labels).zip(&self.labelled)
        {
            if !labelled {
                apparatus::strip_label(&mut note.flow, Some(&label), false);
            }
            note.label = label;
        }
        self.manuscript.finish()
    }
}

/// A mark that `LibreOffice` writes twice at the beginning of its note, and once in the text before.
fn once(mark: String, before: &str) -> String {
    match mark.get(..mark.len() / 2) {
        Some(half) if !before.ends_with(&mark) && mark == half.repeat(2) && before.ends_with(half) => {
            half.to_owned()
        }
        _ => mark,
    }
}

/// The number of an entry without brackets and full stop; none for a bullet.
fn number(label: &str) -> Option<String> {
    let label = label.trim_matches(|c: char| c.is_whitespace() || "[](){}.:".contains(c));
    (label.contains(char::is_alphanumeric) && label != "o").then(|| label.to_owned())
}
