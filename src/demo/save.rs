//! A double of Save Page Now 2: it takes jobs from whoever has the keys, lets them wait, ends them,
//! and gives the same job to who asks twice.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;
use url::form_urlencoded;

use super::reply::{Reply, Request};

/// The service.
#[derive(Debug, Default)]
pub struct SaveDesk {
    pending: usize,
    refused: HashMap<String, String>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Addresses of jobs, by number.
    jobs: Vec<String>,
    asked_after: HashMap<usize, usize>,
    asked_for: Vec<String>,
}

/// When the double captures; always the same, so that an audit is the same.
const MOMENT: &str = "20260101000203";

impl SaveDesk {
    /// The two keys that it accepts.
    pub const KEYS: [&'static str; 2] = ["demo-access", "demo-secret"];

    /// A service that says of every job so many times that it is pending.
    pub fn new(pending: usize) -> Self {
        Self { pending, ..Self::default() }
    }

    /// The same with an address that is refused, and the word for it: `blocked-url`.
    #[must_use]
    pub fn refusing(mut self, url: &str, word: &str) -> Self {
        self.refused.insert(url.to_owned(), word.to_owned());
        self
    }

    /// The answer to a request below `/save`.
    pub fn answer(&self, request: &Request) -> Reply {
        if request.authorization != format!("LOW {}:{}", Self::KEYS[0], Self::KEYS[1]) {
            let body = json!({"message": "You need to be logged in to use Save Page Now."}).to_string();
            return Reply::typed(401, "application/json", body);
        }
        match (request.method.as_str(), request.path()) {
            ("POST", "/save") => self.submit(&request.body),
            (_, "/save/status/user") => Reply::json(
                &json!({"available": 5, "processing": 0, "daily_captures": 0, "daily_captures_limit": 30000}),
            ),
            (_, path) => self.status(path.trim_start_matches("/save/status/")),
        }
    }

    /// The addresses captured, one for each job.
    pub fn captured(&self) -> Vec<String> {
        self.state().jobs.clone()
    }

    /// The addresses asked for, repeats included.
    pub fn asked_for(&self) -> Vec<String> {
        self.state().asked_for.clone()
    }

    fn submit(&self, body: &str) -> Reply {
        let url = form_urlencoded::parse(body.as_bytes()).find(|(name, _)| name == "url");
        let url = url.map(|(_, url)| url.into_owned()).unwrap_or_default();
        let mut state = self.state();
        state.asked_for.push(url.clone());
        if let Some(word) = self.refused.get(&url) {
            return Reply::json(&json!({
                "url": url, "status": "error", "status_ext": format!("error:{word}"),
                "message": "The archive does not capture this address.",
            }));
        }
        if let Some(known) = state.jobs.iter().position(|job| *job == url) {
            let message = "The same snapshot had been made 4 minutes ago.";
            return Reply::json(&json!({"url": url, "job_id": job_id(known), "message": message}));
        }
        state.jobs.push(url.clone());
        Reply::json(&json!({"url": url, "job_id": job_id(state.jobs.len() - 1)}))
    }

    fn status(&self, job: &str) -> Reply {
        let mut state = self.state();
        let number = (0..state.jobs.len()).find(|number| job_id(*number) == job);
        let Some(number) = number else {
            return Reply::json(&json!({
                "status": "error", "job_id": job, "status_ext": "error:job-not-found", "message": "job not found",
            }));
        };
        let asked = state.asked_after.entry(number).or_default();
        *asked += 1;
        if *asked <= self.pending {
            return Reply::json(&json!({"status": "pending", "job_id": job, "resources": []}));
        }
        let url = &state.jobs[number];
        Reply::json(&json!({
            "status": "success", "job_id": job, "original_url": url, "timestamp": MOMENT,
            "duration_sec": 3.1, "http_status": 200, "resources": [url],
            "counters": {"embeds": 1, "outlinks": 0},
        }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn job_id(number: usize) -> String {
    format!("spn2-{number:040x}")
}
