//! Fetching a page to keep it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use futures::{StreamExt, stream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::Url;

use super::exchange::Exchange;
use super::requisites::{of_css, of_html};
use crate::archive::robots::{Permission, Robots};
use crate::clock::Clock;
use crate::web::{Ask, Failure, Fetch};

/// The largest body that is kept, in bytes (100 MB); what is longer is marked as cut off.
const MOST_BYTES: usize = 100_000_000;

/// Larger bodies, in bytes (4 MB), are asked for again, whole, by few at once: what is in memory stays
/// bounded however many pages are under way.
const LARGE: usize = 4_000_000;

/// How many large bodies are in memory at once.
const LARGE_AT_ONCE: usize = 2;

/// The most that is kept of what one page needs, in bytes.
const MOST_REQUISITES: usize = MOST_BYTES;

/// How many requisites of a page are asked for at once.
const REQUISITES_AT_ONCE: usize = 8;

/// The whole time that a body may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// How deep style sheets may import each other.
const DEPTH: usize = 2;

/// Fetches pages to keep them.
pub struct Recorder {
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    requisites: bool,
    robots: Option<Arc<Robots>>,
    large: Arc<Semaphore>,
    large_requisites: Arc<Semaphore>,
}

/// What was fetched of a page.
#[derive(Debug)]
pub struct Captured {
    /// The redirects and the page, in order, then what the page needs.
    pub exchanges: Vec<Exchange>,
    /// The address that answered with the page.
    pub page: Url,
    /// Its status.
    pub status: u16,
    /// What the page needs and could not be had.
    pub missing: Vec<Url>,
    /// What the page needs and its host's robots.txt does not allow.
    pub disallowed: Vec<Url>,
    /// Held for as long as a large page is in memory.
    pub room: Option<OwnedSemaphorePermit>,
}

/// What came of one thing that a page needs.
enum Requisite {
    Had(Vec<Exchange>),
    Missing,
    Disallowed,
}

impl Recorder {
    /// Asks through `fetch`, at its pace. With `requisites`, images, styles and scripts too; with
    /// `robots` only what the hosts allow.
    pub fn new(
        fetch: Arc<dyn Fetch>,
        clock: Arc<dyn Clock>,
        requisites: bool,
        robots: Option<Arc<Robots>>,
    ) -> Self {
        let few = || Arc::new(Semaphore::new(LARGE_AT_ONCE));
        Self { fetch, clock, requisites, robots, large: few(), large_requisites: few() }
    }

    /// Whether an address may be kept.
    pub async fn permission(&self, url: &Url) -> Permission {
        match &self.robots {
            Some(robots) => robots.permission(url).await,
            None => Permission::Granted,
        }
    }

    /// Whether what a page needs is fetched as well.
    pub fn with_requisites(&self) -> bool {
        self.requisites
    }

    /// Fetches a page.
    ///
    /// # Errors
    /// [`Failure`] if there is no answer. An answer of any status is one.
    pub async fn record(&self, url: &Url) -> Result<Captured, Failure> {
        let (exchanges, room) = self.ask(url.clone(), Arc::clone(&self.large)).await?;
        let Some(page) = exchanges.last().cloned() else { return Err(Failure::NotHttp(url.to_string())) };
        let mut captured = Captured {
            exchanges,
            page: page.url.clone(),
            status: page.status,
            missing: Vec::new(),
            disallowed: Vec::new(),
            room,
        };
        if self.requisites && page.media_type().contains("html") {
            self.add_requisites(&page, &mut captured).await;
        }
        Ok(captured)
    }

    async fn add_requisites(&self, page: &Exchange, captured: &mut Captured) {
        let mut kept = 0;
        let mut asked = BTreeSet::from([page.url.clone()]);
        let mut wanted = of_html(&page.url, &page.body);
        for _ in 0..=DEPTH {
            wanted.retain(|url| asked.insert(url.clone()));
            let asks = std::mem::take(&mut wanted).into_iter().map(|url| self.requisite(url));
            let mut answers = stream::iter(asks).buffered(REQUISITES_AT_ONCE);
            let mut next = Vec::new();
            while let Some((url, answer)) = answers.next().await {
                let length = |answer: &Vec<Exchange>| answer.iter().map(|it| it.body.len()).sum::<usize>();
                match answer {
                    Requisite::Had(answer) if kept + length(&answer) <= MOST_REQUISITES => {
                        kept += length(&answer);
                        let sheets = answer.iter().filter(|exchange| exchange.media_type() == "text/css");
                        next.extend(sheets.flat_map(|sheet| of_css(&sheet.url, &sheet.body)));
                        captured.exchanges.extend(answer);
                    }
                    Requisite::Had(_) | Requisite::Missing => captured.missing.push(url),
                    Requisite::Disallowed => captured.disallowed.push(url),
                }
            }
            wanted = next;
        }
    }

    /// One thing that a page needs, if its own host allows it.
    async fn requisite(&self, url: Url) -> (Url, Requisite) {
        if let Permission::Denied(_) = self.permission(&url).await {
            return (url, Requisite::Disallowed);
        }
        let answer = self.ask(url.clone(), Arc::clone(&self.large_requisites)).await;
        (url, answer.map_or(Requisite::Missing, |(answer, _)| Requisite::Had(answer)))
    }

    /// The redirects on the way and the answer at its end; of a large one with its place among the few.
    async fn ask(
        &self,
        url: Url,
        few: Arc<Semaphore>,
    ) -> Result<(Vec<Exchange>, Option<OwnedSemaphorePermit>), Failure> {
        let first = self.ask_for(&url, LARGE).await?;
        if first.last().is_none_or(|answer| !answer.truncated || answer.body.len() < LARGE) {
            return Ok((first, None));
        }
        drop(first);
        let room = few.acquire_owned().await.ok();
        Ok((self.ask_for(&url, MOST_BYTES).await?, room))
    }

    async fn ask_for(&self, url: &Url, most: usize) -> Result<Vec<Exchange>, Failure> {
        let ask = Ask {
            keep_redirects: true,
            max_body: Some(most),
            timeout: Some(PATIENCE),
            ..Ask::get(url.clone())
        };
        let seen = self.fetch.fetch(ask).await;
        let answers = seen.passed.into_iter().chain([seen.outcome?]);
        Ok(answers.map(|answer| Exchange::new(answer, self.clock.now())).collect())
    }
}
