//! Facts about the whole run that an editor must know before reading a single finding.

use crate::model::{ArchiveStatus, Finding, Reason};

use super::session::Session;

/// The remarks, most important first.
pub(super) fn remarks(findings: &[Finding], session: &Session) -> Vec<String> {
    let unasked = findings.iter().filter(|finding| finding.check.value.reason == Reason::Offline).count();
    let failed = findings.iter().filter(|finding| finding.archive == ArchiveStatus::LookupFailed).count();
    let of = |count: usize| format!("{count} of {} citations", findings.len());
    let mut remarks = Vec::new();
    if unasked > 0 {
        remarks.push(if session.stages.stop.is_cancelled() {
            format!(
                "The run was stopped early: {} were not checked. Run the same command again.",
                of(unasked)
            )
        } else if session.options.offline {
            format!("The run was offline: nothing is known yet about {}.", of(unasked))
        } else {
            let why = outage(findings).unwrap_or("the network was down");
            format!("{} could not be checked, and none of them is called dead, since {why}.", of(unasked))
        });
    }
    if failed > 0 {
        remarks.push(format!(
            "The archive could not be asked about {}; they are asked first in the next run.",
            of(failed)
        ));
    }
    remarks
        .extend(session.troubles().into_iter().map(|text| format!("The store could not be used: {text}.")));
    remarks
}

/// What stood in the way, by the evidence of the first source that could not be asked.
fn outage(findings: &[Finding]) -> Option<&str> {
    let check =
        findings.iter().map(|finding| &finding.check.value).find(|check| check.reason == Reason::Offline)?;
    Some(check.evidence.first()?.detail.as_str())
}
