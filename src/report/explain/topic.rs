//! The words that can be explained.

use strum::IntoEnumIterator;

use super::{advice, archives, changes, reasons, receipts, verdicts};
use crate::model::{Advice, ArchiveStatus, ChangeKind, Reason, SaveStatus, Verdict};

/// A word of the audit with its explanation, in three parts of whole sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What it means.
    pub means: &'static str,
    /// How ibid came to it.
    pub how: &'static str,
    /// What to do about it.
    pub next: &'static str,
}

/// A word of the audit that can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A verdict.
    Verdict(Verdict),
    /// A reason.
    Reason(Reason),
    /// An advice.
    Advice(Advice),
    /// What the archive said.
    Archive(ArchiveStatus),
    /// What became of a citation since an earlier audit.
    Change(ChangeKind),
    /// What a receipt of saving says.
    Receipt(SaveStatus),
}

impl Topic {
    /// Every word, in the order in which the words are defined, chapter by chapter. No two of a chapter
    /// have the same name.
    pub fn all() -> impl Iterator<Item = Self> {
        let verdicts = Verdict::iter().map(Self::Verdict);
        let words = verdicts.chain(Reason::iter().map(Self::Reason)).chain(Advice::iter().map(Self::Advice));
        let words = words.chain(ArchiveStatus::iter().map(Self::Archive));
        words.chain(ChangeKind::iter().map(Self::Change)).chain(SaveStatus::iter().map(Self::Receipt))
    }

    /// What words of its kind are headed with.
    pub fn chapter(self) -> &'static str {
        match self {
            Self::Verdict(_) => "Verdicts",
            Self::Reason(_) => "Reasons",
            Self::Advice(_) => "Advice",
            Self::Archive(_) => "Answers of the archive",
            Self::Change(_) => "Changes since an earlier audit",
            Self::Receipt(_) => "Receipts of saving",
        }
    }

    /// The words of this name, one in each chapter at most, in whatever case it is written, blanks and
    /// underscores for hyphens.
    pub fn named(name: &str) -> Vec<Self> {
        let name = name.trim().to_ascii_lowercase().replace([' ', '_'], "-");
        Self::all().filter(|topic| topic.name() == name).collect()
    }

    /// Its name: `http-404`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verdict(verdict) => verdict.into(),
            Self::Reason(reason) => reason.into(),
            Self::Advice(advice) => advice.into(),
            Self::Archive(status) => status.into(),
            Self::Change(kind) => kind.into(),
            Self::Receipt(status) => status.into(),
        }
    }

    /// What kind of word it is: `reason of the verdict dead`.
    pub fn kind(self) -> String {
        match self {
            Self::Verdict(_) => "verdict".to_owned(),
            Self::Reason(reason) => format!("reason of the verdict {}", reason.verdict()),
            Self::Advice(_) => "advice".to_owned(),
            Self::Archive(_) => "answer of the archive".to_owned(),
            Self::Change(_) => "change since an earlier audit".to_owned(),
            Self::Receipt(_) => "receipt of saving".to_owned(),
        }
    }

    /// What it means, how ibid came to it, what to do.
    pub fn explanation(self) -> Explanation {
        match self {
            Self::Verdict(verdict) => verdicts::explanation(verdict),
            Self::Reason(reason) => reasons::explanation(reason),
            Self::Advice(advice) => advice::explanation(advice),
            Self::Archive(status) => archives::explanation(status),
            Self::Change(kind) => changes::explanation(kind),
            Self::Receipt(status) => receipts::explanation(status),
        }
    }
}
