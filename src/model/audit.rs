//! The whole audit, in document order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::change::{ChangeKind, Since};
use super::check::Verdict;
use super::decision::Decisions;
use super::document::Format;
use super::finding::{Advice, Finding};
use super::snapshot::ArchiveStatus;
use super::transcript::Transcript;

/// Every finding of a run with the facts about the run that do not change with its timing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The run.
    pub run: Run,
    /// One finding a citation, in document order.
    pub findings: Vec<Finding>,
}

/// What was run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The documents, in the order given.
    pub documents: Vec<DocumentSummary>,
    /// Facts about the whole run that an editor must know (network down, archive unreachable).
    pub remarks: Vec<String>,
    /// What the editor decided in an earlier audit.
    pub decisions: Decisions,
    /// The text of the documents, in their order; none if it was not kept.
    pub transcripts: Vec<Transcript>,
    /// The earlier audit that this one was held against, and what is gone since, if there was one.
    pub since: Option<Since>,
}

/// A document in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Its path as given.
    pub name: String,
    /// The format it was read as; none where it could not be read.
    pub format: Option<Format>,
    /// How many notes it has, those without a web source included.
    pub notes: usize,
    /// How many web sources it cites, repeats included.
    pub citations: usize,
    /// What the reader could not make sense of.
    pub warnings: Vec<String>,
    /// Why it could not be read at all.
    pub error: Option<String>,
}

/// Counts over the findings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Findings in all.
    pub citations: usize,
    /// Findings by verdict.
    pub verdicts: BTreeMap<Verdict, usize>,
    /// Findings by advice.
    pub advice: BTreeMap<Advice, usize>,
    /// Findings by what the archive said.
    pub archive: BTreeMap<ArchiveStatus, usize>,
}

impl Audit {
    /// Counts over the findings.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { citations: self.findings.len(), ..Totals::default() };
        for finding in &self.findings {
            *totals.verdicts.entry(finding.check.value.verdict).or_default() += 1;
            *totals.advice.entry(finding.advice).or_default() += 1;
            *totals.archive.entry(finding.archive).or_default() += 1;
        }
        totals
    }

    /// Findings by what became of them since the earlier audit; empty if there was none.
    pub fn changes(&self) -> BTreeMap<ChangeKind, usize> {
        let mut changes = BTreeMap::new();
        for change in self.findings.iter().filter_map(|finding| finding.change.as_ref()) {
            *changes.entry(change.kind).or_default() += 1;
        }
        changes
    }
}
