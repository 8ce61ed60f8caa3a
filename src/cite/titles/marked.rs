//! A work whose title is marked as one: what stands before the title and behind it.

use std::ops::Range;

use super::super::chars::is_unspaced_script;
use super::super::dates::Role;
use super::super::flat::ADDRESS;
use super::super::works::Work;
use super::annotated::{Annotated, Described};
use super::locate::{self, Located};
use super::pieces::{self, is_organisation, is_outlet, is_person};
use super::{clean, outlets, phrases, signals};

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
        (None, Some(lead)) => {
            let author = (is_person(&lead) || pieces::is_inverted(&lead)).then(|| lead.clone());
            (Some(lead), author)
        }
        (Some(outlet), Some(lead))
            if is_organisation(&lead) && !is_person(&lead) && !is_italic(note, work, behind, &outlet) =>
        {
            (Some(lead), None)
        }
        (outlet, Some(lead)) => (outlet, Some(lead)),
    };
    let title = clean::title(&note.text[without_access(note, &title.inner)]);
    Described { title, translated, source, author }
}

/// The title without the day of access in brackets at its end: `{Wells (accessed 3 May 2012)}`.
fn without_access(note: &Annotated, title: &Range<usize>) -> Range<usize> {
    let text = note.text[title.clone()].trim_end();
    let end = title.start + text.len();
    let bracket = text.ends_with([')', ']']).then(|| note.structure.bracket(end - 1)).flatten();
    let read = |bracket: &Range<usize>| {
        note.dates_in(bracket.clone()).any(|dated| dated.role == Role::Accessed)
            && bracket.start > title.start
    };
    bracket.filter(read).map_or(title.clone(), |bracket| title.start..bracket.start)
}

/// Whether an outlet is set in italics behind the title, as periodicals are and publishers are not.
fn is_italic(note: &Annotated, work: &Work, behind: usize, outlet: &str) -> bool {
    let limit = work.range.end.max(behind);
    note.emphasised_in(&(behind..limit)).is_some_and(|italics| italics.contains(outlet))
}

/// The outlet: the first piece between title and date that can be one, or else between date and
/// address.
pub(super) fn outlet(note: &Annotated, work: &Work, from: usize) -> Option<String> {
    let limit = match &work.anchor {
        Some(anchor) if work.shown && anchor.start >= from => anchor.start,
        _ => {
            let until = work.range.end;
            let copy = note.text[from.min(until)..until].find(ADDRESS).map(|at| from + at);
            if let Some(copy) = copy {
                return outlet_until(note, from, copy)
                    .or_else(|| outlet_until(note, copy + ADDRESS.len_utf8(), until));
            }
            until
        }
    };
    outlet_until(note, from, limit)
}

fn outlet_until(note: &Annotated, from: usize, limit: usize) -> Option<String> {
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
    let small = |text: &str| is_small(text) && follows_closely(note, &range, text);
    if let Some(emphasised) =
        note.emphasised_in(&range).filter(|text| (is_outlet(text) || small(text)) && signals::is_work(text))
    {
        return clean::name(emphasised);
    }
    let pieces = pieces::pieces(note.text, range, note.structure).into_iter();
    let pieces = pieces.map(|piece| behind_brackets(phrases::without_connector(piece)));
    let pieces = pieces.map(behind_title).map(phrases::without_container).map(without_numbers);
    let mut pieces = pieces.map(without_rest).map(without_place).map(outlets::without_archive);
    pieces.find(|piece| is_outlet(piece) && !outlets::is_archive(piece)).and_then(clean::name)
}

/// Whether a name has no capitals, as some outlets write themselves: `taz`, `heise online`, `n-tv.de`.
fn is_small(name: &str) -> bool {
    const LONGEST: usize = 3;
    let words = name.split_whitespace().take(LONGEST + 1);
    let lower = |word: &str| word.starts_with(char::is_lowercase) && !phrases::is_function(word);
    (1..=LONGEST).contains(&words.clone().count())
        && words.clone().all(lower)
        && name.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !phrases::is_remark(name)
}

/// Whether italics stand right behind what the range follows, `In:` or a comma between them.
fn follows_closely(note: &Annotated, range: &Range<usize>, italics: &str) -> bool {
    let between = note.text[range.clone()].split(italics).next().unwrap_or_default();
    let between = between.trim_matches(|c: char| !c.is_alphanumeric());
    between.is_empty() || between.eq_ignore_ascii_case("in")
}

/// `(Report No. 12). River Press`: what follows the brackets.
fn behind_brackets(piece: &str) -> &str {
    let inner = piece.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let behind = inner.map(|(_, behind)| behind.trim_start_matches(['.', ' ']));
    behind.filter(|behind| !behind.is_empty()).unwrap_or(piece)
}

/// `12 WATER L. REV. 44`, `载《水杂志》2012年第3期`: the periodical without volume and page.
fn without_numbers(piece: &str) -> &str {
    if piece.starts_with(is_unspaced_script)
        && let Some((_, inner)) = piece.split_once('《')
        && let Some((name, _)) = inner.split_once('》')
    {
        return name;
    }
    let digits = |c: char| c.is_ascii_digit();
    let name = piece.trim_start_matches(digits).trim_end_matches(digits);
    let framed = piece.starts_with(digits) && piece.ends_with(digits);
    if framed && name.starts_with(' ') && name.ends_with(' ') { name.trim() } else { piece }
}

/// `Harbour Songs. In: River Studies 53`: what holds the work.
fn behind_title(piece: &str) -> &str {
    piece.rsplit_once(". In: ").map_or(piece, |(_, container)| container)
}

/// `Conference ’14 (Lisbon`: without the brackets that a date in them cut off.
fn without_rest(piece: &str) -> &str {
    let open = piece.rfind('(').filter(|open| *open > 0 && !piece[*open..].contains(')'));
    open.map_or(piece, |open| piece[..open].trim_end())
}

/// `Lisbon: River Press`: the publisher without the place.
pub(super) fn without_place(piece: &str) -> &str {
    const LONGEST_PLACE: usize = 2;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let parted = piece.split_once(" : ").or_else(|| piece.split_once(": "));
    let parted = parted.filter(|(place, publisher)| {
        let words = place.split_whitespace().take(LONGEST_PLACE + 1).count();
        words <= LONGEST_PLACE && place.split_whitespace().all(capital) && capital(publisher)
    });
    parted.map_or(piece, |(_, publisher)| publisher)
}

/// The name before a title.
fn lead(note: &Annotated, work: &Work, title: usize) -> Option<String> {
    let range = work.range.start..title.max(work.range.start);
    let (from, _) = signals::after_signals(note.text, &range);
    let until = note.dates_in(from..title).next().map_or(title, |dated| dated.cue).max(from);
    let lead = phrases::without_connector(note.text[from..until].trim_end_matches(['(', '[', ' ']));
    let first = lead.split(", ").next().filter(|first| is_person(first));
    let several = lead.chars().count() <= LONGEST_LEAD && lead.split(", ").all(is_person);
    let lead = first.filter(|_| !several).unwrap_or(lead);
    let named = lead.starts_with(|c: char| !c.is_lowercase()) && lead.chars().count() <= LONGEST_LEAD;
    (named && locate::is_title_like(lead)).then(|| clean::name(lead))?
}
