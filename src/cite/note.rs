//! The citations of one note.

use std::collections::HashMap;
use std::ops::Range;

use super::beside::{Setting, is_any_beside};
use super::dates::{self, Dated, Role};
use super::flat::{ADDRESS, Cover, Flat};
use super::language::language;
use super::structure::Structure;
use super::titles::{Annotated, Described, joined_italics};
use super::urls::{self, Found};
use super::words::Words;
use super::works::{self, Anchor, Work};
use crate::model::{ArchiveCopy, Kind, Language, MarkKind, Note, PartialDate, Passage};

/// The longest brackets, in bytes, that may hold a date of their own.
const LONGEST_REMARK: usize = 400;

/// What a note says of one source.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The address, if the note has one.
    pub(super) found: Option<Found>,
    /// Title, outlet, author.
    pub(super) described: Described,
    /// When it came out.
    pub(super) published: Option<PartialDate>,
    /// When the author read it.
    pub(super) accessed: Option<PartialDate>,
    /// The archive copy that the author gives of it.
    pub(super) archived: Option<ArchiveCopy>,
    /// The language of the note.
    pub(super) language: Option<Language>,
}

impl Source {
    /// Takes over what is said beside another address of the same source; what stands `before` it
    /// knows its name better.
    pub(super) fn complete(&mut self, mut other: Self, before: bool) {
        if before {
            std::mem::swap(&mut self.described, &mut other.described);
        }
        self.described.complete(other.described);
        self.published = self.published.or(other.published);
        self.accessed = self.accessed.or(other.accessed);
    }

    /// Takes over the address of a repeat in place of an identifier.
    fn repeat(&mut self, other: Self) {
        let stands = |source: &Self| source.found.as_ref().is_some_and(|found| found.identifier.is_some());
        if stands(self) && !stands(&other) {
            self.accessed = other.accessed.or(self.accessed);
            self.found = other.found;
        }
    }
}

/// A note read: its sources (one without address if it cites none) and its flat text.
#[derive(Debug)]
pub(super) struct Read {
    /// The sources in the order of the note.
    pub(super) sources: Vec<Source>,
    /// The note in one line, addresses left out.
    pub(super) text: String,
}

/// Reads a note with the addresses found in it. Linear.
pub(super) fn read(note: &Note, found: &[Found], words: &Words) -> Read {
    read_passage(&note.text, found, words, note.kind == Kind::Bibliography)
}

/// Reads any text that stands for itself as a note; `one_work` says that it speaks of one only.
pub(super) fn read_passage(passage: &Passage, found: &[Found], words: &Words, one_work: bool) -> Read {
    let flat = Flat::of(&passage.text, &covers(found), words);
    let text = flat.text();
    let (structure, dates) = (Structure::of(text), dates::dates(text));
    let emphasis = joined_italics(text, emphasis(passage).map(|range| flat.range(&range)));
    let note = Annotated { text, structure: &structure, dates: &dates, emphasis: &emphasis };
    let anchors: Vec<_> = found.iter().map(|found| Anchor::of(flat.range(&found.range), found)).collect();
    let mut divided = works::works(text, &anchors, &dates, &structure);
    if divided.is_empty() {
        divided.push(Work::without_address(text));
    }
    let mut sources: Vec<Source> = divided.iter().map(|work| source(&note, work)).collect();
    share_access(&divided, &dates, &mut sources);
    for (source, found) in sources.iter_mut().zip(found) {
        source.found = Some(found.clone());
    }
    let language = language(text);
    for source in &mut sources {
        source.language = language;
    }
    if is_any_beside(&sources) {
        let setting = Setting { text, anchors: &anchors, dates: &dates, structure: &structure, one_work };
        sources = setting.merged(sources);
    }
    Read { sources: without_repeats(sources), text: flat.text().to_owned() }
}

/// Addresses are put out of sight: nothing in them is a date or a title.
fn covers(found: &[Found]) -> Vec<Cover> {
    let shown = found.iter().filter(|found| found.shown);
    shown.map(|found| Cover { range: found.range.clone(), with: ADDRESS.to_string() }).collect()
}

fn emphasis(passage: &Passage) -> impl Iterator<Item = Range<usize>> + '_ {
    let emphasised = passage.marks.iter().filter(|mark| mark.kind == MarkKind::Emphasis);
    emphasised.map(|mark| mark.range.clone()).filter(|range| passage.text.get(range.clone()).is_some())
}

