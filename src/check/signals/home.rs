//! A deep address that leads to the front page: the site has given the source up.

use crate::check::address;
use crate::check::case::Case;
use crate::check::likeness::cites_a_front_page;
use crate::check::ruling::Ruling;
use crate::model::Reason;

use super::{drift, resolver};

/// Redirected to a front page that is not the cited work.
pub(super) fn redirect_to_home(case: &Case<'_>) -> Option<Ruling> {
    if !case.went_home() || case.is_cited_work() || resolver::is_shortened(case) {
        return None;
    }
    if address::same_site(case.requested, &case.answer.url) && cites_a_front_page(case) {
        return None;
    }
    let reason = drift::stranger(case).unwrap_or(Reason::RedirectToHome);
    Some(Ruling::new(reason, format!("redirected to the front page {}", case.answer.url)))
}
