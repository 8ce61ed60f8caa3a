//! One clock a host, one limit over all. The clock stands still.

#![expect(clippy::unnecessary_wraps, reason = "outcomes are told alike, good and bad")]

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures::future::{join, join_all};
use tokio::time::Instant;

use crate::web::fake::{Fake, answer, get, hasty};
use crate::web::wire::{Outcome, Request};
use crate::web::{Fetch, Settings, Web};

fn ok(_: &Request, _: usize) -> Outcome {
    Ok(answer(200, &[]))
}

async fn ask_all(web: &Web, host: &str, count: usize) {
    let urls: Vec<_> = (0..count).map(|number| format!("http://{host}/{number}")).collect();
    join_all(urls.iter().map(|url| web.fetch(get(url)))).await;
}

#[tokio::test(start_paused = true)]
async fn starts_at_one_host_keep_their_distance() {
    let fake = Fake::new(ok);
    let web = fake.web(Settings { host_interval: Duration::from_millis(250), ..Settings::default() });
    ask_all(&web, "a.example", 5).await;
    assert_eq!(fake.times(), [0, 250, 500, 750, 1000]);
}

#[tokio::test(start_paused = true)]
async fn redirects_keep_the_distance_too() {
    let fake = Fake::new(|request, _| match request.url.path() {
        "/" => Ok(answer(301, &[("location", "/1")])),
        "/1" => Ok(answer(301, &[("location", "http://b.example/2")])),
        _ => Ok(answer(200, &[])),
    });
    let web = fake.web(Settings { host_interval: Duration::from_millis(250), ..Settings::default() });
    web.fetch(get("http://a.example/")).await;
    assert_eq!(fake.times(), [0, 250, 250]);
}

#[tokio::test(start_paused = true)]
async fn no_host_is_asked_more_at_once_than_it_is_meant_to_bear() {
    let fake = Fake::slow(Duration::from_secs(1), ok);
    let web = fake.web(Settings { host_concurrency: 3, max_concurrency: 5, ..hasty() });
    join(ask_all(&web, "a.example", 20), ask_all(&web, "b.example", 20)).await;
    assert_eq!(fake.most_at_once("a.example"), 3);
    assert_eq!(fake.most_at_once("*"), 5);
}

#[tokio::test(start_paused = true)]
async fn distance_holds_although_permits_are_scarce() {
    let fake = Fake::slow(Duration::from_secs(1), ok);
    let settings = Settings { max_concurrency: 1, host_interval: Duration::from_millis(1500), ..hasty() };
    let web = fake.web(settings);
    join(ask_all(&web, "a.example", 3), ask_all(&web, "b.example", 3)).await;
    for host in ["http://a.", "http://b."] {
        let starts: Vec<_> =
            fake.seen().into_iter().filter(|seen| seen.url.starts_with(host)).map(|seen| seen.at).collect();
        assert!(starts.windows(2).all(|two| two[1] - two[0] >= Duration::from_millis(1500)), "{starts:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_host_with_many_addresses_does_not_hold_up_one_with_few() {
    let fake = Fake::slow(Duration::from_secs(10), ok);
    let web = fake.web(Settings { max_concurrency: 2, host_concurrency: 2, ..hasty() });
    let started = Instant::now();
    let few = async {
        ask_all(&web, "few.example", 1).await;
        started.elapsed().as_secs()
    };
    let ((), seconds) = join(ask_all(&web, "many.example", 1000), few).await;
    assert_eq!(seconds, 20);
}

#[tokio::test]
async fn a_waiting_ask_is_small() {
    let fake = Fake::new(ok);
    let web = fake.web(hasty());
    let size = size_of_val(&*web.fetch(get("http://a.example/")));
    assert!(size <= 4096, "{size} bytes");
}

/// Refuses the first request, whatever is asked.
fn refuse_the_first() -> impl Fn(&Request, usize) -> Outcome + Send + Sync {
    let first = AtomicBool::new(true);
    move |_, _| {
        let refuses = first.swap(false, Ordering::Relaxed);
        Ok(if refuses { answer(429, &[("retry-after", "3")]) } else { answer(200, &[]) })
    }
}

#[tokio::test(start_paused = true)]
async fn the_head_of_a_refusal_is_enough() {
    let ms = Duration::from_millis;
    let fake = Fake::staged([ms(0), ms(100), ms(500)], refuse_the_first());
    let web = fake.web(Settings { host_interval: ms(250), ..Settings::default() });
    ask_all(&web, "a.example", 3).await;
    let times = fake.times();
    assert_eq!(times.len(), 4, "{times:?}");
    assert!(times[1] >= 3100, "others wait although the body is still read: {times:?}");
}

#[tokio::test(start_paused = true)]
async fn a_request_on_its_way_turns_back_when_another_is_refused() {
    let ms = Duration::from_millis;
    let fake = Fake::staged([ms(80), ms(100), ms(0)], refuse_the_first());
    let web = fake.web(Settings { host_interval: ms(120), ..Settings::default() });
    ask_all(&web, "a.example", 2).await;
    let times = fake.times();
    assert_eq!(times.len(), 3, "the second was still connecting at 180 ms: {times:?}");
    assert!(times[1] >= 3100, "{times:?}");
}
