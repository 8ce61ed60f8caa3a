//! What earlier runs found, as a store tells it again.

use jiff::Timestamp;

use super::check::{Reason, Verdict};
use super::citation::Kind;
use super::date::PartialDate;
use super::finding::Advice;
use super::snapshot::ArchiveStatus;

/// A finding of a run of the past, secrets masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastFinding {
    /// The run's number in its store.
    pub run: i64,
    /// When the run began.
    pub run_at: Timestamp,
    /// The version of the program.
    pub version: String,
    /// The document's path as given.
    pub document: String,
    /// The note's label.
    pub note: Option<String>,
    /// Where it was cited.
    pub kind: Kind,
    /// Page where the address started, from 1.
    pub page: Option<u32>,
    /// Line where it started, from 1.
    pub line: Option<u32>,
    /// The address.
    pub url: String,
    /// The cited work's title.
    pub title: Option<String>,
    /// The outlet or publisher.
    pub source: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When the author read it.
    pub accessed: Option<PartialDate>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The status of the last answer.
    pub http_status: Option<u16>,
    /// The address that answered in the end.
    pub final_url: Option<String>,
    /// When the verdict was established.
    pub checked_at: Timestamp,
    /// What the archive said.
    pub archive: ArchiveStatus,
    /// The address of the capture.
    pub snapshot_url: Option<String>,
    /// When it was made.
    pub snapshot_time: Option<Timestamp>,
    /// Capture minus reference date, in days.
    pub snapshot_offset_days: Option<i32>,
    /// What to do.
    pub advice: Advice,
}
