//! Finding captures: what is asked, and what is taken.

use std::time::Duration;

use super::bench::{Bench, query, time_of};
use crate::archive::double::{Odd, Service};
use crate::archive::{Archive, Query};
use crate::model::{Lookup, Snapshot};

const PAGE: &str = "https://www.gazette.example/news/1";
const DAY: &str = "2013-07-02";

fn counts(bench: &Bench) -> (usize, usize, usize) {
    let count = |service| bench.double.count(service);
    (count(Service::Bulk), count(Service::Cdx), count(Service::Replay))
}

fn pages(count: usize) -> Vec<Query> {
    (0..count).map(|n| query(&format!("https://gazette.example/news/{n}"), DAY)).collect()
}

#[tokio::test(start_paused = true)]
async fn a_near_capture_is_the_answer_whole() {
    let bench = Bench::new();
    bench.double.holds("20130706010203", "http://www.gazette.example:80/news/1", "dam");
    bench.double.holds("20120706010203", "http://gazette.example/news/1", "dam");
    let url = "https://web.archive.org/web/20130706010203/http://www.gazette.example:80/news/1";
    let snapshot = Snapshot {
        url: url.parse().expect("an address"),
        time: "2013-07-06T01:02:03Z".parse().expect("a time"),
        original: "http://www.gazette.example:80/news/1".to_owned(),
        status: Some(200),
        verified: false,
        span: None,
    };
    assert!(bench.wayback.holds(&snapshot));
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Found(snapshot));
    assert_eq!(counts(&bench), (1, 0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_hundred_citations_cost_two_requests_and_one_for_each_miss() {
    let bench = Bench::new();
    for n in 0..100 {
        if n % 10 != 3 {
            bench.double.holds("20130706010203", &format!("http://gazette.example/news/{n}"), "dam");
        }
    }
    let answers = bench.look_up(pages(100)).await;
    assert_eq!(counts(&bench), (2, 10, 0));
    let found = answers.iter().filter(|(_, lookup, _)| matches!(lookup, Lookup::Found(_))).count();
    let absent = answers.iter().filter(|(_, lookup, _)| *lookup == Lookup::Absent).count();
    assert_eq!((found, absent), (90, 10));
}

#[tokio::test(start_paused = true)]
async fn a_spurious_empty_answer_is_corrected_by_cdx() {
    let bench = Bench::new();
    bench.double.holds("20130706010203", PAGE, "dam");
    bench.double.bulk_misses(PAGE);
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20130706010203"));
    assert_eq!(counts(&bench), (1, 1, 0));
}

#[tokio::test(start_paused = true)]
async fn absent_takes_the_word_of_cdx() {
    let bench = Bench::new();
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Absent);
    bench.double.next(Service::Cdx, Odd::body(200, ""));
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Absent);
    assert_eq!(counts(&bench), (2, 2, 0));
}

#[tokio::test(start_paused = true)]
async fn errors_alone_are_absent() {
    let bench = Bench::new();
    bench.double.holds_status("20130702010203", PAGE, "404");
    bench.double.holds_status("20140702010203", PAGE, "410");
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Absent);
}

#[tokio::test(start_paused = true)]
async fn an_excluded_site_is_neither_absent_nor_failed() {
    let bench = Bench::new();
    bench.double.holds("20130706010203", PAGE, "dam");
    bench.double.excludes(PAGE);
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Excluded);
    assert_eq!(counts(&bench), (1, 1, 0));
}

#[tokio::test(start_paused = true)]
async fn an_address_missed_for_its_scheme_is_found_in_the_same_request() {
    let bench = Bench::new();
    bench.double.holds("20130706010203", "http://gazette.example:80/news/1", "dam");
    bench.double.bulk_misses_https(PAGE);
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20130706010203"));
    assert_eq!(counts(&bench), (1, 0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_far_capture_is_confirmed_and_a_nearer_revisit_found() {
    let bench = Bench::new();
    bench.double.holds("20120706010203", PAGE, "dam");
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20120706010203"));
    bench.double.holds_revisit("20130702010203", PAGE, "dam");
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20130702010203"));
    assert_eq!(counts(&bench), (2, 2, 0));
}

#[tokio::test(start_paused = true)]
async fn a_revisit_whose_original_is_not_listed_is_looked_at() {
    let bench = Bench::new();
    bench.double.holds_revisit("20130702010203", PAGE, "dam");
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20130702010203"));
    assert_eq!(counts(&bench), (1, 1, 1));
}

#[tokio::test(start_paused = true)]
async fn without_a_day_the_newest_good_capture_is_taken() {
    let bench = Bench::new();
    bench.double.holds("20120706010203", PAGE, "dam");
    bench.double.holds("20190706010203", PAGE, "dam");
    bench.double.holds_status("20240706010203", PAGE, "404");
    assert_eq!(bench.found(PAGE, "").await.as_deref(), Some("20190706010203"));
    bench.double.bulk_misses(PAGE);
    assert_eq!(bench.found(PAGE, "").await.as_deref(), Some("20190706010203"));
    assert_eq!(counts(&bench), (2, 1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_capture_from_the_future_or_of_another_page_is_not_taken() {
    let bench = Bench::new();
    let body = |time: &str, url: &str| {
        Odd::body(
            200,
            &format!(
                r#"{{"results":[{{"tag":"0","archived_snapshots":{{"closest":{{"status":"200","available":true,
                "url":"http://web.archive.org/web/{time}/{url}","timestamp":"{time}"}}}}}}]}}"#
            ),
        )
    };
    bench.double.next(Service::Bulk, body("20990101000000", PAGE));
    assert_eq!(bench.one(PAGE, "").await, Lookup::Absent);
    bench.double.next(Service::Bulk, body("20130702000000", "http://gazette.example/"));
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Absent);
    bench.double.next(
        Service::Cdx,
        Odd::body(
            200,
            &format!(
                r#"[["timestamp","original","mimetype","statuscode","digest"],
        ["20990101000000","{PAGE}","text/html","200","A"],
        ["20130702000000","http://gazette.example/news/12","text/html","200","A"],
        ["2013","{PAGE}","text/html","200","A"]]"#
            ),
        ),
    );
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Absent);
}

