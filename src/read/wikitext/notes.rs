//! Notes: `<ref>…</ref>` and the templates that stand for it.

use std::ops::Range;

use super::tags::{self, Tag};
use super::template::Template;
use super::writer::Writer;

/// A note in the text.
pub(super) struct Note<'a> {
    tag: Tag<'a>,
    content: Range<usize>,
    /// Where its closing tag ends.
    pub(super) end: usize,
}

impl<'a> Writer<'a> {
    /// The note that begins at `at`.
    pub(super) fn note_at(&self, at: usize) -> Option<Note<'a>> {
        let tag = tags::read(&self.source[at..]).filter(|tag| tag.name == "ref" && !tag.closing)?;
        let start = at + tag.length;
        if tag.empty {
            return Some(Note { tag, content: start..start, end: start });
        }
        let close = self.endings.of_ref(start)?;
        Some(Note { tag, content: start..close.start, end: close.end })
    }

    /// What a tag means.
    pub(super) fn tag(&mut self, at: usize, end: usize) {
        if let Some(Note { tag, content, .. }) = self.note_at(at) {
            let name = tag.attribute("name").unwrap_or_default();
            self.note(tag.attribute("group").as_deref(), &name, content);
            return;
        }
        match tags::read(&self.source[at..end]) {
            Some(tag) if tag.name == "br" => self.flow.line_break(),
            Some(tag) if tag.name == "references" => {
                let defines = !tag.closing && !tag.empty && self.endings.has_list_end(end);
                self.defining = defines.then(|| tag.attribute("group").unwrap_or_default());
            }
            _ => {}
        }
    }

    /// A note that is used, or defined, here. Where notes are defined, theirs is the list's group.
    pub(super) fn note(&mut self, group: Option<&str>, name: &str, content: Range<usize>) {
        if !self.takes_note() {
            return;
        }
        let empty = self.raw(content.clone()).is_empty();
        let note = if let Some(listed) = &self.defining {
            if empty {
                return;
            }
            self.refs.defined(group.unwrap_or(listed), name)
        } else {
            let note = self.refs.used(group.unwrap_or_default(), name);
            self.flow.note_ref(note);
            note
        };
        if empty || !self.written.insert(note) {
            return;
        }
        let defining = self.defining.take();
        let around = std::mem::replace(&mut self.in_note, true);
        self.refs.notes[note].flow = self.apart(content);
        self.in_note = around;
        self.defining = defining;
    }

    /// `{{efn|name=…|text}}`.
    pub(super) fn note_template(&mut self, template: &Template, group: &str) {
        let text = |key: &str| template.value(key).map(|range| self.raw(range));
        let (name, given) = (text("name").unwrap_or_default(), text("group"));
        let content = template.value("1").or_else(|| template.value("text")).unwrap_or(0..0);
        let group =
            given.as_deref().or(self.defining.is_none().then_some(group).filter(|group| !group.is_empty()));
        self.note(group.map(str::to_owned).as_deref(), name.trim_matches('"'), content);
    }

    /// `{{r|name|name}}`.
    pub(super) fn named_notes(&mut self, template: &Template) {
        let group = template.value("group").or_else(|| template.value("g")).map(|range| self.raw(range));
        for range in template.positional() {
            let name = self.raw(range.clone());
            if !name.is_empty() {
                self.note(group.as_deref(), &name, range.end..range.end);
            }
        }
    }

    /// `{{sfn|Ng|2010|p=3}}`: the same short reference is the same note.
    pub(super) fn short_note(&mut self, template: &Template) {
        if !self.takes_note() {
            return;
        }
        let text = self.short_reference(template);
        let note = self.refs.used("", &format!("\u{0}{text}"));
        self.flow.note_ref(note);
        if self.written.insert(note) {
            let line = template.parameters.first().and_then(|(_, range)| self.lines.line(range.start));
            self.refs.notes[note].flow.push(&text, line);
        }
    }

    /// The text of `{{sfn|Ng|Orr|2010|p=3}}` or `{{sfnm|1a1=Ng|1y=2010|2a1=Orr|2y=2011}}`.
    pub(super) fn short_reference(&self, template: &Template) -> String {
        let mut names: Vec<String> = template.positional().map(|range| self.raw(range)).collect();
        names.retain(|name| !name.is_empty());
        let mut text = match names.pop() {
            Some(year) if names.is_empty() => year,
            Some(year) => format!("{} {year}", names.join(" & ")),
            None => self.several_short_references(template),
        };
        let page = ["p", "pp", "page", "pages", "loc", "s", "с", "str", "стр"];
        if let Some((key, page)) = page.iter().find_map(|key| Some((*key, template.value(key)?))) {
            let page = self.raw(page);
            text += if key == "loc" { ", " } else { ", p. " };
            text += &page;
        }
        text
    }

    fn several_short_references(&self, template: &Template) -> String {
        let mut text = String::new();
        let mut before = "";
        for (key, range) in &template.parameters {
            let part = key.trim_start_matches(|c: char| c.is_ascii_digit());
            let number = &key[..key.len() - part.len()];
            if number.is_empty() || !matches!(part.as_bytes()[0], b'a' | b'y' | b'p' | b'l') {
                continue;
            }
            let between = match (text.is_empty(), number == before, part.as_bytes()[0]) {
                (true, ..) => "",
                (_, false, _) => "; ",
                (.., b'p') => ", p. ",
                (.., b'l') => ", ",
                _ => " ",
            };
            text += between;
            text += &self.raw(range.clone());
            before = number;
        }
        text
    }
}
