//! What only time can tell: a source that fails for days is gone.
//!
//! The rule is the one by which `InternetArchiveBot` calls a link dead: at least three failed
//! checks spread over at least three days, with no success between them.

use jiff::{SignedDuration, Timestamp};

use crate::model::{Check, Evidence, Reason, Verdict};
use crate::store::PastCheck;

/// Failed checks needed.
const CHECKS: usize = 3;
/// Checks within so short a time are one sitting and tell nothing new.
const SITTING: SignedDuration = SignedDuration::from_hours(12);
/// Time they must be spread over.
const SPREAD: SignedDuration = SignedDuration::from_hours(72);

/// Says since when a source fails, and turns an `unsure` check into a `dead` one when the failures
/// before it say so. `past` is ordered by time and may contain this very check.
pub(super) fn with_history(mut check: Check, past: &[PastCheck]) -> Check {
    if !is_failure(check.verdict) || check.reason == Reason::Offline {
        return check;
    }
    let failures = failures_before(&check, past);
    let Some(first) = failures.first() else { return check };
    let age = check.checked_at.duration_since(*first);
    let checks = failures.len() + 1;
    if checks >= CHECKS && age >= SPREAD {
        check.verdict = Verdict::Dead;
    }
    let word = if check.verdict == Verdict::Dead { "dead" } else { "failing" };
    check.evidence.push(Evidence {
        signal: "history".to_owned(),
        detail: format!("{word} since {} ({checks} checks)", first.strftime("%Y-%m-%d")),
    });
    check
}

/// When the unbroken run of failures up to this check happened, oldest first, this one excluded.
fn failures_before(check: &Check, past: &[PastCheck]) -> Vec<Timestamp> {
    let mut failures: Vec<_> = past
        .iter()
        .rev()
        .filter(|old| old.checked_at < check.checked_at && counts(old))
        .take_while(|old| is_failure(old.verdict))
        .map(|old| old.checked_at)
        .collect();
    failures.reverse();
    // One check may have been written down twice, and a refused one is asked again in the same run.
    let mut sittings: Vec<Timestamp> = Vec::new();
    for failure in failures {
        let is_apart = |from: &Timestamp, to: Timestamp| to.duration_since(*from) >= SITTING;
        if sittings.last().is_none_or(|last| is_apart(last, failure)) && is_apart(&failure, check.checked_at)
        {
            sittings.push(failure);
        }
    }
    sittings
}

/// A check made without a network, or not made at all, says nothing.
fn counts(old: &PastCheck) -> bool {
    old.reason != Reason::Offline && old.verdict != Verdict::Skipped
}

fn is_failure(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Unsure | Verdict::Dead)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * day)
    }

    fn past(checks: &[(i64, Reason)]) -> Vec<PastCheck> {
        checks
            .iter()
            .map(|(day, reason)| PastCheck {
                checked_at: at(*day),
                verdict: reason.verdict(),
                reason: *reason,
            })
            .collect()
    }

    fn verdict(day: i64, before: &[(i64, Reason)]) -> Verdict {
        with_history(Check::without_asking(Reason::Timeout, at(day)), &past(before)).verdict
    }

    #[test]
    fn three_failures_over_three_days_are_dead() {
        let before = [(0, Reason::Timeout), (1, Reason::Http5xx)];
        assert_eq!(verdict(3, &before), Verdict::Dead);
        assert_eq!(verdict(2, &before), Verdict::Unsure);
        assert_eq!(verdict(9, &before[..1]), Verdict::Unsure);
    }

    #[test]
    fn a_success_clears_it() {
        let before = [(0, Reason::Timeout), (1, Reason::Timeout), (2, Reason::Ok), (3, Reason::Timeout)];
        assert_eq!(verdict(9, &before), Verdict::Unsure);
    }

    #[test]
    fn a_dead_network_is_no_failure_of_the_source() {
        let before = [(0, Reason::Timeout), (1, Reason::Offline), (2, Reason::Offline)];
        assert_eq!(verdict(9, &before), Verdict::Unsure);
    }

    #[test]
    fn this_check_may_be_in_the_history_already() {
        assert_eq!(verdict(9, &[(0, Reason::Timeout), (9, Reason::Timeout)]), Verdict::Unsure);
    }

    #[test]
    fn the_evidence_says_since_when() {
        let since = |reason: Reason, day: i64, before: &[(i64, Reason)]| {
            let check = with_history(Check::without_asking(reason, at(day)), &past(before));
            check.evidence.first().map(|fact| fact.detail.clone())
        };
        let two = [(0, Reason::Timeout), (1, Reason::Timeout)];
        assert_eq!(since(Reason::Timeout, 3, &two).as_deref(), Some("dead since 1970-01-01 (3 checks)"));
        assert_eq!(since(Reason::Timeout, 2, &two).as_deref(), Some("failing since 1970-01-01 (3 checks)"));
        let gone = [(0, Reason::Ok), (4, Reason::Http404)];
        assert_eq!(since(Reason::Http404, 9, &gone).as_deref(), Some("dead since 1970-01-05 (2 checks)"));
        assert_eq!(since(Reason::Http404, 9, &gone[..1]), None);
        assert_eq!(since(Reason::Ok, 9, &two), None);
    }

    #[test]
    fn what_is_asked_twice_in_a_run_counts_once() {
        let check = |minutes: i64| PastCheck {
            checked_at: Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes),
            verdict: Verdict::Unsure,
            reason: Reason::ConnectionRefused,
        };
        let now = Check::without_asking(Reason::Timeout, at(3));
        assert_eq!(with_history(now, &[check(0), check(5)]).verdict, Verdict::Unsure);
        let now = Check::without_asking(Reason::Timeout, at(3));
        assert_eq!(with_history(now, &[check(0), check(5), check(24 * 60)]).verdict, Verdict::Dead);
    }

    #[test]
    fn a_check_written_down_twice_counts_once() {
        let before = [(0, Reason::Timeout), (0, Reason::Timeout)];
        assert_eq!(verdict(9, &before), Verdict::Unsure);
    }
}
