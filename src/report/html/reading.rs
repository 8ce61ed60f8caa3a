//! The report as it reads: its own text, with each citation coloured and marked by its verdict where
//! it stands. Notes follow the paragraph that cites them.
//!
//! A page has a size that can be mailed, so the text has a budget; what does not fit is left out, and
//! the page says so. Where there is no text (a bibliography, a table, a text that was not kept), the
//! citing sentences stand in its place.

use std::collections::{BTreeSet, HashSet};

use maud::{Markup, PreEscaped, html};

use super::detail::Detail;
use super::entry::label;
use super::marked::{Marks, text};
use super::text::{plain, sign};
use crate::model::{
    Audit, BlockKind, DocumentSummary, Finding, Marked, MarkedText, NoteText, Transcript, mask,
};
use crate::report::clean::cut;
use crate::report::count::Count;
use crate::report::place;

/// The documents as they read.
pub(super) struct Reading {
    /// The section of the page; empty where there is nothing to read.
    pub(super) markup: Markup,
    /// The findings that are marked in it, by index.
    pub(super) marked: BTreeSet<usize>,
}

/// The documents' texts in at most `budget` bytes of markup, but for a few.
pub(super) fn reading(audit: &Audit, budget: usize) -> Reading {
    let mut page = Page { audit, left: budget, marked: BTreeSet::new(), left_out: 0 };
    let mut first = 0;
    let documents: Vec<Markup> = audit
        .run
        .documents
        .iter()
        .enumerate()
        .map(|(index, document)| {
            let findings = first..first + document.citations;
            first = findings.end.min(audit.findings.len());
            let text = page.document(index, findings.start.min(first)..first);
            html! { @if let Some(text) = text {
                details open {
                    summary { (name(document)) }
                    (text)
                }
            } }
        })
        .collect();
    let is_empty = documents.iter().all(|document| document.0.is_empty());
    let markup = html! { @if is_empty {
        (no_room(page.left_out))
    } @else {
        section .read aria-labelledby="read" {
            h2 #read { "The report as it reads" }
            p { "Every citation is marked where it stands. Its mark leads to the finding, the number of a note to \
                 its place in the text." }
            div #steps hidden {
                button type="button" value="-1" { "Previous" }
                button type="button" value="1" { "Next" }
                label { input type="checkbox" checked; " with the keys p and n" }
                span role="status" {}
            }
            @for document in documents { (document) }
            @if page.left_out > 0 {
                p .cut { "There is no room here for the text of " (Count(page.left_out, "more document")) "." }
            }
        }
    } };
    Reading { markup, marked: page.marked }
}

/// What is said where no document's text is there, though some have one.
pub(super) fn no_room(documents: usize) -> Markup {
    html! { @if documents > 0 {
        p .cut { "There is no room here for the text of " (Count(documents, "document")) "." }
    } }
}

struct Page<'a> {
    audit: &'a Audit,
    left: usize,
    marked: BTreeSet<usize>,
    /// Documents for which there is no room at all.
    left_out: usize,
}

/// What a document takes at most beside its name and its text, in bytes: the remarks on what is left out.
const FRAME: usize = 320;

/// The most of a document's name, in characters.
const NAME: usize = 200;

fn name(document: &DocumentSummary) -> String {
    cut(place::document(&mask(&document.name)), NAME)
}

