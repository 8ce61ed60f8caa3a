//! The steps in their order.

use std::ops::Range;

use crate::model::{BlockKind, Document, Format, Kind, Note, Place};

use super::blocks::{self, Taken};
use super::lines::{self, Line};
use super::notes::{self, Found, List};
use super::passage::{Break, Builder};
use super::{bidi, columns, cork, furniture, hyphens, mail, markers};

/// Reads plain text, as written or as a PDF gave it up.
pub(crate) fn read_text(text: &str) -> Document {
    let text = cork::mended(text);
    let text = hyphens::mended(&text);
    let text = bidi::mended(&text);
    let mut lines = lines::split(&text);
    mail::unquote(&mut lines);
    furniture::mark(&mut lines);
    mail::mark_signatures(&mut lines);
    let lines = columns::unfold(lines);
    let paged = lines.last().is_some_and(|line| line.page > 1);
    let mut document = Document::new(Format::Text);
    fill(&mut document, &lines, |line| Place {
        page: paged.then_some(line.page),
        line: Some(line.number),
        source: None,
    });
    document
}

/// Finds the notes of lines in reading order, and writes them and the body.
pub(super) fn fill(document: &mut Document, lines: &[Line], place: impl Fn(&Line) -> Place + Copy) {
    let mut notes = notes::find(lines);
    let body = notes::body(lines, &notes.lists);
    markers::assign(&mut notes.lists, &notes.markers, lines, &body);
    let mut found = in_order(notes.lists);
    found.retain(|(found, _)| !found.markers.is_empty() || has_text(lines, found));
    document.body = blocks::blocks(lines, &body, &taken(&found), place);
    document.notes = found.iter().map(|(found, kind)| note(lines, found, *kind, place)).collect();
    document.title = document
        .body
        .iter()
        .take(8)
        .find(|block| block.kind == BlockKind::Heading)
        .map(|block| block.text.text.replace('\n', " "));
}

/// All notes in the order in which they stand; those without text come last.
fn in_order(lists: Vec<List>) -> Vec<(Found, Kind)> {
    let mut found: Vec<(Found, Kind)> = lists
        .into_iter()
        .flat_map(|list| list.found.into_iter().map(move |found| (found, list.kind)))
        .collect();
    found.sort_by_key(|(found, _)| found.start());
    found
}

fn taken(found: &[(Found, Kind)]) -> Vec<Taken> {
    let mut taken: Vec<Taken> = found
        .iter()
        .enumerate()
        .flat_map(|(note, (found, _))| found.markers.iter().map(move |marker| (*marker, note)))
        .collect();
    taken.sort_by_key(|(marker, note)| (marker.line, marker.start, *note));
    taken
}

/// Whether a note says anything behind its label; a label alone that nothing cites is a number.
fn has_text(lines: &[Line], found: &Found) -> bool {
    found.lines.iter().flat_map(Range::clone).filter(|at| lines[*at].printed()).any(|at| {
        let from = if at == found.start() { found.text_at } else { 0 };
        lines[at].text.get(from..).is_some_and(|text| !text.trim().is_empty())
    })
}

fn note(lines: &[Line], found: &Found, kind: Kind, place: impl Fn(&Line) -> Place) -> Note {
    let mut text = Builder::default();
    let mut last: Option<usize> = None;
    for (rest, range) in found.lines.iter().enumerate() {
        for at in range.clone().filter(|at| lines[*at].printed()) {
            let line = &lines[at];
            let indent = line.text.len() - line.trimmed().len();
            let from = if at == found.start() { found.text_at } else { indent };
            if from >= line.text.len() {
                continue;
            }
            let turned = last.is_some_and(|last| turned(lines, last, at) || rest > 0 && last < range.start);
            text.line(if turned { Break::Page } else { Break::Line }, place(line));
            text.stretch(line, from..line.text.len());
            last = Some(at);
        }
    }
    let numbered = found.value > 0 && found.sign.is_empty();
    let label = if numbered { found.value.to_string() } else { found.sign.clone() };
    Note { label, kind, text: text.finish() }
}

/// Whether a page ends between two lines.
fn turned(lines: &[Line], last: usize, at: usize) -> bool {
    lines[last].part != lines[at].part || last > at || lines[last..at].iter().any(|line| line.furniture)
}
