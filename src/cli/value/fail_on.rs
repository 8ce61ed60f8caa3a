//! The verdicts that make a run end with exit code 2.
//!
//! A list rather than a threshold: there is no order of verdicts that every team agrees on (is
//! `restricted` worse than `moved`?), and a list says what it means.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use strum::IntoEnumIterator;

use crate::model::Verdict;

/// A word of `--fail-on`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FailOn {
    /// Findings with this verdict.
    Verdict(Verdict),
    /// `none`: no findings at all; stands alone.
    Nothing,
}

const NOTHING: &str = "none";

/// Reads a verdict (any but `alive`, which is nothing to fail on) or `none`.
pub(crate) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let verdicts = Verdict::iter().filter(|verdict| *verdict != Verdict::Alive).map(<&str>::from);
    PossibleValuesParser::new(verdicts.chain([NOTHING]))
        .try_map(|word| if word == NOTHING { Ok(FailOn::Nothing) } else { word.parse().map(FailOn::Verdict) })
}
