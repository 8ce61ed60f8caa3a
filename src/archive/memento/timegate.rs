//! `TimeGate`s: asked for a moment, they answer with the nearest capture (RFC 7089 §4.1). Its `Link`
//! header names its neighbours and the first and last captures (§2.2), which serve where the
//! nearest is bad.

use jiff::Timestamp;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use super::timemap::{Listed, mementos};
use crate::archive::timestamp;
use crate::archive::trouble::{Trouble, status_text};
use crate::web::{Answer, Ask};

/// The request for the capture nearest to a moment; without one, for the newest.
pub(super) fn ask(url: Url, moment: Option<Timestamp>) -> Ask {
    let mut headers = HeaderMap::new();
    let time = moment.and_then(timestamp::to_http_date);
    if let Some(value) = time.and_then(|time| HeaderValue::from_str(&time).ok()) {
        headers.insert(HeaderName::from_static("accept-datetime"), value);
    }
    Ask { headers, ..Ask::get(url) }
}

/// Reads the answer, the redirect to the capture followed: the captures it names; none if the
/// archive does not show the site.
///
/// # Errors
/// If it names none and does not say that there is none.
pub(super) fn read(answer: &Answer) -> Result<Option<Vec<Listed>>, Trouble> {
    let mut listed = mementos(answer, answer.header("link").unwrap_or_default());
    // pywb's frame around a capture has no `Memento-Datetime` of its own.
    if let Some(time) = answer.header("memento-datetime").and_then(timestamp::of_http_date) {
        listed.push(Listed { url: answer.url.clone(), time });
    }
    match answer.status {
        _ if !listed.is_empty() => Ok(Some(listed)),
        404 => Ok(Some(Vec::new())),
        451 => Ok(None),
        200..=299 => Err(Trouble::Question("an answer that names no capture".to_owned())),
        _ => Err(Trouble::Question(status_text(answer))),
    }
}
