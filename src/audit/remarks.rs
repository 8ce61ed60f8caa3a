//! Facts about the whole run that an editor must know before reading a single finding.

use crate::model::{ArchiveStatus, Finding, Reason, Receipt, SaveStatus};

use super::hosts::FailingHost;
use super::near_misses::NEVER_ARCHIVED;
use super::session::Session;

/// Failing hosts that are told by name.
const NAMED: usize = 10;

/// The remarks, most important first.
pub(super) fn remarks(
    findings: &[Finding],
    failing: &[FailingHost],
    receipts: &[Receipt],
    session: &Session,
) -> Vec<String> {
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
    remarks.extend(failing.iter().take(NAMED).map(|host| format!("{}.", host.sentence())));
    if failing.len() > NAMED {
        let more = failing.len() - NAMED;
        remarks.push(format!("{more} more hosts fail for every link to them; see their findings."));
    }
    remarks.extend(never_archived(findings));
    remarks.extend(saving(receipts));
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

/// That some addresses are dead and no archive has a copy of them, and where they are cited.
fn never_archived(findings: &[Finding]) -> Option<String> {
    let marked: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.check.value.evidence.iter().any(|fact| fact.signal == NEVER_ARCHIVED))
        .collect();
    let place = places(&marked, findings);
    match marked.len() {
        0 => None,
        1 => Some(format!(
            "No archive has a copy of the source of one dead address{place}: make sure that it is printed as it was \
             meant."
        )),
        count => Some(format!(
            "No archive has a copy of the sources of {count} dead addresses{place}: make sure that they are printed as \
             they were meant."
        )),
    }
}

/// ` (notes 3, 7 and 2 more)`; the documents by name where there are several.
fn places(marked: &[&Finding], all: &[Finding]) -> String {
    const SHOWN: usize = 12;
    let first = all.first().map(|finding| &finding.citation.document);
    let several = all.iter().any(|finding| Some(&finding.citation.document) != first);
    let mut documents: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut left = SHOWN;
    let noted = marked.iter().filter_map(|finding| Some((finding, finding.citation.note.as_deref()?)));
    let more = noted.clone().count().saturating_sub(SHOWN);
    for (finding, note) in noted {
        let document = finding.citation.document.as_str();
        if left == 0 {
            break;
        }
        left -= 1;
        match documents.last_mut().filter(|(name, _)| *name == document) {
            Some((_, notes)) => notes.push(note),
            None => documents.push((document, vec![note])),
        }
    }
    let told: Vec<String> = documents
        .iter()
        .map(|(document, notes)| {
            let word = if notes.len() == 1 { "note" } else { "notes" };
            let notes = format!("{word} {}", notes.join(", "));
            if several { format!("{notes} of {document}") } else { notes }
        })
        .collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    if told.is_empty() { String::new() } else { format!(" ({}{more})", told.join("; ")) }
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

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::audit::CitationStyle;
    use crate::audit::join::finding;
    use crate::model::{Check, Citation, Known};

    fn cited(document: &str, note: u32) -> Finding {
        let citation =
            Citation { note: Some(note.to_string()), ..Citation::bare(document, "http://a.example/") };
        let check = Known::live(Check::without_asking(Reason::Http404, Timestamp::UNIX_EPOCH));
        finding(citation, check, None, None, false, CitationStyle::default())
    }

    fn told(notes: &[(&str, u32)]) -> String {
        let findings: Vec<Finding> = notes.iter().map(|(document, note)| cited(document, *note)).collect();
        places(&findings.iter().collect::<Vec<_>>(), &findings)
    }

    #[test]
    fn a_note_is_named_with_its_document_where_there_are_several() {
        assert_eq!(told(&[]), "");
        assert_eq!(told(&[("a.md", 3)]), " (note 3)");
        assert_eq!(told(&[("a.md", 3), ("a.md", 7)]), " (notes 3, 7)");
        assert_eq!(told(&[("a.md", 3), ("a.md", 7), ("b.md", 3)]), " (notes 3, 7 of a.md; note 3 of b.md)");
        let many: Vec<(&str, u32)> = (1..=14).map(|note| ("a.md", note)).collect();
        assert_eq!(told(&many), " (notes 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more)");
        let two: Vec<(&str, u32)> =
            [("a.md", 3)].into_iter().chain((1..=13).map(|note| ("b.md", note))).collect();
        assert!(told(&two).starts_with(" (note 3 of a.md; notes 1, 2, "));
    }
}
