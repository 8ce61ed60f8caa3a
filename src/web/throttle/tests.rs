use std::time::Duration;

use futures::FutureExt;

use super::*;
use crate::web::fake::answer;

const LIMITS: Limits = Limits { interval: Duration::ZERO, max_wait: Duration::from_mins(1), max_silences: 3 };

fn throttle(global: usize, seats: usize) -> Throttle {
    Throttle::new(global, seats, LIMITS)
}

async fn permit<'a>(throttle: &'a Throttle, host: &str) -> Permit<'a> {
    throttle.enter(host).await.unwrap_or_else(|_| panic!("{host} is closed"))
}

#[tokio::test]
async fn a_hosts_seats_and_the_global_permits_come_back() {
    let throttle = throttle(2, 1);
    let first = permit(&throttle, "a.example").await;
    assert!(throttle.enter("a.example").now_or_never().is_none());
    let second = permit(&throttle, "b.example").await;
    assert!(throttle.enter("c.example").now_or_never().is_none());
    drop(second);
    assert!(throttle.enter("c.example").now_or_never().is_some());
    first.settle(&Ok(answer(200, &[])));
    assert!(throttle.enter("a.example").now_or_never().is_some());
}

#[tokio::test]
async fn those_who_wait_are_counted_by_host() {
    let throttle = throttle(9, 1);
    let _a = permit(&throttle, "a.example").await;
    let _b = permit(&throttle, "b.example").await;
    let mut queue: Vec<_> = (["b.example", "a.example", "b.example"].into_iter())
        .map(|host| Box::pin(throttle.enter(host)))
        .collect();
    for waiting in &mut queue {
        assert!(waiting.now_or_never().is_none());
    }
    let waiting = |host: &str, requests| Waiting { host: host.into(), requests };
    assert_eq!(throttle.waiting(), [waiting("b.example", 2), waiting("a.example", 1)]);
    drop(queue);
    assert_eq!(throttle.waiting(), []);
}

#[tokio::test(start_paused = true)]
async fn idle_hosts_are_forgotten_and_paused_ones_remembered() {
    let throttle = throttle(9, 1);
    permit(&throttle, "paused.example").await.settle(&Ok(answer(429, &[("retry-after", "30")])));
    for number in 0..10 * FIRST_SWEEP {
        drop(permit(&throttle, &format!("{number}.example")).await);
        assert!(throttle.hosts().known.len() <= FIRST_SWEEP);
    }
    let started = Instant::now();
    drop(permit(&throttle, "paused.example").await);
    assert_eq!(started.elapsed().as_secs(), 30);
}
