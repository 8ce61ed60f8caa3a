//! The index of captures: CDXJ, one line a capture, as pywb and WACZ read it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::archive::surt::surt;
use crate::archive::timestamp::digits;

/// Where a capture stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The captured address.
    pub url: Url,
    /// When it was captured.
    pub time: Timestamp,
    /// Its status.
    pub status: u16,
    /// Its media type; `warc/revisit` where the payload stands in an earlier record.
    pub mime: String,
    /// The digest of its payload.
    pub digest: String,
    /// The name of the WARC file.
    pub file: String,
    /// Where its member begins in the file, in bytes.
    pub offset: u64,
    /// The length of its member, in bytes.
    pub length: u64,
    /// Whether what its page needs was asked for as well.
    #[serde(default)]
    pub with_requisites: bool,
}

impl Entry {
    /// The line of the index, without its end.
    pub(super) fn line(&self) -> String {
        let fields = serde_json::json!({
            "url": self.url.as_str(),
            "mime": self.mime,
            "status": self.status.to_string(),
            "digest": self.digest,
            "length": self.length.to_string(),
            "offset": self.offset.to_string(),
            "filename": self.file,
        });
        format!("{} {} {fields}", surt(&self.url), self.timestamp())
    }

    /// The time as archives write it: 14 digits.
    pub(super) fn timestamp(&self) -> String {
        digits(self.time)
    }
}

/// The index of all entries, in order.
pub(super) fn cdxj(entries: &[Entry]) -> String {
    let mut lines: Vec<String> = entries.iter().map(Entry::line).collect();
    lines.sort_unstable();
    lines.iter().map(|line| format!("{line}\n")).collect()
}
