//! A payment before the source.
//!
//! Google asks publishers to declare it (`isAccessibleForFree`, schema.org); the rest is told by
//! the class names of the common services and by what short pages say.

use crate::check::case::{Case, Kind};
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, quote};
use crate::check::wording::Said;
use crate::model::Reason;

/// Words from which the article is there in spite of what is declared.
const WHOLE_ARTICLE: usize = 300;

const SHORT: usize = 150;

/// Declared, marked or said, on a page without the whole article.
pub(super) fn paywall(case: &Case<'_>) -> Option<Ruling> {
    if case.kind != Kind::Html || !case.is_shorter_than(WHOLE_ARTICLE) {
        return None;
    }
    if case.page.free == Some(false) {
        return Some(Ruling::new(Reason::Paywall, "the page declares isAccessibleForFree: false"));
    }
    if case.page.paywall_class && case.is_shorter_than(SHORT) {
        return Some(Ruling::new(Reason::Paywall, "an element of the page is marked as a paywall"));
    }
    said(case).map(|said| Ruling::new(Reason::Paywall, format!("the page says {}", quote(&said.text))))
}

fn said<'a>(case: &'a Case<'_>) -> Option<&'a Said> {
    if !case.is_shorter_than(SHORT) {
        return None;
    }
    let wording = case.wording();
    if case.speaks_of_work() {
        return wording.anywhere(|said| said.has(Class::Paywall));
    }
    let reserved = |said: &Said| said.both(Class::Subscriber, Class::Reserved);
    wording
        .anywhere(|said| said.has(Class::Paywall))
        .or_else(|| wording.named(|said| said.words <= 14 && reserved(said)))
}
