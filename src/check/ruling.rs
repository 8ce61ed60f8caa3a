//! What a signal says when it speaks.

use crate::model::{Evidence, Reason};

use super::case::Case;

/// A signal: a name that goes into the evidence, and what it makes of an answer.
///
/// Each stands in a table in `signals`, in the order in which they are asked; the first that
/// speaks decides.
pub(super) struct Signal {
    /// Kebab-case, stable.
    pub(super) name: &'static str,
    /// None where it has nothing to say.
    pub(super) look: fn(&Case<'_>) -> Option<Ruling>,
}

/// A reason with what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ruling {
    /// Why.
    pub(super) reason: Reason,
    /// What was seen, in plain words.
    pub(super) detail: String,
}

impl Ruling {
    pub(super) fn new(reason: Reason, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into() }
    }
}

/// A fact for the evidence.
pub(super) fn evidence(signal: &str, detail: impl Into<String>) -> Evidence {
    Evidence { signal: signal.to_owned(), detail: detail.into() }
}

/// A page's words as evidence quotes them, cut to a readable length.
pub(super) fn quote(text: &str) -> String {
    const LENGTH: usize = 120;
    let short: String = text.chars().take(LENGTH).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("“{}{dots}”", short.trim())
}

/// Whether a word stands in a list of words separated by white space.
pub(super) fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}
