//! A style of citation.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use strum::IntoEnumIterator;

use crate::audit::CitationStyle;

/// Reads the name of a style.
pub(crate) fn citation_style() -> impl TypedValueParser<Value = CitationStyle> {
    PossibleValuesParser::new(CitationStyle::iter().map(<&str>::from)).try_map(|word| word.parse())
}
