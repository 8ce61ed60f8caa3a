use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures::future::{BoxFuture, FutureExt};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use super::{Door, Memento, MementoSettings};
use crate::archive::double::clock;
use crate::archive::{Archive, Lost, Query};
use crate::model::{Lookup, Snapshot, Span};
use crate::web::{Answer, Ask, Fetch, Observation, Settings};

const PAGE: &str = "http://www.gazette.example/news/1";
const TIMEMAP: &str = "http://archive.example/timemap/link/http://www.gazette.example/news/1";

/// What an answer is made of: the address it comes from, status, headers, body.
type Reply = (String, u16, Vec<(&'static str, String)>, String);

/// An archive of fixed answers.
#[derive(Default)]
struct Shelf {
    replies: HashMap<String, Reply>,
    asked: Mutex<Vec<(String, Option<String>)>>,
}

impl Shelf {
    fn put(&mut self, url: &str, status: u16, body: &str) {
        self.replies.insert(url.to_owned(), (url.to_owned(), status, Vec::new(), body.to_owned()));
    }

    /// A capture's raw form.
    fn put_capture(&mut self, digits: &str, original: &str, status: u16, body: &str) {
        let url = format!("http://archive.example/{digits}id_/{original}");
        let time = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", digits).expect("fourteen digits");
        let headers = vec![("memento-datetime", time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string())];
        self.replies.insert(url.clone(), (url, status, headers, body.to_owned()));
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic").iter().map(|(url, _)| url.clone()).collect()
    }
}

impl Fetch for Shelf {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        let accept = ask.headers.get("accept-datetime").map(|it| it.to_str().expect("text").to_owned());
        self.asked.lock().expect("no panic").push((ask.url.to_string(), accept));
        let reply = self.replies.get(ask.url.as_str()).cloned();
        let (url, status, headers, body) =
            reply.unwrap_or((ask.url.to_string(), 404, Vec::new(), "no such thing".to_owned()));
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"))
            })
            .collect();
        let url = Url::parse(&url).expect("an address");
        let mut body = body.into_bytes();
        let most = ask.max_body.unwrap_or(Settings::default().max_body);
        let truncated = body.len() > most;
        body.truncate(most);
        let outcome = Ok(Answer { url, status, headers, body, truncated });
        let seen = Observation::once(ask.url, outcome);
        async { seen }.boxed()
    }
}

fn memento_line(digits: &str, date: &str) -> String {
    format!("<http://archive.example/{digits}/{PAGE}>; rel=\"memento\"; datetime=\"{date}\"")
}

fn timemap(lines: &[String]) -> String {
    format!("<{PAGE}>; rel=\"original\",\n<{TIMEMAP}>; rel=\"self\",\n{}", lines.join(",\n"))
}

fn archive(shelf: Shelf, door: Door) -> (Arc<Shelf>, Memento) {
    let shelf = Arc::new(shelf);
    let fetch: Arc<dyn Fetch> = shelf.clone();
    (shelf, Memento::new(MementoSettings::new("National Archive", door), &fetch, &clock()))
}

fn by_timemap(shelf: Shelf) -> (Arc<Shelf>, Memento) {
    archive(shelf, Door::TimeMap(Url::parse("http://archive.example/timemap/link/").expect("an address")))
}

fn query() -> Query {
    Query {
        url: Url::parse(PAGE).expect("an address"),
        reference: Some("2013-07-02".parse().expect("a day")),
    }
}

async fn answer(memento: &Memento) -> Lookup {
    let answers = Mutex::new(Vec::new());
    memento.look_up(vec![query()], &|_, lookup| answers.lock().expect("no panic").push(lookup)).await;
    let mut answers = answers.into_inner().expect("no panic");
    assert_eq!(answers.len(), 1);
    answers.remove(0)
}

fn snapshot(digits: &str, time: &str) -> Snapshot {
    Snapshot {
        url: format!("http://archive.example/{digits}/{PAGE}").parse().expect("an address"),
        time: time.parse().expect("a time"),
        original: PAGE.to_owned(),
        status: Some(200),
        verified: false,
        span: None,
    }
}

