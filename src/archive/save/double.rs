//! A double of Save Page Now behind [`Fetch`], with answers in the shapes that its documentation
//! shows. It takes jobs and ends them, and says odd things on demand.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use jiff::Timestamp;
use reqwest::header::HeaderMap;
use serde_json::json;
use tokio::time::Instant;
use url::Url;

use super::{Jobs, SavePageNow, SaveSettings};
use crate::clock::Clock;
use crate::model::Receipt;
use crate::web::{Answer, Ask, Failure, Fetch, Observation};

/// An answer: a status and a body, or none.
pub(super) type Reply = Result<(u16, String), Failure>;

#[expect(clippy::unnecessary_wraps, reason = "a reply may also be none")]
pub(super) fn ok(body: &serde_json::Value) -> Reply {
    Ok((200, body.to_string()))
}

/// A refusal as it comes: with status 200.
pub(super) fn refusal(word: &str) -> Reply {
    ok(&json!({"status": "error", "status_ext": format!("error:{word}"), "message": "A sentence."}))
}

pub(super) fn pending() -> Reply {
    ok(&json!({"status": "pending", "job_id": "spn2-1", "resources": []}))
}

#[derive(Default)]
struct State {
    /// What is said to the next requests for a job; after that jobs are taken.
    submits: VecDeque<Reply>,
    /// What is said of the next jobs that are asked after; after that they have ended well.
    statuses: VecDeque<Reply>,
    account: Option<Reply>,
    jobs: HashMap<String, String>,
    log: Vec<(Ask, Instant)>,
}

/// The double.
#[derive(Default)]
pub(super) struct Double(Mutex<State>);

impl Double {
    pub(super) fn says(&self, reply: Reply) {
        self.state().submits.push_back(reply);
    }

    pub(super) fn says_of_jobs(&self, reply: Reply) {
        self.state().statuses.push_back(reply);
    }

    pub(super) fn says_of_the_account(&self, reply: Reply) {
        self.state().account = Some(reply);
    }

    /// Requests for jobs, with the time of each.
    pub(super) fn submits(&self) -> Vec<(Ask, Instant)> {
        let is_submit = |ask: &Ask| ask.method == "POST" || ask.url.path().starts_with("/save/http");
        self.state().log.iter().filter(|(ask, _)| is_submit(ask)).cloned().collect()
    }

    /// Paths asked with `GET`.
    pub(super) fn gets(&self) -> Vec<String> {
        let state = self.state();
        state
            .log
            .iter()
            .filter(|(ask, _)| ask.method == "GET")
            .map(|(ask, _)| ask.url.path().to_owned())
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("a test that panics has failed anyway")
    }

    fn answer(&self, ask: &Ask) -> (Reply, HeaderMap) {
        let mut state = self.state();
        let mut headers = HeaderMap::new();
        let reply = match ask.url.path() {
            "/save" => state.submits.pop_front().unwrap_or_else(|| accept(&mut state, ask)),
            "/save/status/user" => state
                .account
                .clone()
                .unwrap_or_else(|| ok(&json!({"available": 3, "processing": 0, "daily_captures": 1, "daily_captures_limit": 30000}))),
            path if path.starts_with("/save/status/") => {
                let job = path.trim_start_matches("/save/status/").to_owned();
                state.statuses.pop_front().unwrap_or_else(|| ended(&state, &job))
            }
            _ => state.submits.pop_front().unwrap_or_else(|| {
                let place = ask.url.as_str().replace("/save/", "/web/20260101000000/");
                headers.insert("location", place.parse().expect("a value"));
                Ok((302, String::new()))
            }),
        };
        (reply, headers)
    }
}

/// A job for an address; the same if it is asked for again.
fn accept(state: &mut State, ask: &Ask) -> Reply {
    let body = ask.body.as_deref().expect("a form");
    let form: HashMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let url = form["url"].clone();
    let known = state.jobs.iter().find(|(_, known)| **known == url).map(|(job, _)| job.clone());
    if let Some(job) = known {
        let message = "The same snapshot had been made 4 minutes ago.";
        return ok(&json!({"url": url, "job_id": job, "message": message}));
    }
    let job = format!("spn2-{}", state.jobs.len() + 1);
    state.jobs.insert(job.clone(), url.clone());
    ok(&json!({"url": url, "job_id": job}))
}

fn ended(state: &State, job: &str) -> Reply {
    match state.jobs.get(job) {
        Some(url) => ok(&json!({
            "status": "success", "job_id": job, "original_url": url, "timestamp": "20260101000203",
            "duration_sec": 6.203, "http_status": 200, "resources": [url], "counters": {"embeds": 1, "outlinks": 0},
        })),
        None => ok(
            &json!({"status": "error", "job_id": job, "status_ext": "error:job-not-found", "message": "job not found"}),
        ),
    }
}

impl Fetch for Double {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        async move {
            self.state().log.push((ask.clone(), Instant::now()));
            let (reply, headers) = self.answer(&ask);
            let outcome = reply.map(|(status, body)| Answer {
                url: ask.url.clone(),
                status,
                headers,
                body: body.into_bytes(),
                truncated: false,
            });
            Observation::once(ask.url, outcome)
        }
        .boxed()
    }
}

/// A clock that goes with the runtime's, which tests have paused.
pub(super) struct Paused(Timestamp, Instant);

impl Paused {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self("2026-01-01T00:00:00Z".parse().expect("a time"), Instant::now()))
    }
}

impl Clock for Paused {
    fn now(&self) -> Timestamp {
        self.0 + jiff::SignedDuration::try_from(self.1.elapsed()).expect("a short test")
    }
}

/// Receipts in memory, every one of them.
#[derive(Default)]
pub(super) struct Memory {
    pub(super) written: Mutex<Vec<Receipt>>,
    pub(super) is_full: bool,
}

impl Memory {
    /// The statuses written for an address, in order.
    pub(super) fn history(&self, url: &str) -> Vec<String> {
        let written = self.written.lock().expect("no panic");
        written.iter().filter(|it| it.url.as_str() == url).map(|it| it.status.to_string()).collect()
    }
}

impl Jobs for Memory {
    fn last(&self, url: &Url) -> Option<Receipt> {
        self.written.lock().expect("no panic").iter().rfind(|receipt| receipt.url == *url).cloned()
    }

    fn write(&self, receipt: &Receipt) -> bool {
        if !self.is_full {
            self.written.lock().expect("no panic").push(receipt.clone());
        }
        !self.is_full
    }
}

/// The service behind which the double stands.
pub(super) fn service(double: &Arc<Double>, login: bool, clock: &Arc<Paused>) -> SavePageNow {
    let credentials = super::Credentials::new("k4NaRy0", "k4NaRy0secret").expect("keys");
    let settings = SaveSettings { before_retry: Duration::from_secs(10), ..SaveSettings::default() };
    let fetch: Arc<dyn Fetch> = double.clone();
    let clock: Arc<dyn Clock> = clock.clone();
    SavePageNow::new(settings, login.then_some(credentials), &fetch, &clock)
}
