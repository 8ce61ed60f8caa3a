//! Pages that answer 200 and say that there is nothing.
//!
//! Structure speaks before words: a host that answers an invented address with the same page, or
//! sends it to the same place, answers so to everything (Bar-Yossef et al., "Sic transit gloria
//! telae", WWW 2004, who found the random-sibling probe; Meneses et al. 2012 and Prieto et al.
//! 2013 for words and titles).

use crate::check::address;
use crate::check::case::{Case, Kind};
use crate::check::phrases::Class;
use crate::check::probe::Sibling;
use crate::check::ruling::{Ruling, listed, quote};
use crate::check::wording::{Said, Wording};
use crate::model::Reason;

use super::closed::speaks_of_another_site;
use super::drift;

/// Last segments of addresses to which sites send what they do not have, separators dropped.
const ERROR_SEGMENTS: &str = "
    404 404error error404 err404 http404 404page page404 notfound 404notfound pagenotfound notfoundpage
    filenotfound contentnotfound error errors errorpage pageerror missing pagemissing gone unavailable
    pageunavailable removed deleted expired nopage invalid fehler fehler404 fehlerseite nichtgefunden
    seitenichtgefunden introuvable pageintrouvable erreur erreur404 nontrouve pagenontrouvee noencontrado
    noencontrada paginanoencontrada naoencontrado naoencontrada paginanaoencontrada erro erro404
    nontrovato nontrovata paginanontrovata errore errore404 bulunamadi sayfabulunamadi hata hata404
    nenajdeno nenaideno oshibka oshibka404 stranicanenajdena nieznaleziono stronanieistnieje nietgevonden
    paginanietgevonden tapylmady nenalezeno
";

/// Words up to which a page can be a notice.
const NOTICE: usize = 160;

/// Words up to which a page is a notice and nothing else.
const TINY: usize = 40;

/// Words below the headings up to which there is no place for a work.
const BARE: usize = 20;

/// Likeness of titles below which they have nothing in common.
const OTHER: f32 = 0.34;

/// Words from which a heading is a headline rather than a message.
const HEADLINE: usize = 7;

/// The share of a message on a bare page that says it.
const SOME_STATUS: f32 = 0.3;

/// The share of a title from which it says nothing else.
const NOTHING_ELSE: f32 = 0.8;

/// The share of a title that a status phrase makes up when it is nothing but the status.
const ALL_STATUS: f32 = 0.55;

/// Redirected to an address that is itself called an error.
pub(super) fn error_address(case: &Case<'_>) -> Option<Ruling> {
    if !case.was_redirected() || case.is_cited_work() || is_error_address(case.requested.path()) {
        return None;
    }
    let to = &case.answer.url;
    let by_query = to.query().is_some_and(|query| {
        query.split('&').any(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            squashed(value) == "404" || ["404", "notfound", "pagenotfound"].contains(&squashed(name).as_str())
        })
    });
    (is_error_address(to.path()) || by_query)
        .then(|| Ruling::new(Reason::Soft404, format!("redirected to {to}")))
}

/// A page of a few words whose title or heading says it and nothing else.
pub(super) fn not_found_page(case: &Case<'_>) -> Option<Ruling> {
    // Headlines can say as much ("Archive deleted"); without a title to hold against, a page must
    // be shorter to be taken for a notice.
    let told = case.claims.titles.is_empty() || case.likeness().comparable;
    if !may_be_notice(case) || !case.is_shorter_than(if told { NOTICE } else { NOTICE / 2 }) {
        return None;
    }
    let more = |said: &Said| said.words <= 40 && (said.hits.says_gone() || said.has(Class::Guide));
    if !case.speaks_of_itself(more) {
        return None;
    }
    let wording = case.wording();
    let some = |said: &Said| said.hits.says_gone();
    let lead = wording.led(|said| said.words <= 40 && some(said));
    let seconded = lead.is_some() || wording.headed(some).is_some() || wording.has_no_heading();
    let alone = |said: &&Said| said.hits.status_share >= NOTHING_ELSE && case.is_shorter_than(TINY);
    let bare = case.page.titles().is_empty() && case.is_shorter_than(TINY);
    let said = wording
        .headed(is_all_status)
        .or_else(|| wording.titled(is_all_status).filter(|said| seconded || alone(said)))
        .or_else(|| bare.then(|| wording.led(is_all_status)).flatten())
        .or_else(|| case.is_shorter_than(NOTICE / 2).then(|| under_an_error(wording)).flatten())
        .or_else(|| is_bare_and_other(case).then(|| some_status(case)).flatten());
    let said = said.filter(|said| is_message(case, said))?;
    Some(Ruling::new(Reason::Soft404, format!("the page says {}", quote(&said.text))))
}

