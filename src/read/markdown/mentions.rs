//! Which definition a footnote reference means.
//!
//! Labels are case-blind, as in GitHub's Markdown. A report put together from chapters defines
//! `[^1]` once a chapter: a reference means the next definition behind it.

use std::collections::HashMap;

use crate::model::Kind;

use super::super::draft::{Draft, DraftNote};
use super::super::flow::Sign;

/// A reference to a note.
#[derive(Debug)]
pub(super) enum Mention {
    /// `[^label]` at a byte of the source.
    Label(String, usize),
    /// An inline note: the note itself.
    Note(usize),
}

/// What is known of notes while a document is read.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    mentions: Vec<Mention>,
    /// For every label, lower case, its definitions: byte of the source and index of the note.
    definitions: HashMap<String, Vec<(usize, usize)>>,
}

impl Mentions {
    /// Notes a reference; returns its number.
    pub(super) fn mention(&mut self, mention: Mention) -> usize {
        self.mentions.push(mention);
        self.mentions.len() - 1
    }

    /// Notes that `label` is defined at byte `at` by the note with the index `note`.
    pub(super) fn define(&mut self, label: &str, at: usize, note: usize) {
        self.definitions.entry(label.to_lowercase()).or_default().push((at, note));
    }

    /// Turns the numbers of references in `draft` into indices of notes, and gives inline notes
    /// the numbers that a reader of the printed text sees.
    pub(super) fn resolve(self, draft: &mut Draft) {
        let notes: Vec<usize> = self.mentions.iter().map(|mention| self.note_of(mention)).collect();
        for flow in draft.flows() {
            for (_, sign) in &mut flow.signs {
                if let Sign::NoteRef(number) = sign {
                    *number = notes[*number];
                }
            }
        }
        number_inline_notes(draft, &notes);
    }

    fn note_of(&self, mention: &Mention) -> usize {
        let (label, at) = match mention {
            Mention::Note(note) => return *note,
            Mention::Label(label, at) => (label, at),
        };
        let definitions = self.definitions.get(&label.to_lowercase()).map_or(&[][..], Vec::as_slice);
        let behind = definitions.partition_point(|(defined, _)| defined < at);
        definitions.get(behind).or(definitions.last()).map_or(usize::MAX, |(_, note)| *note)
    }
}

fn number_inline_notes(draft: &mut Draft, order: &[usize]) {
    let mut rank = 0_usize;
    let mut ranked = vec![false; draft.notes.len()];
    for note in order {
        let Some(seen) = ranked.get_mut(*note).filter(|seen| !**seen) else { continue };
        *seen = true;
        rank += 1;
        if draft.notes[*note].label.is_empty() {
            draft.notes[*note].label = rank.to_string();
        }
    }
}

/// Finds references to footnotes that are defined nowhere (`[^12]` is plain text to the parser),
/// in a document that has footnotes: their notes are kept with an empty text. Returns the labels.
pub(super) fn keep_undefined(draft: &mut Draft) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    if draft.notes.is_empty() {
        return missing;
    }
    let first = draft.notes.len();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for flow in draft.flows() {
        let stretches: Vec<_> = flow
            .text
            .match_indices("[^")
            .filter_map(|(start, _)| {
                let rest = &flow.text.as_bytes()[start + 2..];
                let digits = rest.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
                let numeric = (1..=4).contains(&digits) && rest.get(digits) == Some(&b']');
                let end = start + 2 + digits;
                numeric.then(|| (start..end + 1, flow.text[start + 2..end].to_owned()))
            })
            .map(|(range, label)| {
                let note = *indices.entry(label.clone()).or_insert_with(|| {
                    missing.push(label);
                    first + missing.len() - 1
                });
                (range, vec![note])
            })
            .collect();
        flow.take_out(&stretches);
    }
    draft.notes.extend(missing.iter().map(|label| DraftNote::new(label.clone(), Kind::Footnote)));
    missing
}
