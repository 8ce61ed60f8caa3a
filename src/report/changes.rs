//! What became of citations, as JSON keeps it.

use serde::{Deserialize, Serialize};

use super::table::second;
use crate::model::{ArchiveStatus, Before, Change, ChangeKind, Earlier, Kind, Reason, Since, Verdict, mask};

/// What became of a finding since the earlier audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeRecord {
    /// In a word.
    pub kind: ChangeKind,
    /// Whether an archive has a good capture now and had none.
    pub newly_archived: bool,
    /// What the earlier audit said; none for a new citation.
    pub before: Option<BeforeRecord>,
}

/// What the earlier audit said of a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidRecord {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// When that was established: ISO 8601, UTC, to the second.
    pub checked_at: String,
    /// What the archive said.
    pub archive: ArchiveStatus,
}

/// What the earlier audit said of a citation that is still there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeRecord {
    /// Verdict, reason, time and archive.
    #[serde(flatten)]
    pub said: SaidRecord,
    /// The address, where the author has replaced it since.
    pub url: Option<String>,
}

/// What an audit was held against, and what is gone since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SinceRecord {
    /// How the earlier audit is called.
    pub name: String,
    /// When its newest check of a document of this run was made: ISO 8601, UTC, to the second.
    pub at: Option<String>,
    /// Citations that are no longer there.
    pub gone: Vec<GoneRecord>,
}

/// A citation that is no longer there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneRecord {
    /// The document's path as given then.
    pub document: String,
    /// The note's label.
    pub note: Option<String>,
    /// Where it was cited.
    pub kind: Kind,
    /// Its address.
    pub url: String,
    /// The cited work's title.
    pub title: Option<String>,
    /// What the earlier audit said.
    #[serde(flatten)]
    pub said: SaidRecord,
}

impl From<&Change> for ChangeRecord {
    fn from(change: &Change) -> Self {
        Self {
            kind: change.kind,
            newly_archived: change.newly_archived,
            before: change.before.as_ref().map(BeforeRecord::from),
        }
    }
}

impl From<&Before> for BeforeRecord {
    fn from(before: &Before) -> Self {
        let Before { verdict, reason, checked_at, archive, .. } = *before;
        Self {
            said: SaidRecord { verdict, reason, checked_at: second(checked_at), archive },
            url: before.url.clone(),
        }
    }
}

impl From<&Since> for SinceRecord {
    fn from(since: &Since) -> Self {
        Self {
            name: mask(&since.name).into_owned(),
            at: since.at.map(second),
            gone: since.gone.iter().map(|earlier| GoneRecord::of(&earlier.masked())).collect(),
        }
    }
}

impl GoneRecord {
    fn of(earlier: &Earlier) -> Self {
        let Earlier { verdict, reason, checked_at, archive, .. } = *earlier;
        Self {
            document: earlier.document.clone(),
            note: earlier.note.clone(),
            kind: earlier.kind,
            url: earlier.url.clone(),
            title: earlier.title.clone(),
            said: SaidRecord { verdict, reason, checked_at: second(checked_at), archive },
        }
    }
}
