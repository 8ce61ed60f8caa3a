//! From a database to a document: every entry is an entry of a bibliography.

use std::collections::HashMap;

use crate::model::{Document, Format, Kind, Note};

use super::super::flow::Flow;
use super::super::lines::Lines;
use super::entry::{Entry, Fields};
use super::fields::{self, Raw};
use super::records::{Record, records};
use super::strings::Strings;

/// Reads a database. The entries are labelled with their keys.
pub(in crate::read) fn read_bibtex(source: &str) -> Document {
    let mut document = Document::new(Format::Bibtex);
    for entry in entries(source, Some(1)) {
        let mut flow = Flow::default();
        entry.write(&mut flow);
        let text = flow.finish(Some);
        document.notes.push(Note { label: entry.key, kind: Kind::Bibliography, text });
    }
    document
}

/// The entries of a database whose first character stands on `line`, if that is known.
pub(in crate::read) fn entries(text: &str, line: Option<u32>) -> Vec<Entry> {
    let lines = line.map(|_| Lines::new(text));
    let before = line.map_or(0, |line| line.saturating_sub(1));
    let line_of = |at: usize| Some(before + lines.as_ref()?.line(at)?);
    let mut strings = Strings::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut parents: Vec<(usize, String)> = Vec::new();
    for record in records(text) {
        match record.kind.to_ascii_lowercase().as_str() {
            "string" => define(&record, &mut strings),
            "comment" | "preamble" => {}
            _ => {
                let (key, fields) = fields_of(&record, &strings, &line_of);
                if let Some((parent, _)) = fields.0.get("crossref") {
                    parents.push((entries.len(), parent.trim().to_lowercase()));
                }
                entries.push(Entry { key, reference: fields.reference() });
            }
        }
    }
    inherit(&mut entries, &parents);
    entries.retain(|entry| !(entry.key.is_empty() && entry.is_empty()));
    entries
}

/// Gives entries what the works say that they are parts of.
fn inherit(entries: &mut [Entry], parents: &[(usize, String)]) {
    let by_key: HashMap<String, usize> =
        entries.iter().enumerate().rev().map(|(index, entry)| (entry.key.to_lowercase(), index)).collect();
    for (child, parent) in parents {
        let Some(parent) = by_key.get(parent).map(|index| &entries[*index].reference) else { continue };
        let (title, date) = (parent.title.clone(), parent.date.clone());
        entries[*child].inherit(&title, &date);
    }
}

fn define(record: &Record, strings: &mut Strings) {
    for Raw { name, value, .. } in fields::fields(record.body, 0, strings) {
        strings.define(&name, value);
    }
}

fn fields_of(record: &Record, strings: &Strings, line_of: &dyn Fn(usize) -> Option<u32>) -> (String, Fields) {
    let (key, start) = fields::key(record.body);
    let mut read = Fields::default();
    for Raw { name, value, at } in fields::fields(record.body, start, strings) {
        read.0.entry(name).or_insert_with(|| (value, line_of(record.at + at)));
    }
    (key.to_owned(), read)
}