fn source(note: &Annotated, work: &Work) -> Source {
    let described = note.describe(work);
    let title = described.title.as_deref().and_then(|title| place_of(note.text, &work.range, title));
    Source {
        found: None,
        described,
        published: published(note, work, title.as_ref()),
        accessed: dates::accessed(within(note.dates, work), &work.focus()).map(|dated| dated.date),
        archived: None,
        language: None,
    }
}

fn within<'a>(dates: &'a [Dated], work: &Work) -> impl Iterator<Item = &'a Dated> {
    let range = work.range.clone();
    let from = dates.partition_point(|dated| dated.range.start < range.start);
    dates[from..].iter().take_while(move |dated| dated.range.end <= range.end)
}

/// Where the title of a work stands in its note, if it stands there as it was read.
fn place_of(text: &str, range: &Range<usize>, title: &str) -> Option<Range<usize>> {
    let start = range.start + text[range.clone()].find(title)?;
    Some(start..start + title.len())
}

/// The date of publication stands before a printed address, outside of titles; if none does, a
/// date behind the address may be it. Where there is no other, a date in a title counts that nothing marks as
/// one, and a day in one in italics: laws are named by theirs.
fn published(note: &Annotated, work: &Work, title: Option<&Range<usize>>) -> Option<PartialDate> {
    let focus = work.focus();
    let titled = |dated: &&Dated| title.is_some_and(|title| title.contains(&dated.range.start));
    let free = |dated: &&Dated| {
        let marked = focus.contains(&dated.range.start) || note.structure.is_quoted(dated.range.start);
        let italic = titled(dated) && note.is_emphasised(dated.range.start);
        dated.role == Role::Unsaid && !marked && !italic && !is_translated(note, dated)
    };
    let italic_day = |dated: &&Dated| {
        let day = dated.role == Role::Unsaid && dated.date.day_of_month().is_some();
        day && titled(dated) && note.is_emphasised(dated.range.start)
    };
    let before = |dated: &&Dated| !work.shown || dated.range.end <= focus.start;
    let candidates = || within(note.dates, work).filter(free);
    let outside = || candidates().filter(|dated| !titled(dated));
    dates::published(outside().filter(before), &focus)
        .or_else(|| dates::published(outside(), &focus))
        .or_else(|| dates::published(candidates(), &focus))
        .or_else(|| dates::published(within(note.dates, work).filter(italic_day), &focus))
}

/// Whether a date stands in square brackets with words around it: in a translated title.
fn is_translated(note: &Annotated, dated: &Dated) -> bool {
    note.structure.bracket(dated.range.start).is_some_and(|bracket| {
        if bracket.len() > LONGEST_REMARK {
            return true;
        }
        let rest = note.text[bracket.start..dated.range.start]
            .chars()
            .chain(note.text[dated.range.end..bracket.end].chars());
        note.text[bracket.start..].starts_with('[') && rest.filter(|c| c.is_alphabetic()).count() > 3
    })
}

/// A date of access behind the last of several sources that run on is the date of all, and so is one
/// that says it: `(all last accessed on 3 July 2013)`.
fn share_access(works: &[Work], dates: &[Dated], sources: &mut [Source]) {
    let (mut shared, mut of_all) = (None, access_of_all(works, dates));
    for (work, source) in works.iter().zip(sources).rev() {
        if !work.runs_on {
            shared = None;
        }
        let focus = work.focus();
        match dates::accessed(within(dates, work), &focus) {
            Some(read) => {
                shared = Some(read.date).filter(|_| read.range.start >= focus.end);
                of_all = shared.filter(|_| read.of_all).or(of_all);
            }
            None => source.accessed = shared.or(of_all),
        }
    }
}

/// The date of access that is said of all sources in a sentence of its own behind the last.
fn access_of_all(works: &[Work], dates: &[Dated]) -> Option<PartialDate> {
    let end = works.last()?.focus().end;
    let behind = dates.iter().rev().take_while(|dated| dated.range.start >= end);
    behind.filter(|dated| dated.of_all && dated.role == Role::Accessed).map(|dated| dated.date).last()
}

/// A source whose address the note gives twice is one; the address itself rather than an identifier
/// that stands for it.
fn without_repeats(sources: Vec<Source>) -> Vec<Source> {
    let mut kept: Vec<Source> = Vec::with_capacity(sources.len());
    let mut seen: HashMap<String, usize> = HashMap::new();
    for source in sources {
        let key = source.found.as_ref().map(|found| urls::key(&found.readings[0]).into_owned());
        match key.map(|key| seen.entry(key).or_insert(kept.len())) {
            Some(first) if *first < kept.len() => kept[*first].repeat(source),
            _ => kept.push(source),
        }
    }
    kept
}
