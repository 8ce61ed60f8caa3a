//! A double of the Internet Archive for tests: in memory, behind [`Fetch`], written to the
//! published behaviour of Availability (version 2), CDX and replay. It counts what it is asked
//! and answers badly on demand.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::json;
use tokio::time::Instant;
use url::Url;

use crate::clock::{Clock, FixedClock};
use crate::web::{Answer, Ask, Failure, Fetch, Observation};

/// Which service is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Service {
    Bulk,
    Cdx,
    Replay,
}

/// A capture that the double holds.
#[derive(Debug, Clone)]
pub(super) struct Held {
    time: String,
    original: String,
    status: &'static str,
    mime: &'static str,
    digest: String,
    body: String,
    location: Option<String>,
}

/// An answer out of the ordinary.
#[derive(Debug, Clone)]
pub(super) struct Odd(Result<Plain, Failure>);

impl Odd {
    pub(super) fn status(status: u16) -> Self {
        Self(Ok((status, Vec::new(), "<html><title>Sorry</title></html>".to_owned())))
    }

    pub(super) fn body(status: u16, body: &str) -> Self {
        Self(Ok((status, Vec::new(), body.to_owned())))
    }

    pub(super) fn failure(failure: Failure) -> Self {
        Self(Err(failure))
    }

    pub(super) fn header(mut self, name: &'static str, value: &'static str) -> Self {
        if let Ok((_, headers, _)) = &mut self.0 {
            headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}

#[derive(Default)]
struct State {
    captures: HashMap<String, Vec<Held>>,
    excluded: HashSet<String>,
    unknown_to_bulk: HashSet<String>,
    https_misses: HashSet<String>,
    poison: HashSet<String>,
    odd: HashMap<Service, VecDeque<Odd>>,
    always: HashMap<Service, Odd>,
    at: HashMap<String, Odd>,
    log: Vec<(Service, Instant, String)>,
    at_once: usize,
    most_at_once: usize,
}

/// The double.
#[derive(Default)]
pub(super) struct Double {
    state: Mutex<State>,
    latency: Duration,
}

impl Double {
    pub(super) fn with_latency(latency: Duration) -> Self {
        Self { latency, ..Self::default() }
    }

    /// Holds a page captured at `time` (14 digits).
    pub(super) fn holds(&self, time: &str, original: &str, body: &str) {
        self.keep(Held {
            time: time.to_owned(),
            original: original.to_owned(),
            status: "200",
            mime: "text/html",
            digest: format!("SHA-OF-{body}"),
            body: body.to_owned(),
            location: None,
        });
    }

    pub(super) fn holds_status(&self, time: &str, original: &str, status: &'static str) {
        self.holds(time, original, status);
        self.change(original, |held| held.status = status);
    }

    pub(super) fn holds_redirect(&self, time: &str, original: &str, location: &str) {
        self.holds_status(time, original, "302");
        self.change(original, |held| {
            held.location = Some(location.to_owned());
            "SHA-OF-NOTHING".clone_into(&mut held.digest);
        });
    }

    /// Holds a revisit of the page with this body.
    pub(super) fn holds_revisit(&self, time: &str, original: &str, body: &str) {
        self.holds(time, original, body);
        self.change(original, |held| (held.status, held.mime) = ("-", "warc/revisit"));
    }

    fn keep(&self, held: Held) {
        self.state().captures.entry(key(&held.original)).or_default().push(held);
    }

    fn change(&self, original: &str, change: impl FnOnce(&mut Held)) {
        let mut state = self.state();
        change(state.captures.get_mut(&key(original)).expect("held").last_mut().expect("held"));
    }

    pub(super) fn excludes(&self, url: &str) {
        self.state().excluded.insert(key(url));
    }

    /// Spurious empties: the bulk form says `{}` though there are captures.
    pub(super) fn bulk_misses(&self, url: &str) {
        self.state().unknown_to_bulk.insert(key(url));
    }

    /// The bulk form misses it when asked with `https:`.
    pub(super) fn bulk_misses_https(&self, url: &str) {
        self.state().https_misses.insert(key(url));
    }

    /// A bulk request that names it fails whole, always.
    pub(super) fn bulk_chokes_on(&self, url: &str) {
        self.state().poison.insert(key(url));
    }

    /// The next answer of a service is odd; queued.
    pub(super) fn next(&self, service: Service, odd: Odd) {
        self.state().odd.entry(service).or_default().push_back(odd);
    }

    /// Every answer of a service is odd.
    pub(super) fn always(&self, service: Service, odd: Odd) {
        self.state().always.insert(service, odd);
    }

    /// The answer at an exact address is odd.
    pub(super) fn at(&self, address: &str, odd: Odd) {
        self.state().at.insert(address.to_owned(), odd);
    }

    /// How often a service was asked.
    pub(super) fn count(&self, service: Service) -> usize {
        self.state().log.iter().filter(|(it, ..)| *it == service).count()
    }

    /// When a service was asked.
    pub(super) fn starts(&self, service: Service) -> Vec<Instant> {
        self.state().log.iter().filter(|(it, ..)| *it == service).map(|(_, at, _)| *at).collect()
    }

    pub(super) fn most_at_once(&self) -> usize {
        self.state().most_at_once
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().expect("a test that panics has failed anyway")
    }

    fn answer(&self, ask: &Ask) -> Result<Answer, Failure> {
        let (status, headers, body) = self.respond(ask)?;
        let headers: HeaderMap = headers
            .into_iter()
            .map(|(name, value)| {
                let name = HeaderName::from_bytes(name.as_bytes()).expect("a name");
                (name, HeaderValue::from_str(&value).expect("a value"))
            })
            .collect();
        Ok(Answer { url: ask.url.clone(), status, headers, body: body.into_bytes(), truncated: false })
    }

    fn respond(&self, ask: &Ask) -> Result<Plain, Failure> {
        assert!(!ask.browser_retry, "no archive is asked with a browser's headers");
        assert_eq!(ask.retries, Some(0), "each request passes the gate");
        let service = service_of(&ask.url);
        let odd = {
            let mut state = self.state();
            let queued = state.odd.get_mut(&service).and_then(VecDeque::pop_front);
            let always = state.always.get(&service).cloned();
            queued.or(always).or_else(|| state.at.get(ask.url.as_str()).cloned())
        };
        if let Some(Odd(odd)) = odd {
            return odd;
        }
        Ok(match service {
            Service::Bulk => self.bulk(ask),
            Service::Cdx => self.cdx(&ask.url),
            Service::Replay => self.replay(&ask.url),
        })
    }

    fn bulk(&self, ask: &Ask) -> Plain {
        assert_eq!(ask.headers["wayback-api-version"], "2");
        let body = ask.body.as_deref().expect("a body");
        let lines: Vec<HashMap<String, String>> = body.lines().map(pairs).collect();
        assert!(lines.len() <= 50, "no more than fifty addresses in one request");
        if lines.iter().any(|line| self.state().poison.contains(&key(&line["url"]))) {
            return (503, Vec::new(), "<html>503 Service Temporarily Unavailable</html>".to_owned());
        }
        let results: Vec<_> = lines.iter().map(|line| self.bulk_row(line)).collect();
        (200, Vec::new(), json!({ "results": results }).to_string())
    }

    fn bulk_row(&self, line: &HashMap<String, String>) -> serde_json::Value {
        let state = self.state();
        let (url, tag) = (&line["url"], &line["tag"]);
        let key = key(url);
        let hidden = state.excluded.contains(&key)
            || state.unknown_to_bulk.contains(&key)
            || url.starts_with("https:") && state.https_misses.contains(&key);
        let captures = state.captures.get(&key).filter(|_| !hidden);
        let good = captures.into_iter().flatten().filter(|held| ["200", "203", "206"].contains(&held.status));
        let nearest = match line.get("timestamp") {
            Some(moment) => good.min_by_key(|held| apart(&held.time, moment)),
            None => good.max_by_key(|held| &held.time),
        };
        let snapshots = nearest.map_or(json!({}), |held| {
            json!({ "closest": {
                "status": held.status, "available": true, "timestamp": held.time,
                "url": format!("http://web.archive.org/web/{}/{}", held.time, held.original),
            }})
        });
        json!({ "url": url, "tag": tag, "archived_snapshots": snapshots })
    }

    fn cdx(&self, url: &Url) -> Plain {
        let query = pairs(url.query().unwrap_or_default());
        let key = key(&query["url"]);
        let state = self.state();
        if state.excluded.contains(&key) {
            let body =
                "org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error\n";
            return (403, Vec::new(), body.to_owned());
        }
        let mut captures: Vec<&Held> = state.captures.get(&key).into_iter().flatten().collect();
        captures.retain(|held| match query["filter"].as_str() {
            "!statuscode:[45].." => !held.status.starts_with(['4', '5']),
            "statuscode:200" => held.status == "200",
            filter => panic!("the server does not know the filter {filter}"),
        });
        captures.sort_by_key(|held| &held.time);
        let limit: i64 = query["limit"].parse().expect("a number");
        let count = usize::try_from(limit.abs()).expect("small");
        if limit < 0 {
            captures.drain(..captures.len().saturating_sub(count));
        } else {
            assert_eq!(query["sort"], "closest", "closest alone only seeks");
            captures.sort_by_key(|held| apart(&held.time, &query["closest"]));
            captures.truncate(count);
        }
        if captures.is_empty() {
            return (200, Vec::new(), "[]\n".to_owned());
        }
        let names = json!(["timestamp", "original", "mimetype", "statuscode", "digest"]);
        let rows = captures
            .iter()
            .map(|held| json!([held.time, held.original, held.mime, held.status, held.digest]));
        (200, Vec::new(), std::iter::once(names).chain(rows).collect::<serde_json::Value>().to_string())
    }

    fn replay(&self, url: &Url) -> Plain {
        let rest = url.as_str().strip_prefix("https://web.archive.org/web/").expect("replay");
        let (time, original) = rest.split_once("id_/").expect("the raw form");
        let state = self.state();
        let captures = state.captures.get(&key(original));
        let Some(nearest) = captures.into_iter().flatten().min_by_key(|held| apart(&held.time, time)) else {
            return (404, Vec::new(), "<h1>Hrm.</h1>".to_owned());
        };
        let to = |time: &str, url: &str| format!("https://web.archive.org/web/{time}id_/{url}");
        if nearest.time != time {
            let location = to(&nearest.time, &nearest.original);
            return (302, vec![("location".to_owned(), location)], String::new());
        }
        let mut headers = vec![("memento-datetime".to_owned(), memento_datetime(time))];
        headers.extend(nearest.location.as_ref().map(|target| ("location".to_owned(), to(time, target))));
        let status = nearest.status.parse().unwrap_or(200);
        (status, headers, nearest.body.clone())
    }
}

type Plain = (u16, Vec<(String, String)>, String);

impl Fetch for Double {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        async move {
            {
                let mut state = self.state();
                state.log.push((service_of(&ask.url), Instant::now(), ask.url.to_string()));
                state.at_once += 1;
                state.most_at_once = state.most_at_once.max(state.at_once);
            }
            tokio::time::sleep(self.latency).await;
            self.state().at_once -= 1;
            let outcome = self.answer(&ask);
            Observation::once(ask.url, outcome)
        }
        .boxed()
    }
}

/// The first of January 2026.
pub(super) fn clock() -> Arc<dyn Clock> {
    Arc::new(FixedClock("2026-01-01T00:00:00Z".parse().expect("a time")))
}

fn service_of(url: &Url) -> Service {
    match url.path() {
        "/wayback/available" => Service::Bulk,
        "/cdx/search/cdx" => Service::Cdx,
        _ => Service::Replay,
    }
}

fn pairs(query: &str) -> HashMap<String, String> {
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

/// The archive's key in short: scheme, `www.`, port 80 and a trailing slash do not count.
fn key(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).to_lowercase();
    let rest = rest.strip_prefix("www.").unwrap_or(&rest).replace(":80/", "/");
    rest.trim_end_matches('/').to_owned()
}

fn apart(one: &str, other: &str) -> i64 {
    let seconds = |digits: &str| -> i64 {
        let time = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", digits).expect("fourteen digits");
        jiff::tz::Offset::UTC.to_timestamp(time).expect("in range").as_second()
    };
    (seconds(one) - seconds(other)).abs()
}

fn memento_datetime(digits: &str) -> String {
    let time = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", digits).expect("fourteen digits");
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
