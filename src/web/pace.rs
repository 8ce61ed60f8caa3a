//! How fast one host may be asked, learned from how it answers.
//!
//! A 429, or a 503 with `Retry-After` (RFC 9110 §10.2.3, RFC 6585 §4), makes the whole host wait
//! and lengthens the interval; answers shorten it again. A host that keeps refusing, asks for
//! more patience than there is, or stays silent time after time is *closed* for a while: what
//! else is asked of it gets the last outcome at once. Otherwise a thousand links of a dead host
//! would keep a run busy for hours.

use std::time::Duration;

use tokio::time::Instant;

use super::observation::{Answer, Failure};
use super::retry;
use super::wire::{NoAnswer, Outcome};

/// Refusals in a row after which a host is closed.
const MAX_REFUSALS: u32 = 6;
/// For how long a host that refuses or stays silent is closed.
const CLOSED_FOR: Duration = Duration::from_mins(5);
/// No `Retry-After` is believed beyond this.
const MAX_CLOSED: Duration = Duration::from_hours(24);
/// The wait after a 429 that names none; doubled with each further one.
const UNNAMED_WAIT: Duration = Duration::from_secs(2);
/// The interval is at most lengthened by two to the power of this.
const MAX_SLOWNESS: u32 = 5;
/// Answers in a row after which the interval is halved again.
const ANSWERS_TO_SPEED_UP: u32 = 10;
/// The interval that a lengthened one starts from, where the configured one is shorter.
const SLOW_INTERVAL: Duration = Duration::from_millis(250);

/// What a pace keeps to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) interval: Duration,
    pub(super) max_wait: Duration,
    /// Silences in a row after which a host is closed.
    pub(super) max_silences: u32,
}

/// The pace of one host.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    next: Instant,
    slowness: u32,
    refusals: u32,
    silences: u32,
    answers: u32,
    closed: Option<(Instant, Outcome)>,
}

impl Pace {
    pub(super) fn new(now: Instant) -> Self {
        Self { next: now, slowness: 0, refusals: 0, silences: 0, answers: 0, closed: None }
    }

    /// When the next request may start.
    pub(super) fn due(&self) -> Instant {
        self.next
    }

    /// The outcome that stands for all further ones, if the host is closed.
    pub(super) fn closed(&self, now: Instant) -> Option<&Outcome> {
        self.closed.as_ref().filter(|(until, _)| now < *until).map(|(_, outcome)| outcome)
    }

    /// Whether nothing would be lost by forgetting this pace.
    pub(super) fn is_fresh(&self, now: Instant) -> bool {
        self.next <= now && self.slowness == 0 && self.silences == 0 && self.closed(now).is_none()
    }

    /// A request starts.
    pub(super) fn start(&mut self, now: Instant, limits: &Limits) {
        self.next = self.next.max(now + self.interval(limits));
    }

    fn interval(&self, limits: &Limits) -> Duration {
        match self.slowness {
            0 => limits.interval,
            slowness => limits.interval.max(SLOW_INTERVAL) * 2_u32.pow(slowness),
        }
    }

    /// A request ended.
    pub(super) fn learn(&mut self, now: Instant, outcome: &Outcome, limits: &Limits) {
        match outcome {
            Ok(answer) if retry::is_refusal(answer) => self.refused(now, answer, limits),
            Ok(_) => self.answered(),
            Err(NoAnswer { failure: Failure::Timeout(_), .. }) => self.silent(now, outcome, limits),
            Err(_) => {}
        }
    }

    fn answered(&mut self) {
        self.refusals = 0;
        self.silences = 0;
        self.answers += 1;
        if self.answers.is_multiple_of(ANSWERS_TO_SPEED_UP) {
            self.slowness = self.slowness.saturating_sub(1);
        }
    }

    fn refused(&mut self, now: Instant, answer: &Answer, limits: &Limits) {
        self.silences = 0;
        self.answers = 0;
        let unnamed = UNNAMED_WAIT * 2_u32.pow(self.refusals.min(MAX_SLOWNESS));
        let wait = retry::retry_after(answer).unwrap_or(unnamed.min(limits.max_wait)).min(MAX_CLOSED);
        self.refusals += 1;
        self.slowness = (self.slowness + 1).min(MAX_SLOWNESS);
        if wait > limits.max_wait {
            self.close(now + wait, &Ok(without_body(answer)));
        } else if self.refusals >= MAX_REFUSALS {
            self.close(now + wait.max(CLOSED_FOR), &Ok(without_body(answer)));
        } else {
            self.next = self.next.max(now + wait);
        }
    }

    fn silent(&mut self, now: Instant, outcome: &Outcome, limits: &Limits) {
        self.silences += 1;
        if self.silences >= limits.max_silences {
            self.close(now + CLOSED_FOR, outcome);
        }
    }

    fn close(&mut self, until: Instant, outcome: &Outcome) {
        self.refusals = 0;
        self.silences = 0;
        self.closed = Some((until, outcome.clone()));
    }
}

/// The answer as it stands for others: what it said of itself, not of its own page.
fn without_body(answer: &Answer) -> Answer {
    Answer { body: Vec::new(), truncated: true, ..answer.clone() }
}

#[cfg(test)]
mod tests;
