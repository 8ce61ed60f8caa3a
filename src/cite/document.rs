//! A document's citations, put together.
//!
//! Notes come in their own order; what the running text cites itself comes before the first
//! note that is cited behind it.

use std::collections::{HashMap, HashSet};

use super::backrefs::{Entry, Index, Reference};
use super::body::{Body, Inline, Position};
use super::context::Contexts;
use super::note::{self, Source};
use super::repair::Around;
use super::titles::{Described, is_rest_of_address};
use super::urls::{Found, Known, Setting, Sighting};
use super::words::Words;
use crate::model::{Citation, Document, Kind, Mark, Note, Passage, PassageId, Spot};

/// The citations of a document, `name` being what it is called in them.
///
/// Every note has at least one: one for each address in it, or one without address. Pure; takes
/// time linear in the size of the document.
pub fn cite(name: &str, document: &Document) -> Vec<Citation> {
    cite_in_place(name, document).into_iter().map(|(citation, _)| citation).collect()
}

/// The same, each citation with the place where it stands.
pub fn cite_in_place(name: &str, document: &Document) -> Vec<Placed> {
    let words = Words::of(document);
    let addresses = Addresses::of(document, &words);
    let mut body = Body::default();
    for (index, block) in document.body.iter().enumerate() {
        body.add(index, block, addresses.in_block(document, index), &words);
    }
    let notes = notes(name, document, &addresses, &body, &words);
    let inline = body.inline.into_iter();
    let inline = inline.map(|inline| (inline.position, written_inline(name, document, inline)));
    merged(notes, inline)
}

/// A citation and where it stands.
type Placed = (Citation, Spot);

/// The addresses of all passages, and those of them that are printed in one piece.
struct Addresses {
    notes: Vec<Sighting>,
    blocks: Vec<Sighting>,
    known: Known,
}

impl Addresses {
    fn of(document: &Document, words: &Words) -> Self {
        let notes: Vec<Sighting> = document
            .notes
            .iter()
            .map(|note| {
                Sighting::of(&note.text, Setting::Note, Around { next_label: next_label(note), words })
            })
            .collect();
        let around = Around { next_label: None, words };
        let blocks: Vec<Sighting> =
            document.body.iter().map(|block| Sighting::of(&block.text, Setting::Body, around)).collect();
        let mut known = Known::default();
        if notes.iter().chain(&blocks).any(Sighting::is_broken) {
            let notes = notes.iter().zip(document.notes.iter().map(|note| &note.text));
            let blocks = blocks.iter().zip(document.body.iter().map(|block| &block.text));
            known.extend(notes.chain(blocks).flat_map(|(sighting, passage)| sighting.whole(&passage.text)));
        }
        Self { notes, blocks, known }
    }

    fn in_note(&self, document: &Document, index: usize) -> Vec<Found> {
        self.notes[index].decide(&document.notes[index].text.text, &self.known)
    }

    fn in_block(&self, document: &Document, index: usize) -> Vec<Found> {
        if self.blocks[index].is_empty() {
            return Vec::new();
        }
        self.blocks[index].decide(&document.body[index].text.text, &self.known)
    }
}

fn next_label(note: &Note) -> Option<u32> {
    note.label.parse::<u32>().ok()?.checked_add(1)
}

/// The citations of every note, and where the body cites it.
fn notes(
    name: &str,
    document: &Document,
    addresses: &Addresses,
    body: &Body,
    words: &Words,
) -> Vec<(Option<Position>, Vec<Placed>)> {
    let (mut index, mut contexts) = (Index::default(), Contexts::default());
    let citing = citing_notes(document);
    let others = Others { document, addresses };
    let each = document.notes.iter().enumerate().map(|(at, note)| {
        let read = note::read(note, &addresses.in_note(document, at), words);
        let first = read.sources.first();
        let reference = index.add(Entry {
            label: &note.label,
            text: &read.text,
            title: first.and_then(|source| source.described.title.as_deref()),
            has_address: first.is_some_and(|source| source.found.is_some()),
        });
        let mut works = others.of(note, &read.sources);
        let alone = first.is_none_or(|source| source.found.is_none());
        let told = if alone && reference.target.is_none() { works.next() } else { None };
        let target = reference.target.or_else(|| told.map(|(_, work)| work.label.clone()));
        let reference = Reference { target, ..reference };
        let cited = body.notes.get(&at);
        let citing = cited.or_else(|| body.notes.get(citing.get(&at)?));
        let sentence = citing.and_then(|cited| cited.sentence.as_deref());
        let citations = read.sources.into_iter().map(|source| {
            let context = sentence.and_then(|sentence| contexts.again(sentence));
            let spot = spot(PassageId::Note(at), &source, 0);
            (written(name, note, source, context, &reference), spot)
        });
        let mut citations: Vec<Placed> = citations.collect();
        citations.extend(works.map(|(mark, work)| {
            let context = sentence.and_then(|sentence| contexts.again(sentence));
            let reference = Reference { pointing: true, target: Some(work.label.clone()) };
            let spot = Spot { passage: PassageId::Note(at), range: mark.range.clone() };
            (written(name, note, Source::default(), context, &reference), spot)
        }));
        (cited.map(|cited| cited.position), citations)
    });
    each.collect()
}

