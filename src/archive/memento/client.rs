//! A Memento archive as an [`Archive`].

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use futures::future::{BoxFuture, FutureExt};
use futures::stream;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use tokio::sync::Semaphore;
use url::Url;

use super::timemap::{Listed, Reading, Word, read};
use crate::archive::capture::Capture;
use crate::archive::choose::{Wish, candidates};
use crate::archive::contract::{Archive, Judge, Query, Told};
use crate::archive::endpoint::Endpoint;
use crate::archive::gate::{Gate, Pace, Patience};
use crate::archive::trouble::{Trouble, status_text};
use crate::archive::{address, page, timestamp};
use crate::clock::Clock;
use crate::model::{Lookup, Snapshot};
use crate::web::{Answer, Ask, Fetch};

/// Where an archive is asked. The cited address is put behind the base as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// A base for `TimeMap`s: `https://archive.example/timemap/link/`.
    TimeMap(Url),
    /// A base for `TimeGate`s: `https://archive.example/timegate/`.
    TimeGate(Url),
}

/// How a Memento archive is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MementoSettings {
    /// Its name, for messages.
    pub name: String,
    /// Where it is asked.
    pub door: Door,
    /// Its pace.
    pub pace: Pace,
    /// How long a request may take.
    pub timeout: Duration,
    /// How many captures are looked at for one source.
    pub looks: usize,
    /// How much trouble is borne.
    pub patience: Patience,
}

impl MementoSettings {
    /// The usual settings for an archive: 24 requests a minute, as for the Wayback Machine's
    /// `TimeMap`s.
    pub fn new(name: &str, door: Door) -> Self {
        Self {
            name: name.to_owned(),
            door,
            pace: Pace { per_minute: 24, gap: Duration::from_millis(500) },
            timeout: Duration::from_mins(1),
            looks: 5,
            patience: Patience::default(),
        }
    }
}

/// A Memento archive. One for the whole process: it holds its clock.
pub struct Memento {
    settings: MementoSettings,
    endpoint: Endpoint,
    clock: Arc<dyn Clock>,
}

/// What looking at a capture told.
enum Seen {
    Good(Snapshot),
    Bad,
}

impl Memento {
    /// An archive, asked through `fetch`.
    pub fn new(settings: MementoSettings, fetch: &Arc<dyn Fetch>, clock: &Arc<dyn Clock>) -> Self {
        let gate = Gate::new(&settings.name, settings.pace, settings.patience, Arc::new(Semaphore::new(2)));
        let endpoint =
            Endpoint { gate, fetch: Arc::clone(fetch), clock: Arc::clone(clock), timeout: settings.timeout };
        Self { settings, endpoint, clock: Arc::clone(clock) }
    }

    /// The captures of an address, nearest first.
    async fn nearest(&self, query: &Query) -> Result<Option<Vec<Listed>>, String> {
        let wish = self.wish(query);
        let moment = wish.moment();
        let listed = match &self.settings.door {
            Door::TimeMap(base) => self.list(base, query, moment).await?,
            Door::TimeGate(base) => self.gate(base, query, moment).await?,
        };
        Ok(listed.map(|listed| ordered(&wish, listed)))
    }

    /// By `TimeMap`; none if the archive does not show the site.
    async fn list(
        &self,
        base: &Url,
        query: &Query,
        moment: Timestamp,
    ) -> Result<Option<Vec<Listed>>, String> {
        let Some(first) = behind(base, &query.url) else { return Ok(Some(Vec::new())) };
        let mut reading = Reading::of(first);
        while let Some(url) = reading.next(moment) {
            match self
                .endpoint
                .ask(Ask::get(url), |answer| read(&answer))
                .await
                .map_err(|failed| failed.why)?
            {
                Word::Page(page) => reading.add(page),
                Word::Excluded => return Ok(None),
            }
        }
        Ok(Some(reading.listed))
    }

    /// By `TimeGate`: it redirects to the nearest capture (RFC 7089 §4.1).
    async fn gate(
        &self,
        base: &Url,
        query: &Query,
        moment: Timestamp,
    ) -> Result<Option<Vec<Listed>>, String> {
        let Some(url) = behind(base, &query.url) else { return Ok(Some(Vec::new())) };
        let mut headers = HeaderMap::new();
        let time = query.reference.and_then(|_| timestamp::to_http_date(moment));
        if let Some(value) = time.and_then(|time| HeaderValue::from_str(&time).ok()) {
            headers.insert(HeaderName::from_static("accept-datetime"), value);
        }
        let ask = Ask { headers, ..Ask::get(url) };
        self.endpoint.ask(ask, |answer| read_gate(&answer)).await.map_err(|failed| failed.why)
    }

    /// The nearest good capture; one made at `but` is known to be bad.
    async fn find(&self, query: &Query, but: Option<Timestamp>, good: &Judge<'_>) -> Lookup {
        let listed = match self.nearest(query).await {
            Ok(Some(listed)) => listed,
            Ok(None) => return Lookup::Excluded,
            Err(why) => return Lookup::Failed(why),
        };
        let mut failed = None;
        for capture in listed.iter().filter(|it| Some(it.time) != but).take(self.settings.looks) {
            match self.look(query, capture, good).await {
                Ok(Seen::Good(snapshot)) => return Lookup::Found(snapshot),
                Ok(Seen::Bad) => {}
                Err(why) => failed = Some(why),
            }
        }
        failed.map_or(Lookup::Absent, Lookup::Failed)
    }

