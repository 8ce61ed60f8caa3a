//! A format of the audit.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use strum::IntoEnumIterator;

use crate::report::ReportFormat;

/// Reads the name of a report format.
pub(crate) fn report_format() -> impl TypedValueParser<Value = ReportFormat> {
    PossibleValuesParser::new(ReportFormat::iter().map(<&str>::from)).try_map(|word| word.parse())
}
