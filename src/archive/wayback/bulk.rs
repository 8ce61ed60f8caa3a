//! The bulk form of the Availability service, as `InternetArchiveBot` uses it: a `POST` with the
//! header `Wayback-Api-Version: 2`, one query string a line, answers told apart by their tags.

use jiff::Timestamp;
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use url::form_urlencoded::Serializer;
use url::{Position, Url};

use crate::archive::capture::{Capture, Kind};
use crate::archive::trouble::{Trouble, short, status_text};
use crate::archive::{address, timestamp};
use crate::web::{Answer, Ask};

/// The most addresses in one request, as `InternetArchiveBot` has it.
pub(super) const MOST: usize = 50;

/// What the service says of one address. No word at all is no miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    /// The nearest capture that it knows.
    Hit(Capture),
    /// It knows none. To be confirmed: empty answers can be spurious.
    Miss,
    /// It left the address out, or said something that is no answer.
    Silence,
}

/// Which capture of an address is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// The nearest to a moment; without one, the newest.
    Moment(Option<Timestamp>),
    /// The first.
    First,
    /// The last until a moment.
    Last(Timestamp),
}

/// A line of a batch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) url: &'a Url,
    pub(super) near: Near,
}

/// The request for a batch.
pub(super) fn ask(service: &Url, lines: &[Line<'_>]) -> Ask {
    let mut headers = HeaderMap::new();
    headers.insert(HeaderName::from_static("wayback-api-version"), HeaderValue::from_static("2"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    let lines: Vec<String> = lines.iter().enumerate().map(|(tag, line)| line.text(tag)).collect();
    Ask { method: Method::POST, headers, body: Some(lines.join("\n")), ..Ask::get(service.clone()) }
}

/// Nothing was archived before.
const BEGINNING: &str = "19960101000000";

impl Line<'_> {
    fn text(&self, tag: usize) -> String {
        let (moment, closest) = match self.near {
            Near::Moment(moment) => (moment.map(timestamp::digits), "either"),
            Near::First => (Some(BEGINNING.to_owned()), "after"),
            Near::Last(until) => (Some(timestamp::digits(until)), "before"),
        };
        let mut line = Serializer::new(String::new());
        line.append_pair("url", &schemeless(self.url));
        if let Some(moment) = moment {
            line.append_pair("timestamp", &moment);
        }
        line.append_pair("closest", closest);
        for status in ["200", "203", "206"] {
            line.append_pair("statuscodes", status);
        }
        line.append_pair("tag", &tag.to_string());
        line.finish()
    }
}

/// The address without its scheme: an `https:` form can miss where this one hits
/// (internetarchive/wayback#296), and so one line serves all variants. With a port the scheme
/// stays, since `a.example:8080` would read as one.
fn schemeless(url: &Url) -> String {
    let from = if url.port().is_some() { Position::BeforeScheme } else { Position::BeforeHost };
    url[from..Position::AfterQuery].to_owned()
}

#[derive(Deserialize)]
struct Reply {
    results: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Row {
    tag: Tag,
    archived_snapshots: Snapshots,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Tag {
    Number(usize),
    Text(String),
}

#[derive(Deserialize)]
struct Snapshots {
    closest: Option<Closest>,
}

#[derive(Deserialize)]
struct Closest {
    status: String,
    available: bool,
    url: String,
    timestamp: String,
}

/// Reads the answer to a batch of `count` queries: a word for each, in their order.
///
/// # Errors
/// If it is not the service that answers.
pub(super) fn read(answer: &Answer, count: usize) -> Result<Vec<Word>, Trouble> {
    if answer.status != 200 {
        return Err(Trouble::Question(status_text(answer)));
    }
    let reply: Reply = serde_json::from_slice(&answer.body).map_err(|_| {
        Trouble::passing(format!(
            "an answer that is none: {:?}",
            short(&String::from_utf8_lossy(&answer.body))
        ))
    })?;
    let mut words = vec![Word::Silence; count];
    for (tag, word) in reply.results.into_iter().filter_map(read_row) {
        if let Some(slot) = words.get_mut(tag) {
            *slot = word;
        }
    }
    Ok(words)
}

fn read_row(row: serde_json::Value) -> Option<(usize, Word)> {
    let row: Row = serde_json::from_value(row).ok()?;
    let tag = match row.tag {
        Tag::Number(tag) => tag,
        Tag::Text(tag) => tag.parse().ok()?,
    };
    let word = match row.archived_snapshots.closest {
        None => Word::Miss,
        Some(closest) if !closest.available => Word::Miss,
        Some(closest) => read_closest(&closest).map_or(Word::Silence, Word::Hit),
    };
    Some((tag, word))
}

fn read_closest(closest: &Closest) -> Option<Capture> {
    let time: Timestamp = timestamp::parse(&closest.timestamp)?;
    let original = address::split(&closest.url)?.original;
    let kind = closest.status.parse().map_or(Kind::Unknown, Kind::of_status);
    Some(Capture { kind, ..Capture::unknown(time, original.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        let url = Url::parse("https://archive.example/available").expect("an address");
        Answer { url, status, headers: HeaderMap::new(), body: body.into(), truncated: false }
    }

    #[test]
    fn a_line_for_each_address() {
        let service = Url::parse("https://archive.example/available").expect("an address");
        let page = Url::parse("https://www.gazette.example/a?b=1&c=%C3%A9").expect("an address");
        let port = Url::parse("http://gazette.example:8080/").expect("an address");
        let noon = timestamp::parse("20130702120000");
        let lines = [
            Line { url: &page, near: Near::Moment(noon) },
            Line { url: &port, near: Near::Moment(None) },
            Line { url: &port, near: Near::First },
            Line { url: &port, near: Near::Last(noon.expect("a time")) },
        ];
        let ask = ask(&service, &lines);
        assert_eq!(ask.method, Method::POST);
        assert_eq!(ask.headers["wayback-api-version"], "2");
        assert_eq!(
            ask.body.as_deref(),
            Some(
                "url=www.gazette.example%2Fa%3Fb%3D1%26c%3D%25C3%25A9&timestamp=20130702120000&closest=either\
                 &statuscodes=200&statuscodes=203&statuscodes=206&tag=0\n\
                 url=http%3A%2F%2Fgazette.example%3A8080%2F&closest=either\
                 &statuscodes=200&statuscodes=203&statuscodes=206&tag=1\n\
                 url=http%3A%2F%2Fgazette.example%3A8080%2F&timestamp=19960101000000&closest=after\
                 &statuscodes=200&statuscodes=203&statuscodes=206&tag=2\n\
                 url=http%3A%2F%2Fgazette.example%3A8080%2F&timestamp=20130702120000&closest=before\
                 &statuscodes=200&statuscodes=203&statuscodes=206&tag=3"
            )
        );
    }

    #[test]
    fn every_kind_of_word() {
        let body = r#"{"results":[
            {"tag":"1","archived_snapshots":{}},
            {"tag":"0","archived_snapshots":{"closest":{"status":"200","available":true,
              "url":"http://web.archive.org/web/20130703010203/http://www.gazette.example:80/a","timestamp":"20130703010203"}}},
            {"tag":"2"},
            {"tag":3,"archived_snapshots":{"closest":{"status":"200","available":false,
              "url":"http://web.archive.org/web/20130703010203/http://gazette.example/d","timestamp":"20130703010203"}}},
            {"tag":"4","archived_snapshots":{"closest":{"status":"200","available":true,
              "url":"http://web.archive.org/web/2013/http://gazette.example/e","timestamp":"2013"}}},
            {"tag":"99","archived_snapshots":{}}, {"tag":"x","archived_snapshots":{}}, 7, null
        ]}"#;
        let words = read(&answer(200, body), 6).expect("an answer");
        let hit = Capture {
            kind: Kind::Page(200),
            ..Capture::unknown(
                timestamp::parse("20130703010203").expect("a time"),
                "http://www.gazette.example:80/a".to_owned(),
            )
        };
        assert_eq!(
            words,
            [Word::Hit(hit), Word::Miss, Word::Silence, Word::Miss, Word::Silence, Word::Silence]
        );
    }

    #[test]
    fn a_page_for_json_is_no_answer() {
        for body in ["<html><title>Sorry</title></html>", "", "[]", r#"{"results":{}}"#, r#"{"error":1}"#] {
            assert!(matches!(read(&answer(200, body), 1), Err(Trouble::Passing { .. })), "{body}");
        }
        assert_eq!(read(&answer(400, ""), 1), Err(Trouble::Question("HTTP 400".to_owned())));
    }
}
