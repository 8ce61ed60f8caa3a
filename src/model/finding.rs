//! What the audit says of one citation.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::change::Change;
use super::check::{Check, Known};
use super::citation::Citation;
use super::snapshot::{ArchiveStatus, Lookup};

/// What to do about a citation, most urgent first.
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
pub enum Advice {
    /// Dead, and no capture: the source must be replaced.
    ReplaceSource,
    /// Dead or changed, and captured: cite the capture.
    CiteArchive,
    /// Moved: cite the new address.
    UpdateUrl,
    /// A person should look.
    VerifyByHand,
    /// Alive, no capture yet: save it before it goes.
    SaveNow,
    /// Nothing could be established: run again later.
    CheckAgain,
    /// Nothing to do.
    Keep,
}

/// One row of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The citation.
    pub citation: Citation,
    /// What checking it told, and where that came from.
    pub check: Known<Check>,
    /// What the archive told, if it was asked.
    pub lookup: Option<Known<Lookup>>,
    /// The archive's answer in a word.
    pub archive: ArchiveStatus,
    /// Capture minus reference date, in days; only with a capture and a reference date.
    pub snapshot_offset_days: Option<i32>,
    /// What to do.
    pub advice: Advice,
    /// The citation's new wording, ready to paste.
    pub replacement: Option<String>,
    /// What became of it since the earlier audit that this one was held against, if there was one.
    pub change: Option<Change>,
}
