//! The audit as JSON, for programs: everything that the table holds and what stands behind it.
//!
//! Texts are kept to the character, line breaks included. What could act on a terminal that shows
//! the file, or end a `<script>` that it is put into, is written as an escape (`\u001b`,
//! `\u202e`, `\u003c`): the same text to every JSON reader.

use std::fmt::Write;

use serde::{Deserialize, Serialize, Serializer};

use super::changes::{ChangeRecord, SinceRecord};
use super::clean::is_hidden;
use super::format::ReportError;
use super::table::{Row, second, snapshot};
use crate::model::{
    ArchiveCopy, Audit, DocumentSummary, Evidence, Finding, Hop, Location, Lookup, Provenance, Totals, mask,
};

/// What the file says of itself; never changes.
pub(super) const SCHEMA: &str = "ibid-audit";

/// Goes up when a field is taken away or changes its meaning; fields may be added without.
pub(super) const VERSION: u32 = 1;

/// The audit as a JSON reader finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<Findings = Vec<FindingRecord>> {
    /// `ibid-audit`.
    pub schema: String,
    /// The version of the schema.
    pub version: u32,
    /// What was run.
    pub run: RunRecord,
    /// Counts over the findings.
    pub totals: Totals,
    /// One finding a citation, in document order.
    pub findings: Findings,
}

/// What was run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecord {
    /// The documents, in the order given.
    pub documents: Vec<DocumentSummary>,
    /// Facts about the whole run.
    pub remarks: Vec<String>,
    /// The earlier audit that this one was held against, and what is gone since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<SinceRecord>,
}

/// A finding: the columns of the table, and what stands behind them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRecord {
    /// The columns.
    #[serde(flatten)]
    pub row: Row,
    /// Where the address stands in the file, where that is known for certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// Ranked readings of the address, the chosen one first.
    pub candidates: Vec<String>,
    /// The reading that was taken, where it is not the first.
    pub taken: Option<String>,
    /// What speaks for the verdict.
    pub evidence: Vec<Evidence>,
    /// The redirects on the way.
    pub hops: Vec<Hop>,
    /// How many requests the first address took.
    pub attempts: u32,
    /// Whether the capture was opened and found to show the cited source.
    pub snapshot_verified: bool,
    /// When the archive captured the source first as a good page, where known: ISO 8601, UTC.
    #[serde(default)]
    pub first_capture: Option<String>,
    /// When it did so last.
    #[serde(default)]
    pub last_capture: Option<String>,
    /// The archive copy that the author gives beside the address or as the address itself, whether or
    /// not it is the capture above.
    #[serde(default)]
    pub archive_copy: Option<CopyRecord>,
    /// Why the archive could not be asked, where it could not.
    pub archive_error: Option<String>,
    /// Where the results came from.
    pub provenance: Sources,
    /// What became of it since the earlier audit; only where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeRecord>,
}

/// A copy in an archive, as the report gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyRecord {
    /// Its address.
    pub url: String,
    /// When it was captured: ISO 8601, as exact as its address or else the note tells.
    pub captured: Option<String>,
}

/// Where a finding's results came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// The verdict.
    pub check: Origin,
    /// The archive's answer, if it was asked.
    pub archive: Option<Origin>,
}

/// Where one result came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "from")]
pub enum Origin {
    /// Asked in this run.
    Live,
    /// Remembered from an earlier run.
    Store {
        /// Whole days since it was asked.
        age_days: i64,
    },
}

/// The audit as JSON.
///
/// # Errors
/// [`ReportError::Json`]; none is known to happen in memory.
pub fn json(audit: &Audit) -> Result<Vec<u8>, ReportError> {
    let record = Record {
        schema: SCHEMA.to_owned(),
        version: VERSION,
        run: run(audit),
        totals: audit.totals(),
        findings: OneByOne(&audit.findings),
    };
    let mut text = escaped(&serde_json::to_string_pretty(&record)?);
    text.push('\n');
    Ok(text.into_bytes())
}

/// Findings that become records only when they are written: there may be many.
struct OneByOne<'a>(&'a [Finding]);

impl Serialize for OneByOne<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(FindingRecord::of))
    }
}

impl FindingRecord {
    fn of(finding: &Finding) -> Self {
        let masked = finding.masked();
        let lookup = masked.lookup.as_ref();
        let span = snapshot(&masked).and_then(|snapshot| snapshot.span);
        Self {
            row: Row::of_masked(&masked),
            snapshot_verified: snapshot(&masked).is_some_and(|snapshot| snapshot.verified),
            first_capture: span.map(|span| second(span.first)),
            last_capture: span.map(|span| second(span.last)),
            archive_copy: masked.citation.archived.as_ref().map(CopyRecord::from),
            archive_error: lookup.and_then(|known| match &known.value {
                Lookup::Failed(why) => Some(why.clone()),
                Lookup::Found(_) | Lookup::Absent | Lookup::Excluded => None,
            }),
            provenance: Sources {
                check: masked.check.from.into(),
                archive: lookup.map(|known| known.from.into()),
            },
            change: masked.change.as_ref().map(ChangeRecord::from),
            location: masked.citation.location,
            candidates: masked.citation.candidates,
            taken: masked.check.value.taken.map(String::from),
            evidence: masked.check.value.evidence,
            hops: masked.check.value.hops,
            attempts: masked.check.value.attempts,
        }
    }
}

impl From<&ArchiveCopy> for CopyRecord {
    fn from(copy: &ArchiveCopy) -> Self {
        let captured = copy.time.map(second).or_else(|| copy.date.map(|date| date.to_string()));
        Self { url: copy.url.clone(), captured }
    }
}

impl From<Provenance> for Origin {
    fn from(provenance: Provenance) -> Self {
        match provenance {
            Provenance::Live => Self::Live,
            Provenance::Store { age } => Self::Store { age_days: age.as_hours() / 24 },
        }
    }
}

fn run(audit: &Audit) -> RunRecord {
    let run = &audit.run;
    RunRecord {
        documents: run.documents.iter().map(DocumentSummary::masked).collect(),
        remarks: run.remarks.iter().map(|remark| mask(remark).into_owned()).collect(),
        since: run.since.as_ref().map(SinceRecord::from),
    }
}

/// JSON text with everything escaped that could act on a terminal or in a page. Outside of its
/// strings JSON has no such character but the line feed.
pub(super) fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '<' || (character != '\n' && is_hidden(character)) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    safe
}
