//! From a draft to a document.

use std::collections::HashMap;

use crate::model::{Block, BlockKind, Document, Kind, Note};

use super::super::draft::{Draft, DraftBlock, Role};
use super::super::flow::Flow;
use super::markers::{self, Candidate};
use super::order;
use super::sections::{self, Found};
use super::{brackets, repeats};

/// How many notes of the same label are considered for a marker.
const NEAR: usize = 8;

/// Puts body and notes of `draft` into `document`.
pub(in crate::read) fn settle(mut draft: Draft, document: &mut Document) {
    document.warnings.extend(draft.cut_off.map(|limit| limit.to_string()));
    for block in &mut draft.blocks {
        block.flow.signs.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    }
    let found = sections::gather(&mut draft);
    drop_back_links(&mut draft);
    if !found.is_empty() {
        pair(&mut draft, &found);
        repeats::drop(&mut draft, &found);
    }
    draft.flows().for_each(brackets::strip);
    let places = order::places(&draft);
    let place = |note: usize| places.get(note).copied().flatten();
    document.body.extend(
        draft
            .blocks
            .into_iter()
            .filter(|block| !block.flow.is_empty())
            .map(|block| Block { kind: kind_of(&block), text: block.flow.finish(place) }),
    );
    let mut notes: Vec<(usize, Note)> = draft
        .notes
        .into_iter()
        .zip(&places)
        .filter_map(|(note, at)| {
            Some(((*at)?, Note { label: note.label, kind: note.kind, text: note.flow.finish(place) }))
        })
        .collect();
    notes.sort_by_key(|(at, _)| *at);
    document.notes.extend(notes.into_iter().map(|(_, note)| note));
}

fn kind_of(block: &DraftBlock) -> BlockKind {
    match block.role {
        Role::Heading(_) => BlockKind::Heading,
        Role::Paragraph => BlockKind::Paragraph,
        Role::Item(_) | Role::ItemContinued | Role::Cell | Role::SectionStart(_) | Role::SectionEnd => {
            BlockKind::Item
        }
    }
}

fn drop_back_links(draft: &mut Draft) {
    for note in &mut draft.notes {
        let mut links: Vec<_> = markers::back_links(&note.flow).map(|range| (range, Vec::new())).collect();
        links.sort_by_key(|(range, _)| range.start);
        note.flow.take_out(&links);
    }
}

/// Turns the markers of found notes into references.
fn pair(draft: &mut Draft, found: &[Found]) {
    let mut by_label: HashMap<&str, Vec<&Found>> = HashMap::new();
    for note in found.iter().filter(|note| !note.label.is_empty()) {
        by_label.entry(&note.label).or_default().push(note);
    }
    for (position, block) in draft.blocks.iter_mut().enumerate() {
        mark(&mut block.flow, position, &by_label);
    }
    for note in found {
        mark(&mut draft.notes[note.note].flow, note.position, &by_label);
    }
}

fn mark(flow: &mut Flow, position: usize, by_label: &HashMap<&str, Vec<&Found>>) {
    let resolve = |candidate: &Candidate| -> Option<Vec<usize>> {
        let notes = candidate.labels.iter();
        notes.map(|label| nearest(by_label.get(label.as_str())?, position, candidate.bracketed)).collect()
    };
    let stretches: Vec<_> = markers::candidates(flow)
        .into_iter()
        .filter_map(|candidate| Some((candidate.range.clone(), resolve(&candidate)?)))
        .collect();
    flow.take_out(&stretches);
}

/// The note that a marker at `position` means: the next one behind it (notes are numbered anew
/// in every chapter), of the kind that such a marker usually has.
fn nearest(notes: &[&Found], position: usize, bracketed: bool) -> Option<usize> {
    let behind = &notes[notes.partition_point(|note| note.position <= position)..];
    let mut near = behind.iter().take(NEAR);
    let usual = near.find(|note| (note.kind == Kind::Bibliography) == bracketed);
    usual.or(behind.first()).or(notes.last()).map(|note| note.note)
}