/// Whether words are a message, by what they say and what else the page says.
fn is_message(case: &Case<'_>, said: &Said) -> bool {
    let alone = said.hits.status_share >= NOTHING_ELSE || said.has(Class::Courtesy);
    case.is_message(said, alone, |other| {
        other.hits.says_gone()
            || [Class::Guide, Class::Courtesy, Class::Error].iter().any(|class| other.has(*class))
    })
}

/// A long page, with other stories on it, whose title and heading both say it. A host that is
/// honest about what it does not have must be believed, unless there is a cited title in the
/// page's language, which then would stand there.
pub(super) fn not_found_over_stories(case: &Case<'_>) -> Option<Ruling> {
    let honest = matches!(case.sibling, Sibling::Honest { .. });
    if !may_be_notice(case) || (honest && !case.likeness().comparable) {
        return None;
    }
    let wording = case.wording();
    let said = wording.titled(is_all_status).filter(|_| wording.headed(is_all_status).is_some())?;
    Some(Ruling::new(Reason::Soft404, format!("the page says {}", quote(&said.text))))
}

/// The same host answers an invented address alike.
pub(super) fn same_as_sibling(case: &Case<'_>) -> Option<Ruling> {
    let (how, asked) = match &case.sibling {
        Sibling::SamePage { asked } => ("answers with the same page", asked),
        Sibling::SameTarget { asked } => ("leads to the same place", asked),
        Sibling::NotAsked | Sibling::Unknown { .. } | Sibling::Honest { .. } => return None,
    };
    let detail = format!("an invented address ({asked}) {how}");
    if case.went_home() {
        return Some(Ruling::new(drift::stranger(case).unwrap_or(Reason::RedirectToHome), detail));
    }
    if is_drawn_by_script(case) {
        return Some(Ruling::new(
            Reason::Ok,
            format!("{detail}, but pages here are drawn by a script and cannot be told apart"),
        ));
    }
    Some(Ruling::new(drift::stranger(case).unwrap_or(Reason::Soft404), detail))
}

/// A short page that says it in two places, if in passing; with the same trust in honest hosts.
pub(super) fn not_found_words(case: &Case<'_>) -> Option<Ruling> {
    let honest = matches!(case.sibling, Sibling::Honest { .. });
    if !may_be_notice(case) || !case.is_shorter_than(NOTICE) || (honest && !case.likeness().comparable) {
        return None;
    }
    let wording = case.wording();
    let gone = |said: &Said| said.words <= 30 && said.hits.says_gone();
    let places = [wording.titled(gone), wording.headed(gone), wording.led(gone)];
    let said: Vec<&Said> = places.into_iter().flatten().collect();
    (said.len() >= 2).then(|| Ruling::new(Reason::Soft404, format!("the page says {}", quote(&said[0].text))))
}

