//! Redirects to the same work at another address.
//!
//! Only a permanent redirect (301, 308, RFC 9110 §15.4) asks to use the new address from now on; a
//! temporary one asks not to. A page that refreshes itself elsewhere counts as permanent.

use crate::check::address;
use crate::check::case::Case;
use crate::check::likeness::Standing;
use crate::check::ruling::Ruling;
use crate::model::{Hop, Reason};

use super::resolver;

/// The same work, elsewhere, for good.
pub(super) fn moved(case: &Case<'_>) -> Option<Ruling> {
    if !case.was_redirected()
        || resolver::is_shortened(case)
        || resolver::is_identifier_resolver(case.requested)
    {
        return None;
    }
    let steps: Vec<&Hop> = significant(case).collect();
    let all = steps.iter().all(|hop| is_permanent(hop.status));
    let some = steps.iter().any(|hop| is_permanent(hop.status));
    let same = case.likeness().standing == Standing::Same;
    let reason = match steps.last() {
        Some(last) if all || (some && same) => {
            if last.status == 0 {
                Reason::MetaRefresh
            } else {
                Reason::MovedPermanently
            }
        }
        _ => return None,
    };
    let proof = if same { case.likeness().detail() } else { "the titles cannot tell".to_owned() };
    Some(Ruling::new(reason, format!("now at {}; {proof}", address::suggested_url(&case.answer.url))))
}

/// Whether a redirect by this status is for good; 0 is a page's own.
fn is_permanent(status: u16) -> bool {
    matches!(status, 0 | 301 | 308)
}

/// The steps that lead to another address, not only to another scheme or `www.`.
fn significant<'a>(case: &'a Case<'_>) -> impl Iterator<Item = &'a Hop> {
    let targets = case.hops.iter().skip(1).map(|hop| &hop.url).chain([&case.answer.url]);
    case.hops.iter().zip(targets).filter(|(hop, to)| !address::same_address(&hop.url, to)).map(|(hop, _)| hop)
}
