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
use super::periodicals::is_place;
use super::pieces::{self, is_author, is_organisation, is_person};
use super::references::is_reference;
use super::{clean, phrases, signals, unmarked};

/// Words of a bare title that no author's name and no date sets off, at least.
const BARE_TITLE: usize = 3;

/// The same behind an author's name.
const SIGNED_TITLE: usize = 2;

/// Reads a note in which `italics` are not the title; nothing if they are.
pub(super) fn describe(note: &Annotated, work: &Work, italics: &Located) -> Option<Described> {
    work.anchor.as_ref()?;
    let start = italics.outer.start;
    let range = work.range.start..start.max(work.range.start);
    let (from, _) = signals::after_signals(note.text, &range);
    let before = from.min(start)..start;
    let source = periodical(&note.text[italics.inner.clone()])?;
    let year = unmarked::year_place(note, &before);
    if let Some(year) = year.filter(|year| sets_off(note.text, &before, year)) {
        return dated_work(note, work, &before, &year, source);
    }
    undated(note, &before, source, &note.text[italics.inner.clone()])
}

/// Whether a date parts an author from a title: `Doe, J. (2005).`, `Doe, J., 2005.`
fn sets_off(text: &str, before: &Range<usize>, date: &Range<usize>) -> bool {
    let lead = text[before.start..date.start].trim_end();
    let behind = text[date.end..before.end].trim_start();
    lead.ends_with('(') && !behind.starts_with(");") || lead.ends_with(',') && behind.starts_with('.')
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
    let (title, _) = phrases::without_remark(parted(rest)?);
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
fn undated(note: &Annotated, before: &Range<usize>, source: String, italics: &str) -> Option<Described> {
    let text = without_volume(note.text[before.clone()].trim_end());
    if !text.ends_with([',', '.', '?', '!', ':']) && !introduces(text) {
        return None;
    }
    let listed = pieces::listed_authors(text);
    let (author, rest) = listed.unwrap_or_else(|| unmarked::first_sentence(text));
    if (listed.is_some() || is_author(author)) && !rest.is_empty() {
        return two_readings(parted(rest)?, source, Some(author));
    }
    if introduces(text) {
        return None;
    }
    let pieces = pieces::pieces(note.text, before.start..before.start + text.len(), note.structure);
    let (title, names) = pieces.split_last()?;
    let author = names.first().copied();
    let signed = author.is_some() && names.iter().all(|name| is_person(name) || is_organisation(name));
    if signed || author.is_some() || has_common_word(title) {
        return two_readings(title, source, author.filter(|_| signed));
    }
    let Described { title, .. } = two_readings(title, source, None)?;
    Some(Described { source: title.clone(), title: clean::title(italics), translated: title, author: None })
}

/// The words before the italics as title, the italics as outlet and as another reading.
fn two_readings(title: &str, source: String, author: Option<&str>) -> Option<Described> {
    let title = title.trim();
    let least = if author.is_some() { SIGNED_TITLE } else { BARE_TITLE };
    let long = title.split_whitespace().count() >= least;
    let bare = title.trim_end_matches(['.', ',', '?', '!', ':', ' ']);
    let pair =
        title.split_once(" and ").is_some_and(|(one, other)| !one.contains(' ') && !other.contains(' '));
    let named = !pair && (is_person(title) || is_organisation(title) || is_author(title) || is_place(bare));
    (long && !named && locate::is_title_like(bare) && !pieces::is_signed(title)).then(|| Described {
        title: clean::title(title),
        translated: Some(source.clone()),
        source: Some(source),
        author: author.and_then(clean::name),
    })
}

/// Whether a text has a word in lower case that names have not: `Friends of the Earth` has none.
fn has_common_word(text: &str) -> bool {
    const LONG: usize = 4;
    let common = |word: &str| word.chars().all(char::is_lowercase) && word.chars().count() >= LONG;
    text.split_whitespace().map(|word| word.trim_matches([',', '.', '?', '!'])).any(common)
}

/// The text without the volume that law reviews print before their names: `Title, 12`.
fn without_volume(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    if bare.ends_with(',') { bare } else { text }
}

/// Whether a text ends with the word that leads to what holds the work.
pub(super) fn introduces(text: &str) -> bool {
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
    let mut name = italics.trim_end_matches([',', ' ']);
    while let Some((shorter, last)) = name.rsplit_once(' ')
        && last.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '(' | ')'))
    {
        name = shorter.trim_end_matches([',', ' ']);
    }
    clean::name(name).filter(|name| name.contains(char::is_alphabetic))
}

/// Whether words that are no signal lead with `in` to the italics: then these are what holds a work.
pub(super) fn holds(note: &Annotated, work: &Work, italics: &Located) -> bool {
    let start = italics.outer.start;
    let (from, _) = signals::after_signals(note.text, &(work.range.start..start.max(work.range.start)));
    let lead = note.text[from.min(start)..start].trim_end();
    introduces(lead) && lead.contains(' ')
}
