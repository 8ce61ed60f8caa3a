//! The columns of the history, and what stands in them. A public contract.

use std::fmt::Display;

use jiff::Timestamp;
use strum::{Display, EnumIter, IntoEnumIterator, IntoStaticStr};

use crate::model::PastFinding;
use crate::report::table::{Cell, second};

/// A column, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum HistoryColumn {
    /// The run's number in its store.
    Run,
    /// When the run began.
    RunAt,
    /// The version of the program.
    Version,
    /// The document's path as given.
    Document,
    /// The note's label as printed.
    Note,
    /// `footnote`, `endnote`, `bibliography` or `inline`.
    Kind,
    /// Page where the address started, from 1.
    Page,
    /// Line where the address started, from 1.
    Line,
    /// The address.
    Url,
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
    /// When that was established.
    CheckedAt,
    /// What the archive said.
    Archive,
    /// The address of the capture.
    SnapshotUrl,
    /// When it was captured.
    SnapshotTime,
    /// Capture minus reference date, in days.
    SnapshotOffsetDays,
    /// What to do.
    Advice,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Number,
    Time,
    Text,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Empty,
    Number(i64),
    Time(Timestamp),
    Text(String),
}

impl HistoryColumn {
    /// What the column holds.
    pub(super) fn holds(self) -> Holds {
        match self {
            Self::Run | Self::Page | Self::Line | Self::HttpStatus | Self::SnapshotOffsetDays => {
                Holds::Number
            }
            Self::RunAt | Self::CheckedAt | Self::SnapshotTime => Holds::Time,
            _ => Holds::Text,
        }
    }

    /// Whether the column may be empty.
    pub(super) fn optional(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::Page
                | Self::Line
                | Self::Title
                | Self::Source
                | Self::Published
                | Self::Accessed
                | Self::HttpStatus
                | Self::FinalUrl
                | Self::SnapshotUrl
                | Self::SnapshotTime
                | Self::SnapshotOffsetDays
        )
    }
}

impl Value {
    /// As a cell of a spreadsheet; a time is text, ISO 8601, UTC, to the second.
    pub(super) fn cell(self) -> Cell {
        match self {
            Self::Empty => Cell::Empty,
            Self::Number(number) => Cell::Number(number),
            Self::Time(time) => Cell::Text(second(time)),
            Self::Text(text) => Cell::Text(text),
        }
    }
}

/// A finding as a row: every column with what stands in it, in order.
pub(super) fn row(finding: &PastFinding) -> impl Iterator<Item = (HistoryColumn, Value)> {
    HistoryColumn::iter().map(move |column| (column, value(column, finding)))
}

fn value(column: HistoryColumn, finding: &PastFinding) -> Value {
    match column {
        HistoryColumn::Run => Value::Number(finding.run),
        HistoryColumn::RunAt => Value::Time(finding.run_at),
        HistoryColumn::Version => text(&finding.version),
        HistoryColumn::Document => text(&finding.document),
        HistoryColumn::Note => optional(finding.note.as_ref()),
        HistoryColumn::Kind => text(finding.kind),
        HistoryColumn::Page => number(finding.page),
        HistoryColumn::Line => number(finding.line),
        HistoryColumn::Url => text(&finding.url),
        HistoryColumn::Title => optional(finding.title.as_ref()),
        HistoryColumn::Source => optional(finding.source.as_ref()),
        HistoryColumn::Published => optional(finding.published),
        HistoryColumn::Accessed => optional(finding.accessed),
        HistoryColumn::Verdict => text(finding.verdict),
        HistoryColumn::Reason => text(finding.reason),
        HistoryColumn::HttpStatus => number(finding.http_status),
        HistoryColumn::FinalUrl => optional(finding.final_url.as_ref()),
        HistoryColumn::CheckedAt => Value::Time(finding.checked_at),
        HistoryColumn::Archive => text(finding.archive),
        HistoryColumn::SnapshotUrl => optional(finding.snapshot_url.as_ref()),
        HistoryColumn::SnapshotTime => finding.snapshot_time.map_or(Value::Empty, Value::Time),
        HistoryColumn::SnapshotOffsetDays => number(finding.snapshot_offset_days),
        HistoryColumn::Advice => text(finding.advice),
    }
}

fn text(value: impl Display) -> Value {
    Value::Text(value.to_string())
}

fn optional(value: Option<impl Display>) -> Value {
    value.map_or(Value::Empty, text)
}

fn number(value: Option<impl Into<i64>>) -> Value {
    value.map_or(Value::Empty, |value| Value::Number(value.into()))
}