#[tokio::test(start_paused = true)]
async fn the_nearest_capture_that_answers_200_is_taken() {
    let mut shelf = Shelf::default();
    let lines = [
        memento_line("20120101000000", "Sun, 01 Jan 2012 00:00:00 GMT"),
        memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT"),
        memento_line("20130801000000", "Thu, 01 Aug 2013 00:00:00 GMT"),
        memento_line("20990101000000", "Thu, 01 Jan 2099 00:00:00 GMT"),
    ];
    shelf.put(TIMEMAP, 200, &timemap(&lines));
    shelf.put_capture("20130701000000", PAGE, 404, "gone");
    shelf.put_capture("20130801000000", PAGE, 200, "the dam");
    let (shelf, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130801000000", "2013-08-01T00:00:00Z")));
    assert_eq!(shelf.asked().len(), 3);
}

/// A `TimeMap` of so many bytes, with a capture at its beginning and one at its end.
fn long_timemap(bytes: usize) -> String {
    let first = memento_line("20100101000000", "Fri, 01 Jan 2010 00:00:00 GMT");
    let last = memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT");
    let with = |filler: &str| format!("{first},\n<http://archive.example/>; title=\"{filler}\",\n{last}");
    with(&"x".repeat(bytes - with("").len()))
}

#[tokio::test(start_paused = true)]
async fn sixteen_mebibytes_of_a_timemap_are_read() {
    const LIMIT: usize = 16 * 1024 * 1024;
    let asked = |bytes: usize| async move {
        let mut shelf = Shelf::default();
        shelf.put(TIMEMAP, 200, &long_timemap(bytes));
        shelf.put_capture("20100101000000", PAGE, 200, "the dam");
        shelf.put_capture("20130701000000", PAGE, 200, "the dam");
        let (_, memento) = by_timemap(shelf);
        answer(&memento).await
    };
    let newest = Lookup::Found(snapshot("20130701000000", "2013-07-01T00:00:00Z"));
    assert_eq!(asked(3 * 1024 * 1024).await, newest);
    assert_eq!(asked(LIMIT).await, newest);
    // The end of its last line is missing: what was there is not made up from what is left.
    let why = "National Archive: a TimeMap longer than the 16 MiB that are read of it";
    assert_eq!(asked(LIMIT + 1).await, Lookup::Failed(why.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_timemap_cut_behind_the_wished_day_is_good_enough() {
    let mut shelf = Shelf::default();
    let near = memento_line("20130703000000", "Wed, 03 Jul 2013 00:00:00 GMT");
    shelf.put(TIMEMAP, 200, &format!("{near},\n{}", long_timemap((16 << 20) + 1)));
    shelf.put_capture("20130703000000", PAGE, 200, "the dam");
    let (_, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130703000000", "2013-07-03T00:00:00Z")));
}

#[tokio::test(start_paused = true)]
async fn no_timemap_is_absent_a_page_for_one_is_failed() {
    let (_, memento) = by_timemap(Shelf::default());
    assert_eq!(answer(&memento).await, Lookup::Absent);
    let mut shelf = Shelf::default();
    shelf.put(TIMEMAP, 200, "<!doctype html><title>Search</title>");
    let (_, memento) = by_timemap(shelf);
    assert!(matches!(answer(&memento).await, Lookup::Failed(_)));
    let mut shelf = Shelf::default();
    shelf.put(TIMEMAP, 451, "");
    let (_, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Excluded);
    let mut shelf = Shelf::default();
    shelf.put(TIMEMAP, 503, "");
    let (shelf, memento) = by_timemap(shelf);
    assert_eq!(
        answer(&memento).await,
        Lookup::Failed("National Archive: HTTP 503, asked 2 times".to_owned())
    );
    assert_eq!(shelf.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_page_of_a_timemap_that_covers_the_day_is_read_and_circles_end() {
    let page = |n: u8| format!("http://archive.example/timemap/link/{n}/{PAGE}");
    let part = |n: u8, from: &str, until: &str| {
        format!("<{}>; rel=\"timemap\"; from=\"{from}\"; until=\"{until}\"", page(n))
    };
    let mut shelf = Shelf::default();
    let index = [
        part(1, "Fri, 01 Jan 2010 00:00:00 GMT", "Sat, 31 Dec 2011 00:00:00 GMT"),
        part(2, "Tue, 01 Jan 2013 00:00:00 GMT", "Tue, 31 Dec 2013 00:00:00 GMT"),
        part(3, "Thu, 01 Jan 2015 00:00:00 GMT", "Thu, 31 Dec 2015 00:00:00 GMT"),
    ];
    shelf.put(TIMEMAP, 200, &timemap(&index));
    let circle = format!("<{TIMEMAP}>; rel=\"timemap\"");
    let lines = [memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT"), circle];
    shelf.put(&page(2), 200, &timemap(&lines));
    shelf.put_capture("20130701000000", PAGE, 200, "the dam");
    let (shelf, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130701000000", "2013-07-01T00:00:00Z")));
    let asked = shelf.asked();
    assert_eq!(asked[..2], [TIMEMAP.to_owned(), page(2)]);
    assert_eq!(asked.iter().filter(|url| url.contains("timemap")).count(), 4, "four pages at most");
}

#[tokio::test(start_paused = true)]
async fn a_timegate_is_asked_for_the_day() {
    let mut shelf = Shelf::default();
    let gate = format!("http://archive.example/timegate/{PAGE}");
    let capture = format!("http://archive.example/20130701000000/{PAGE}");
    let time = vec![("memento-datetime", "Mon, 01 Jul 2013 00:00:00 GMT".to_owned())];
    shelf.replies.insert(gate, (capture, 200, time, "framed".to_owned()));
    shelf.put_capture("20130701000000", PAGE, 200, "the dam");
    let door = Door::TimeGate(Url::parse("http://archive.example/timegate/").expect("an address"));
    let (shelf, memento) = archive(shelf, door);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130701000000", "2013-07-01T00:00:00Z")));
    let accept = shelf.asked.lock().expect("no panic")[0].1.clone();
    assert_eq!(accept.as_deref(), Some("Tue, 02 Jul 2013 12:00:00 GMT"));
}

#[tokio::test(start_paused = true)]
async fn a_frame_around_a_capture_names_it_in_its_link_header() {
    let mut shelf = Shelf::default();
    let gate = format!("http://archive.example/timegate/{PAGE}");
    let line = memento_line("20130701000000mp_", "Mon, 01 Jul 2013 00:00:00 GMT");
    shelf.replies.insert(gate.clone(), (gate, 200, vec![("link", line)], "<iframe>".to_owned()));
    shelf.put_capture("20130701000000", PAGE, 200, "the dam");
    let door = Door::TimeGate(Url::parse("http://archive.example/timegate/").expect("an address"));
    let (_, memento) = archive(shelf, door);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130701000000", "2013-07-01T00:00:00Z")));
}

#[tokio::test(start_paused = true)]
async fn an_archived_redirect_does_not_lead_out_of_the_archive() {
    let mut shelf = Shelf::default();
    shelf.put(TIMEMAP, 200, &timemap(&[memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT")]));
    shelf.put_capture("20130701000000", PAGE, 301, "");
    let raw = format!("http://archive.example/20130701000000id_/{PAGE}");
    shelf.replies.get_mut(&raw).expect("put").2.push(("location", "/dams/one".to_owned()));
    shelf.put_capture("20130701000000", "http://www.gazette.example/dams/one", 200, "the dam");
    let (shelf, memento) = by_timemap(shelf);
    let Lookup::Found(found) = answer(&memento).await else { panic!("found") };
    assert_eq!(found.original, "http://www.gazette.example/dams/one");
    assert!(shelf.asked().iter().all(|url| url.starts_with("http://archive.example/")));
}

#[tokio::test(start_paused = true)]
async fn captures_under_addresses_of_any_form_are_looked_at() {
    let mut shelf = Shelf::default();
    let line =
        "<http://archive.example/memento/77>; rel=\"memento\"; datetime=\"Mon, 01 Jul 2013 00:00:00 GMT\"";
    shelf.put(TIMEMAP, 200, &timemap(&[line.to_owned()]));
    let url = "http://archive.example/memento/77".to_owned();
    let time = vec![("memento-datetime", "Mon, 01 Jul 2013 00:00:00 GMT".to_owned())];
    shelf.replies.insert(url.clone(), (url.clone(), 200, time, "the dam".to_owned()));
    let (_, memento) = by_timemap(shelf);
    let expected = Snapshot {
        url: url.parse().expect("an address"),
        ..snapshot("20130701000000", "2013-07-01T00:00:00Z")
    };
    assert_eq!(answer(&memento).await, Lookup::Found(expected));
}

#[tokio::test(start_paused = true)]
async fn the_neighbours_of_a_bad_capture_are_named_by_the_timegate() {
    let mut shelf = Shelf::default();
    let capture = format!("http://archive.example/20130701000000/{PAGE}");
    let headers = vec![
        ("memento-datetime", "Mon, 01 Jul 2013 00:00:00 GMT".to_owned()),
        ("link", memento_line("20130801000000", "Thu, 01 Aug 2013 00:00:00 GMT")),
    ];
    let gate = format!("http://archive.example/timegate/{PAGE}");
    shelf.replies.insert(gate, (capture, 404, headers, "gone".to_owned()));
    shelf.put_capture("20130801000000", PAGE, 200, "the dam");
    let door = Door::TimeGate(Url::parse("http://archive.example/timegate/").expect("an address"));
    let (_, memento) = archive(shelf, door);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130801000000", "2013-08-01T00:00:00Z")));
}

#[tokio::test(start_paused = true)]
async fn what_a_timegate_says_without_naming_a_capture_is_failed() {
    let mut shelf = Shelf::default();
    shelf.put(&format!("http://archive.example/timegate/{PAGE}"), 200, "search results");
    let door = Door::TimeGate(Url::parse("http://archive.example/timegate/").expect("an address"));
    let (_, memento) = archive(shelf, door);
    let why = "National Archive: an answer that names no capture";
    assert_eq!(answer(&memento).await, Lookup::Failed(why.to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_bad_capture_gives_way_to_the_next() {
    let mut shelf = Shelf::default();
    let lines = [
        memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT"),
        memento_line("20130801000000", "Thu, 01 Aug 2013 00:00:00 GMT"),
    ];
    shelf.put(TIMEMAP, 200, &timemap(&lines));
    shelf.put_capture("20130701000000", PAGE, 200, "not found");
    shelf.put_capture("20130801000000", PAGE, 200, "the dam");
    let (_, memento) = by_timemap(shelf);
    let Lookup::Found(first) = answer(&memento).await else { panic!("found") };
    assert!(memento.holds(&first));
    let good = |answer: &Answer| answer.url.as_str() == PAGE && answer.body == b"the dam";
    let lookup = memento.look_into(&query(), &first, &good).await;
    let second = Snapshot { verified: true, ..snapshot("20130801000000", "2013-08-01T00:00:00Z") };
    assert_eq!(lookup, Lookup::Found(second));
}

#[tokio::test(start_paused = true)]
async fn a_timemap_goes_on_where_its_next_link_leads() {
    let second = format!("http://archive.example/timemap/link/2/{PAGE}");
    let mut shelf = Shelf::default();
    let next = format!("<{second}>; rel=\"next\"; type=\"application/link-format\"");
    let lines = [memento_line("20100101000000", "Fri, 01 Jan 2010 00:00:00 GMT"), next];
    shelf.put(TIMEMAP, 200, &timemap(&lines));
    let own = format!("<{second}>; rel=\"self\"");
    let previous = format!("<{TIMEMAP}>; rel=\"prev\"");
    let lines = [own, previous, memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT")];
    shelf.put(&second, 200, &lines.join(",\n"));
    shelf.put_capture("20130701000000", PAGE, 200, "the dam");
    let (shelf, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130701000000", "2013-07-01T00:00:00Z")));
    assert_eq!(shelf.asked()[..2], [TIMEMAP.to_owned(), second]);
    assert_eq!(shelf.asked().len(), 3, "neither page is read twice");
}

#[tokio::test(start_paused = true)]
async fn a_capture_without_its_time_is_none() {
    let mut shelf = Shelf::default();
    let lines = [
        memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT"),
        memento_line("20130801000000", "Thu, 01 Aug 2013 00:00:00 GMT"),
    ];
    shelf.put(TIMEMAP, 200, &timemap(&lines));
    shelf.put(&format!("http://archive.example/20130701000000id_/{PAGE}"), 200, "a search form");
    shelf.put_capture("20130801000000", PAGE, 200, "the dam");
    let (_, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Found(snapshot("20130801000000", "2013-08-01T00:00:00Z")));
}

#[tokio::test(start_paused = true)]
async fn a_time_that_is_not_exact_leads_to_a_near_capture_or_nowhere() {
    for (lands, expected) in [("20130703", true), ("20190703", false)] {
        let mut shelf = Shelf::default();
        let lines = [memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT")];
        shelf.put(TIMEMAP, 200, &timemap(&lines));
        let raw = format!("http://archive.example/20130701000000id_/{PAGE}");
        shelf.put(&raw, 302, "");
        let real = format!("http://archive.example/{lands}000000id_/{PAGE}");
        shelf.replies.get_mut(&raw).expect("put").2.push(("location", real));
        shelf.put_capture(&format!("{lands}000000"), PAGE, 200, "the dam");
        let (_, memento) = by_timemap(shelf);
        let found = match answer(&memento).await {
            Lookup::Found(snapshot) => Some(snapshot.time.to_string()),
            _ => None,
        };
        assert_eq!(found, expected.then(|| "2013-07-03T00:00:00Z".to_owned()), "{lands}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_newest_captures_are_opened_until_one_shows_the_lost_source() {
    let mut shelf = Shelf::default();
    let lines = [
        memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT"),
        memento_line("20160401000000", "Fri, 01 Apr 2016 00:00:00 GMT"),
        memento_line("20190401000000", "Mon, 01 Apr 2019 00:00:00 GMT"),
        memento_line("20200401000000", "Wed, 01 Apr 2020 00:00:00 GMT"),
    ];
    shelf.put(TIMEMAP, 200, &timemap(&lines));
    shelf.put_capture("20130701000000", PAGE, 200, "the dam");
    shelf.put_capture("20160401000000", PAGE, 200, "the dam");
    shelf.put_capture("20190401000000", PAGE, 200, "for sale");
    shelf.put_capture("20200401000000", PAGE, 404, "gone");
    let (_, memento) = by_timemap(shelf);
    let good = |answer: &Answer| answer.body == b"the dam";
    let lost = |snapshot| Lost { query: query(), snapshot, good: Box::new(good) };
    let known = snapshot("20130701000000", "2013-07-01T00:00:00Z");
    let heard = Mutex::new(Vec::new());
    let hear = |_: &Query, span: Span| heard.lock().expect("no panic").push(span);
    memento.trace(vec![lost(known.clone())], &hear).await;
    let last = "2016-04-01T00:00:00Z".parse().expect("a time");
    assert_eq!(heard.into_inner().expect("no panic"), [Span { first: known.time, last }]);
}

#[tokio::test(start_paused = true)]
async fn a_timemap_without_end_ends() {
    struct Endless(Mutex<usize>);
    impl Fetch for Endless {
        fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
            let mut asked = self.0.lock().expect("no panic");
            *asked += 1;
            let body = format!("<http://archive.example/timemap/link/{asked}/{PAGE}>; rel=\"next\"");
            let url = ask.url.clone();
            let answer =
                Answer { url, status: 200, headers: HeaderMap::new(), body: body.into(), truncated: false };
            let seen = Observation::once(ask.url, Ok(answer));
            async { seen }.boxed()
        }
    }
    let endless = Arc::new(Endless(Mutex::new(0)));
    let fetch: Arc<dyn Fetch> = endless.clone();
    let door = Door::TimeMap(Url::parse("http://archive.example/timemap/link/").expect("an address"));
    let memento = Memento::new(MementoSettings::new("National Archive", door), &fetch, &clock());
    assert_eq!(answer(&memento).await, Lookup::Absent);
    assert_eq!(*endless.0.lock().expect("no panic"), super::timemap::PAGES);
}

#[tokio::test(start_paused = true)]
async fn an_error_text_with_status_200_is_failed() {
    for text in
        ["Service temporarily overloaded", "{\"error\": \"quota\"}", "<html><body>Sorry</body></html>"]
    {
        let mut shelf = Shelf::default();
        shelf.put(TIMEMAP, 200, text);
        let (_, memento) = by_timemap(shelf);
        assert!(matches!(answer(&memento).await, Lookup::Failed(_)), "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn captures_that_redirect_in_circles_are_none() {
    let mut shelf = Shelf::default();
    shelf.put(TIMEMAP, 200, &timemap(&[memento_line("20130701000000", "Mon, 01 Jul 2013 00:00:00 GMT")]));
    for (from, to) in [(PAGE, "/news/2"), ("http://www.gazette.example/news/2", "/news/1")] {
        shelf.put_capture("20130701000000", from, 301, "");
        let raw = format!("http://archive.example/20130701000000id_/{from}");
        shelf.replies.get_mut(&raw).expect("put").2.push(("location", to.to_owned()));
    }
    let (shelf, memento) = by_timemap(shelf);
    assert_eq!(answer(&memento).await, Lookup::Absent);
    assert_eq!(shelf.asked().len(), 3);
}
