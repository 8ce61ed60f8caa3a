//! Which outcomes are worth another try, and when.

use std::time::{Duration, SystemTime};

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

use super::observation::{Answer, Failure};
use super::wire::{NoAnswer, Outcome};

/// No wait between two tries grows beyond this; a host's own `Retry-After` is another matter.
const MAX_DELAY: Duration = Duration::from_secs(20);

/// The tries that one ask has left.
#[derive(Debug)]
pub(super) struct Retries {
    delays: ExponentialBackoff,
    tries: u32,
    timeouts: u32,
}

impl Retries {
    /// `max` tries beside the first, `delay` before the first of them, doubled each time and
    /// stretched by up to as much again so that links that failed together do not return together.
    pub(super) fn new(max: u32, delay: Duration) -> Self {
        let delays = ExponentialBuilder::default()
            .with_min_delay(delay)
            .with_max_delay(MAX_DELAY.max(delay))
            .with_max_times(usize::try_from(max).unwrap_or(usize::MAX))
            .with_jitter()
            .build();
        Self { delays, tries: max, timeouts: 1 }
    }

    /// How long to wait before the next try; none if `outcome` is final. A time-out has cost its
    /// patience already and is tried once more only.
    pub(super) fn after(&mut self, outcome: &Outcome) -> Option<Duration> {
        if !is_transient(outcome) {
            return None;
        }
        if let Err(NoAnswer { failure: Failure::Timeout(_), .. }) = outcome {
            self.timeouts = self.timeouts.checked_sub(1)?;
        }
        self.tries = self.tries.checked_sub(1)?;
        self.delays.next()
    }

    /// Whether there would be another try if this one met with silence.
    pub(super) fn forgive_silence(&self) -> bool {
        self.tries > 0 && self.timeouts > 0
    }
}

/// Whether another try may bring another outcome. 501 and 505 are about the request, 404 and the
/// like about the page: neither passes.
fn is_transient(outcome: &Outcome) -> bool {
    match outcome {
        Ok(answer) => match answer.status {
            408 | 425 | 429 => true,
            501 | 505 => false,
            status => (500..600).contains(&status),
        },
        Err(no_answer) => matches!(
            no_answer.failure,
            Failure::ConnectionRefused(_)
                | Failure::ConnectionReset(_)
                | Failure::Timeout(_)
                | Failure::DnsFailure(..)
        ),
    }
}

/// Whether a host says that it is asked too much.
pub(super) fn is_refusal(answer: &Answer) -> bool {
    answer.status == 429 || (answer.status == 503 && retry_after(answer).is_some())
}

/// `Retry-After` (RFC 9110 §10.2.3): seconds, or a date, which is read against the answer's own
/// `Date` where it has one, so that no clock needs to be right.
pub(super) fn retry_after(answer: &Answer) -> Option<Duration> {
    let text = answer.header("retry-after")?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let now = answer.header("date").and_then(|date| httpdate::parse_http_date(date).ok());
    Some(date.duration_since(now.unwrap_or_else(SystemTime::now)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::fake::{answer, reset, silence};

    fn after(outcome: &Outcome) -> Option<Duration> {
        Retries::new(1, Duration::ZERO).after(outcome)
    }

    #[test]
    fn passing_troubles_are_tried_again_and_lasting_ones_are_not() {
        for status in [408, 425, 429, 500, 502, 503, 504, 520, 526] {
            assert!(after(&Ok(answer(status, &[]))).is_some(), "{status}");
        }
        for status in [200, 204, 301, 304, 400, 401, 403, 404, 405, 406, 410, 451, 501, 505, 999] {
            assert!(after(&Ok(answer(status, &[]))).is_none(), "{status}");
        }
    }

    #[test]
    fn failures_are_tried_again_unless_they_are_facts() {
        let fails = |failure| after(&Err(NoAnswer::heard(failure))).is_some();
        assert!(fails(Failure::ConnectionRefused("h".into())));
        assert!(fails(Failure::ConnectionReset("h".into())));
        assert!(fails(Failure::DnsFailure("h".into(), "SERVFAIL".into())));
        assert!(!fails(Failure::DnsNotFound("h".into())));
        assert!(!fails(Failure::TlsExpired("h".into())));
        assert!(!fails(Failure::TlsInvalid("h".into())));
        assert!(!fails(Failure::PrivateAddress("h".into())));
    }

    #[test]
    fn tries_come_to_an_end_and_time_outs_sooner() {
        let mut retries = Retries::new(3, Duration::from_secs(1));
        assert!(retries.forgive_silence());
        assert!(retries.after(&silence()).is_some());
        assert!(!retries.forgive_silence());
        assert!(retries.after(&silence()).is_none());
        assert!(retries.after(&reset()).is_some());
        assert!(retries.after(&reset()).is_some());
        assert!(retries.after(&reset()).is_none());
    }

    #[test]
    fn waits_double_and_are_stretched_by_up_to_as_much_again() {
        let mut retries = Retries::new(3, Duration::from_secs(1));
        for least in [1, 2, 4] {
            let wait = retries.after(&reset()).expect("a try is left");
            assert!((least..2 * least).contains(&wait.as_secs()), "{wait:?} for {least}");
        }
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        let read = |headers: &[(&'static str, &str)]| retry_after(&answer(429, headers));
        assert_eq!(read(&[("retry-after", "120")]), Some(Duration::from_mins(2)));
        assert_eq!(read(&[("retry-after", " 0 ")]), Some(Duration::ZERO));
        let date = ("date", "Wed, 21 Oct 2015 07:28:00 GMT");
        let later = ("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT");
        assert_eq!(read(&[date, later]), Some(Duration::from_secs(30)));
        let past = ("retry-after", "Wed, 21 Oct 2015 07:00:00 GMT");
        assert_eq!(read(&[date, past]), Some(Duration::ZERO));
        assert_eq!(read(&[("retry-after", "soon")]), None);
        assert_eq!(read(&[("retry-after", "-5")]), None);
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn a_plain_503_is_no_word_about_the_pace() {
        assert!(is_refusal(&answer(429, &[])));
        assert!(is_refusal(&answer(503, &[("retry-after", "5")])));
        assert!(!is_refusal(&answer(503, &[])));
        assert!(!is_refusal(&answer(200, &[("retry-after", "5")])));
    }
}
