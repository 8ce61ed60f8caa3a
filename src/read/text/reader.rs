//! The steps in their order.

use crate::model::{BlockKind, Document, Format, Kind, Note, Place};

use super::blocks::{self, Taken};
use super::lines::{self, Line};
use super::notes::{self, Notes};
use super::passage::{Break, Builder};
use super::{furniture, gathered, markers};

/// Reads plain text, as written or as a PDF gave it up.
pub(crate) fn read_text(text: &str) -> Document {
    let lines = lines::split(text);
    let furniture = furniture::furniture(&lines);
    let gathered = gathered::gathered(&lines);
    let (mut notes, candidates) = notes::find(&lines, &furniture, &gathered);
    let body = body(&lines, &furniture, &notes);
    markers::assign(&mut notes, &candidates, &body);
    let paged = lines.last().is_some_and(|line| line.page > 1);
    let place = |line: &Line| Place { page: paged.then_some(line.page), line: Some(line.number) };
    let mut document = Document::new(Format::Text);
    document.body = blocks::blocks(&lines, &body, &taken(&notes), place);
    document.notes = written(&lines, &furniture, &notes, place);
    document.title = document
        .body
        .iter()
        .take(8)
        .find(|block| block.kind == BlockKind::Heading)
        .map(|block| block.text.text.replace('\n', " "));
    document
}

fn body(lines: &[Line], furniture: &[bool], notes: &Notes) -> Vec<bool> {
    let mut body: Vec<bool> =
        lines.iter().zip(furniture).map(|(line, furniture)| !line.blank && !furniture).collect();
    for zone in &notes.zones {
        body[zone.lines.clone()].fill(false);
    }
    body
}

fn taken(notes: &Notes) -> Vec<Taken> {
    let mut taken: Vec<Taken> =
        notes.found.iter().enumerate().filter_map(|(note, found)| Some((found.marker?, note))).collect();
    taken.sort_by_key(|(marker, note)| (marker.line, marker.start, *note));
    taken
}

fn written(lines: &[Line], furniture: &[bool], notes: &Notes, place: impl Fn(&Line) -> Place) -> Vec<Note> {
    let mut written = Vec::with_capacity(notes.found.len());
    for zone in &notes.zones {
        for note in zone.notes.clone() {
            let found = &notes.found[note];
            let next = if note + 1 < zone.notes.end { notes.found[note + 1].line } else { None };
            let mut text = Builder::default();
            let mut page = false;
            let start = found.line.unwrap_or(zone.lines.start);
            for at in start..next.unwrap_or(zone.lines.end) {
                let line = &lines[at];
                if line.blank || furniture[at] {
                    page |= furniture[at];
                    continue;
                }
                let part = if at == start { &line.text[found.text_at..] } else { line.trimmed() };
                if part.is_empty() {
                    continue;
                }
                page |= at > 0 && lines[at - 1].page != line.page && at != start;
                text.line(if page { Break::Page } else { Break::Line }, place(line));
                text.push(part);
                page = false;
            }
            let kind = if zone.gathered { Kind::Endnote } else { Kind::Footnote };
            written.push(Note { label: found.value.to_string(), kind, text: text.finish() });
        }
    }
    for found in &notes.found[written.len()..] {
        written.push(Note {
            label: found.value.to_string(),
            kind: Kind::Footnote,
            text: Builder::default().finish(),
        });
    }
    written
}
