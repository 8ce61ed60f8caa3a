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
    /// `new-dead` and so on: findings that have this verdict since the baseline.
    New(Verdict),
    /// `none`: no findings at all; stands alone.
    Nothing,
}

const NOTHING: &str = "none";

/// The words for verdicts that count only if they are new.
const NEW: [(&str, Verdict); 6] = [
    ("new-moved", Verdict::Moved),
    ("new-changed", Verdict::Changed),
    ("new-dead", Verdict::Dead),
    ("new-restricted", Verdict::Restricted),
    ("new-unsure", Verdict::Unsure),
    ("new-skipped", Verdict::Skipped),
];

/// Reads a verdict (any but `alive`, which is nothing to fail on), one that is new, or `none`.
pub(crate) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let verdicts = Verdict::iter().filter(|verdict| *verdict != Verdict::Alive).map(<&str>::from);
    let words = verdicts.chain(NEW.map(|(word, _)| word)).chain([NOTHING]);
    PossibleValuesParser::new(words).try_map(|word| {
        if word == NOTHING {
            return Ok(FailOn::Nothing);
        }
        match NEW.iter().find(|(new, _)| *new == word) {
            Some((_, verdict)) => Ok(FailOn::New(*verdict)),
            None => word.parse().map(FailOn::Verdict),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_can_be_a_new_one() {
        let named: Vec<String> =
            NEW.iter().map(|(word, verdict)| format!("{word} is new-{verdict}")).collect();
        assert!(named.iter().all(|pair| pair.split(" is ").is_sorted_by(|a, b| a == b)), "{named:?}");
        assert_eq!(NEW.len() + 1, Verdict::iter().count());
    }
}
