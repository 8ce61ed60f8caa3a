//! Answers that say "not now": works on the site, a fault of it, nothing at all.

use crate::check::case::{Case, Kind};
use crate::check::phrases::{Class, without};
use crate::check::ruling::{Ruling, quote};
use crate::check::wording::{Said, Wording};
use crate::model::Reason;

use super::closed::Site;

const SHORT: usize = 120;

/// Words up to which a page is a message and nothing else.
const TINY: usize = 40;

/// A notice of maintenance or of a fault with status 200: what a 5xx would have said.
pub(super) fn maintenance(case: &Case<'_>) -> Option<Ruling> {
    if !matches!(case.kind, Kind::Html | Kind::Text) || !case.is_shorter_than(SHORT) || case.speaks_of_work()
    {
        return None;
    }
    let more = |said: &Said| said.has(Class::Maintenance) || said.has(Class::Fault);
    if !case.speaks_of_itself(more) {
        return None;
    }
    let wording = case.wording();
    let site = Site::of(case);
    let named =
        wording.named(|said| said.words <= 8 && said.has(Class::Maintenance) && is_notice(&site, said, case));
    let bare = wording.has_no_heading() && case.page.title.is_empty() && case.is_shorter_than(SHORT / 2);
    let said = named
        .or_else(|| bare.then(|| wording.led(|said| said.has(Class::Maintenance))).flatten())
        .or_else(|| case.is_shorter_than(TINY).then(|| fault(wording, &site, case)).flatten())?;
    Some(Ruling::new(Reason::Http5xx, format!("the page says {}", quote(&said.text))))
}

/// Whether words are a notice, by what they say and what else the page says: "Maintenance of the bridge
/// starts on Monday" is a headline.
fn is_notice(site: &Site<'_>, said: &Said, case: &Case<'_>) -> bool {
    const ON: [Class; 4] = [Class::Maintenance, Class::Fault, Class::Courtesy, Class::Guide];
    let rest = without(&said.text, Class::Maintenance).join(" ");
    let alone = site.says_nothing(&without(&rest, Class::Fault));
    case.is_message(said, alone, |other| ON.iter().any(|class| other.has(*class)))
}

/// A message that something went wrong, and does not say that there is nothing.
fn fault<'a>(wording: &'a Wording, site: &Site<'_>, case: &Case<'_>) -> Option<&'a Said> {
    let says = |said: &Said| {
        said.words <= 12
            && (said.has(Class::Maintenance) || said.has(Class::Fault))
            && is_notice(site, said, case)
    };
    wording.anywhere(|said| said.hits.says_gone()).is_none().then(|| wording.anywhere(says))?
}

/// An answer without a body: neither the source nor a word on what became of it. Broken servers send
/// such, and some that dislike a machine: the connection was whole, so it is the server that failed.
pub(super) fn empty(case: &Case<'_>) -> Option<Ruling> {
    let nothing = case.kind == Kind::Empty
        || (case.kind == Kind::Html
            && case.page.all_words() == 0
            && case.page.titles().is_empty()
            && case.page.scripts == 0
            && case.page.frames == 0
            && !case.page.embeds_document
            && case.answer.body.len() < 512);
    nothing.then(|| Ruling::new(Reason::Http5xx, "the answer had no content"))
}
