//! A cited address, the web it stands in, and what is expected of the checker.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::FutureExt;
use futures::executor::block_on;
use futures::future::BoxFuture;
use jiff::Timestamp;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use crate::check::{Checker, ForgetfulProbes, Rules};
use crate::clock::FixedClock;
use crate::model::{Check, Claims, Hop, Link};
use crate::web::{Answer, Ask, Failure, Fetch, Observation};

/// What a server of the scene answers.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    failure: Option<Failure>,
}

impl Reply {
    pub(super) fn html(status: u16, body: impl Into<String>) -> Self {
        Self::typed(status, "text/html; charset=utf-8", body.into().into_bytes())
    }

    pub(super) fn typed(status: u16, media: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("content-type".to_owned(), media.to_owned())], body, failure: None }
    }

    pub(super) fn redirect(status: u16, to: &str) -> Self {
        Self::html(status, "").with("location", to)
    }

    pub(super) fn failing(failure: Failure) -> Self {
        Self { failure: Some(failure), ..Self::html(0, "") }
    }

    pub(super) fn with(mut self, header: &str, value: &str) -> Self {
        self.headers.push((header.to_owned(), value.to_owned()));
        self
    }
}

/// A web that answers what it was told to, and remembers who asked.
pub(super) struct FakeWeb {
    replies: HashMap<String, Reply>,
    elsewhere: HashMap<String, Reply>,
    asked: Mutex<Vec<String>>,
}

impl FakeWeb {
    fn reply(&self, url: &Url) -> Reply {
        let nothing = || Reply::html(404, "<title>Not Found</title><h1>Not Found</h1>");
        let host = url.host_str().unwrap_or_default();
        self.replies.get(url.as_str()).or_else(|| self.elsewhere.get(host)).cloned().unwrap_or_else(nothing)
    }

    fn answer(&self, ask: &Ask) -> Observation {
        let mut hops: Vec<Hop> = Vec::new();
        let mut url = ask.url.clone();
        let outcome = loop {
            self.asked.lock().expect("no test panics here").push(url.to_string());
            let reply = self.reply(&url);
            if let Some(failure) = reply.failure {
                break Err(failure);
            }
            let location = reply.headers.iter().find(|(name, _)| name == "location");
            if let Some((_, location)) = location {
                hops.push(Hop { url: url.clone(), status: reply.status });
                url = url.join(location).expect("a test address");
                if hops.len() > 10 {
                    break Err(Failure::RedirectLoop(hops.len()));
                }
                continue;
            }
            break Ok(answer(url.clone(), &reply));
        };
        Observation {
            requested: ask.url.clone(),
            hops,
            passed: Vec::new(),
            attempts: 1,
            as_browser: false,
            outcome,
        }
    }
}

impl Fetch for FakeWeb {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        // Gives other checks a turn between question and answer.
        async move {
            tokio::task::yield_now().await;
            self.answer(&ask)
        }
        .boxed()
    }
}

/// The reply as an answer; `{path}` in its text is the path that was asked for.
pub(super) fn answer(url: Url, reply: &Reply) -> Answer {
    let mut headers = HeaderMap::new();
    for (name, value) in &reply.headers {
        headers.append(
            HeaderName::from_bytes(name.as_bytes()).expect("a test header"),
            HeaderValue::from_str(value).expect("a test header"),
        );
    }
    let body = match std::str::from_utf8(&reply.body) {
        Ok(text) => text.replace("{path}", url.path()).into_bytes(),
        Err(_) => reply.body.clone(),
    };
    Answer { url, status: reply.status, headers, body, truncated: false }
}

/// One cited source.
pub(super) struct Scene {
    pub(super) link: Link,
    replies: HashMap<String, Reply>,
    elsewhere: HashMap<String, Reply>,
    rules: Rules,
}

impl Scene {
    /// A citation of `url`; every address of the scene's web answers 404 until told otherwise.
    pub(super) fn of(url: &str) -> Self {
        let link = Link { url: parse(url), alternatives: Vec::new(), claims: Claims::default() };
        Self { link, replies: HashMap::new(), elsewhere: HashMap::new(), rules: Rules::default() }
    }

    /// A title as the note prints it.
    pub(super) fn cited(mut self, title: &str) -> Self {
        self.link.claims.titles.push(title.to_owned());
        self
    }

    /// An outlet or author as the note prints it.
    pub(super) fn by(mut self, source: &str) -> Self {
        self.link.claims.sources.push(source.to_owned());
        self
    }

    /// Another reading of the address.
    pub(super) fn or(mut self, url: &str) -> Self {
        self.link.alternatives.push(parse(url));
        self
    }

    /// What the cited address answers.
    pub(super) fn answers(self, reply: Reply) -> Self {
        let url = self.link.url.clone();
        self.at(url.as_str(), reply)
    }

    /// The cited address answers this page with status 200.
    pub(super) fn shows(self, html: impl Into<String>) -> Self {
        self.answers(Reply::html(200, html))
    }

    /// What another address answers.
    pub(super) fn at(mut self, url: &str, reply: Reply) -> Self {
        self.replies.insert(parse(url).into(), reply);
        self
    }

    /// What every other address of the cited host answers.
    pub(super) fn otherwise(mut self, reply: Reply) -> Self {
        let host = self.link.url.host_str().expect("a host").to_owned();
        self.elsewhere.insert(host, reply);
        self
    }

    /// The cited host answers this page to everything.
    pub(super) fn always_shows(self, html: &str) -> Self {
        self.answers(Reply::html(200, html)).otherwise(Reply::html(200, html))
    }

    pub(super) fn accepting(mut self, status: u16) -> Self {
        self.rules.accept.insert(status);
        self
    }

    pub(super) fn without_probe(mut self) -> Self {
        self.rules.probe = false;
        self
    }

    /// Checks it; also tells which addresses were asked.
    pub(super) fn play(self) -> (Check, Vec<String>) {
        let (checker, web) = checker(self.replies, self.elsewhere, self.rules);
        let check = block_on(checker.check(&self.link));
        let asked = web.asked.lock().expect("no test panics here").clone();
        (check, asked)
    }

    /// Checks several links on the web of this one, at the same time.
    pub(super) fn play_together(self, links: &[Link]) -> (Vec<Check>, Vec<String>) {
        let (checker, web) = checker(self.replies, self.elsewhere, self.rules);
        let checks = block_on(futures::future::join_all(links.iter().map(|link| checker.check(link))));
        let asked = web.asked.lock().expect("no test panics here").clone();
        (checks, asked)
    }
}

fn checker(
    replies: HashMap<String, Reply>,
    elsewhere: HashMap<String, Reply>,
    rules: Rules,
) -> (Checker, Arc<FakeWeb>) {
    let web = Arc::new(FakeWeb { replies, elsewhere, asked: Mutex::default() });
    let clock = Arc::new(FixedClock(Timestamp::UNIX_EPOCH));
    (Checker::new(web.clone(), clock, Arc::new(ForgetfulProbes::default()), rules), web)
}

pub(super) fn parse(url: &str) -> Url {
    Url::parse(url).expect("a test address")
}

/// Plays every scene and tells all that went wrong at once.
pub(super) fn expect_all(expected: &str, scenes: Vec<(&str, Scene)>) {
    let mut wrong = Vec::new();
    for (name, scene) in scenes {
        let (check, _) = scene.play();
        let got = format!("{}/{}", check.verdict, check.reason);
        if got != expected {
            wrong.push(format!("{name}: {got}, expected {expected}\n    {:?}", check.evidence));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

pub(super) fn timeout() -> Failure {
    Failure::Timeout(Duration::from_secs(30))
}
