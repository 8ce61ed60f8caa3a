//! Blocked by law, or shown in other countries only.
//!
//! RFC 7725 gives it a status (451); most blocks come as a page. Wordings: the notices of US
//! newspapers to readers in the EEA, of video sites, of Roskomnadzor, Turkish (law 5651), Gulf
//! and Chinese operators.

use crate::check::case::Case;
use crate::check::phrases::Class;
use crate::check::ruling::{Ruling, quote};
use crate::check::wording::Said;
use crate::model::Reason;

/// Words up to which a page with a heading that says so is a notice.
const SHORT: usize = 150;

/// Words up to which a sentence is enough: news of a block say the same at greater length.
const TINY: usize = 60;

/// Words up to which a page says one thing.
const BARE: usize = 30;

/// A short page that says so.
pub(super) fn legal_block(case: &Case<'_>) -> Option<Ruling> {
    if case.is_not_found() || !case.is_shorter_than(SHORT) || case.is_cited_work() {
        return None;
    }
    let blocks = |said: &Said| {
        said.has(Class::LegalBlock)
            || (said.has(Class::LegalGround) && said.both(Class::Guard, Class::Denied))
    };
    let ordered = |said: &Said| said.words <= 14 && said.both(Class::LegalGround, Class::Denied);
    let wording = case.wording();
    let said = match wording.named(blocks) {
        None if case.is_shorter_than(TINY) => wording.led(blocks),
        named => named,
    }
    .or_else(|| case.is_shorter_than(BARE).then(|| wording.anywhere(ordered)).flatten())?;
    Some(Ruling::new(Reason::Http451, format!("the page says {}", quote(&said.text))))
}
