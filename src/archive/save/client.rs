//! Save Page Now, one request at a time.

use std::sync::Arc;

use reqwest::Method;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use tokio::sync::Semaphore;
use url::Url;
use url::form_urlencoded::Serializer;

use super::credentials::Credentials;
use super::reply::{self, Account, Progress, Submitted};
use super::settings::SaveSettings;
use crate::archive::address;
use crate::archive::endpoint::{Endpoint, Unanswered};
use crate::archive::gate::{Gate, Pace};
use crate::archive::trouble::{Trouble, status_text};
use crate::clock::Clock;
use crate::model::Snapshot;
use crate::web::{Answer, Ask, Fetch};

/// A capture this fresh is not made again, in seconds: a day. So a question that was put before,
/// by this or another program, costs the archive nothing.
const FRESH: &str = "86400";

/// What came of asking without a login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Anonymous {
    /// The capture it led to.
    Captured(Snapshot),
    /// Nothing that could be read; says what was seen.
    Untold(String),
}

/// Save Page Now. One for the whole process: it holds the clocks of its endpoints.
pub struct SavePageNow {
    pub(super) settings: SaveSettings,
    credentials: Option<Credentials>,
    submit: Endpoint,
    status: Endpoint,
    pub(super) clock: Arc<dyn Clock>,
    base: String,
}

impl SavePageNow {
    /// The service, asked through `fetch`; without credentials only in its best-effort form.
    pub fn new(
        settings: SaveSettings,
        credentials: Option<Credentials>,
        fetch: &Arc<dyn Fetch>,
        clock: &Arc<dyn Clock>,
    ) -> Self {
        let slots = Arc::new(Semaphore::new(2));
        let endpoint = |name: &str, pace: Pace| Endpoint {
            gate: Gate::new(name, pace, settings.patience, Arc::clone(&slots)),
            fetch: Arc::clone(fetch),
            clock: Arc::clone(clock),
            timeout: settings.timeout,
        };
        Self {
            submit: endpoint("Save Page Now", settings.pace),
            status: endpoint("Save Page Now status", settings.status_pace),
            base: settings.replay_url.as_str().trim_end_matches('/').to_owned(),
            clock: Arc::clone(clock),
            credentials,
            settings,
        }
    }

    /// Whether jobs can be asked for and asked after.
    pub(super) fn has_login(&self) -> bool {
        self.credentials.is_some()
    }

    /// What the service is, for the store: jobs of one are not asked after at another.
    pub fn identity(&self) -> &str {
        self.settings.save_url.as_str()
    }

    /// What the run is waiting for, for the terminal.
    pub fn waiting_for(&self) -> Option<String> {
        self.submit.gate.waiting_for().or_else(|| self.status.gate.waiting_for())
    }

    /// What the account may still do; the inner error says that the keys are wrong.
    pub(super) async fn account(&self) -> Result<Result<Account, String>, Unanswered> {
        let ask = self.get(&["status", "user"]);
        self.status.ask(ask, |answer| reply::account(&answer)).await
    }

    /// Asks for a job.
    pub(super) async fn submit(&self, url: &Url) -> Result<Submitted, Unanswered> {
        let _queued = self.submit.gate.queue();
        let body = Serializer::new(String::new())
            .append_pair("url", url.as_str())
            .append_pair("if_not_archived_within", FRESH)
            .append_pair("skip_first_archive", "1")
            .finish();
        let mut headers = self.headers();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        let ask = Ask {
            method: Method::POST,
            headers,
            body: Some(body),
            follow: false,
            ..Ask::get(self.settings.save_url.clone())
        };
        self.submit.ask(ask, |answer| reply::submitted(&answer)).await
    }

    /// Asks what became of a job.
    pub(super) async fn progress(&self, job: &str) -> Result<Progress, Unanswered> {
        let ask = self.get(&["status", job]);
        self.status.ask(ask, |answer| reply::progress(&answer)).await
    }

    /// Asks without a login: a `GET` that captures and then leads to the capture.
    pub(super) async fn save_anonymously(&self, url: &Url) -> Result<Anonymous, Unanswered> {
        let _queued = self.submit.gate.queue();
        let place = format!("{}/{url}", self.settings.save_url.as_str().trim_end_matches('/'));
        let Ok(place) = Url::parse(&place) else {
            return Ok(Anonymous::Untold("the address cannot be put into a path".to_owned()));
        };
        let ask = Ask { follow: false, ..Ask::get(place) };
        self.submit.ask(ask, |answer| self.led_to(&answer)).await
    }

    fn led_to(&self, answer: &Answer) -> Result<Anonymous, Trouble> {
        let places = [answer.header("location"), answer.header("content-location")];
        let parts = places.into_iter().flatten().find_map(address::split);
        match parts.and_then(|parts| self.snapshot(parts.time, parts.original)) {
            Some(snapshot) => Ok(Anonymous::Captured(snapshot)),
            None if answer.status < 400 => {
                Ok(Anonymous::Untold("the archive took the address and names no capture".to_owned()))
            }
            None => Err(Trouble::Question(status_text(answer))),
        }
    }

    /// The capture made at a time.
    pub(super) fn snapshot(&self, time: jiff::Timestamp, original: &str) -> Option<Snapshot> {
        let url = address::of(&self.base, time, "", original)?;
        let original = original.to_owned();
        Some(Snapshot { url, time, original, status: None, verified: false, span: None })
    }

    /// A question below the service's address. What a job is called is the archive's business: it
    /// is put into the path as it is, escaped.
    fn get(&self, path: &[&str]) -> Ask {
        let mut url = self.settings.save_url.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        Ask { headers: self.headers(), follow: false, ..Ask::get(url) }
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(credentials) = &self.credentials {
            headers.insert(AUTHORIZATION, credentials.header());
        }
        headers
    }
}
