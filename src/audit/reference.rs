//! The day a capture should be near to.

use jiff::civil::Date;

use crate::model::{Citation, PartialDate};

/// The access date; else the publication date; else the report's own date; else none, and the
/// newest good capture is taken.
pub(super) fn reference_date(citation: &Citation, report: Option<PartialDate>) -> Option<Date> {
    citation.accessed.or(citation.published).or(report).map(PartialDate::nominal_day)
}
