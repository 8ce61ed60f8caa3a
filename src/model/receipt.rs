//! What became of a request to save a source in an archive.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};
use url::Url;

use super::mask::{mask, mask_url};
use super::snapshot::Snapshot;

/// Where a request to save stands. What is not known is never called failed.
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
pub enum SaveStatus {
    /// The archive captured it.
    Saved,
    /// The archive says that it has a capture from just now.
    AlreadyArchived,
    /// The archive took the job and has not ended it; the next run asks what became of it.
    Pending,
    /// About to be asked, or asked without an answer; the next run asks again, which costs nothing
    /// if the first question arrived.
    Asked,
    /// The archive no longer knows the job: whether there is a capture, the next look-up tells.
    Unknown,
    /// The archive could not capture it now; the next run tries again.
    TryAgain,
    /// The archive has captured this address often enough for today.
    Tomorrow,
    /// The archive will not capture it.
    Refused,
    /// The site's robots.txt does not want it.
    Disallowed,
    /// Not asked, by this program's own rules.
    NotAsked,
    /// Not asked, since the archive takes nothing more from this account now; the next run goes on.
    Paused,
    /// Would be asked, were this not a dry run.
    Planned,
}

/// What there is to show for a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The address that was to be captured.
    pub url: Url,
    /// Where the request stands.
    pub status: SaveStatus,
    /// The archive's name for the job, if it took one.
    pub job: Option<String>,
    /// The capture, where it is known.
    pub snapshot: Option<Snapshot>,
    /// What the archive, or this program, has to say about it.
    pub message: Option<String>,
    /// When that was known.
    pub at: Timestamp,
}

impl Receipt {
    /// A receipt that says no more than where the request stands.
    pub fn new(url: Url, status: SaveStatus, at: Timestamp) -> Self {
        Self { url, status, job: None, snapshot: None, message: None, at }
    }

    /// The same with a word on why.
    #[must_use]
    pub fn because(self, message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), ..self }
    }

    /// The same with secrets masked: what may be stored and shown.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self {
            url: mask_url(&self.url),
            message: self.message.as_deref().map(|text| mask(text).into_owned()),
            snapshot: self.snapshot.as_ref().map(Snapshot::masked),
            ..self.clone()
        }
    }
}
