//! The page is there, but is no longer the cited source.

use crate::check::address;
use crate::check::case::{Case, Kind};
use crate::check::likeness::{Standing, names_source, surface};
use crate::check::phrases::hits;
use crate::check::ruling::Ruling;
use crate::check::words::{closest_window, content_terms, fold, title_likeness};
use crate::model::Reason;

/// Different junk phrases from which a page lives on them.
const JUNK: usize = 3;

/// Bytes of text that are searched for junk.
const JUDGED: usize = 4 * 1024;

/// Another work at the address.
pub(super) fn drift(case: &Case<'_>) -> Option<Ruling> {
    let judged = case.kind == Kind::Html && case.likeness().standing == Standing::Different;
    // A front page changes every day and is still the cited front page.
    if !judged || address::is_home(case.requested) {
        return None;
    }
    let reason = stranger(case).unwrap_or_else(|| {
        let moved_away = !address::same_site(case.requested, &case.answer.url);
        if moved_away && !names_source(&surface(case), case.requested, case.claims) {
            Reason::DomainTakenOver
        } else {
            Reason::ContentDrift
        }
    });
    Some(Ruling::new(reason, case.likeness().detail()))
}

/// A page full of what re-registered domains sell, which names neither work nor outlet, in
/// whatever language.
pub(super) fn taken_over(case: &Case<'_>) -> Option<Ruling> {
    let reason = stranger(case)?;
    Some(Ruling::new(reason, format!("the page is about something else: “{}”", case.page.title)))
}

/// The same work in another edition: the cited year is neither in the page's title nor anywhere
/// in its text, another one is in the title.
pub(super) fn other_edition(case: &Case<'_>) -> Option<Ruling> {
    let likeness = case.likeness();
    let cited = years(&likeness.cited);
    let found = years(&likeness.found);
    let another = !cited.is_empty() && !found.is_empty() && cited.iter().all(|year| !found.contains(year));
    if !another || case.kind != Kind::Html {
        return None;
    }
    let nowhere = |year: &String| !case.page.text.contains(year) && !case.page.furniture.contains(year);
    let gone = cited.iter().all(nowhere);
    let same_otherwise =
        title_likeness(&without_digits(&likeness.cited), &without_digits(&likeness.found), &[]) >= 0.6;
    (gone && same_otherwise)
        .then(|| Ruling::new(Reason::ContentDrift, format!("another edition: {}", likeness.detail())))
}

/// [`Reason::DomainTakenOver`] if the page is junk that does not speak of the source. Squatters keep old
/// titles for the sake of search engines: then the junk must stand in the title too.
pub(super) fn stranger(case: &Case<'_>) -> Option<Reason> {
    if case.kind != Kind::Html || address::is_home(case.requested) && case.claims.titles.is_empty() {
        return None;
    }
    let kept_title = case.is_cited_work() && hits(&case.page.title).junk > 0 && !speaks_below(case);
    if case.speaks_of_work() && !kept_title {
        return None;
    }
    let cited_junk = case.claims.titles.iter().any(|cited| hits(cited).junk > 0);
    let named = case.claims.sources.iter().any(|source| hits(source).junk > 0);
    (is_junk(case) && !cited_junk && !named && (kept_title || !outlet_speaks(case)))
        .then_some(Reason::DomainTakenOver)
}

/// Whether a page lives on what re-registered domains sell, whoever was cited.
pub(in crate::check) fn is_junk(case: &Case<'_>) -> bool {
    let (title, text) = junk(case);
    text >= JUNK || (title > 0 && text + title >= JUNK)
}

/// Different junk phrases in the title and at the start of the text.
fn junk(case: &Case<'_>) -> (usize, usize) {
    let start = &case.page.text[..case.page.text.floor_char_boundary(JUDGED)];
    (hits(&case.page.title).junk, hits(start).junk)
}

/// Whether the text itself, not only the titles over it, has most of the cited title's words.
fn speaks_below(case: &Case<'_>) -> bool {
    const MOST: f32 = 0.75;
    let headings: Vec<&str> = case.page.headings().collect();
    let below: Vec<&str> = case.page.text.lines().filter(|line| !headings.contains(line)).collect();
    let below = fold(&below.join("\n"));
    case.claims.titles.iter().any(|title| closest_window(&content_terms(&fold(title)), &below) >= MOST)
}

/// Whether the outlet still names itself in title or site name; a squatter keeps the host's name
/// at most.
fn outlet_speaks(case: &Case<'_>) -> bool {
    let title = format!("{} {}", case.page.title, case.page.site_name);
    case.claims.sources.iter().any(|source| title_likeness(source, &title, &[]) >= 0.6)
}

fn years(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
        .map(str::to_owned)
        .collect()
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}
