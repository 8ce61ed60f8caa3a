//! A Memento archive as an [`Archive`].

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use futures::future::{BoxFuture, FutureExt};
use futures::stream;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;
use url::Url;

use super::timegate;
use super::timemap::{self, Listed, Reading, Word};
use crate::archive::capture::Capture;
use crate::archive::choose::{Wish, candidates};
use crate::archive::contract::{Archive, Judge, Lost, Query, Told, Traced};
use crate::archive::endpoint::Endpoint;
use crate::archive::gate::{Gate, Pace, Patience};
use crate::archive::replay::{Replay, View};
use crate::archive::{address, page, timestamp};
use crate::clock::Clock;
use crate::model::{Lookup, Snapshot, Span};
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
            let ask = Ask { max_body: Some(timemap::MEBIBYTES << 20), ..Ask::get(url) };
            let word = self.endpoint.ask(ask, |answer| timemap::read(&answer)).await;
            match word.map_err(|failed| failed.why)? {
                Word::Page(page) => reading.add(page),
                Word::Excluded => return Ok(None),
            }
        }
        if reading.may_lack(moment) {
            let (name, read) = (&self.settings.name, timemap::MEBIBYTES);
            return Err(format!("{name}: a TimeMap longer than the {read} MiB that are read of it"));
        }
        Ok(Some(reading.listed))
    }

    /// By `TimeGate`: it redirects to the nearest capture, whose `Link` header names its neighbours
    /// and the first and last ones (RFC 7089 §4.1, §2.2).
    async fn gate(
        &self,
        base: &Url,
        query: &Query,
        moment: Timestamp,
    ) -> Result<Option<Vec<Listed>>, String> {
        let Some(url) = behind(base, &query.url) else { return Ok(Some(Vec::new())) };
        let ask = timegate::ask(url, query.reference.map(|_| moment));
        self.endpoint.ask(ask, |answer| timegate::read(&answer)).await.map_err(|failed| failed.why)
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

    /// How long a source was there. A list of captures does not tell which of them are pages: the
    /// newest are opened until one is good.
    async fn span(&self, lost: &Lost<'_>) -> Option<Span> {
        let newest = Query { reference: None, ..lost.query.clone() };
        let listed = self.nearest(&newest).await.ok()??;
        let known = lost.snapshot.time;
        let mut span = Span { first: known, last: known };
        let later = listed.iter().take_while(|capture| capture.time > known).take(self.settings.looks);
        for capture in later {
            if let Seen::Good(snapshot) = self.look(&lost.query, capture, &*lost.good).await.ok()? {
                span.last = snapshot.time.max(known);
                break;
            }
        }
        Some(span)
    }

    async fn look(&self, query: &Query, listed: &Listed, good: &Judge<'_>) -> Result<Seen, String> {
        let text = listed.url.as_str();
        let view = match address::split(text) {
            Some(parts) => {
                let replay = Replay { endpoint: &self.endpoint, base: parts.base };
                replay.view(&Capture::unknown(parts.time, parts.original.to_owned())).await?
            }
            None => self.view_plain(query, listed).await?,
        };
        Ok(match view {
            View::Page(answer, snapshot)
                if page::may_be_same_work(&query.url, &answer.url) && good(&answer) =>
            {
                Seen::Good(snapshot)
            }
            _ => Seen::Bad,
        })
    }

    /// A capture under an address that does not tell the captured one.
    async fn view_plain(&self, query: &Query, listed: &Listed) -> Result<View, String> {
        let asked = self.endpoint.ask(Ask::get(listed.url.clone()), Ok).await;
        let mut answer = asked.map_err(|failed| failed.why)?;
        let time = answer.header("memento-datetime").and_then(timestamp::of_http_date);
        let (Some(time), 200) = (time, answer.status) else { return Ok(View::Nothing) };
        answer.url = query.url.clone();
        let (url, original) = (listed.url.clone(), query.url.to_string());
        let snapshot =
            Snapshot { url, time, original, status: Some(answer.status), verified: false, span: None };
        Ok(View::Page(Box::new(answer), snapshot))
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

/// The base with the cited address behind it, as RFC 7089 archives take it.
fn behind(base: &Url, cited: &Url) -> Option<Url> {
    Url::parse(&format!("{base}{cited}")).ok()
}

fn original_text(url: &Url) -> Option<&str> {
    address::split(url.as_str()).map(|parts| parts.original)
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

    fn trace<'a>(&'a self, lost: Vec<Lost<'a>>, told: &'a Traced<'a>) -> BoxFuture<'a, ()> {
        async move {
            for lost in &lost {
                if let Some(span) = self.span(lost).await {
                    told(&lost.query, span);
                }
            }
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