#[tokio::test(start_paused = true)]
async fn an_archived_redirect_is_followed_to_the_same_work() {
    let bench = Bench::new();
    let target = "https://gazette.example/archive/the-dam";
    bench.double.holds_redirect("20130702010203", PAGE, target);
    bench.double.holds("20130702010205", target, "dam");
    let Lookup::Found(snapshot) = bench.one(PAGE, DAY).await else { panic!("found") };
    assert_eq!(snapshot.original, target);
    assert_eq!(
        snapshot.url.as_str(),
        "https://web.archive.org/web/20130702010205/https://gazette.example/archive/the-dam"
    );
    assert_eq!(counts(&bench), (1, 1, 3));
}

#[tokio::test(start_paused = true)]
async fn an_archived_redirect_elsewhere_or_in_circles_is_no_capture() {
    let bench = Bench::new();
    let cases = [
        ("https://gazette.example/a", "https://gazette.example/"),
        ("https://gazette.example/b", "https://lender.example/welcome"),
        ("https://gazette.example/c", "https://gazette.example/c/"),
        ("https://gazette.example/d", "https://gazette.example/not-captured"),
    ];
    bench.double.holds("20130702010203", "https://gazette.example/", "home");
    bench.double.holds("20130702010203", "https://lender.example/welcome", "loans");
    for (url, target) in cases {
        bench.double.holds_redirect("20130702010203", url, target);
        assert_eq!(bench.one(url, DAY).await, Lookup::Absent, "{url}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_target_captured_only_years_later_is_not_what_the_redirect_led_to() {
    let bench = Bench::new();
    let target = "https://gazette.example/archive/the-dam";
    bench.double.holds_redirect("20130702010203", PAGE, target);
    bench.double.holds("20190101000000", target, "something else");
    assert_eq!(bench.one(PAGE, DAY).await, Lookup::Absent);
}

#[tokio::test(start_paused = true)]
async fn more_redirects_than_a_listing_holds_do_not_hide_the_page() {
    let bench = Bench::new();
    for n in 0..250 {
        let time = format!("201307{:02}{:02}0000", n / 24 + 1, n % 24);
        bench.double.holds_redirect(&time, PAGE, "https://gazette.example/");
    }
    bench.double.holds("20080101000000", PAGE, "dam");
    bench.double.bulk_misses(PAGE);
    assert_eq!(bench.found(PAGE, DAY).await.as_deref(), Some("20080101000000"));
    assert_eq!(bench.double.count(Service::Cdx), 2);
}

#[tokio::test(start_paused = true)]
async fn a_cited_capture_costs_no_request() {
    let bench = Bench::new();
    let cited = "https://web.archive.org/web/20130706010203/http://gazette.example/news/1";
    assert_eq!(bench.found(cited, DAY).await.as_deref(), Some("20130706010203"));
    assert_eq!(counts(&bench), (0, 0, 0));
}

#[tokio::test(start_paused = true)]
async fn answers_of_the_bulk_form_do_not_wait_for_cdx() {
    let bench = Bench::new();
    // The first batch is all misses, more than a minute's worth of CDX; the second is all hits.
    for n in 50..100 {
        bench.double.holds("20130706010203", &format!("https://gazette.example/news/{n}"), "dam");
    }
    let answers = bench.look_up(pages(100)).await;
    let last_hit = answers.iter().filter(|it| time_of(&it.1).is_some()).map(|it| it.2).max().expect("hits");
    let last_miss = answers.iter().map(|it| it.2).max().expect("answers");
    assert!(last_hit < Duration::from_secs(1), "{last_hit:?}");
    assert!(last_miss >= Duration::from_mins(1), "{last_miss:?}");
}
