//! A capture as an index lists it, before anything is known of its page.

use jiff::Timestamp;

use crate::model::Snapshot;

/// One capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Capture {
    /// When it was made.
    pub(super) time: Timestamp,
    /// The address that was captured, as the archive writes it.
    pub(super) original: String,
    /// What the source answered then.
    pub(super) kind: Kind,
    /// The media type, lower case, where the index tells it.
    pub(super) mime: Option<String>,
    /// The digest of the body, where the index tells it: equal digests are equal pages.
    pub(super) digest: Option<String>,
}

/// What the source answered when it was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page, with its status: 200, 203 or 206.
    Page(u16),
    /// A redirect.
    Redirect,
    /// The same as another capture with the same digest (`warc/revisit`, WARC/1.1 §6.7).
    Revisit,
    /// An error.
    Error,
    /// The index does not tell.
    Unknown,
}

impl Kind {
    /// What a status says of a capture.
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            200 | 203 | 206 => Self::Page(status),
            300..=399 => Self::Redirect,
            _ => Self::Error,
        }
    }
}

impl Capture {
    /// A capture of which no more than time and address is known.
    pub(super) fn unknown(time: Timestamp, original: String) -> Self {
        Self { time, original, kind: Kind::Unknown, mime: None, digest: None }
    }

    /// The status of the captured page, where known.
    pub(super) fn status(&self) -> Option<u16> {
        match self.kind {
            Kind::Page(status) => Some(status),
            _ => None,
        }
    }
}

impl From<&Snapshot> for Capture {
    fn from(snapshot: &Snapshot) -> Self {
        let kind = snapshot.status.map_or(Kind::Unknown, Kind::of_status);
        Self { kind, ..Self::unknown(snapshot.time, snapshot.original.clone()) }
    }
}
