//! Facts about the whole run that an editor must know before reading a single finding.

use crate::model::{ArchiveStatus, Finding, Reason, Receipt, SaveStatus};

use super::session::Session;

/// The remarks, most important first.
pub(super) fn remarks(findings: &[Finding], receipts: &[Receipt], session: &Session) -> Vec<String> {
    let unasked = findings.iter().filter(|finding| finding.check.value.reason == Reason::Offline).count();
    let failed = findings.iter().filter(|finding| finding.archive == ArchiveStatus::LookupFailed).count();
    let of = |count: usize| format!("{count} of {} citations", findings.len());
    let mut remarks = Vec::new();
    if unasked > 0 {
        remarks.push(if session.stages.stop.is_cancelled() {
            format!("The run was stopped early: {} were not checked.", of(unasked))
        } else if session.options.offline {
            format!("The run was offline: nothing is known yet about {}.", of(unasked))
        } else {
            format!(
                "The network was down: {} could not be checked, and none of them is called dead.",
                of(unasked)
            )
        });
    }
    if failed > 0 {
        remarks.push(format!(
            "The archive could not be asked about {}; they are asked first in the next run.",
            of(failed)
        ));
    }
    remarks.extend(saving(receipts));
    remarks
        .extend(session.troubles().into_iter().map(|text| format!("The store could not be used: {text}.")));
    remarks
}

/// What an editor must know of saving: what is open, and why it stopped.
fn saving(receipts: &[Receipt]) -> Vec<String> {
    let count = |statuses: &[SaveStatus]| {
        receipts.iter().filter(|receipt| statuses.contains(&receipt.status)).count()
    };
    let of = |count: usize| format!("{count} of {} sources to be saved", receipts.len());
    let mut remarks = Vec::new();
    let open = count(&[SaveStatus::Pending, SaveStatus::Asked, SaveStatus::Unknown]);
    if open > 0 {
        remarks.push(format!(
            "The archive has not said what became of {}; the next run with saving asks again.",
            of(open)
        ));
    }
    let paused = receipts.iter().find(|receipt| receipt.status == SaveStatus::Paused);
    if let Some(why) = paused.and_then(|receipt| receipt.message.as_deref()) {
        remarks.push(format!("Saving stopped before {}: {why}.", of(count(&[SaveStatus::Paused]))));
    }
    remarks
}
