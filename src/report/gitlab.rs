//! The audit as a Code Quality report of GitLab: a JSON array of what needs action, worst first.
//!
//! GitLab shows what is new against the target branch by `fingerprint`, and wants a line for
//! everything: where a format has none it is the first.

use serde::Serialize;

use super::format::ReportError;
use super::terms::Terms;
use super::urgent::{message, urgent};
use crate::model::{Audit, Finding, Verdict};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

/// The audit as GitLab reads it. Documents outside the repository have no place there.
///
/// # Errors
/// [`ReportError::Json`]; none is known to happen in memory.
pub fn gitlab(audit: &Audit, terms: &Terms) -> Result<Vec<u8>, ReportError> {
    let urgent = urgent(audit);
    let issues: Vec<Issue> =
        urgent.iter().filter_map(|(finding, identity)| issue(finding, identity, terms)).collect();
    let mut text = super::json::escaped(&serde_json::to_string_pretty(&issues)?);
    text.push('\n');
    Ok(text.into_bytes())
}

fn issue(finding: &Finding, identity: &str, terms: &Terms) -> Option<Issue> {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let path = terms.path(&citation.document)?;
    Some(Issue {
        description: message(finding),
        check_name: check.reason.into(),
        fingerprint: fingerprint(&path, identity),
        severity: severity(check.verdict),
        location: Place { path, lines: Lines { begin: citation.line.unwrap_or(1) } },
    })
}

/// Two documents may cite the same source.
fn fingerprint(path: &str, identity: &str) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::new().chain_update(path).chain_update([0]).chain_update(identity).finalize();
    data_encoding::HEXLOWER.encode(&hash[..16])
}

fn severity(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Dead => "critical",
        Verdict::Changed => "major",
        Verdict::Moved => "minor",
        Verdict::Alive | Verdict::Restricted | Verdict::Unsure | Verdict::Skipped => "info",
    }
}
