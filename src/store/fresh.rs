//! How long an answer stands for a new one.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::model::{Check, Known, Lookup, Provenance, Reason, Verdict};

const DAY: Duration = Duration::from_hours(24);

/// For how long an answer is not asked for again.
///
/// The shortest default is a day, so that an audit repeated within a day costs no question, and
/// a killed run asks nothing again that it had finished. What told nothing is asked again at once:
/// a check while the network was down, a look-up that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaxAge {
    /// For a source that is in its place or has moved. By default 7 days: most that die do so
    /// between two runs of a desk, few within a week.
    pub alive: Duration,
    /// For everything else that a source can be: dead, changed, restricted, unsure. By default 1
    /// day: trouble passes, and an editor who waits for it asks again tomorrow.
    pub trouble: Duration,
    /// For captures that the archive has, and sites that it does not show. By default 30 days:
    /// captures stay. That there is *no* capture stands for `trouble` at most, since one may be
    /// made any day.
    pub captures: Duration,
}

impl Default for MaxAge {
    fn default() -> Self {
        Self { alive: 7 * DAY, trouble: DAY, captures: 30 * DAY }
    }
}

impl MaxAge {
    /// Whatever was learned stands, however old: for a run that asks nobody.
    pub const EVER: Self = Self { alive: Duration::MAX, trouble: Duration::MAX, captures: Duration::MAX };

    /// Nothing stands: everything is asked anew.
    pub const NEVER: Self = Self { alive: Duration::ZERO, trouble: Duration::ZERO, captures: Duration::ZERO };

    /// For how long `check` stands; none if it told nothing about the source.
    pub fn of_check(&self, check: &Check) -> Option<Duration> {
        match check.verdict {
            Verdict::Alive | Verdict::Moved => Some(self.alive),
            // Ruled out by this run's configuration (`--exclude`, `--allow-net`); the next may differ.
            Verdict::Skipped => None,
            _ if check.reason == Reason::Offline => None,
            _ => Some(self.trouble),
        }
    }

    /// For how long `lookup` stands; none if the archive could not be asked.
    pub fn of_lookup(&self, lookup: &Lookup) -> Option<Duration> {
        match lookup {
            Lookup::Found(_) | Lookup::Excluded => Some(self.captures),
            Lookup::Absent => Some(self.captures.min(self.trouble)),
            Lookup::Failed(_) => None,
        }
    }
}

/// `value`, learned `at`, if it is not older than its window `now`. From the future (the clock was
/// set back) nothing is fresh: it would stay so for ever. A window of zero lets nothing through.
pub(super) fn known_if_fresh<T>(
    value: T,
    at: Timestamp,
    now: Timestamp,
    window: Option<Duration>,
) -> Option<Known<T>> {
    let window = SignedDuration::try_from(window?).unwrap_or(SignedDuration::MAX);
    let age = now.duration_since(at);
    let fresh = !age.is_negative() && !window.is_zero() && age <= window;
    fresh.then_some(Known { value, from: Provenance::Store { age } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Hop, Snapshot};

    fn check(reason: Reason) -> Check {
        Check::without_asking(reason, Timestamp::UNIX_EPOCH)
    }

    fn found() -> Lookup {
        let url = "https://archive.example/1/".parse().expect("an address");
        Lookup::Found(Snapshot {
            url,
            time: Timestamp::UNIX_EPOCH,
            original: String::new(),
            status: None,
            verified: false,
            span: None,
        })
    }

    #[test]
    fn every_kind_of_check_has_its_window() {
        let ages = MaxAge::default();
        for (reason, days) in [
            (Reason::Ok, Some(7)),
            (Reason::MovedPermanently, Some(7)),
            (Reason::ContentDrift, Some(1)),
            (Reason::Http404, Some(1)),
            (Reason::Http403, Some(1)),
            (Reason::Timeout, Some(1)),
            (Reason::Offline, None),
            (Reason::Excluded, None),
            (Reason::PrivateAddress, None),
        ] {
            assert_eq!(ages.of_check(&check(reason)), days.map(|days| days * DAY), "{reason}");
        }
    }

    #[test]
    fn what_led_to_a_closed_network_may_be_open_in_the_next_run() {
        let url = "http://a.example/".parse().expect("an address");
        let led_astray = Check { hops: vec![Hop { url, status: 302 }], ..check(Reason::PrivateAddress) };
        assert_eq!(MaxAge::default().of_check(&led_astray), None);
    }

    #[test]
    fn every_kind_of_lookup_has_its_window() {
        let ages = MaxAge::default();
        assert_eq!(ages.of_lookup(&found()), Some(30 * DAY));
        assert_eq!(ages.of_lookup(&Lookup::Excluded), Some(30 * DAY));
        assert_eq!(ages.of_lookup(&Lookup::Absent), Some(DAY));
        assert_eq!(ages.of_lookup(&Lookup::Failed("down".to_owned())), None);
        let no_captures = MaxAge { captures: Duration::ZERO, ..ages };
        assert_eq!(no_captures.of_lookup(&Lookup::Absent), Some(Duration::ZERO));
    }

    #[test]
    fn a_window_is_closed_at_both_ends() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let minute = Some(Duration::from_mins(1));
        let age = |seconds| {
            Some(Known { value: (), from: Provenance::Store { age: SignedDuration::from_secs(seconds) } })
        };
        assert_eq!(known_if_fresh((), at(100), at(100), minute), age(0));
        assert_eq!(known_if_fresh((), at(100), at(160), minute), age(60));
        assert_eq!(known_if_fresh((), at(100), at(161), minute), None);
        assert_eq!(known_if_fresh((), at(100), at(99), minute), None);
        assert_eq!(known_if_fresh((), at(100), at(100), Some(Duration::ZERO)), None);
        assert_eq!(known_if_fresh((), at(100), at(4_000_000_000), Some(Duration::MAX)), age(3_999_999_900));
        assert_eq!(known_if_fresh((), at(100), at(100), None), None);
    }
}