/// For each note that other notes cite the first of them.
fn citing_notes(document: &Document) -> HashMap<usize, usize> {
    let mut citing = HashMap::new();
    for (at, note) in document.notes.iter().enumerate() {
        for cited in note.text.marks.iter().filter_map(Mark::note) {
            citing.entry(cited).or_insert(at);
        }
    }
    citing
}

/// The works that notes cite by their keys, each with where it is cited.
struct Others<'a> {
    document: &'a Document,
    addresses: &'a Addresses,
}

impl<'a> Others<'a> {
    /// The works of the bibliography that a note cites beside its own sources, each once: one that
    /// the note gives itself, address and all, is none.
    fn of(&self, note: &'a Note, own: &[Source]) -> impl Iterator<Item = (&'a Mark, &'a Note)> + use<'a> {
        let given: Vec<String> =
            own.iter().filter_map(|source| Some(source.found.as_ref()?.readings[0].clone())).collect();
        let mut seen = HashSet::new();
        let marks = note.text.marks.iter().filter(|_| note.kind != Kind::Bibliography);
        let works = marks.filter_map(|mark| Some((mark, mark.note()?)));
        let works: Vec<_> = works
            .filter(|(_, at)| seen.insert(*at))
            .filter_map(|(mark, at)| Some((mark, at, self.document.notes.get(at)?)))
            .filter(|(_, _, work)| work.kind == Kind::Bibliography && !work.label.is_empty())
            .filter(|(_, at, _)| given.is_empty() || !self.is_among(&given, *at))
            .map(|(mark, _, work)| (mark, work))
            .collect();
        works.into_iter()
    }

    /// Whether one of the addresses is that of the work with this index.
    fn is_among(&self, given: &[String], work: usize) -> bool {
        let found = self.addresses.in_note(self.document, work);
        found.iter().any(|found| given.contains(&found.readings[0]))
    }
}

fn written(
    name: &str,
    note: &Note,
    source: Source,
    context: Option<String>,
    reference: &Reference,
) -> Citation {
    let label = Some(note.label.clone()).filter(|label| !label.is_empty());
    let mut source = source;
    if reference.pointing {
        source.described = Described::default();
    }
    let refers_to = reference.target.clone();
    Citation { note: label, context, refers_to, ..citation(name, note.kind, &note.text, source) }
}

fn written_inline(name: &str, document: &Document, inline: Inline) -> Placed {
    let spot = spot(PassageId::Block(inline.position.0), &inline.source, inline.position.1);
    let passage = &document.body[inline.position.0].text;
    let citation =
        Citation { context: inline.sentence, ..citation(name, Kind::Inline, passage, inline.source) };
    (citation, spot)
}

fn spot(passage: PassageId, source: &Source, otherwise: usize) -> Spot {
    let range = source.found.as_ref().map_or(otherwise..otherwise, |found| found.range.clone());
    Spot { passage, range }
}

fn citation(name: &str, kind: Kind, passage: &Passage, source: Source) -> Citation {
    let start = source.found.as_ref().map_or(0, |found| found.range.start);
    let place = passage.place_at(start);
    let as_printed = source.found.as_ref().and_then(|found| as_printed(passage, found));
    let candidates = source.found.map(|found| found.readings).unwrap_or_default();
    let rest = |title: &String| candidates.first().is_some_and(|url| is_rest_of_address(title, url));
    let title = source.described.title.filter(|title| !rest(title));
    Citation {
        document: name.to_owned(),
        note: None,
        kind,
        page: place.page,
        line: place.line,
        url: candidates.first().cloned(),
        as_printed,
        title,
        source: source.described.source,
        published: source.published,
        accessed: source.accessed,
        context: None,
        candidates,
        refers_to: None,
        title_translated: source.described.translated,
        author: source.described.author,
        archived: source.archived,
        location: None,
        language: source.language,
    }
}

/// The characters of the source: of a hyperlinked title those of the target.
fn as_printed(passage: &Passage, found: &Found) -> Option<String> {
    if !found.shown {
        return found.readings.first().cloned();
    }
    passage.text.get(found.range.clone()).map(str::to_owned)
}

/// Notes in their order, and before each what the body cites before it cites the note. Notes
/// that the body does not cite follow the note before them; those at the end follow everything.
fn merged(
    notes: Vec<(Option<Position>, Vec<Placed>)>,
    inline: impl ExactSizeIterator<Item = (Position, Placed)>,
) -> Vec<Placed> {
    let mut merged = Vec::with_capacity(inline.len() + notes.len());
    let mut inline = inline.peekable();
    let last_cited = notes.iter().rposition(|(position, _)| position.is_some());
    for (at, (position, citations)) in notes.into_iter().enumerate() {
        if last_cited.is_none_or(|last| at > last) {
            merged.extend(inline.by_ref().map(|(_, citation)| citation));
        } else if let Some(position) = position {
            while let Some((_, citation)) = inline.next_if(|(inline, _)| *inline < position) {
                merged.push(citation);
            }
        }
        merged.extend(citations);
    }
    merged.extend(inline.map(|(_, citation)| citation));
    merged
}
