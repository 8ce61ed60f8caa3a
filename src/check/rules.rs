//! What the user decided about judging.

use std::collections::BTreeSet;

/// How answers are judged, as far as that is a matter of taste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Statuses that count as those of a page that is there, beside 2xx (`--accept`).
    pub accept: BTreeSet<u16>,
    /// Whether a host may be asked for an invented address to see through pages that answer 200
    /// for everything (one request a host).
    pub probe: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { accept: BTreeSet::new(), probe: true }
    }
}

impl Rules {
    /// Whether a status is one of a page that is there.
    pub(super) fn accepts(&self, status: u16) -> bool {
        (200..300).contains(&status) || self.vouches_for(status)
    }

    /// Whether it is one by the user's word alone: what the page then says is not asked.
    pub(super) fn vouches_for(&self, status: u16) -> bool {
        !(200..300).contains(&status) && self.accept.contains(&status)
    }
}
