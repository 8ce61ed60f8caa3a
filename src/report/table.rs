//! The audit as a table: its columns, their order and what stands in them. A public contract.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use crate::model::{ArchiveStatus, Finding, Lookup, Snapshot};

/// A column, in the order of the table.
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
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    /// The document's path as given.
    Document,
    /// The note's label as printed.
    Note,
    /// `footnote`, `endnote`, `bibliography` or `inline`.
    Kind,
    /// Page where the address starts, from 1.
    Page,
    /// Line where the address starts, from 1.
    Line,
    /// The address the author meant.
    Url,
    /// The characters of the source.
    AsPrinted,
    /// The cited work's title.
    Title,
    /// The outlet or publisher.
    Source,
    /// When it was published: ISO 8601, also reduced (`2012-12`).
    Published,
    /// When the author read it: ISO 8601, also reduced.
    Accessed,
    /// What an editor needs to know.
    Verdict,
    /// Why.
    Reason,
    /// The status of the last answer.
    HttpStatus,
    /// The address that answered in the end.
    FinalUrl,
    /// When that was established: ISO 8601, UTC, to the second.
    CheckedAt,
    /// What the archive said.
    Archive,
    /// The address of the capture.
    SnapshotUrl,
    /// When it was captured: ISO 8601, UTC, to the second.
    SnapshotTime,
    /// Capture minus reference date, in days.
    SnapshotOffsetDays,
    /// What to do.
    Advice,
    /// The citation's new wording.
    Replacement,
    /// The sentence that cites the note.
    Context,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number.
    Number(i64),
    /// Text, as it came from the document or the web.
    Text(String),
}

/// A finding as a row: every column with its cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Row(BTreeMap<Column, Cell>);

impl Row {
    /// The row of a finding, secrets masked.
    pub fn of(finding: &Finding) -> Self {
        Self::of_masked(&finding.masked())
    }

    /// The row of a finding whose secrets are masked already.
    pub(super) fn of_masked(finding: &Finding) -> Self {
        Self(Column::iter().map(|column| (column, cell(column, finding))).collect())
    }

    /// Its cells in the order of the columns.
    pub fn cells(&self) -> impl Iterator<Item = (Column, &Cell)> {
        self.0.iter().map(|(column, cell)| (*column, cell))
    }

    /// The text in a column; empty where there is none.
    pub(super) fn text(&self, column: Column) -> &str {
        match self.0.get(&column) {
            Some(Cell::Text(text)) => text,
            _ => "",
        }
    }
}

fn cell(column: Column, finding: &Finding) -> Cell {
    let (citation, check) = (&finding.citation, &finding.check.value);
    match column {
        Column::Document => text(&citation.document),
        Column::Note => optional(citation.note.as_ref()),
        Column::Kind => text(&citation.kind),
        Column::Page => number(citation.page),
        Column::Line => number(citation.line),
        Column::Url => optional(citation.url.as_ref()),
        Column::AsPrinted => optional(citation.as_printed.as_ref()),
        Column::Title => optional(citation.title.as_ref()),
        Column::Source => optional(citation.source.as_ref()),
        Column::Published => optional(citation.published),
        Column::Accessed => optional(citation.accessed),
        Column::Verdict => text(&check.verdict),
        Column::Reason => text(&check.reason),
        Column::HttpStatus => number(check.http_status),
        Column::FinalUrl => optional(check.final_url.as_ref()),
        Column::CheckedAt => text(&second(check.checked_at)),
        Column::Archive => text(&finding.archive),
        Column::SnapshotUrl => optional(snapshot_url(finding)),
        Column::SnapshotTime => optional(snapshot(finding).map(|snapshot| second(snapshot.time))),
        Column::SnapshotOffsetDays => number(finding.snapshot_offset_days),
        Column::Advice => text(&finding.advice),
        Column::Replacement => optional(finding.replacement.as_ref()),
        Column::Context => optional(citation.context.as_ref()),
    }
}

/// The capture that the archive has of the finding's source.
pub(super) fn snapshot(finding: &Finding) -> Option<&Snapshot> {
    match &finding.lookup.as_ref()?.value {
        Lookup::Found(snapshot) => Some(snapshot),
        Lookup::Absent | Lookup::Excluded | Lookup::Failed(_) => None,
    }
}

/// The address of the capture; of a copy that the author gives without saying when it was taken,
/// that one's.
pub(super) fn snapshot_url(finding: &Finding) -> Option<&str> {
    let copy = || finding.citation.archived.as_ref().filter(|_| finding.archive == ArchiveStatus::Archived);
    snapshot(finding).map(|found| found.url.as_str()).or_else(|| copy().map(|copy| copy.url.as_str()))
}

fn text(value: &impl ToString) -> Cell {
    Cell::Text(value.to_string())
}

fn optional(value: Option<impl ToString>) -> Cell {
    value.map_or(Cell::Empty, |value| text(&value))
}

fn number(value: Option<impl Into<i64>>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Number(value.into()))
}

pub(super) fn second(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
