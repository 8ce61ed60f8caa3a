//! From what was seen to the [`Check`] an editor reads.

use jiff::Timestamp;
use url::Url;

use super::address;
use super::case::Case;
use super::failure;
use super::probe::Sibling;
use super::ruling::{Ruling, evidence};
use super::signals::{phrase, resolved_identifier};
use crate::model::{Check, Evidence, Hop, Reason, Verdict};
use crate::web::{Failure, Observation};

/// How an answer was come by.
#[derive(Debug, Clone)]
pub(super) struct Trail {
    pub(super) hops: Vec<Hop>,
    pub(super) attempts: u32,
    pub(super) as_browser: bool,
    pub(super) now: Timestamp,
}

impl Trail {
    pub(super) fn new(observation: &Observation, now: Timestamp) -> Self {
        Self {
            hops: observation.hops.clone(),
            attempts: observation.attempts,
            as_browser: observation.as_browser,
            now,
        }
    }
}

/// The check of an answer on which a signal spoke.
pub(super) fn ruled(case: &Case<'_>, signal: &str, ruling: &Ruling, trail: &Trail) -> Check {
    let mut facts = vec![evidence(signal, ruling.detail.clone())];
    facts.extend(circumstances(case, signal, trail));
    answered(case, ruling.reason, facts, trail)
}

/// The check of an answer against which nothing speaks.
pub(super) fn alive(case: &Case<'_>, trail: &Trail) -> Check {
    answered(case, Reason::Ok, circumstances(case, "", trail), trail)
}

/// The check of an address that gave no answer.
pub(super) fn failed(failure: &Failure, url: &Url, trail: Trail) -> Check {
    let resolved = resolved_identifier(url, &trail.hops);
    let (reason, fact) = match resolved {
        Some(resolver) if !matches!(failure, Failure::DnsNotFound(_) | Failure::Offline(_)) => {
            (Reason::Ok, evidence("identifier-resolves", format!("{resolver} knows it; beyond, {failure}")))
        }
        _ => (failure::reason(failure), evidence("no-answer", failure.to_string())),
    };
    Check {
        verdict: reason.verdict(),
        reason,
        http_status: None,
        final_url: None,
        checked_at: trail.now,
        evidence: vec![fact],
        hops: trail.hops,
        attempts: trail.attempts,
        taken: None,
    }
}

/// The check of a reading that answers where the first does not.
pub(super) fn taken(other: Check, reading: &Url, first: &Check) -> Check {
    let detail = format!("the address as first read is dead ({}); this reading answers", first.reason);
    let fact = evidence("other-reading", detail);
    let mut facts = vec![fact];
    facts.extend(other.evidence);
    Check { evidence: facts, taken: Some(reading.clone()), attempts: first.attempts, ..other }
}

/// The same while nothing is known of the host's other door. A refusal leaves it in doubt: a server that
/// is being started again looks so.
pub(super) fn failed_at_one_door(failure: &Failure, url: &Url, trail: Trail) -> Check {
    let check = failed(failure, url, trail);
    if check.reason != Reason::ConnectionRefused {
        return check;
    }
    let detail = "refused at this port only: a server that restarts looks the same";
    with(Check { verdict: Verdict::Unsure, ..check }, evidence("refused-once", detail))
}

/// The check with one more fact.
pub(super) fn with(mut check: Check, fact: Evidence) -> Check {
    check.evidence.push(fact);
    check
}

fn answered(case: &Case<'_>, reason: Reason, facts: Vec<Evidence>, trail: &Trail) -> Check {
    Check {
        verdict: reason.verdict(),
        reason,
        http_status: Some(case.answer.status),
        final_url: Some(final_url(case)),
        checked_at: trail.now,
        evidence: facts,
        hops: trail.hops.clone(),
        attempts: trail.attempts,
        taken: None,
    }
}

/// The address that answered; without the trackers it put on, where that is all it did.
fn final_url(case: &Case<'_>) -> Url {
    let answered = &case.answer.url;
    if case.was_redirected() {
        answered.clone()
    } else {
        address::without_added_trackers(answered, case.requested)
    }
}

/// What else was seen, beside what the deciding signal said.
fn circumstances(case: &Case<'_>, signal: &str, trail: &Trail) -> Vec<Evidence> {
    let mut facts = Vec::new();
    if signal != "status" {
        facts.push(evidence("status", phrase(case.answer.status)));
    }
    if trail.as_browser {
        facts.push(evidence("browser-headers", "answered only when asked with a browser's headers"));
    }
    if case.accepted && signal != "title-similarity" && case.has_compared_titles() {
        facts.push(evidence("title-similarity", case.likeness().detail()));
    }
    match &case.sibling {
        Sibling::Honest { asked } => {
            facts.push(evidence(
                "sibling-probe",
                format!("an invented address ({asked}) is answered otherwise"),
            ));
        }
        Sibling::Unknown { why } => {
            facts.push(evidence("sibling-probe", format!("an invented address told nothing: {why}")));
        }
        Sibling::NotAsked | Sibling::SamePage { .. } | Sibling::SameTarget { .. } => {}
    }
    facts
}
