//! A copy of a source that the author of the report gives.

use jiff::Timestamp;

use super::date::PartialDate;

/// A copy of a source in a web archive, as the report cites it beside the address or in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveCopy {
    /// Its address.
    pub url: String,
    /// When it was captured, where the address says so to the second.
    pub time: Option<Timestamp>,
    /// When it was captured, as the address or else the note says it.
    pub date: Option<PartialDate>,
}
