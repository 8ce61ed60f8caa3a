//! A work whose title is marked as one: what stands before the title and behind it.

use std::ops::Range;

use super::super::works::Work;
use super::annotated::{Annotated, Described};
use super::locate::{self, Located};
use super::pieces::{self, is_organisation, is_outlet, is_person};
use super::{clean, phrases, signals};

/// The longest lead before a title, in characters.
const LONGEST_LEAD: usize = 100;

/// Dates looked behind for the outlet.
const MOST_DATES: usize = 3;

/// Reads what stands around a title.
pub(super) fn describe(note: &Annotated, work: &Work, title: &Located) -> Described {
    let (translated, behind) = note.translation(title.outer.end, work.range.end);
    let (source, author) = match (outlet(note, work, behind), lead(note, work, title.outer.start)) {
        (outlet, None) => (outlet, None),
        (None, Some(lead)) if pieces::is_signed(&lead) => (None, Some(lead)),
        (None, Some(lead)) => (Some(lead), None),
        (Some(_), Some(lead)) if is_organisation(&lead) && !is_person(&lead) => (Some(lead), None),
        (outlet, Some(lead)) => (outlet, Some(lead)),
    };
    Described { title: clean::title(&note.text[title.inner.clone()]), translated, source, author }
}

/// The outlet: the first piece between title and date that can be one, or else between date and
/// address.
pub(super) fn outlet(note: &Annotated, work: &Work, from: usize) -> Option<String> {
    let limit = match &work.anchor {
        Some(anchor) if work.shown && anchor.start >= from => anchor.start,
        _ => work.range.end,
    };
    let mut at = from.min(limit);
    for stop in note.dates_in(from..limit).take(MOST_DATES) {
        if let Some(outlet) = outlet_in(note, at..stop.cue) {
            return Some(outlet);
        }
        at = stop.range.end;
    }
    outlet_in(note, at..limit)
}

fn outlet_in(note: &Annotated, range: Range<usize>) -> Option<String> {
    if range.start >= range.end {
        return None;
    }
    if let Some(emphasised) =
        note.emphasised_in(&range).filter(|text| is_outlet(text) && signals::is_work(text))
    {
        return clean::name(emphasised);
    }
    let pieces = pieces::pieces(note.text, range, note.structure).into_iter();
    let pieces = pieces.map(|piece| phrases::without_container(phrases::without_connector(piece)));
    pieces.into_iter().find(|piece| is_outlet(piece)).and_then(clean::name)
}

/// The name before a title.
fn lead(note: &Annotated, work: &Work, title: usize) -> Option<String> {
    let range = work.range.start..title.max(work.range.start);
    let (from, _) = signals::after_signals(note.text, &range);
    let until = note.dates_in(from..title).next().map_or(title, |dated| dated.cue).max(from);
    let lead = phrases::without_connector(note.text[from..until].trim_end_matches(['(', '[', ' ']));
    let first = lead.split(", ").next().filter(|first| is_person(first));
    let lead = first.unwrap_or(lead);
    let named = lead.starts_with(|c: char| !c.is_lowercase()) && lead.chars().count() <= LONGEST_LEAD;
    (named && locate::is_title_like(lead)).then(|| clean::name(lead))?
}
