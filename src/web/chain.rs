//! One ask in one voice: redirects followed, transient failures tried again, every request in
//! its turn.

use std::time::Duration;

use reqwest::Method;
use reqwest::header::HeaderMap;
use tokio::select;
use tokio::time::{Instant, sleep};
use url::Url;

use super::cookies::Jar;
use super::observation::{Answer, Ask, Failure};
use super::redirect::{self, Trail};
use super::retry::Retries;
use super::settings::overlay;
use super::throttle::{Permit, Throttle};
use super::wire::{NoAnswer, Outcome, Request, Wire};
use crate::model::Hop;

/// What every chain works with.
pub(super) struct Means<'a> {
    pub(super) wire: &'a dyn Wire,
    pub(super) throttle: &'a Throttle,
    pub(super) timeout: Duration,
    /// How long a silent host is waited for while there is another try; the last try waits for
    /// all of `timeout`. Most hosts that are silent at first stay so.
    pub(super) first_patience: Duration,
    pub(super) max_redirects: usize,
}

/// Where a chain has got to.
pub(super) struct Chain<'a> {
    means: Means<'a>,
    retries: Retries,
    request: Request,
    trail: Trail,
    hops: Vec<Hop>,
    keep: bool,
    passed: Vec<Answer>,
    attempts: u32,
}

/// How a chain ended.
pub(super) struct End {
    pub(super) hops: Vec<Hop>,
    /// The answers of the redirects, if they were to be kept.
    pub(super) passed: Vec<Answer>,
    /// Requests sent, those that only followed a redirect not counted.
    pub(super) attempts: u32,
    pub(super) outcome: Outcome,
}

impl End {
    /// The end of a chain that was never begun.
    pub(super) fn at_once(failure: Failure) -> Self {
        Self { hops: Vec::new(), passed: Vec::new(), attempts: 0, outcome: Err(NoAnswer::heard(failure)) }
    }

    /// One end of two tries, `second` if it is `better`; the requests of both are counted.
    pub(super) fn followed_by(self, second: Self, better: bool) -> Self {
        let attempts = self.attempts + second.attempts;
        let kept = if better { second } else { self };
        Self { attempts, ..kept }
    }
}

impl<'a> Chain<'a> {
    /// A chain that starts at the ask's address and speaks with the headers of `voice`.
    pub(super) fn new(means: Means<'a>, ask: &Ask, voice: &HeaderMap, retries: Retries) -> Self {
        let mut headers = voice.clone();
        overlay(&mut headers, &ask.headers);
        let request = Request {
            url: ask.url.clone(),
            method: ask.method.clone(),
            headers,
            body: ask.body.clone(),
            max_body: ask.max_body,
            limit: means.timeout,
            left: means.timeout,
            patience: means.timeout,
        };
        Self {
            means,
            retries,
            request,
            trail: Trail::default(),
            hops: Vec::new(),
            keep: ask.keep_redirects,
            passed: Vec::new(),
            attempts: 0,
        }
    }

    /// Goes to the end of the chain, or takes its first answer if `follow` is false.
    pub(super) async fn run(mut self, jar: &mut Jar, follow: bool) -> End {
        let outcome = self.follow(jar, follow).await;
        End { hops: self.hops, passed: self.passed, attempts: self.attempts, outcome }
    }

    async fn follow(&mut self, jar: &mut Jar, follow: bool) -> Outcome {
        loop {
            let cookies = jar.header(&self.request.url);
            if !self.trail.go_on(&self.request.url, cookies.as_ref()) {
                return Err(self.endless());
            }
            jar.dress(&mut self.request.headers, cookies);
            let answer = self.ask_patiently().await?;
            jar.keep(&answer.url, &answer.headers);
            if !follow {
                return Ok(answer);
            }
            match redirect::target(&answer) {
                Ok(None) => return Ok(answer),
                Ok(Some(target)) => self.step(&answer, target)?,
                Err(failure) => {
                    self.record(&answer);
                    return Err(NoAnswer::heard(failure));
                }
            }
        }
    }

    fn record(&mut self, answer: &Answer) {
        self.hops.push(Hop { url: answer.url.clone(), status: answer.status });
        if self.keep {
            self.passed.push(answer.clone());
        }
    }

    fn endless(&self) -> NoAnswer {
        NoAnswer::heard(Failure::RedirectLoop(self.hops.len()))
    }

    /// Turns towards `target`.
    fn step(&mut self, answer: &Answer, target: Url) -> Result<(), NoAnswer> {
        self.record(answer);
        if self.hops.len() > self.means.max_redirects {
            return Err(self.endless());
        }
        let get = redirect::becomes_get(answer.status, &self.request.method);
        if get {
            self.request.method = Method::GET;
            self.request.body = None;
        }
        let elsewhere = target.origin() != answer.url.origin();
        redirect::strip(&mut self.request.headers, elsewhere, get);
        self.request.url = target;
        Ok(())
    }

    /// Asks until there is an outcome that stays, or no try is left.
    async fn ask_patiently(&mut self) -> Outcome {
        let mut counts = self.hops.is_empty();
        loop {
            let permit = match self.means.throttle.enter(host(&self.request.url)).await {
                Ok(permit) => permit,
                Err(standing) => return self.as_own(*standing),
            };
            self.attempts += u32::from(counts);
            let started = Instant::now();
            self.request.patience = self.patience();
            let Some(outcome) = self.ask_once(&permit).await else {
                drop(permit);
                counts = false;
                self.request.left = self.request.limit;
                continue;
            };
            permit.settle(&outcome);
            let Some(wait) = self.retries.after(&outcome) else {
                self.request.left = self.request.left.saturating_sub(started.elapsed());
                return outcome;
            };
            sleep(wait).await;
            counts = true;
            self.request.left = self.request.limit;
        }
    }

    /// Asks; none if the host has refused somebody else in the meantime. What may change something is
    /// not given up half-way.
    async fn ask_once(&self, permit: &Permit<'_>) -> Option<Outcome> {
        let url = &self.request.url;
        let hear = |status: u16, headers: &HeaderMap| permit.hear(url, status, headers);
        let send = self.means.wire.send(&self.request, &hear);
        if !self.request.method.is_safe() {
            return Some(send.await);
        }
        select! {
            biased;
            outcome = send => Some(outcome),
            () = permit.overtaken() => None,
        }
    }

    fn patience(&self) -> Duration {
        let all = self.request.left;
        if self.retries.forgive_silence() { self.means.first_patience.min(all) } else { all }
    }

    /// What a host said to somebody else, as the answer to this request.
    fn as_own(&self, standing: Outcome) -> Outcome {
        standing.map(|answer| Answer { url: self.request.url.clone(), ..answer })
    }
}

/// The key of the throttle: names only, since ports and schemes of a name are one machine.
fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default().trim_end_matches('.')
}
