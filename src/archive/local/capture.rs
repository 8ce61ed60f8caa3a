//! Fetching a page to keep it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use url::Url;

use super::exchange::Exchange;
use super::requisites::{of_css, of_html};
use crate::clock::Clock;
use crate::web::{Ask, Failure, Fetch};

/// The largest body that is kept, in bytes (100 MB); what is longer is marked as cut off.
const MOST_BYTES: usize = 100_000_000;

/// The whole time that a body may take.
const PATIENCE: Duration = Duration::from_mins(3);

/// How deep style sheets may import each other.
const DEPTH: usize = 2;

/// Fetches pages to keep them.
pub struct Recorder {
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    requisites: bool,
}

/// What was fetched of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Captured {
    /// The redirects and the page, in order, then what the page needs.
    pub exchanges: Vec<Exchange>,
    /// The address that answered with the page.
    pub page: Url,
    /// Its status.
    pub status: u16,
    /// What the page needs and could not be had.
    pub missing: Vec<Url>,
}

impl Recorder {
    /// Asks through `fetch`, at its pace. With `requisites`, images, styles and scripts too.
    pub fn new(fetch: Arc<dyn Fetch>, clock: Arc<dyn Clock>, requisites: bool) -> Self {
        Self { fetch, clock, requisites }
    }

    /// Fetches a page.
    ///
    /// # Errors
    /// [`Failure`] if there is no answer. An answer of any status is one.
    pub async fn record(&self, url: &Url) -> Result<Captured, Failure> {
        let mut exchanges = self.ask(url).await?;
        let Some(page) = exchanges.last().cloned() else { return Err(Failure::NotHttp(url.to_string())) };
        let mut missing = Vec::new();
        if self.requisites && page.media_type().contains("html") {
            self.add_requisites(&page, &mut exchanges, &mut missing).await;
        }
        Ok(Captured { exchanges, page: page.url, status: page.status, missing })
    }

    async fn add_requisites(&self, page: &Exchange, exchanges: &mut Vec<Exchange>, missing: &mut Vec<Url>) {
        let mut asked = BTreeSet::from([page.url.clone()]);
        let mut wanted = of_html(&page.url, &page.body);
        for _ in 0..=DEPTH {
            wanted.retain(|url| asked.insert(url.clone()));
            let answers = join_all(wanted.iter().map(|url| self.ask(url))).await;
            let mut next = Vec::new();
            for (url, answer) in wanted.into_iter().zip(answers) {
                let Ok(answer) = answer else {
                    missing.push(url);
                    continue;
                };
                let sheets = answer.iter().filter(|exchange| exchange.media_type() == "text/css");
                next.extend(sheets.flat_map(|sheet| of_css(&sheet.url, &sheet.body)));
                exchanges.extend(answer);
            }
            wanted = next;
        }
    }

    /// The redirects on the way and the answer at its end.
    async fn ask(&self, url: &Url) -> Result<Vec<Exchange>, Failure> {
        let ask = Ask {
            keep_redirects: true,
            max_body: Some(MOST_BYTES),
            timeout: Some(PATIENCE),
            ..Ask::get(url.clone())
        };
        let seen = self.fetch.fetch(ask).await;
        let answers = seen.passed.into_iter().chain([seen.outcome?]);
        Ok(answers.map(|answer| Exchange::new(answer, self.clock.now())).collect())
    }
}
