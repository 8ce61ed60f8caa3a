//! When the next request to an endpoint may go: the pure half of the gate.
//!
//! A token bucket: the first minute's allowance may go at once, then the average holds. By itself
//! it would let two minutes' worth go in the first one, 48 requests where the Internet Archive
//! allows 30 and punishes more with a block for an hour. So the starts of the last minute are
//! counted too, and no minute sees more than a fifth above the average: with the 80 % of a limit
//! that its staff ask clients to keep to, that stays below the limit itself.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

const MINUTE: Duration = Duration::from_mins(1);

/// How fast an endpoint may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Requests a minute on average; at least 1. No 60 seconds see more than a fifth above it.
    pub per_minute: u32,
    /// The least time between the starts of two requests.
    pub gap: Duration,
}

/// What has gone, and a pause if there is one.
#[derive(Debug)]
pub(super) struct Ledger {
    pace: Pace,
    /// The starts of the last minute.
    starts: VecDeque<Instant>,
    /// When the bucket will be full again.
    full: Option<Instant>,
    pause: Option<(Instant, String)>,
}

impl Ledger {
    pub(super) fn new(pace: Pace) -> Self {
        Self { pace, starts: VecDeque::new(), full: None, pause: None }
    }

    /// When the next request may start; a moment that is past means now.
    pub(super) fn due(&self, now: Instant) -> Instant {
        let after_gap = self.starts.back().map(|last| *last + self.pace.gap);
        let after_minute = self
            .starts
            .len()
            .checked_sub(self.most())
            .and_then(|at| self.starts.get(at))
            .map(|start| *start + MINUTE);
        let after_refill = self.full.and_then(|full| full.checked_sub(MINUTE.saturating_sub(self.refill())));
        let after_pause = self.pause.as_ref().map(|(until, _)| *until);
        [after_gap, after_minute, after_refill, after_pause].into_iter().flatten().max().unwrap_or(now)
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
        self.full = Some(self.full.map_or(now, |full| full.max(now)) + self.refill());
        self.pause = None;
        true
    }

    /// The time in which the bucket gains one request.
    fn refill(&self) -> Duration {
        MINUTE / self.pace.per_minute.max(1)
    }

    /// The most starts in any minute.
    fn most(&self) -> usize {
        let average = self.pace.per_minute.max(1);
        usize::try_from(average.saturating_add(average / 5)).unwrap_or(usize::MAX)
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

    /// The first `count` starts, each as soon as it is due, as seconds since the first.
    fn starts(pace: Pace, count: usize) -> Vec<f64> {
        let mut ledger = Ledger::new(pace);
        let start = Instant::now();
        let mut now = start;
        let mut starts = Vec::new();
        for _ in 0..count {
            now = now.max(ledger.due(now));
            assert!(ledger.start(now));
            starts.push(now.duration_since(start).as_secs_f64());
        }
        starts
    }

    #[test]
    fn the_first_minute_goes_at_once_then_the_average_holds() {
        let starts = starts(Pace { per_minute: 24, gap: Duration::ZERO }, 240);
        assert!(starts[23] < 0.001, "the first minute's allowance goes at once");
        assert!((starts[24] - 2.5).abs() < 0.001, "then the bucket fills");
        assert!((starts[27] - 10.0).abs() < 0.001);
        assert!((starts[28] - 60.0).abs() < 0.001, "a fifth above the average is the most");
        assert!(starts.windows(29).all(|window| window[28] - window[0] > 59.999));
        let minutes = (starts[239] - starts[0]) / 60.0;
        assert!((8.9..=9.1).contains(&minutes), "{minutes}");
    }

    #[test]
    fn two_starts_are_at_least_the_gap_apart() {
        let starts = starts(Pace { per_minute: 600, gap: Duration::from_millis(500) }, 100);
        assert!(starts.windows(2).all(|pair| pair[1] - pair[0] > 0.499));
    }

    #[test]
    fn a_pause_holds_until_it_is_over() {
        let mut ledger = Ledger::new(Pace { per_minute: 60, gap: Duration::ZERO });
        let now = Instant::now();
        ledger.pause(now + MINUTE, "too many requests");
        ledger.pause(now + seconds(5), "a shorter one changes nothing");
        assert!(!ledger.start(now + seconds(59)));
        assert_eq!(ledger.paused(now + seconds(59)), Some("too many requests"));
        assert_eq!(ledger.paused(now + MINUTE), None);
        assert!(ledger.start(now + MINUTE));
    }

    #[test]
    fn a_rest_fills_the_bucket_and_no_more() {
        let mut ledger = Ledger::new(Pace { per_minute: 2, gap: Duration::ZERO });
        let now = Instant::now();
        assert!(ledger.start(now) && ledger.start(now) && !ledger.start(now));
        let later = now + MINUTE * 60;
        assert!(ledger.start(later) && ledger.start(later) && !ledger.start(later));
        assert_eq!(ledger.starts.len(), 2);
    }
}
