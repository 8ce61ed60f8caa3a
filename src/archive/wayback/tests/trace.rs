//! How long a lost source was there.

use std::sync::Mutex;

use super::bench::{Bench, query};
use crate::archive::double::Service;
use crate::archive::{Archive, Lost};
use crate::model::{Lookup, Snapshot, Span};
use crate::web::Answer;

const PAGE: &str = "http://www.gazette.example/news/1";
const DAY: &str = "2013-07-02";

fn speaks_of_the_dam(answer: &Answer) -> bool {
    String::from_utf8_lossy(&answer.body).contains("dam")
}

/// What a look-up and a look into the capture give.
async fn opened(bench: &Bench, url: &str) -> Snapshot {
    match bench.look_into(url, DAY, speaks_of_the_dam).await {
        Lookup::Found(snapshot) => snapshot,
        other => panic!("{other:?}"),
    }
}

fn lost(url: &str, snapshot: Snapshot) -> Lost<'static> {
    Lost { query: query(url, DAY), snapshot, good: Box::new(speaks_of_the_dam) }
}

async fn traced(bench: &Bench, lost: Vec<Lost<'_>>) -> Vec<(String, String, String)> {
    let heard = Mutex::new(Vec::new());
    let hear = |query: &crate::archive::Query, span: Span| {
        let digits = |time: jiff::Timestamp| time.strftime("%Y%m%d").to_string();
        let told = (query.url.path().to_owned(), digits(span.first), digits(span.last));
        heard.lock().expect("no panic").push(told);
    };
    bench.wayback.trace(lost, &hear).await;
    heard.into_inner().expect("no panic")
}

fn told(path: &str, first: &str, last: &str) -> (String, String, String) {
    (path.to_owned(), first.to_owned(), last.to_owned())
}

#[tokio::test(start_paused = true)]
async fn one_bulk_request_tells_of_all_that_no_listing_told() {
    let bench = Bench::new();
    let pages: Vec<String> = (0..20).map(|n| format!("http://gazette.example/news/{n}")).collect();
    let mut all = Vec::new();
    for page in &pages {
        bench.double.holds("20110301000000", page, "plans of a dam");
        bench.double.holds("20130703000000", page, "the dam");
        bench.double.holds("20160401000000", page, "the old dam");
        bench.double.holds_status("20190401000000", page, "404");
        all.push(lost(page, opened(&bench, page).await));
    }
    let before = (bench.double.count(Service::Bulk), bench.double.count(Service::Replay));
    let heard = traced(&bench, all).await;
    assert_eq!(heard.len(), 20);
    assert!(heard.contains(&told("/news/7", "20110301", "20160401")), "{heard:?}");
    assert_eq!(bench.double.count(Service::Bulk) - before.0, 1);
    assert_eq!(bench.double.count(Service::Replay) - before.1, 20, "each last capture is opened");
    assert_eq!(bench.double.count(Service::Cdx), 0);
}

#[tokio::test(start_paused = true)]
async fn the_page_that_came_after_the_source_is_not_the_source() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "the dam");
    bench.double.holds("20200401000000", PAGE, "this domain is for sale");
    let snapshot = opened(&bench, PAGE).await;
    let heard = traced(&bench, vec![lost(PAGE, snapshot)]).await;
    assert_eq!(heard, [told("/news/1", "20130703", "20130703")]);
}

#[tokio::test(start_paused = true)]
async fn a_whole_listing_tells_without_another_question() {
    let bench = Bench::new();
    bench.double.holds("20120101000000", PAGE, "plans of a dam");
    bench.double.holds("20130703000000", PAGE, "the dam");
    bench.double.holds("20160401000000", PAGE, "the old dam");
    bench.double.bulk_misses(PAGE);
    let snapshot = opened(&bench, PAGE).await;
    let digits =
        snapshot.span.map(|span| [span.first, span.last].map(|time| time.strftime("%Y").to_string()));
    assert_eq!(digits, Some(["2012".to_owned(), "2016".to_owned()]));
    let bulk = bench.double.count(Service::Bulk);
    assert_eq!(traced(&bench, vec![lost(PAGE, snapshot)]).await, [told("/news/1", "20120101", "20160401")]);
    assert_eq!((bench.double.count(Service::Bulk), bench.double.count(Service::Cdx)), (bulk, 1));
}

#[tokio::test(start_paused = true)]
async fn captures_seen_to_be_bad_are_not_counted() {
    let bench = Bench::new();
    bench.double.holds("20120101000000", PAGE, "the dam");
    bench.double.holds("20130703000000", PAGE, "page not found");
    bench.double.holds("20180703000000", PAGE, "page not found");
    let snapshot = opened(&bench, PAGE).await;
    let year = |time: jiff::Timestamp| time.strftime("%Y").to_string();
    assert_eq!(
        snapshot.span.map(|span| (year(span.first), year(span.last))),
        Some(("2012".into(), "2012".into()))
    );
}

#[tokio::test(start_paused = true)]
async fn a_hundred_lost_sources_cost_one_bulk_request_and_some_stay_untold() {
    let bench = Bench::new();
    let mut all = Vec::new();
    for n in 0..80 {
        let page = format!("http://gazette.example/news/{n}");
        bench.double.holds("20130703000000", &page, "the dam");
        all.push(lost(&page, opened(&bench, &page).await));
    }
    let bulk = bench.double.count(Service::Bulk);
    assert_eq!(traced(&bench, all).await.len(), 50);
    assert_eq!(bench.double.count(Service::Bulk) - bulk, 1);
}

#[tokio::test(start_paused = true)]
async fn silence_tells_nothing() {
    let bench = Bench::new();
    bench.double.holds("20130703000000", PAGE, "the dam");
    let snapshot = opened(&bench, PAGE).await;
    bench.double.bulk_misses(PAGE);
    assert_eq!(traced(&bench, vec![lost(PAGE, snapshot)]).await, []);
}
