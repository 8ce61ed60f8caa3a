//! The sentence of the report that cites a source.

mod abbreviations;
mod split;

pub(super) use split::{Sentences, ends_in_abbreviation};