/// Redirected from an article to a list of what a search found.
pub(super) fn search_page(case: &Case<'_>) -> Option<Ruling> {
    let searches = |path: &str| {
        path.split('/').any(|segment| {
            ["search", "suche", "recherche", "buscar", "poisk", "busca", "arama"].contains(&segment)
        })
    };
    let led = case.was_redirected() && searches(case.answer.url.path()) && !searches(case.requested.path());
    let named = case.wording().named(|said| said.has(Class::Search)).is_some();
    (led && named)
        .then(|| Ruling::new(Reason::Soft404, format!("redirected to a search: {}", case.answer.url)))
}

/// A message under a title that only says "error": the one that names it, if it is short.
fn under_an_error(wording: &Wording) -> Option<&Said> {
    let message = |said: &Said| said.words <= 20 && said.hits.says_gone();
    wording.named(|said| said.words <= 4 && said.hits.error_share >= ALL_STATUS)?;
    wording.named(message).or_else(|| wording.led(|said| said.words <= 12 && message(said)))
}

fn may_be_notice(case: &Case<'_>) -> bool {
    case.accepted
        && matches!(case.kind, Kind::Html | Kind::Text)
        && !case.is_cited_work()
        && !claims_speak_of_status(case)
}

/// Hardly a word on the page, and nothing of the cited title: no place for the work itself.
fn is_bare_and_other(case: &Case<'_>) -> bool {
    !case.claims.titles.is_empty() && case.likeness().score < OTHER && case.has_less_below_than(BARE)
}

/// What says it in passing: title or heading, or a sentence below them. Under the name of something else
/// ("Delta Portal") that sentence may be a register's word on it; then a cited title that would have to
/// stand there must be missing. Under news of an end ("The old connector has been retired") it tells more
/// of that.
fn some_status<'a>(case: &'a Case<'_>) -> Option<&'a Said> {
    let wording = case.wording();
    let named = |said: &Said| said.has(Class::Thing) || said.has(Class::Error) || said.has(Class::Courtesy);
    let below = || {
        let over = if wording.has_no_heading() { wording.titled(|_| true) } else { wording.headed(|_| true) };
        let under_a_name = over.is_some_and(|said| !named(said));
        let tells = |said: &Said| said.has(Class::Gone) || said.has(Class::Closed);
        let under_news = over.is_some_and(|said| said.words >= HEADLINE && tells(said));
        (!under_news && (case.likeness().comparable || !under_a_name))
            .then(|| wording.below(has_some_status))
            .flatten()
    };
    wording.named(has_some_status).or_else(below)
}

fn has_some_status(said: &Said) -> bool {
    said.words <= 20
        && said.hits.says_gone()
        && said.hits.status_share >= SOME_STATUS
        && !speaks_of_another_site(&said.text)
}

fn is_all_status(said: &Said) -> bool {
    said.words <= 14 && said.hits.says_gone() && said.hits.status_share >= ALL_STATUS
}

/// Whether the cited title itself speaks of what is missing: a song called "404", a study of dead
/// links.
fn claims_speak_of_status(case: &Case<'_>) -> bool {
    case.claims.titles.iter().any(|title| {
        let hits = crate::check::phrases::hits(title);
        hits.says_gone() && case.likeness().score >= 0.4
    })
}

/// A shell into which scripts draw: hardly a word of its own beside the site's furniture, and the same
/// for every address.
fn is_drawn_by_script(case: &Case<'_>) -> bool {
    let page = &case.page;
    let no_status = case.wording().anywhere(|said| said.hits.says_gone()).is_none();
    let empty = page.all_words() < if page.app_root { 40 } else { 8 };
    let framed = page.words < 8 && page.furniture_words < 200 && page.headings().next().is_none();
    page.scripts > 0 && no_status && (empty || framed)
}

fn is_error_address(path: &str) -> bool {
    let last = path.split('/').rfind(|segment| !segment.is_empty()).unwrap_or_default();
    let decoded = address::decoded(last);
    let stem = decoded.split('.').next().unwrap_or_default();
    let squashed = squashed(stem);
    listed(ERROR_SEGMENTS, &squashed) || squashed.contains("notfound")
}

fn squashed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
