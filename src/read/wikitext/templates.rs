//! Templates in running text.

use std::ops::Range;

use super::super::draft::Role;
use super::super::flow::Sign;
use super::super::reference::Field;
use super::names::{self, Meaning};
use super::template::Template;
use super::writer::Writer;
use super::{citation, entities, mask, parameters};

/// How many links before a template that says where a source is archived may be that source.
const NEAR: usize = 20;

impl Writer<'_> {
    /// A template: what stands between its brackets.
    pub(super) fn template(&mut self, inside: Range<usize>) {
        let template = Template::read(self.source, &self.pairs, inside);
        if citation::is_reference(&template) && self.reference(&template) {
            return;
        }
        match names::meaning(&template.name) {
            Meaning::NoteList => {
                let group = template.value("group").map(|range| self.raw(range));
                let list = group.unwrap_or_else(|| names::group_of_list(&template.name).to_owned());
                let defining = self.defining.replace(list);
                self.quiet(&template);
                self.defining = defining;
            }
            Meaning::Note(group) => self.note_template(&template, group),
            Meaning::ShortNote => self.short_note(&template),
            Meaning::ShortReference => {
                let text = self.short_reference(&template);
                self.push(&text, &template);
            }
            Meaning::NamedNotes => self.named_notes(&template),
            Meaning::Link => self.link_template(&template),
            Meaning::Identifier(scheme) => {
                let number = template.positional().next().map(|range| self.raw(range)).unwrap_or_default();
                self.push(&format!("{scheme}{number}"), &template);
            }
            Meaning::Date => {
                let date = self.date(&template);
                self.push(&date, &template);
            }
            Meaning::Character(character) => self.push(character, &template),
            Meaning::First => self.value(template.positional().next()),
            Meaning::Last => self.value(template.positional().next_back()),
            Meaning::Nothing => self.quiet(&template),
            Meaning::Remark => {}
        }
    }

    fn push(&mut self, text: &str, template: &Template) {
        let line = self.lines.line(template.start);
        self.flow.push(text, line);
    }

    fn value(&mut self, range: Option<Range<usize>>) {
        if let Some(range) = range {
            self.enclosed(range);
        }
    }

    /// Writes the reference that a template gives; false if it gives none.
    fn reference(&mut self, template: &Template) -> bool {
        let mut reference =
            citation::read(
                template,
                |range, is_address| {
                    if is_address { self.address_field(range) } else { self.field(range) }
                },
            );
        if names::is_archive(&template.name) {
            let field = |range| self.raw_field(range);
            citation::settle_archive(&mut reference, template, field, |url| self.has_named(url));
            if reference.url.is_empty() {
                self.flow.drop_trailing('.');
                self.flow.attach();
            }
        }
        if citation::is_empty(&reference) {
            return false;
        }
        reference.write(&mut self.flow);
        self.quiet_rest(template);
        true
    }

    /// Whether a link to `url` stands shortly before.
    fn has_named(&self, url: &str) -> bool {
        let mut signs = self.flow.signs.iter().rev().take(NEAR);
        signs.any(|(_, sign)| matches!(sign, Sign::Link(target) if target == url))
    }

    /// `{{URL|example.org|text}}`, `{{official website|http://…}}`.
    fn link_template(&mut self, template: &Template) {
        let Some(address) = template.value("url").or_else(|| template.value("1")) else { return };
        let label = template.value("2").unwrap_or(address.end..address.end);
        self.link(address, label);
    }

    /// `{{date|26|juin|2014}}`, `{{start date|2014|6|26}}`.
    fn date(&self, template: &Template) -> String {
        let mut parts: Vec<String> = template.positional().map(|range| self.raw(range)).collect();
        parts.retain(|part| !part.is_empty());
        let numbers = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if numbers && parts.first().is_some_and(|year| year.len() == 4) {
            parts.truncate(3);
            parts.iter_mut().filter(|part| part.len() == 1).for_each(|part| part.insert(0, '0'));
            return parts.join("-");
        }
        parts.truncate(3);
        parts.join(" ")
    }

    /// Finds what matters in a template whose text is not read: notes, and, as texts of their
    /// own, values with a note or a link. In a note they are part of its text.
    fn quiet(&mut self, template: &Template) {
        for (_, range) in &template.parameters {
            let value = &self.source[range.clone()];
            let address = value.contains("://");
            if !address && !value.contains(['<', '[', '{']) {
                continue;
            }
            if self.in_note && address {
                self.flow.blank();
                self.enclosed(range.clone());
                continue;
            }
            let flow = self.apart(range.clone());
            let telling = flow.signs.iter().any(|(_, sign)| matches!(sign, Sign::NoteRef(_) | Sign::Link(_)));
            if (telling || flow.text.contains("://")) && self.defining.is_none() {
                self.block(Role::Cell, flow);
            }
        }
    }

    /// Finds the notes in those values of a reference that are not printed.
    fn quiet_rest(&mut self, template: &Template) {
        for (key, range) in &template.parameters {
            if parameters::role(key).is_none() && self.source[range.clone()].contains('<') {
                self.apart(range.clone());
            }
        }
    }

    /// A value as plain text.
    fn field(&mut self, range: Range<usize>) -> Field {
        let line = self.lines.line(range.start);
        Field { text: self.apart(range).text, line }
    }

    /// A value as it is written.
    fn raw_field(&self, range: Range<usize>) -> Field {
        Field { line: self.lines.line(range.start), text: self.raw(range) }
    }

    /// A value that is an address: `http://…`, perhaps in brackets.
    fn address_field(&self, range: Range<usize>) -> Field {
        let line = self.lines.line(range.start);
        let value = mask::strip(&self.source[range]).replace("{{!}}", "|").replace("{{=}}", "=");
        let value = entities::decode(&value);
        let word = value.trim_start_matches('[').split_whitespace().next().unwrap_or_default();
        Field { text: word.trim_end_matches(']').to_owned(), line }
    }
}
