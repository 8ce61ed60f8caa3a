//! Blocked by law, or shown in other countries only.
//!
//! RFC 7725 gives it a status (451); most blocks come as a page. Wordings: the notices of US
//! newspapers to readers in the EEA, of video sites, of Roskomnadzor, Turkish (law 5651), Gulf
//! and Chinese operators.

use crate::check::case::Case;
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, quote};
use crate::model::Reason;

const SHORT: usize = 150;

/// A short page that says so.
pub(super) fn legal_block(case: &Case<'_>) -> Option<Ruling> {
    if matches!(case.answer.status, 404 | 410) || !case.is_shorter_than(SHORT) || case.is_cited_work() {
        return None;
    }
    let said = case.wording().anywhere(|said| said.has(Class::LegalBlock))?;
    Some(Ruling::new(Reason::Http451, format!("the page says {}", quote(&said.text))))
}
