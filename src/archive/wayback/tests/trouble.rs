//! When the archive does not answer: what is tried, what is spared, what is told.

use std::time::Duration;

use tokio::time::Instant;

use super::bench::{Bench, query, time_of};
use crate::archive::double::{Double, Odd, Service};
use crate::archive::{Archive, Query, WaybackSettings};
use crate::model::Lookup;
use crate::web::{Failure, Outage};

const PAGE: &str = "http://gazette.example/news/1";
const DAY: &str = "2013-07-02";

fn pages(count: usize) -> Vec<Query> {
    (0..count).map(|n| query(&format!("http://gazette.example/news/{n}"), DAY)).collect()
}

fn why(lookup: &Lookup) -> &str {
    match lookup {
        Lookup::Failed(why) => why,
        other => panic!("failed, not {other:?}"),
    }
}

fn slow() -> Odd {
    Odd::failure(Failure::Timeout(Duration::from_mins(1)))
}

#[tokio::test(start_paused = true)]
async fn after_a_429_without_retry_after_nothing_is_asked_for_a_minute() {
    let bench = Bench::new();
    bench.double.next(Service::Cdx, Odd::status(429));
    bench.double.holds("20130706010203", PAGE, "dam");
    bench.double.bulk_misses(PAGE);
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20130706010203"));
    let starts = bench.double.starts(Service::Cdx);
    assert_eq!(starts.len(), 2);
    assert_eq!(starts[1] - starts[0], Duration::from_mins(1));
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_honoured() {
    let bench = Bench::new();
    bench.double.next(Service::Bulk, Odd::status(429).header("retry-after", "5"));
    bench.double.holds("20130706010203", PAGE, "dam");
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20130706010203"));
    let starts = bench.double.starts(Service::Bulk);
    assert_eq!(starts[1] - starts[0], Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn a_bulk_request_that_fails_once_is_asked_again() {
    let bench = Bench::new();
    for n in 0..50 {
        bench.double.holds("20130706010203", &format!("http://gazette.example/news/{n}"), "dam");
    }
    bench.double.next(Service::Bulk, Odd::status(503));
    let answers = bench.look_up(pages(50)).await;
    assert!(answers.iter().all(|(_, lookup, _)| matches!(lookup, Lookup::Found(_))));
    assert_eq!((bench.double.count(Service::Bulk), bench.double.count(Service::Cdx)), (2, 0));
}

#[tokio::test(start_paused = true)]
async fn one_address_that_the_bulk_form_chokes_on_does_not_cost_the_others() {
    let bench = Bench::new();
    for n in 0..50 {
        bench.double.holds("20130706010203", &format!("http://gazette.example/news/{n}"), "dam");
    }
    bench.double.bulk_chokes_on("http://gazette.example/news/17");
    let answers = bench.look_up(pages(50)).await;
    assert!(answers.iter().all(|(_, lookup, _)| matches!(lookup, Lookup::Found(_))));
    assert!(bench.double.count(Service::Cdx) <= 6, "{}", bench.double.count(Service::Cdx));
}

#[tokio::test(start_paused = true)]
async fn a_bulk_form_that_refuses_is_not_asked_in_smaller_pieces() {
    let bench = Bench::new();
    bench.double.always(Service::Bulk, Odd::status(429));
    let answers = bench.look_up(pages(50)).await;
    assert!(answers.iter().all(|(_, lookup, _)| *lookup == Lookup::Absent));
    assert_eq!((bench.double.count(Service::Bulk), bench.double.count(Service::Cdx)), (2, 50));
}

#[tokio::test(start_paused = true)]
async fn without_the_bulk_form_cdx_is_asked() {
    let bench = Bench::new();
    for n in 0..10 {
        bench.double.holds("20130706010203", &format!("http://gazette.example/news/{n}"), "dam");
    }
    bench.double.always(Service::Bulk, Odd::body(200, "<html>We are upgrading</html>"));
    let answers = bench.look_up(pages(10)).await;
    assert!(answers.iter().all(|(_, lookup, _)| matches!(lookup, Lookup::Found(_))));
    assert_eq!(bench.double.count(Service::Cdx), 10);
    assert_eq!(bench.double.count(Service::Bulk), 6, "given up after six failures in a row");
}

#[tokio::test(start_paused = true)]
async fn every_answer_that_is_none_is_failed_and_never_absent() {
    let table = [
        (
            Odd::status(503).header("x-archive-wayback-runtime-error", "java.net.ConnectException"),
            "Wayback CDX: HTTP 503 (java.net.ConnectException), asked 2 times",
            2,
        ),
        (Odd::status(502), "Wayback CDX: HTTP 502, asked 2 times", 2),
        (
            Odd::body(200, "<html>\n<title>Internet Archive</title>"),
            "Wayback CDX: an answer that is none: \"<html> <title>Internet Archive</title>\", asked 2 times",
            2,
        ),
        (Odd::body(400, "url= param is required"), "Wayback CDX: HTTP 400: url= param is required", 1),
        (Odd::status(404), "Wayback CDX: HTTP 404", 1),
        (Odd::status(403), "Wayback CDX: HTTP 403, asked 2 times", 2),
        (slow(), "Wayback CDX: no answer within 60 s, asked 2 times", 2),
        (
            Odd::failure(Failure::ConnectionReset("peer".to_owned())),
            "Wayback CDX: the connection broke: peer, asked 2 times",
            2,
        ),
    ];
    for (odd, expected, requests) in table {
        let bench = Bench::new();
        bench.double.always(Service::Cdx, odd);
        assert_eq!(why(&bench.one(PAGE, DAY).await), expected);
        assert_eq!(bench.double.count(Service::Cdx), requests, "{expected}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_archive_that_never_answers_is_given_up() {
    let bench = Bench::new();
    bench.double.always(Service::Cdx, slow());
    let answers = bench.look_up(pages(40)).await;
    assert_eq!(bench.double.count(Service::Cdx), 6);
    assert!(answers.iter().all(|(_, lookup, _)| matches!(lookup, Lookup::Failed(_))));
    assert_eq!(
        why(&answers[39].1),
        "Wayback CDX: no answer within 60 s, no answer 6 times in a row, not asked again in this run"
    );
}

#[tokio::test(start_paused = true)]
async fn a_network_that_is_down_is_not_asked_twice() {
    let bench = Bench::new();
    for service in [Service::Bulk, Service::Cdx] {
        bench.double.always(service, Odd::failure(Failure::Offline(Outage::Network)));
    }
    let answers = bench.look_up(pages(120)).await;
    assert!(answers.iter().all(|(_, lookup, _)| why(lookup) == "Wayback CDX: the network is down"));
    assert!(bench.double.count(Service::Bulk) == 1 && bench.double.count(Service::Cdx) <= 2);
}

#[tokio::test(start_paused = true)]
async fn a_far_capture_is_told_when_cdx_cannot_be_asked() {
    let bench = Bench::new();
    bench.double.holds("20180706010203", PAGE, "dam");
    bench.double.always(Service::Cdx, slow());
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20180706010203"));
}

#[tokio::test(start_paused = true)]
async fn a_redirect_that_could_not_be_looked_at_is_failed() {
    let bench = Bench::new();
    bench.double.holds_redirect("20130702010203", PAGE, "http://gazette.example/the-dam");
    bench.double.always(Service::Replay, slow());
    assert_eq!(why(&bench.one(PAGE, DAY).await), "Wayback replay: no answer within 60 s, asked 2 times");
}

#[tokio::test(start_paused = true)]
async fn no_minute_sees_more_requests_than_allowed_and_no_moment_more_than_two() {
    let bench = Bench::with(Double::with_latency(Duration::from_secs(3)), WaybackSettings::default());
    let answers = bench.look_up(pages(150)).await;
    assert!(answers.iter().all(|(_, lookup, _)| *lookup == Lookup::Absent));
    let starts = bench.double.starts(Service::Cdx);
    assert_eq!(starts.len(), 150);
    assert!(starts.windows(29).all(|window| window[28] - window[0] >= Duration::from_mins(1)));
    assert!(starts.windows(2).all(|pair| pair[1] - pair[0] >= Duration::from_millis(500)));
    assert_eq!(bench.double.most_at_once(), 2);
    assert_eq!(bench.double.count(Service::Bulk), 3);
}

#[tokio::test(start_paused = true)]
async fn the_clock_goes_on_over_calls() {
    let bench = Bench::new();
    let start = Instant::now();
    bench.look_up(pages(20)).await;
    bench.look_up(pages(8)).await;
    assert!(start.elapsed() < Duration::from_mins(1));
    bench.look_up(pages(1)).await;
    assert!(start.elapsed() >= Duration::from_mins(1));
}

#[tokio::test(start_paused = true)]
async fn it_says_what_the_run_waits_for() {
    let bench = Bench::new();
    let queries = pages(30);
    let told = |_, _| ();
    let look_up = bench.wayback.look_up(queries, &told);
    let watch = async {
        tokio::time::sleep(Duration::from_secs(50)).await;
        bench.wayback.waiting_for()
    };
    let ((), waiting) = tokio::join!(look_up, watch);
    assert_eq!(waiting.as_deref(), Some("Wayback CDX: 2 look-ups queued, next in 10 s"));
    assert_eq!(bench.wayback.waiting_for(), None);
    assert_eq!(time_of(&Lookup::Absent), None);
}
