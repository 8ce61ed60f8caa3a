//! A wire without a web: answers from a table, and counts what it was asked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use tokio::time::{Instant, sleep};
use url::Url;

use super::client::Web;
use super::network::AlwaysUp;
use super::observation::{Answer, Ask, Failure};
use super::settings::Settings;
use super::wire::{Hear, NoAnswer, Outcome, Request, Wire};

/// An answer from `http://a.example/`.
pub(super) fn answer(status: u16, headers: &[(&'static str, &str)]) -> Answer {
    let header = |(name, value): &(&'static str, &str)| {
        (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a header's value"))
    };
    Answer {
        url: url("http://a.example/"),
        status,
        headers: headers.iter().map(header).collect(),
        body: b"body".to_vec(),
        truncated: false,
    }
}

pub(super) fn url(text: &str) -> Url {
    Url::parse(text).expect("an address")
}

pub(super) fn get(text: &str) -> Ask {
    Ask::get(url(text))
}

/// A connection that broke.
pub(super) fn reset() -> Outcome {
    Err(NoAnswer::heard(Failure::ConnectionReset("broken".into())))
}

/// No answer in time.
pub(super) fn silence() -> Outcome {
    Err(NoAnswer::silence(Failure::Timeout(Duration::from_secs(30))))
}

/// Settings without politeness, so that a test sets only what it is about.
pub(super) fn hasty() -> Settings {
    Settings { host_interval: Duration::ZERO, ..Settings::default() }
}

/// What the fake web does with a request; the number says how many came to that address before.
type Script = Box<dyn Fn(&Request, usize) -> Outcome + Send + Sync>;

/// The fake web and what it saw.
#[derive(Clone)]
pub(super) struct Fake(Arc<Inner>);

struct Inner {
    script: Script,
    /// The time until a request arrives, until its answer has a head, and until it has a body.
    connecting: Duration,
    takes: Duration,
    reading: Duration,
    seen: Mutex<Vec<Seen>>,
    counts: Mutex<HashMap<Url, usize>>,
    under_way: Mutex<UnderWay>,
}

#[derive(Default)]
struct UnderWay {
    now: HashMap<String, usize>,
    most: HashMap<String, usize>,
}

/// A request that arrived.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) url: String,
    pub(super) method: String,
    pub(super) headers: HeaderMap,
    pub(super) at: Instant,
}

impl Fake {
    pub(super) fn new(script: impl Fn(&Request, usize) -> Outcome + Send + Sync + 'static) -> Self {
        Self::slow(Duration::ZERO, script)
    }

    /// A web in which every request takes a time.
    pub(super) fn slow(
        takes: Duration,
        script: impl Fn(&Request, usize) -> Outcome + Send + Sync + 'static,
    ) -> Self {
        Self::staged([Duration::ZERO, takes, Duration::ZERO], script)
    }

    /// A web in which requests take a time until they arrive, until they are answered, and until the
    /// answer is read.
    pub(super) fn staged(
        [connecting, takes, reading]: [Duration; 3],
        script: impl Fn(&Request, usize) -> Outcome + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(Inner {
            script: Box::new(script),
            connecting,
            takes,
            reading,
            seen: Mutex::default(),
            counts: Mutex::default(),
            under_way: Mutex::default(),
        }))
    }

    pub(super) fn web(&self, settings: Settings) -> Web {
        Web::over(Box::new(self.clone()), Arc::new(AlwaysUp), settings).expect("valid settings")
    }

    pub(super) fn seen(&self) -> Vec<Seen> {
        self.0.seen.lock().expect("no panic").clone()
    }

    /// The addresses asked, in order.
    pub(super) fn urls(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.url).collect()
    }

    /// When requests arrived, in milliseconds after the first.
    pub(super) fn times(&self) -> Vec<u128> {
        let seen = self.seen();
        seen.iter().map(|request| (request.at - seen[0].at).as_millis()).collect()
    }

    /// The most requests that were under way at once, at `host` or (`*`) in all.
    pub(super) fn most_at_once(&self, host: &str) -> usize {
        self.0.under_way.lock().expect("no panic").most.get(host).copied().unwrap_or(0)
    }

    fn note(&self, request: &Request) -> usize {
        self.0.seen.lock().expect("no panic").push(Seen {
            url: request.url.to_string(),
            method: request.method.to_string(),
            headers: request.headers.clone(),
            at: Instant::now(),
        });
        let mut counts = self.0.counts.lock().expect("no panic");
        let count = counts.entry(request.url.clone()).or_default();
        *count += 1;
        *count - 1
    }

    fn count(&self, request: &Request) -> Counted<'_> {
        let host = request.url.host_str().expect("a host").to_owned();
        self.0.under_way.lock().expect("no panic").add(&host, 1);
        Counted { inner: &self.0, host }
    }
}

impl UnderWay {
    fn add(&mut self, host: &str, one: isize) {
        for key in [host, "*"] {
            let now = self.now.entry(key.to_owned()).or_default();
            *now = now.checked_add_signed(one).expect("what ends has begun");
            let now = *now;
            let most = self.most.entry(key.to_owned()).or_default();
            *most = now.max(*most);
        }
    }
}

/// A request under way, for as long as it lives: it may be given up.
struct Counted<'a> {
    inner: &'a Inner,
    host: String,
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.inner.under_way.lock().expect("no panic").add(&self.host, -1);
    }
}

impl Wire for Fake {
    fn send<'a>(&'a self, request: &'a Request, hear: &'a Hear<'a>) -> BoxFuture<'a, Outcome> {
        async move {
            sleep(self.0.connecting).await;
            let before = self.note(request);
            let _under_way = self.count(request);
            sleep(self.0.takes).await;
            let outcome = (self.0.script)(request, before);
            if let Ok(answer) = &outcome {
                hear(answer.status, &answer.headers);
            }
            sleep(self.0.reading).await;
            outcome.map(|answer| Answer { url: request.url.clone(), ..answer })
        }
        .boxed()
    }
}
