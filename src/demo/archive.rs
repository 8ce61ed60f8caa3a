//! A double of the Internet Archive's look-up interfaces: Availability (single and bulk), CDX and
//! replay, as far as a client needs them to choose a capture.

use std::time::{Duration, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use regex::Regex;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::reply::{Reply, Request};

/// What the archive holds and how it behaves.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// Its captures.
    pub captures: Vec<Capture>,
    /// Addresses it does not show, without scheme.
    pub excluded: Vec<String>,
    /// Addresses about which every question fails.
    pub failing: Vec<String>,
}

/// One capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// The captured address.
    pub url: String,
    /// When, as 14 digits.
    pub timestamp: String,
    /// The status the source answered with.
    pub status: u16,
    /// The page.
    pub body: String,
}

/// The parameters of a question.
struct Query(Vec<(String, String)>);

impl Query {
    fn parse(text: &str) -> Self {
        Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
    }

    fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.all(name).next().unwrap_or_default()
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Archive {
    /// The answer to a request to the archive's host.
    pub fn answer(&self, request: &Request) -> Reply {
        let query = Query::parse(request.target.split_once('?').map_or("", |(_, query)| query));
        match (request.method.as_str(), request.path()) {
            ("POST", "/wayback/available") => self.bulk(&request.body),
            (_, "/wayback/available") => Reply::json(&self.available(&query)),
            (_, "/cdx/search/cdx") => self.cdx(&query),
            (_, path) if path.starts_with("/web/") => self.replay(&request.target),
            _ => Reply::html(404, "no such interface"),
        }
    }

    fn bulk(&self, body: &str) -> Reply {
        let results: Vec<Value> = body.lines().map(|line| self.available(&Query::parse(line))).collect();
        Reply::json(&json!({ "results": results }))
    }

    fn available(&self, query: &Query) -> Value {
        let url = query.get("url");
        let wanted = query.get("timestamp");
        let good = |capture: &&Capture| matches!(capture.status, 200 | 203 | 206);
        let hidden = self.hides(url);
        let closest = if hidden { None } else { nearest(self.of(url).filter(good), wanted) };
        let snapshots = closest.map_or_else(
            || json!({}),
            |capture| {
                json!({"closest": {
                    "status": capture.status.to_string(),
                    "available": true,
                    "url": format!("http://archive.example/web/{}/{}", capture.timestamp, capture.url),
                    "timestamp": capture.timestamp,
                }})
            },
        );
        json!({"url": url, "timestamp": wanted, "tag": query.get("tag"), "archived_snapshots": snapshots})
    }

    fn cdx(&self, query: &Query) -> Reply {
        let url = query.get("url");
        if self.excluded.iter().any(|excluded| key(excluded) == key(url)) {
            let body = "org.archive.util.io.RuntimeIOException: \
                        org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error";
            return Reply::typed(403, "text/plain", body);
        }
        if self.hides(url) {
            return Reply::html(503, "<html><body>Service temporarily unavailable</body></html>");
        }
        let mut found: Vec<&Capture> = self.of(url).filter(|capture| passes(capture, query)).collect();
        if query.get("sort") == "closest" {
            let wanted = query.get("closest");
            found.sort_by_key(|capture| distance(&capture.timestamp, wanted));
        }
        let limit = query.get("limit").parse().unwrap_or(usize::MAX);
        Reply::json(&rows(found.into_iter().take(limit)))
    }

    fn replay(&self, target: &str) -> Reply {
        let rest = target.trim_start_matches("/web/");
        let Some((stamp, url)) = rest.split_once('/') else { return Reply::html(404, "") };
        let stamp = stamp.trim_end_matches(|c: char| !c.is_ascii_digit());
        match self.of(url).find(|capture| capture.timestamp == stamp) {
            Some(capture) => Reply::html(capture.status, capture.body.clone())
                .with("memento-datetime", &memento_datetime(stamp)),
            None => Reply::html(404, "The Wayback Machine has not archived that URL."),
        }
    }

    fn of<'a>(&'a self, url: &str) -> impl Iterator<Item = &'a Capture> + use<'a> {
        let wanted = key(url);
        self.captures.iter().filter(move |capture| key(&capture.url) == wanted)
    }

    fn hides(&self, url: &str) -> bool {
        self.excluded.iter().chain(&self.failing).any(|hidden| key(hidden) == key(url))
    }
}

/// The key under which an address is filed: without scheme, `www.` and a slash at the end, as in
/// the archive's own index.
fn key(url: &str) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.trim_start_matches("www.").trim_end_matches('/').to_ascii_lowercase()
}

fn nearest<'a>(captures: impl Iterator<Item = &'a Capture>, wanted: &str) -> Option<&'a Capture> {
    captures.min_by_key(|capture| distance(&capture.timestamp, wanted))
}

/// How far apart two timestamps are, in seconds; without a wish the newest is nearest.
fn distance(timestamp: &str, wanted: &str) -> i64 {
    let seconds = seconds(timestamp);
    if wanted.is_empty() { -seconds } else { (seconds - self::seconds(wanted)).abs() }
}

/// When a capture was made, as the header says it (RFC 7089 §2.1.1).
fn memento_datetime(timestamp: &str) -> String {
    let since = Duration::from_secs(seconds(timestamp).try_into().unwrap_or_default());
    httpdate::fmt_http_date(UNIX_EPOCH + since)
}

/// Seconds since 1970 of a timestamp of 4 to 14 digits.
fn seconds(timestamp: &str) -> i64 {
    const EARLIEST: &str = "19700101000000";
    let padded = format!("{timestamp}{}", EARLIEST.get(timestamp.len()..).unwrap_or_default());
    DateTime::strptime("%Y%m%d%H%M%S", &padded)
        .and_then(|time| TimeZone::UTC.to_timestamp(time))
        .map_or(0, Timestamp::as_second)
}

/// Whether every `filter=[!]field:regex` lets the capture through.
fn passes(capture: &Capture, query: &Query) -> bool {
    query.all("filter").all(|filter| {
        let (negated, filter) = filter.strip_prefix('!').map_or((false, filter), |rest| (true, rest));
        let Some((field, pattern)) = filter.split_once(':') else { return true };
        let value = match field {
            "statuscode" => capture.status.to_string(),
            "mimetype" => "text/html".to_owned(),
            "timestamp" => capture.timestamp.clone(),
            _ => capture.url.clone(),
        };
        Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|regex| regex.is_match(&value)) != negated
    })
}

/// The JSON form: a header row first, and nothing at all without captures.
fn rows<'a>(captures: impl Iterator<Item = &'a Capture>) -> Value {
    let mut rows: Vec<Value> = captures
        .map(|capture| {
            let digest = format!("DEMO{}", capture.timestamp);
            let status = capture.status.to_string();
            let length = capture.body.len().to_string();
            json!([key(&capture.url), capture.timestamp, capture.url, "text/html", status, digest, length])
        })
        .collect();
    if !rows.is_empty() {
        let fields = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"];
        rows.insert(0, json!(fields));
    }
    Value::Array(rows)
}
