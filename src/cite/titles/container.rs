//! A work whose italics name what holds it: a journal, a newspaper, the book of a chapter.
//!
//! Styles for books set the title in italics, styles for articles (APA 7, §9.19; Harvard) the
//! periodical and leave the title bare before it. Where the words before the italics are a
//! title is told by their place between the author's date or name and the italics; where that is
//! not certain, both readings are kept.

use std::ops::Range;

use super::super::works::Work;
use super::annotated::{Annotated, Described};
use super::locate::{self, Located};
use super::pieces::{self, is_author, is_organisation, is_person, is_reference};
use super::{clean, signals, unmarked};
use crate::cite::dates::Role;

/// Words of a bare title that no author's name and no date sets off, at least.
const BARE_TITLE: usize = 3;

/// Reads a note in which `italics` are not the title; nothing if they are.
pub(super) fn describe(note: &Annotated, work: &Work, italics: &Located) -> Option<Described> {
    let start = italics.outer.start;
    let range = work.range.start..start.max(work.range.start);
    let (from, _) = signals::after_signals(note.text, &range);
    let before = from.min(start)..start;
    let source = periodical(&note.text[italics.inner.clone()])?;
    let first = note.dates_in(before.clone()).find(|dated| dated.role == Role::Unsaid);
    if let Some(dated) = first.filter(|dated| sets_off(note.text, &before, &dated.range)) {
        return dated_work(note, work, &before, &dated.range, source);
    }
    undated(note, &before, source)
}

/// Whether a date parts an author from a title: `Doe, J. (2005).`, `Doe, J., 2005.`
fn sets_off(text: &str, before: &Range<usize>, date: &Range<usize>) -> bool {
    let lead = text[before.start..date.start].trim_end();
    let behind = text[date.end..before.end].trim_start();
    lead.ends_with('(') || lead.ends_with(',') && behind.starts_with('.')
}

fn dated_work(
    note: &Annotated,
    work: &Work,
    before: &Range<usize>,
    date: &Range<usize>,
    source: String,
) -> Option<Described> {
    let author = note.text[before.start..date.start].trim().trim_end_matches(['(', ',', ' ']);
    let rest = note.text[date.end..before.end].trim_start_matches([')', '.', ',', ':', ' ', '–', '-']);
    if rest.is_empty() {
        return titled_first(author, source);
    }
    if !rest.trim_end().ends_with(['.', '?', '!', ',', ':', ')']) && !introduces(rest) {
        return unmarked::dated_author(note, &work.before_address());
    }
    let title = parted(rest)?;
    Some(Described {
        title: clean::title(title),
        source: Some(source),
        author: clean::name(author),
        ..Described::default()
    })
}

/// `Forgetting online. (2012, May 3). The Atlantic.`: a work without author begins with its title.
/// It may still be the name of one that looks like no name, so both are kept.
fn titled_first(lead: &str, source: String) -> Option<Described> {
    let words = lead.split_whitespace().filter(|word| word.chars().all(char::is_lowercase)).count();
    let named = is_author(lead) || is_person(lead) || is_organisation(lead) || pieces::is_signed(lead);
    if named || words < 1 || !locate::is_title_like(lead) {
        return None;
    }
    Some(Described {
        title: clean::title(lead),
        translated: Some(source.clone()),
        source: Some(source),
        ..Described::default()
    })
}

/// `Jane Doe, Forgetting online, The Atlantic`, `Doe, Jane. Forgetting online. The Atlantic`.
fn undated(note: &Annotated, before: &Range<usize>, source: String) -> Option<Described> {
    let text = note.text[before.clone()].trim_end();
    if !text.ends_with([',', '.', '?', '!', ':']) && !introduces(text) {
        return None;
    }
    let (author, rest) = unmarked::first_sentence(text);
    let (author, title) = if is_author(author) && !rest.is_empty() {
        (Some(author), parted(rest)?)
    } else {
        let pieces = pieces::pieces(note.text, before.clone(), note.structure);
        let (title, names) = pieces.split_last()?;
        let named = names.iter().all(|name| is_person(name) || is_organisation(name));
        (names.first().copied().filter(|_| named), *title)
    };
    let title = title.trim();
    let names_nobody = !is_person(title) && !is_organisation(title) && !is_author(title);
    let long = title.split_whitespace().count() >= BARE_TITLE;
    let bare = title.trim_end_matches(['.', ',', '?', '!', ':', ' ']);
    (long && names_nobody && locate::is_title_like(bare) && !pieces::is_signed(title)).then(|| Described {
        title: clean::title(title),
        translated: Some(source.clone()),
        source: Some(source),
        author: author.and_then(clean::name),
    })
}

/// Whether a text ends with the word that leads to what holds the work.
fn introduces(text: &str) -> bool {
    let last = super::super::chars::last_word(text.trim_end());
    ["in", "in:", "dans", "en", "em", "en:", "em:", "в"].contains(&last.to_lowercase().as_str())
}

/// The title of what stands between author and italics: its first sentence, or all of it where a
/// comma leads to the italics.
fn parted(text: &str) -> Option<&str> {
    let (title, _) = unmarked::first_sentence(text);
    let title = title.trim_end_matches([',', ':', ' ']);
    let last = super::super::chars::last_word(title);
    let title = if introduces(title) { title[..title.len() - last.len()].trim_end() } else { title };
    let lettered = title.chars().any(char::is_alphabetic);
    (lettered && !is_reference(title) && !title.starts_with(['[', '('])).then_some(title)
}

/// A periodical's name without the volume that some styles set in italics with it.
fn periodical(italics: &str) -> Option<String> {
    let name = italics.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '(' | ')'));
    clean::name(if name.is_empty() { italics } else { name })
}
