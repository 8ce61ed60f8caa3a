#![expect(clippy::unnecessary_wraps, reason = "outcomes are told alike, good and bad")]

use std::time::Duration;

use tokio::time::Instant;

use super::*;
use crate::web::fake::{answer, reset, silence};

const LIMITS: Limits =
    Limits { interval: Duration::from_millis(50), max_wait: Duration::from_mins(1), max_silences: 3 };

fn after(outcomes: &[Outcome]) -> (Pace, Instant) {
    let now = Instant::now();
    let mut pace = Pace::new(now);
    for outcome in outcomes {
        pace.learn(now, outcome, &LIMITS);
    }
    (pace, now)
}

fn refusal(retry_after: &str) -> Outcome {
    Ok(answer(429, &[("retry-after", retry_after)]))
}

fn seconds(pace: &Pace, now: Instant) -> u64 {
    (pace.due() - now).as_secs()
}

#[test]
fn starts_keep_their_distance() {
    let (mut pace, now) = after(&[]);
    assert_eq!(pace.due(), now);
    pace.start(now, &LIMITS);
    assert_eq!(pace.due(), now + LIMITS.interval);
}

#[test]
fn retry_after_is_honoured_and_never_shortened() {
    let (pace, now) = after(&[refusal("30"), refusal("5")]);
    assert_eq!(seconds(&pace, now), 30);
    let (pace, now) = after(&[Ok(answer(503, &[("retry-after", "7")]))]);
    assert_eq!(seconds(&pace, now), 7);
    let (pace, now) = after(&[Ok(answer(503, &[]))]);
    assert_eq!(seconds(&pace, now), 0);
}

#[test]
fn a_429_that_names_no_wait_is_given_one_that_doubles() {
    let plain = || Ok(answer(429, &[]));
    let (pace, now) = after(&[plain()]);
    assert_eq!(seconds(&pace, now), 2);
    let (pace, now) = after(&[plain(), plain(), plain()]);
    assert_eq!(seconds(&pace, now), 8);
}

#[test]
fn refusals_lengthen_the_interval_and_answers_shorten_it_again() {
    let (mut pace, now) = after(&[refusal("0"), refusal("0")]);
    pace.start(now, &LIMITS);
    assert_eq!(pace.due(), now + SLOW_INTERVAL * 4);
    for _ in 0..ANSWERS_TO_SPEED_UP {
        pace.learn(now, &Ok(answer(200, &[])), &LIMITS);
    }
    let later = now + Duration::from_mins(1);
    pace.start(later, &LIMITS);
    assert_eq!(pace.due(), later + SLOW_INTERVAL * 2);
}

#[test]
fn more_patience_than_there_is_closes_the_host_for_that_long() {
    let (pace, now) = after(&[refusal("3600")]);
    let standing = pace.closed(now).expect("closed").clone().expect("an answer");
    assert_eq!((standing.status, standing.header("retry-after")), (429, Some("3600")));
    assert_eq!((standing.body.len(), standing.truncated), (0, true));
    assert!(pace.closed(now + Duration::from_secs(3599)).is_some());
    assert!(pace.closed(now + Duration::from_hours(1)).is_none());
}

#[test]
fn an_absurd_retry_after_is_cut_to_a_day() {
    let (pace, now) = after(&[refusal("18446744073709551615")]);
    assert!(pace.closed(now + MAX_CLOSED).is_none());
}

#[test]
fn a_host_that_only_refuses_is_closed() {
    let refusals: Vec<_> = (0..MAX_REFUSALS).map(|_| refusal("1")).collect();
    let (pace, now) = after(&refusals[1..]);
    assert!(pace.closed(now).is_none());
    let (pace, now) = after(&refusals);
    assert!(pace.closed(now).is_some());
    assert!(pace.closed(now + CLOSED_FOR).is_none());
}

#[test]
fn a_host_that_stays_silent_is_closed_and_one_answer_reopens_the_count() {
    let (pace, now) = after(&[silence(), silence(), silence()]);
    assert_eq!(pace.closed(now), Some(&silence()));
    let (pace, now) = after(&[silence(), silence(), Ok(answer(404, &[])), silence()]);
    assert_eq!(pace.closed(now), None);
}

#[test]
fn other_failures_say_nothing_about_the_pace() {
    let (pace, now) = after(&[reset(), reset(), reset(), reset()]);
    assert_eq!(pace.closed(now), None);
    assert_eq!(pace.due(), now);
}

#[test]
fn only_a_pace_without_memory_may_be_forgotten() {
    let (mut pace, now) = after(&[Ok(answer(200, &[]))]);
    assert!(pace.is_fresh(now));
    pace.start(now, &LIMITS);
    assert!(!pace.is_fresh(now));
    assert!(pace.is_fresh(now + LIMITS.interval));
    for outcome in [refusal("0"), refusal("3600"), silence()] {
        let (pace, now) = after(&[outcome]);
        assert!(!pace.is_fresh(now));
    }
}
