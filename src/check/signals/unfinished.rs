//! Answers that say "not now": works on the site, nothing at all.

use crate::check::case::{Case, Kind};
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, quote};
use crate::model::Reason;

const SHORT: usize = 120;

/// A notice of maintenance with status 200: what a 503 would have said.
pub(super) fn maintenance(case: &Case<'_>) -> Option<Ruling> {
    if case.kind != Kind::Html || !case.is_shorter_than(SHORT) || case.speaks_of_work() {
        return None;
    }
    let said = case.wording().named(|said| said.words <= 8 && said.has(Class::Maintenance))?;
    Some(Ruling::new(Reason::Http5xx, format!("the page says {}", quote(&said.text))))
}

/// An answer without a body: neither the source nor a word on what became of it. Servers that
/// dislike a machine send such, and broken ones do.
pub(super) fn empty(case: &Case<'_>) -> Option<Ruling> {
    let nothing = case.kind == Kind::Empty
        || (case.kind == Kind::Html
            && case.page.all_words() == 0
            && case.page.titles().is_empty()
            && case.page.scripts == 0
            && case.page.frames == 0
            && !case.page.embeds_document
            && case.answer.body.len() < 512);
    nothing.then(|| Ruling::new(Reason::ConnectionReset, "the answer was empty"))
}
