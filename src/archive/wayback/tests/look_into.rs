//! Looking into the captures of dead sources.

use std::sync::Mutex;

use super::bench::{Bench, query, time_of};
use crate::archive::Archive;
use crate::archive::double::{Odd, Service};
use crate::model::{Lookup, Snapshot};
use crate::web::{Answer, Failure};

const PAGE: &str = "http://www.gazette.example/news/1";
const DAY: &str = "2013-07-02";

/// The rule of these tests: a page is good if it speaks of the dam.
fn speaks_of_the_dam(answer: &Answer) -> bool {
    String::from_utf8_lossy(&answer.body).contains("dam")
}

async fn good_time(bench: &Bench) -> Option<String> {
    time_of(&bench.look_into(PAGE, DAY, speaks_of_the_dam).await)
}

#[tokio::test(start_paused = true)]
async fn a_good_capture_costs_one_request() {
    let bench = Bench::new();
    bench.double.holds("20130706010203", PAGE, "the dam");
    assert_eq!(good_time(&bench).await.as_deref(), Some("20130706010203"));
    assert_eq!((bench.double.count(Service::Replay), bench.double.count(Service::Cdx)), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn the_judge_sees_the_raw_page_under_its_own_address() {
    let bench = Bench::new();
    bench.double.holds("20130706010203", "http://gazette.example:80/news/1", "the dam");
    let Lookup::Found(snapshot) = bench.one(PAGE, DAY).await else { panic!("found") };
    let seen = Mutex::new(Vec::new());
    let judge = |answer: &Answer| {
        seen.lock().expect("no panic").push((answer.url.to_string(), answer.status, answer.body.clone()));
        true
    };
    let lookup = bench.wayback.look_into(&query(PAGE, DAY), &snapshot, &judge).await;
    assert_eq!(lookup, Lookup::Found(Snapshot { verified: true, ..snapshot }));
    let seen = seen.into_inner().expect("no panic");
    assert_eq!(seen, [("http://gazette.example/news/1".to_owned(), 200, b"the dam".to_vec())]);
}

#[tokio::test(start_paused = true)]
async fn a_bad_capture_gives_way_to_the_next_nearest() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "page not found");
    bench.double.holds("20130801000000", PAGE, "domain for sale");
    bench.double.holds("20130501000000", PAGE, "the dam");
    bench.double.holds("20180501000000", PAGE, "the dam, edited");
    assert_eq!(good_time(&bench).await.as_deref(), Some("20130501000000"));
    assert_eq!((bench.double.count(Service::Replay), bench.double.count(Service::Cdx)), (3, 1));
}

#[tokio::test(start_paused = true)]
async fn the_same_bad_page_is_not_looked_at_twice() {
    let bench = Bench::new();
    for day in 1..=28 {
        bench.double.holds(&format!("201307{day:02}000000"), PAGE, "page not found");
    }
    bench.double.holds("20150101000000", PAGE, "the dam");
    assert_eq!(good_time(&bench).await.as_deref(), Some("20150101000000"));
    assert_eq!(bench.double.count(Service::Replay), 2);
}

#[tokio::test(start_paused = true)]
async fn after_five_bad_captures_there_is_none() {
    let bench = Bench::new();
    for day in 1..=28 {
        bench.double.holds(&format!("201307{day:02}000000"), PAGE, &format!("not found, request {day}"));
    }
    assert_eq!(bench.look_into(PAGE, DAY, speaks_of_the_dam).await, Lookup::Absent);
    assert_eq!(bench.double.count(Service::Replay), 5);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_home_is_bad_whatever_the_page_says() {
    let bench = Bench::new();
    bench.double.holds("20130101000000", PAGE, "page not found");
    bench.double.holds_redirect("20130703000000", PAGE, "http://www.gazette.example/");
    bench.double.holds("20130703000000", "http://www.gazette.example/", "all about the dam");
    assert_eq!(bench.look_into(PAGE, DAY, speaks_of_the_dam).await, Lookup::Absent);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_to_the_work_is_good() {
    let bench = Bench::new();
    bench.double.holds("20130101000000", PAGE, "page not found");
    bench.double.holds_redirect("20130703000000", PAGE, "https://media-group.example/dams/old");
    bench.double.holds("20130703000000", "https://media-group.example/dams/old", "the dam");
    let Lookup::Found(snapshot) = bench.look_into(PAGE, DAY, speaks_of_the_dam).await else {
        panic!("found")
    };
    assert_eq!(snapshot.original, "https://media-group.example/dams/old");
}

#[tokio::test(start_paused = true)]
async fn an_archived_error_is_bad_and_no_trouble_of_the_archive() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "dam");
    bench.double.at(
        "https://web.archive.org/web/20130703000000id_/http://www.gazette.example/news/1",
        Odd::status(503).header("memento-datetime", "Wed, 03 Jul 2013 00:00:00 GMT"),
    );
    assert_eq!(bench.look_into(PAGE, DAY, speaks_of_the_dam).await, Lookup::Absent);
    assert_eq!(bench.double.count(Service::Replay), 1, "the error is an answer, not asked for again");
}

#[tokio::test(start_paused = true)]
async fn a_page_without_memento_datetime_is_no_capture() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "dam");
    bench.double.always(Service::Replay, Odd::body(200, "the calendar of the dam"));
    assert_eq!(bench.look_into(PAGE, DAY, speaks_of_the_dam).await, Lookup::Absent);
}

#[tokio::test(start_paused = true)]
async fn an_exclusion_can_come_with_status_200() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "dam");
    bench
        .double
        .next(Service::Replay, Odd::body(200, "<p>Sorry. This URL has been excluded from the archive.</p>"));
    assert_eq!(bench.look_into(PAGE, DAY, speaks_of_the_dam).await, Lookup::Excluded);
}

#[tokio::test(start_paused = true)]
async fn a_capture_that_cannot_be_seen_is_failed() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "dam");
    bench
        .double
        .always(Service::Replay, Odd::failure(Failure::ConnectionRefused("web.archive.org".to_owned())));
    let lookup = bench.look_into(PAGE, DAY, speaks_of_the_dam).await;
    let why = "Wayback replay: web.archive.org refused the connection, asked 2 times";
    assert_eq!(lookup, Lookup::Failed(why.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_capture_replayed_as_another_is_told_by_its_own_time() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "dam");
    bench.double.at(
        "https://web.archive.org/web/20130703000000id_/http://www.gazette.example/news/1",
        Odd::body(200, "the dam").header("memento-datetime", "Sun, 01 Jan 2012 00:00:00 GMT"),
    );
    assert_eq!(good_time(&bench).await.as_deref(), Some("20120101000000"));
}
