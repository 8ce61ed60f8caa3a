//! Retries, `Retry-After`, and a network that is down. The clock stands still.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::FutureExt;
use futures::future::{BoxFuture, join_all, ready};

use crate::web::client::Web;
use crate::web::fake::{Fake, answer, get, hasty, reset, silence};
use crate::web::wire::NoAnswer;
use crate::web::{Answer, Ask, Failure, Fetch, Network, Outage, Settings};

#[tokio::test(start_paused = true)]
async fn a_server_error_that_passes_is_not_seen() {
    let fake = Fake::new(|_, count| Ok(answer(if count < 2 { 500 } else { 200 }, &[])));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 200);
    assert_eq!((seen.attempts, fake.seen().len()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn retries_end_and_the_last_outcome_stands() {
    let fake = Fake::new(|_, _| Ok(answer(500, &[])));
    let web = fake.web(hasty());
    let seen = web.fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 500);
    assert_eq!(seen.attempts, 3);
    let seen = web.fetch(Ask { retries: Some(0), ..get("http://a.example/once") }).await;
    assert_eq!(seen.attempts, 1);
}

#[tokio::test(start_paused = true)]
async fn a_404_is_asked_once() {
    let fake = Fake::new(|_, _| Ok(Answer { body: vec![b' '; 5000], ..answer(404, &[]) }));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!((seen.attempts, fake.seen().len()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn a_bare_404_is_asked_once_more_as_a_browser() {
    let fake = Fake::new(|_, count| Ok(answer(if count == 0 { 404 } else { 200 }, &[])));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 200);
    assert!(seen.as_browser);
    let fake = Fake::new(|_, _| Ok(answer(404, &[])));
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!((seen.attempts, seen.as_browser), (2, false));
}

#[tokio::test(start_paused = true)]
async fn a_hop_that_fails_is_retried_without_walking_the_chain_again() {
    let fake = Fake::new(|request, count| match (request.url.path(), count) {
        ("/", _) => Ok(answer(301, &[("location", "/new")])),
        (_, 0) => Ok(answer(502, &[])),
        _ => Ok(answer(200, &[])),
    });
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(fake.urls(), ["http://a.example/", "http://a.example/new", "http://a.example/new"]);
    assert_eq!((seen.attempts, seen.hops.len()), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn a_silent_host_is_asked_twice_only() {
    let fake = Fake::new(|_, _| silence());
    let seen = fake.web(hasty()).fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::Timeout(Duration::from_secs(30))));
    assert_eq!((seen.attempts, fake.seen().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn the_last_try_is_the_most_patient() {
    let patience = |ask: Ask, settings: Settings| async move {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&seen);
        let fake = Fake::new(move |request, _| {
            log.lock().expect("no panic").push(request.patience.as_secs());
            silence()
        });
        fake.web(settings).fetch(ask).await;
        seen.lock().expect("no panic").clone()
    };
    let ask = || get("http://a.example/");
    assert_eq!(patience(ask(), hasty()).await, [10, 30]);
    assert_eq!(patience(Ask { retries: Some(0), ..ask() }, hasty()).await, [30]);
    let timeout = Some(Duration::from_secs(45));
    assert_eq!(patience(Ask { timeout, ..ask() }, hasty()).await, [45, 45]);
    let short = Settings { timeout: Duration::from_secs(5), ..hasty() };
    assert_eq!(patience(ask(), short).await, [5, 5]);
}

#[tokio::test(start_paused = true)]
async fn no_request_goes_out_before_retry_after_is_over() {
    let fake = Fake::new(|request, count| match (request.url.path(), count) {
        ("/limited", 0) => Ok(answer(429, &[("retry-after", "20")])),
        _ => Ok(answer(200, &[])),
    });
    let web = fake.web(hasty());
    let seen = web.fetch(get("http://a.example/limited")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 200);
    assert_eq!((seen.attempts, seen.as_browser), (2, false));
    assert_eq!(fake.times(), [0, 20_000]);
}

#[tokio::test(start_paused = true)]
async fn a_429_holds_back_the_whole_host_and_nobody_else() {
    let fake = Fake::new(|request, count| match (request.url.path(), count) {
        ("/limited", 0) => Ok(answer(429, &[("retry-after", "20")])),
        _ => Ok(answer(200, &[])),
    });
    let web = fake.web(Settings { host_concurrency: 1, ..hasty() });
    let asks = ["http://a.example/limited", "http://a.example/other", "http://b.example/"].map(get);
    join_all(asks.map(|ask| web.fetch(ask))).await;
    let seen = fake.seen();
    let start = seen[0].at;
    for request in &seen[1..] {
        let waited = (request.at - start).as_secs();
        assert_eq!(waited >= 20, request.url.starts_with("http://a.example/"), "{request:?}");
    }
    assert_eq!(seen.len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_host_that_asks_for_an_hour_is_left_alone() {
    let fake = Fake::new(|_, _| Ok(answer(429, &[("retry-after", "3600")])));
    let web = fake.web(Settings { host_concurrency: 1, ..hasty() });
    let seen = web.fetch(get("http://a.example/1")).await;
    assert_eq!(seen.outcome.expect("an answer").status, 429);
    assert_eq!((seen.attempts, seen.as_browser), (1, false));
    let seen = web.fetch(get("http://a.example/2")).await;
    let standing = seen.outcome.expect("the answer that stands");
    assert_eq!((standing.status, standing.url.path(), seen.attempts), (429, "/2", 0));
    assert_eq!(fake.seen().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_dead_host_does_not_cost_each_of_its_addresses_the_whole_patience() {
    let fake = Fake::slow(Duration::from_secs(30), |_, _| silence());
    let web = fake.web(Settings { host_concurrency: 1, ..hasty() });
    let urls: Vec<_> = (0..1000).map(|number| format!("http://a.example/{number}")).collect();
    let seen = join_all(urls.iter().map(|url| web.fetch(get(url)))).await;
    assert!(seen.iter().all(|seen| seen.outcome.is_err()));
    assert_eq!(fake.seen().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn waits_hold_no_permit() {
    let fake = Fake::new(|request, count| match (request.url.host_str(), count) {
        (Some("a.example"), 0) => Ok(answer(503, &[])),
        _ => Ok(answer(200, &[])),
    });
    let web = fake.web(Settings { max_concurrency: 1, ..hasty() });
    join_all(["http://a.example/", "http://b.example/"].map(|url| web.fetch(get(url)))).await;
    assert_eq!(fake.urls(), ["http://a.example/", "http://b.example/", "http://a.example/"]);
}

#[tokio::test(start_paused = true)]
async fn the_time_of_an_attempt_is_shared_by_its_redirects() {
    let fake = Fake::slow(Duration::from_secs(4), |request, _| {
        let expected = match request.url.path() {
            "/" => 10,
            "/2" => 6,
            _ => 2,
        };
        assert_eq!(request.left, Duration::from_secs(expected));
        match request.url.path() {
            "/" => Ok(answer(302, &[("location", "/2")])),
            "/2" => Ok(answer(302, &[("location", "/3")])),
            _ => Ok(answer(200, &[])),
        }
    });
    let ask = Ask { timeout: Some(Duration::from_secs(10)), ..get("http://a.example/") };
    assert!(fake.web(hasty()).fetch(ask).await.outcome.is_ok());
}

struct Down;

impl Network for Down {
    fn outage(&self) -> BoxFuture<'_, Option<Outage>> {
        ready(Some(Outage::Network)).boxed()
    }
}

fn without_network(fake: &Fake) -> Web {
    Web::over(Box::new(fake.clone()), Arc::new(Down), hasty()).expect("valid settings")
}

#[tokio::test(start_paused = true)]
async fn silence_on_a_dead_network_is_nobodys_fault() {
    let failed = || Err(NoAnswer::silence(Failure::DnsFailure("a.example".into(), "no answer".into())));
    let web = without_network(&Fake::new(move |_, _| failed()));
    // once the network is known to be down, one try is enough
    for attempts in [3, 1, 1] {
        let seen = web.fetch(get("http://a.example/")).await;
        assert_eq!((seen.outcome.err(), seen.attempts), (Some(Failure::Offline(Outage::Network)), attempts));
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_the_sources_own_even_then() {
    let web = without_network(&Fake::new(|_, _| reset()));
    let broken = Failure::ConnectionReset("broken".into());
    assert_eq!(web.fetch(get("http://a.example/")).await.outcome.err(), Some(broken));
}

#[tokio::test(start_paused = true)]
async fn a_network_that_brought_an_answer_lately_is_up() {
    let web = without_network(&Fake::new(|request, _| match request.url.host_str() {
        Some("up.example") => Ok(answer(200, &[])),
        _ => silence(),
    }));
    web.fetch(get("http://up.example/")).await;
    let seen = web.fetch(get("http://a.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::Timeout(Duration::from_secs(30))));
}
