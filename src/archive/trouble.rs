//! What went wrong when an archive was asked, sorted by what it means for the next request.

use std::time::Duration;

use jiff::Timestamp;

use super::timestamp;
use crate::web::{Answer, Failure};

/// A request that brought no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// HTTP 429: the endpoint wants a pause, this long where it says so.
    TooMany(Option<Duration>),
    /// The endpoint is overloaded, out of reach or talks nonsense; it may pass.
    Passing {
        /// In plain words.
        why: String,
        /// How long it asks to wait, where it says so.
        wait: Option<Duration>,
    },
    /// Asking again in this run is useless: the network is down, or the guard forbids the archive.
    Lasting(String),
    /// Only this question was refused.
    Question(String),
}

impl Trouble {
    /// Something that may pass, without a time.
    pub(super) fn passing(why: impl Into<String>) -> Self {
        Self::Passing { why: why.into(), wait: None }
    }

    /// In plain words.
    pub(super) fn why(&self) -> &str {
        match self {
            Self::TooMany(_) => "too many requests (HTTP 429)",
            Self::Passing { why, .. } | Self::Lasting(why) | Self::Question(why) => why,
        }
    }
}

impl From<&Failure> for Trouble {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::DnsFailure(..)
            | Failure::ConnectionRefused(_)
            | Failure::ConnectionReset(_)
            | Failure::Timeout(_) => Self::passing(failure.to_string()),
            Failure::RedirectLoop(_) | Failure::BadRedirect(_) => Self::Question(failure.to_string()),
            Failure::DnsNotFound(_)
            | Failure::TlsExpired(_)
            | Failure::TlsInvalid(_)
            | Failure::PrivateAddress(_)
            | Failure::NotHttp(_)
            | Failure::Offline(_) => Self::Lasting(failure.to_string()),
        }
    }
}

/// The archive's own trouble, if an answer tells of any. A capture (it has `Memento-Datetime`) is
/// an answer whatever its status: an archived 503 is no overload of the archive.
pub(super) fn of_answer(answer: &Answer, now: Timestamp) -> Option<Trouble> {
    if answer.header("memento-datetime").is_some() {
        return None;
    }
    match answer.status {
        429 => Some(Trouble::TooMany(retry_after(answer, now))),
        408 | 425 | 500..=599 => {
            let wait = retry_after(answer, now);
            Some(Trouble::Passing { why: status_text(answer), wait })
        }
        _ => None,
    }
}

/// `HTTP 503 (java.net.ConnectException)`: the status, with what the Wayback Machine says of its
/// cause in `X-Archive-Wayback-Runtime-Error`.
pub(super) fn status_text(answer: &Answer) -> String {
    let cause =
        answer.header("x-archive-wayback-runtime-error").map(str::trim).filter(|cause| !cause.is_empty());
    let cause = cause.map(|cause| format!(" ({})", short(cause))).unwrap_or_default();
    format!("HTTP {}{cause}", answer.status)
}

/// Whether a refusal means that the archive does not show this site. It says so in the body or in
/// a header, by the name of its exception.
pub(super) fn is_exclusion(answer: &Answer) -> bool {
    const NAMES: [&str; 3] =
        ["AdministrativeAccessControlException", "RobotAccessControlException", "Blocked Site Error"];
    let header = answer.header("x-archive-wayback-runtime-error").unwrap_or_default();
    let body = String::from_utf8_lossy(&answer.body[..answer.body.len().min(4096)]);
    NAMES.iter().any(|name| header.contains(name) || body.contains(name))
}

/// The beginning of a text, on one line.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 80;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    line.trim().to_owned()
}

/// `Retry-After` (RFC 9110 §10.2.3) in seconds or as a date.
fn retry_after(answer: &Answer, now: Timestamp) -> Option<Duration> {
    let text = answer.header("retry-after")?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = timestamp::of_http_date(text)?;
    Some(Duration::try_from(until.duration_since(now)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
    use url::Url;

    use super::*;
    use crate::web::Outage;

    fn answer(status: u16, headers: &[(&'static str, &'static str)]) -> Answer {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        let url = Url::parse("https://archive.example/cdx").expect("an address");
        Answer { url, status, headers, body: Vec::new(), truncated: false }
    }

    fn now() -> Timestamp {
        timestamp::parse("20260101000000").expect("a time")
    }

    #[test]
    fn a_refusal_says_how_long_to_wait_or_not() {
        let table = [
            (answer(429, &[]), None),
            (answer(429, &[("retry-after", "5")]), Some(Duration::from_secs(5))),
            (answer(429, &[("retry-after", "Thu, 01 Jan 2026 00:01:30 GMT")]), Some(Duration::from_secs(90))),
            (answer(429, &[("retry-after", "Wed, 31 Dec 2025 00:00:00 GMT")]), Some(Duration::ZERO)),
            (answer(429, &[("retry-after", "soon")]), None),
        ];
        for (answer, wait) in table {
            assert_eq!(of_answer(&answer, now()), Some(Trouble::TooMany(wait)));
        }
    }

    #[test]
    fn an_overload_tells_its_cause() {
        let error =
            answer(503, &[("x-archive-wayback-runtime-error", "java.net.ConnectException: timed out")]);
        let trouble = of_answer(&error, now()).expect("trouble");
        assert_eq!(trouble.why(), "HTTP 503 (java.net.ConnectException: timed out)");
    }

    #[test]
    fn an_archived_error_is_no_trouble() {
        let capture = answer(503, &[("memento-datetime", "Tue, 02 Jul 2013 15:45:09 GMT")]);
        assert_eq!(of_answer(&capture, now()), None);
        assert_eq!(of_answer(&answer(404, &[]), now()), None);
    }

    #[test]
    fn a_dead_network_lasts_and_a_time_out_passes() {
        assert_eq!(
            Trouble::from(&Failure::Offline(Outage::Network)),
            Trouble::Lasting("the network is down".to_owned())
        );
        let slow = Trouble::from(&Failure::Timeout(Duration::from_mins(1)));
        assert_eq!(slow, Trouble::passing("no answer within 60 s"));
    }
}
