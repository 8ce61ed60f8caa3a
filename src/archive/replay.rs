//! Captures as they were: the raw form, `…/<14 digits>id_/<address>`, without the archive's banner
//! and rewritten links. The Wayback Machine and pywb have it.
//!
//! Traps (edgi-govdata-archiving/wayback, `get_memento`): an answer without `Memento-Datetime` is
//! no capture; a time that is not exact redirects to the nearest capture, possibly months away;
//! archived redirects can go in circles; an exclusion can come with status 200; a listed capture
//! may be replayed as an older one (internetarchive/wayback#210). pywb gives the `Location` of an
//! archived redirect as it was: to follow it blindly is to leave the archive.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::capture::Capture;
use super::endpoint::Endpoint;
use super::trouble::is_exclusion;
use super::{address, page, timestamp};
use crate::model::Snapshot;
use crate::web::{Answer, Ask};

/// Redirects that are followed within the archive.
const HOPS: usize = 6;

/// How far from a redirect's time the capture of its target may be.
const TARGET_WINDOW: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What a capture shows.
#[derive(Debug, Clone)]
pub(super) enum View {
    /// A page. The answer's address is the captured one, not the archive's.
    Page(Box<Answer>, Snapshot),
    /// None: an archived error, a redirect in a circle, no capture at all.
    Nothing,
    /// The archive does not show this site.
    Excluded,
}

/// Where captures are replayed.
pub(super) struct Replay<'a> {
    pub(super) endpoint: &'a Endpoint,
    /// What stands before the 14 digits, without a slash at the end.
    pub(super) base: &'a str,
}

impl Replay<'_> {
    /// The snapshot that a capture is.
    pub(super) fn snapshot(&self, capture: &Capture) -> Option<Snapshot> {
        let url = self.address(capture.time, "", &capture.original)?;
        let (time, original, status) = (capture.time, capture.original.clone(), capture.status());
        Some(Snapshot { url, time, original, status, verified: false, span: None })
    }

    /// Looks at a capture, and follows archived redirects to where they lead.
    ///
    /// # Errors
    /// Why the archive did not answer.
    pub(super) async fn view(&self, capture: &Capture) -> Result<View, String> {
        let _queued = self.endpoint.gate.queue();
        let Some(mut next) = self.address(capture.time, "id_", &capture.original) else {
            return Ok(View::Nothing);
        };
        let mut wanted = capture.time;
        let mut asked = HashSet::new();
        while asked.len() < HOPS && asked.insert(next.clone()) {
            let ask = Ask { follow: false, ..Ask::get(next.clone()) };
            let answer = self.endpoint.ask(ask, Ok).await.map_err(|failed| failed.why)?;
            match self.read(answer, &next, wanted) {
                Step::To(url, time) => (next, wanted) = (url, time),
                Step::There(view) => return Ok(view),
            }
        }
        Ok(View::Nothing)
    }

    fn read(&self, answer: Answer, asked: &Url, wanted: Timestamp) -> Step {
        let captured = answer.header("memento-datetime").and_then(timestamp::of_http_date);
        if (300..400).contains(&answer.status) {
            return self.redirect(&answer, asked, captured, wanted);
        }
        match captured {
            Some(time) if (200..300).contains(&answer.status) => Step::There(self.page(answer, asked, time)),
            None if is_exclusion(&answer) || says_excluded(&answer) => Step::There(View::Excluded),
            _ => Step::There(View::Nothing),
        }
    }

    /// An archived redirect leads to what its target was then; the archive's own redirect, to the
    /// capture nearest to a time that has none.
    fn redirect(&self, answer: &Answer, asked: &Url, captured: Option<Timestamp>, wanted: Timestamp) -> Step {
        let location = answer.header("location").unwrap_or_default();
        let from = captured.unwrap_or(wanted);
        let inside = asked.join(location).ok().and_then(|target| self.inside(&target));
        let next = match inside {
            Some((time, original)) => Some((time, original)),
            None if captured.is_some() => self.as_it_was(asked, location).map(|original| (from, original)),
            None => None,
        };
        let near = next.filter(|(time, _)| time.duration_since(from).abs() <= TARGET_WINDOW);
        match near.and_then(|(time, original)| self.address(time, "id_", &original)) {
            Some(url) => Step::To(url, from),
            None => Step::There(View::Nothing),
        }
    }

    /// Where a captured server's own `Location` led.
    fn as_it_was(&self, asked: &Url, location: &str) -> Option<String> {
        let (_, original) = self.inside(asked)?;
        page::parse(&original)?.join(location).ok().map(String::from)
    }

    fn page(&self, mut answer: Answer, asked: &Url, time: Timestamp) -> View {
        let original = self.inside(asked).map(|(_, original)| original).unwrap_or_default();
        let Some(url) = self.address(time, "", &original) else { return View::Nothing };
        let Some(captured) = page::parse(&original) else { return View::Nothing };
        answer.url = captured;
        let snapshot =
            Snapshot { url, time, original, status: Some(answer.status), verified: false, span: None };
        View::Page(Box::new(answer), snapshot)
    }

    fn inside(&self, url: &Url) -> Option<(Timestamp, String)> {
        // An answer may come with another scheme than the archive is asked with.
        let schemeless = |text: &str| text.split_once("://").map(|(_, rest)| rest.to_owned());
        let (url, base) = (schemeless(url.as_str())?, schemeless(self.base)?);
        let parts = address::split(url.strip_prefix(&base)?)?;
        Some((parts.time, parts.original.to_owned()))
    }

    fn address(&self, time: Timestamp, mode: &str, original: &str) -> Option<Url> {
        address::of(self.base, time, mode, original)
    }
}

enum Step {
    To(Url, Timestamp),
    There(View),
}

/// The page that says so with status 200.
fn says_excluded(answer: &Answer) -> bool {
    let body = String::from_utf8_lossy(&answer.body[..answer.body.len().min(65_536)]);
    body.contains("URL has been excluded")
}
