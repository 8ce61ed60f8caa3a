//! What the archive knows of a source.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};
use url::Url;

/// A capture of a page in a web archive (a memento, RFC 7089).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The address under which the capture is replayed.
    pub url: Url,
    /// When it was captured.
    pub time: Timestamp,
    /// The address that was captured, as the archive writes it.
    pub original: String,
    /// The status the source answered with then, where the archive tells it.
    pub status: Option<u16>,
    /// Whether the capture was opened, and nothing on it speaks against the cited source.
    #[serde(default)]
    pub verified: bool,
    /// When the archive captured the source as a good page, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// The first and the last good capture of a source: how long it was there, for all that an archive
/// can tell. Of a source that is lost the last one was opened, or is the last that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// When the first was made.
    pub first: Timestamp,
    /// When the last was made.
    pub last: Timestamp,
}

/// The answer to "which capture is nearest?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lookup {
    /// There is a good capture.
    Found(Snapshot),
    /// The archive has no good capture.
    Absent,
    /// The archive does not show this site.
    Excluded,
    /// The archive could not be asked; says why, in plain words. Not the same as [`Self::Absent`].
    Failed(String),
}

/// The `archive` column.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ArchiveStatus {
    /// A capture was found.
    Archived,
    /// There is none.
    NotArchived,
    /// The archive does not show this site.
    Excluded,
    /// Captured by this run.
    Saved,
    /// The archive could not be asked.
    LookupFailed,
    /// It was not asked.
    NotAsked,
}

impl From<Option<&Lookup>> for ArchiveStatus {
    fn from(lookup: Option<&Lookup>) -> Self {
        match lookup {
            Some(Lookup::Found(_)) => Self::Archived,
            Some(Lookup::Absent) => Self::NotArchived,
            Some(Lookup::Excluded) => Self::Excluded,
            Some(Lookup::Failed(_)) => Self::LookupFailed,
            None => Self::NotAsked,
        }
    }
}
