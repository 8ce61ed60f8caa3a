//! What a run is to do.

use std::collections::BTreeSet;

use regex::RegexSet;

use super::replacement::CitationStyle;
use crate::read::Reading;
use crate::store::MaxAge;

/// What a run is to do; valid by construction.
#[derive(Debug, Clone)]
pub struct Options {
    /// Only addresses that match one of these are checked; an empty set means all.
    pub include: RegexSet,
    /// Addresses that match one of these are skipped.
    pub exclude: RegexSet,
    /// How old a remembered answer may be.
    pub max_age: MaxAge,
    /// Statuses that count as alive beside 200–299.
    pub accept: BTreeSet<u16>,
    /// Nothing is asked; the store's memory is used whatever its age.
    pub offline: bool,
    /// What the readers are told besides the bytes.
    pub reading: Reading,
    /// Whether the text of the documents is kept for a page that shows it.
    pub keep_text: bool,
    /// Whether captures are looked for.
    pub archive: bool,
    /// How new wordings are written.
    pub citation_style: CitationStyle,
    /// Most links of one host that are in flight at once.
    pub host_concurrency: usize,
    /// Most links in flight at once.
    pub max_in_flight: usize,
}

impl Options {
    /// How old a remembered answer may be in this run.
    pub(super) fn memory(&self) -> MaxAge {
        if self.offline { MaxAge::EVER } else { self.max_age }
    }
}