    async fn look(&self, query: &Query, listed: &Listed, good: &Judge<'_>) -> Result<Seen, String> {
        let ask = Ask::get(raw(&listed.url));
        let mut answer = self.endpoint.ask(ask, Ok).await.map_err(|failed| failed.why)?;
        if answer.status != 200 {
            return Ok(Seen::Bad);
        }
        let time = answer.header("memento-datetime").and_then(timestamp::of_http_date).unwrap_or(listed.time);
        let shown = original_of(&answer.url).unwrap_or_else(|| query.url.clone());
        answer.url = shown.clone();
        if !page::may_be_same_work(&query.url, &shown) || !good(&answer) {
            return Ok(Seen::Bad);
        }
        let original = original_text(&listed.url).unwrap_or(query.url.as_str()).to_owned();
        let (url, status) = (listed.url.clone(), Some(answer.status));
        Ok(Seen::Good(Snapshot { url, time, original, status, verified: false }))
    }

    fn wish<'a>(&self, query: &'a Query) -> Wish<'a> {
        Wish {
            url: &query.url,
            reference: query.reference,
            now: self.clock.now(),
            close: SignedDuration::ZERO,
        }
    }
}

/// Captures by distance; those of another page or from the future are passed over.
fn ordered(wish: &Wish<'_>, listed: Vec<Listed>) -> Vec<Listed> {
    let captures = listed.iter().map(|it| {
        let original = original_text(&it.url).unwrap_or(wish.url.as_str());
        Capture::unknown(it.time, original.to_owned())
    });
    let order = candidates(wish, captures.collect());
    let mut by_time: std::collections::HashMap<Timestamp, Listed> =
        listed.into_iter().map(|it| (it.time, it)).collect();
    order.iter().filter_map(|capture| by_time.remove(&capture.time)).collect()
}

/// What the caller's own judgement let pass.
fn verified(lookup: Lookup) -> Lookup {
    match lookup {
        Lookup::Found(snapshot) => Lookup::Found(Snapshot { verified: true, ..snapshot }),
        lookup => lookup,
    }
}

fn read_gate(answer: &Answer) -> Result<Option<Vec<Listed>>, Trouble> {
    let time = answer.header("memento-datetime").and_then(timestamp::of_http_date);
    match (answer.status, time) {
        (_, Some(time)) => Ok(Some(vec![Listed { url: answer.url.clone(), time }])),
        (404, None) => Ok(Some(Vec::new())),
        (451, None) => Ok(None),
        (status, None) => Err(Trouble::Question(if (200..300).contains(&status) {
            "an answer without Memento-Datetime".to_owned()
        } else {
            status_text(answer)
        })),
    }
}

/// The base with the cited address behind it, as RFC 7089 archives take it.
fn behind(base: &Url, cited: &Url) -> Option<Url> {
    Url::parse(&format!("{base}{cited}")).ok()
}

/// The raw form of a capture's address (`…/20130702154509id_/…`), where it has that shape: the
/// plain form can be a frame around the page.
fn raw(url: &Url) -> Url {
    let text = url.as_str();
    let plain = address::split(text).filter(|parts| parts.mode.is_empty());
    let raw = plain.and_then(|parts| {
        let (head, tail) = text.split_at(text.len() - parts.original.len() - 1);
        Url::parse(&format!("{head}id_{tail}")).ok()
    });
    raw.unwrap_or_else(|| url.clone())
}

fn original_text(url: &Url) -> Option<&str> {
    address::split(url.as_str()).map(|parts| parts.original)
}

fn original_of(url: &Url) -> Option<Url> {
    page::parse(original_text(url)?)
}

impl Archive for Memento {
    fn look_up<'a>(&'a self, queries: Vec<Query>, told: &'a Told<'a>) -> BoxFuture<'a, ()> {
        let queued: Vec<_> = queries.into_iter().map(|query| (query, self.endpoint.gate.queue())).collect();
        stream::iter(queued)
            .for_each_concurrent(2, move |(query, _queued)| async move {
                let lookup = self.find(&query, None, &|_: &Answer| true).await;
                told(query, lookup);
            })
            .boxed()
    }

    fn look_into<'a>(
        &'a self,
        query: &'a Query,
        snapshot: &'a Snapshot,
        good: &'a Judge<'a>,
    ) -> BoxFuture<'a, Lookup> {
        async move {
            let first = Listed { url: snapshot.url.clone(), time: snapshot.time };
            let lookup = match self.look(query, &first, good).await {
                Ok(Seen::Good(snapshot)) => Lookup::Found(snapshot),
                Ok(Seen::Bad) => self.find(query, Some(snapshot.time), good).await,
                Err(why) => Lookup::Failed(why),
            };
            verified(lookup)
        }
        .boxed()
    }

    fn holds(&self, snapshot: &Snapshot) -> bool {
        let (Door::TimeMap(base) | Door::TimeGate(base)) = &self.settings.door;
        snapshot.url.origin() == base.origin()
    }

    fn waiting_for(&self) -> Option<String> {
        self.endpoint.gate.waiting_for()
    }
}