impl Page<'_> {
    fn document(&mut self, index: usize, findings: std::ops::Range<usize>) -> Option<Markup> {
        let empty = Transcript::default();
        let transcript = self.audit.run.transcripts.get(index).unwrap_or(&empty);
        if findings.is_empty() && transcript.body.is_empty() {
            return None;
        }
        let named =
            self.audit.run.documents.get(index).map_or(0, |document| html! { (name(document)) }.0.len());
        let Some(left) = self.left.checked_sub(FRAME + named) else {
            self.left_out += 1;
            return None;
        };
        self.left = left;
        let is_text = transcript.body.iter().any(|paragraph| !paragraph.text.text.trim().is_empty());
        let (pieces, mut cut) = if is_text {
            self.flow(index, transcript)
        } else {
            self.sentences(&self.audit.findings[findings.clone()], findings.start)
        };
        cut |= transcript.cut && is_text;
        Some(html! {
            @if !is_text { p .w { "There is no running text to show; these are the citing sentences." } }
            (pieces)
            @if cut {
                p .cut { "Text is left out here, for the page would be too large with all of it. Every citation \
                          is among the findings." }
            }
        })
    }

    /// The text with its notes, and whether some of it had to be left out.
    fn flow(&mut self, index: usize, transcript: &Transcript) -> (Markup, bool) {
        let marks = Marks { document: index, findings: &self.audit.findings, notes: &transcript.notes };
        let (mut page, mut seen) = (String::new(), HashSet::new());
        for paragraph in &transcript.body {
            let new = new_notes(&paragraph.text, &mut seen, transcript.notes.len());
            let piece = html! {
                div .row {
                    p .h[paragraph.kind == BlockKind::Heading] .i[paragraph.kind == BlockKind::Item] {
                        (text(&paragraph.text, &marks, &new))
                    }
                    (notes(&new, &marks))
                }
            };
            if !self.add(&mut page, &piece, &paragraph.text, &new, transcript) {
                return (PreEscaped(page), true);
            }
        }
        let uncited: Vec<usize> = (0..transcript.notes.len()).filter(|note| !seen.contains(note)).collect();
        for note in uncited.chunks(50) {
            let piece = html! { div .row { (notes(note, &marks)) } };
            if !self.add(&mut page, &piece, &MarkedText::default(), note, transcript) {
                return (PreEscaped(page), true);
            }
        }
        (PreEscaped(page), false)
    }

    /// Adds a piece if it fits; it shows these texts.
    fn add(
        &mut self,
        page: &mut String,
        piece: &Markup,
        body: &MarkedText,
        notes: &[usize],
        of: &Transcript,
    ) -> bool {
        let Some(left) = self.left.checked_sub(piece.0.len()) else { return false };
        self.left = left;
        page.push_str(&piece.0);
        let texts = notes.iter().map(|note| &of.notes[*note].text).chain([body]);
        self.marked.extend(texts.flat_map(|text| &text.marks).filter_map(|(_, marked)| match marked {
            Marked::Finding(index) => Some(*index),
            Marked::Note(_) => None,
        }));
        true
    }

    /// The citing sentences, in order.
    fn sentences(&mut self, findings: &[Finding], first: usize) -> (Markup, bool) {
        let mut page = String::new();
        for (index, finding) in (first..).zip(findings) {
            let finding = finding.masked();
            let verdict = finding.check.value.verdict;
            let citation = &finding.citation;
            let said = citation.context.as_deref().or(citation.title.as_deref()).or(citation.url.as_deref());
            let piece = html! {
                p {
                    (plain(said.unwrap_or_default())) " "
                    a id={ "t" (index + 1) } href={ "#f" (index + 1) } data-v=(verdict) {
                        (label(citation, Detail::Full)) b { " " (sign(verdict)) " " (verdict) }
                    }
                }
            };
            let Some(left) = self.left.checked_sub(piece.0.len()) else { return (PreEscaped(page), true) };
            self.left = left;
            page.push_str(&piece.0);
            self.marked.insert(index);
        }
        (PreEscaped(page), false)
    }
}

/// The notes that a text is the first to cite.
fn new_notes(text: &MarkedText, seen: &mut HashSet<usize>, most: usize) -> Vec<usize> {
    let notes = text.marks.iter().filter_map(|(_, marked)| match marked {
        Marked::Note(note) => Some(*note).filter(|note| *note < most),
        Marked::Finding(_) => None,
    });
    notes.filter(|note| seen.insert(*note)).collect()
}

fn notes(shown: &[usize], marks: &Marks) -> Markup {
    html! { @if !shown.is_empty() {
        ul .notes { @for index in shown { (note(*index, &marks.notes[*index], marks)) } }
    } }
}

fn note(index: usize, note: &NoteText, marks: &Marks) -> Markup {
    let name = plain(&note.label);
    let place = format!("{}-{index}", marks.document);
    html! {
        li id={ "n" (place) } {
            @if !name.is_empty() { a .back href={ "#k" (place) } { (name) } " " }
            (text(&note.text, marks, &[]))
        }
    }
}
