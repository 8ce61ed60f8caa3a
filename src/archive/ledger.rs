//! When the next request to an endpoint may go: the pure half of the gate.
//!
//! The Internet Archive's limits are numbers of requests in a minute. A bucket that starts full
//! and refills at the average lets two minutes' worth go in the first one, 48 where 30 are
//! allowed, and the punishment is a block for an hour. So the starts of the last minute are
//! counted instead: the first minute's allowance may go at once, and no minute ever sees more.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

const MINUTE: Duration = Duration::from_secs(60);

/// How fast an endpoint may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Requests in any 60 seconds; at least 1.
    pub per_minute: u32,
    /// The least time between the starts of two requests.
    pub gap: Duration,
}

/// The starts of the last minute, and a pause if there is one.
#[derive(Debug)]
pub(super) struct Ledger {
    pace: Pace,
    starts: VecDeque<Instant>,
    pause: Option<(Instant, String)>,
}

impl Ledger {
    pub(super) fn new(pace: Pace) -> Self {
        Self { pace, starts: VecDeque::new(), pause: None }
    }

    /// When the next request may start; a moment that is past means now.
    pub(super) fn due(&self, now: Instant) -> Instant {
        let after_gap = self.starts.back().map(|last| *last + self.pace.gap);
        let allowance = usize::try_from(self.pace.per_minute.max(1)).unwrap_or(usize::MAX);
        let after_minute = self
            .starts
            .len()
            .checked_sub(allowance)
            .and_then(|at| self.starts.get(at))
            .map(|start| *start + MINUTE);
        let after_pause = self.pause.as_ref().map(|(until, _)| *until);
        [after_gap, after_minute, after_pause].into_iter().flatten().max().unwrap_or(now)
    }

    /// Enters a start, if one is due.
    pub(super) fn start(&mut self, now: Instant) -> bool {
        if self.due(now) > now {
            return false;
        }
        while self.starts.front().is_some_and(|start| *start + MINUTE <= now) {
            self.starts.pop_front();
        }
        self.starts.push_back(now);
        self.pause = None;
        true
    }

    /// Lets nothing start before `until`; a longer pause stays.
    pub(super) fn pause(&mut self, until: Instant, why: &str) {
        if self.pause.as_ref().is_none_or(|(earlier, _)| *earlier < until) {
            self.pause = Some((until, why.to_owned()));
        }
    }

    /// Why nothing starts now, if there is a pause.
    pub(super) fn paused(&self, now: Instant) -> Option<&str> {
        self.pause.as_ref().filter(|(until, _)| *until > now).map(|(_, why)| why.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    #[test]
    fn no_minute_sees_more_than_the_allowance() {
        let mut ledger = Ledger::new(Pace { per_minute: 24, gap: Duration::from_millis(500) });
        let start = Instant::now();
        let mut now = start;
        let mut starts = Vec::new();
        for _ in 0..100 {
            now = now.max(ledger.due(now));
            assert!(ledger.start(now));
            starts.push(now.duration_since(start));
        }
        assert_eq!(starts[23], Duration::from_millis(11_500), "the first minute's allowance goes at once");
        assert_eq!(starts[24], seconds(60));
        assert!(starts.windows(25).all(|window| window[24] - window[0] >= MINUTE));
        assert!(starts.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_millis(500)));
    }

    #[test]
    fn a_pause_holds_until_it_is_over() {
        let mut ledger = Ledger::new(Pace { per_minute: 60, gap: Duration::ZERO });
        let now = Instant::now();
        ledger.pause(now + seconds(60), "too many requests");
        ledger.pause(now + seconds(5), "a shorter one changes nothing");
        assert!(!ledger.start(now + seconds(59)));
        assert_eq!(ledger.paused(now + seconds(59)), Some("too many requests"));
        assert_eq!(ledger.paused(now + seconds(60)), None);
        assert!(ledger.start(now + seconds(60)));
    }

    #[test]
    fn nothing_is_owed_after_a_rest() {
        let mut ledger = Ledger::new(Pace { per_minute: 2, gap: Duration::ZERO });
        let now = Instant::now();
        assert!(ledger.start(now) && ledger.start(now) && !ledger.start(now));
        let later = now + seconds(3600);
        assert!(ledger.start(later) && ledger.start(later) && !ledger.start(later));
        assert_eq!(ledger.starts.len(), 2);
    }
}
