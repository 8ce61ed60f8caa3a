//! The Wayback Machine as an [`Archive`].

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::future::{BoxFuture, FutureExt, join_all};
use futures::{StreamExt, join};
use tokio::sync::{Mutex, Semaphore};

use super::bulk::{self, Line, Near, Word};
use super::cdx::{self, Listing, Which};
use super::settings::WaybackSettings;
use crate::archive::capture::{Capture, Kind};
use crate::archive::choose::{Choice, Wish, candidates, choose, span};
use crate::archive::contract::{Archive, Judge, Lost, Query, Told, Traced};
use crate::archive::endpoint::{Endpoint, Unanswered};
use crate::archive::gate::{Gate, Pace, Queued};
use crate::archive::replay::{Replay, View};
use crate::archive::{address, page, timestamp};
use crate::clock::Clock;
use crate::model::{Lookup, Snapshot};
use crate::web::Fetch;

/// A batch this small is not split further when it fails: the CDX server is asked instead.
const SMALL_BATCH: usize = 6;

/// The Wayback Machine. One for the whole process: it holds the clocks of its endpoints.
pub struct Wayback {
    pub(super) settings: WaybackSettings,
    pub(super) availability: Endpoint,
    pub(super) index: Endpoint,
    replay: Endpoint,
    base: String,
    pub(super) clock: Arc<dyn Clock>,
}

/// A query that only the CDX server can answer, with what the bulk form knew.
struct Open {
    query: Query,
    known: Option<Capture>,
    _queued: Queued,
}

impl Wayback {
    /// The Wayback Machine, asked through `fetch`.
    pub fn new(settings: WaybackSettings, fetch: &Arc<dyn Fetch>, clock: &Arc<dyn Clock>) -> Self {
        let slots = Arc::new(Semaphore::new(settings.concurrency.max(1)));
        let endpoint = |name: &str, pace: Pace, timeout| Endpoint {
            gate: Gate::new(name, pace, settings.patience, Arc::clone(&slots)),
            fetch: Arc::clone(fetch),
            clock: Arc::clone(clock),
            timeout,
        };
        let availability =
            endpoint("Wayback Availability", settings.other_pace, settings.availability_timeout);
        let index = endpoint("Wayback CDX", settings.cdx_pace, settings.cdx_timeout);
        let replay = endpoint("Wayback replay", settings.other_pace, settings.replay_timeout);
        let base = settings.replay_url.as_str().trim_end_matches('/').to_owned();
        Self { availability, index, replay, base, clock: Arc::clone(clock), settings }
    }

    async fn answer_all(&self, queries: Vec<Query>, told: &Told<'_>) {
        let mut open = Vec::new();
        for query in queries {
            match self.cited_capture(&query) {
                Some(snapshot) => told(query, Lookup::Found(snapshot)),
                None => open.push(query),
            }
        }
        // Two stages at once: a minute's wait for the CDX server must not hold up the next batch.
        let (misses, confirm) = unbounded();
        let confirm = Mutex::new(confirm);
        let workers = (0..self.settings.concurrency.max(1)).map(|_| self.confirm_all(&confirm, told));
        join!(self.ask_batches(open, told, misses), join_all(workers));
    }

    async fn confirm_all(&self, misses: &Mutex<UnboundedReceiver<Open>>, told: &Told<'_>) {
        let next = || async { misses.lock().await.next().await };
        while let Some(open) = next().await {
            let lookup = self.confirm(&open.query, open.known).await;
            told(open.query, lookup);
        }
    }

    /// A citation that is itself a capture of this archive needs no look-up.
    fn cited_capture(&self, query: &Query) -> Option<Snapshot> {
        let hosts =
            [self.settings.replay_url.host_str()?, "web.archive.org", "www.archive.org", "archive.org"];
        let known = hosts.contains(&query.url.host_str()?);
        let parts = address::split(query.url.as_str()).filter(|_| known)?;
        let (url, time, original) = (query.url.clone(), parts.time, parts.original.to_owned());
        Some(Snapshot { url, time, original, status: None, verified: false, span: None })
    }

    /// Asks the bulk form for all queries, tells what it answers well and passes on the rest.
    async fn ask_batches(&self, queries: Vec<Query>, told: &Told<'_>, misses: UnboundedSender<Open>) {
        let size = self.settings.batch.clamp(1, bulk::MOST);
        let mut batches: VecDeque<Vec<Query>> = queries.chunks(size).map(<[Query]>::to_vec).collect();
        while let Some(mut batch) = batches.pop_front() {
            let _queued: Vec<Queued> = batch.iter().map(|_| self.availability.gate.queue()).collect();
            let lines: Vec<Line<'_>> = batch.iter().map(line).collect();
            match self.ask_batch(&lines).await {
                Ok(words) => {
                    for (query, word) in batch.into_iter().zip(words) {
                        self.hear(query, word, told, &misses);
                    }
                }
                Err(failed) if failed.to_question && batch.len() > SMALL_BATCH => {
                    let half = batch.split_off(batch.len() / 2);
                    batches.extend([batch, half]);
                }
                Err(_) => {
                    for query in batch {
                        self.hear(query, Word::Silence, told, &misses);
                    }
                }
            }
        }
    }

    /// Asks one bulk request: a word for each line.
    pub(super) async fn ask_batch(&self, lines: &[Line<'_>]) -> Result<Vec<Word>, Unanswered> {
        let ask = bulk::ask(&self.settings.availability_url, lines);
        self.availability.ask(ask, |answer| bulk::read(&answer, lines.len())).await
    }

    fn hear(&self, query: Query, word: Word, told: &Told<'_>, misses: &UnboundedSender<Open>) {
        let wish = self.wish(&query);
        let known = match word {
            Word::Hit(capture) => candidates(&wish, vec![capture]).pop(),
            Word::Miss | Word::Silence => None,
        };
        let good = known.as_ref().filter(|it| it.kind == Kind::Page(200) && wish.is_close(it.time));
        if let Some(snapshot) = good.and_then(|capture| self.replay().snapshot(capture)) {
            return told(query, Lookup::Found(snapshot));
        }
        let open = Open { query, known, _queued: self.index.gate.queue() };
        // The receiver lives as long as the sender: both belong to one join.
        let _ = misses.unbounded_send(open);
    }

    /// Asks the CDX server about one address.
    async fn confirm(&self, query: &Query, known: Option<Capture>) -> Lookup {
        match self.list(query, Which::NoErrors).await {
            Ok(Listing::Excluded) => Lookup::Excluded,
            Ok(Listing::Captures(mut captures)) => {
                let full = captures.len() >= cdx::LIMIT;
                captures.extend(known);
                let captures = candidates(&self.wish(query), captures);
                match self.settle(query, &captures).await {
                    Lookup::Absent if full => self.confirm_pages(query).await,
                    Lookup::Found(snapshot) if !full => Lookup::Found(Snapshot {
                        span: span(&query.url, &captures, &HashSet::new()),
                        ..snapshot
                    }),
                    lookup => lookup,
                }
            }
            // The bulk form knows a capture, if not a near one: that is more than nothing.
            Err(why) => match known.and_then(|capture| self.replay().snapshot(&capture)) {
                Some(snapshot) => Lookup::Found(snapshot),
                None => Lookup::Failed(why),
            },
        }
    }

    /// For an address with more redirects around the day than a listing holds.
    async fn confirm_pages(&self, query: &Query) -> Lookup {
        match self.list(query, Which::Pages).await {
            Ok(Listing::Excluded) => Lookup::Excluded,
            Ok(Listing::Captures(captures)) => {
                self.settle(query, &candidates(&self.wish(query), captures)).await
            }
            Err(why) => Lookup::Failed(why),
        }
    }

    /// The captures of an address, by the CDX server.
    pub(super) async fn list(&self, query: &Query, which: Which) -> Result<Listing, String> {
        let ask = cdx::ask(&self.settings.cdx_url, query, which);
        self.index.ask(ask, |answer| cdx::read(&answer)).await.map_err(|failed| failed.why)
    }

    /// Chooses, and looks into what the index alone cannot judge.
    async fn settle(&self, query: &Query, candidates: &[Capture]) -> Lookup {
        let Choice { page, doubtful } = choose(&self.wish(query), candidates);
        let mut failed = None;
        for capture in &doubtful {
            match self.replay().view(capture).await {
                Ok(View::Page(answer, snapshot)) if page::may_be_same_work(&query.url, &answer.url) => {
                    return Lookup::Found(snapshot);
                }
                Ok(View::Excluded) => return Lookup::Excluded,
                Ok(View::Page(..) | View::Nothing) => {}
                Err(why) => failed = Some(why),
            }
        }
        match (page.and_then(|page| self.replay().snapshot(&page)), failed) {
            (Some(snapshot), _) => Lookup::Found(snapshot),
            (None, Some(why)) => Lookup::Failed(why),
            (None, None) => Lookup::Absent,
        }
    }

    pub(super) fn replay(&self) -> Replay<'_> {
        Replay { endpoint: &self.replay, base: &self.base }
    }

    pub(super) fn wish<'a>(&self, query: &'a Query) -> Wish<'a> {
        Wish {
            url: &query.url,
            reference: query.reference,
            now: self.clock.now(),
            close: self.settings.close,
        }
    }
}

fn line(query: &Query) -> Line<'_> {
    Line { url: &query.url, near: Near::Moment(query.reference.map(timestamp::noon)) }
}

impl Archive for Wayback {
    fn look_up<'a>(&'a self, queries: Vec<Query>, told: &'a Told<'a>) -> BoxFuture<'a, ()> {
        self.answer_all(queries, told).boxed()
    }

    fn look_into<'a>(
        &'a self,
        query: &'a Query,
        snapshot: &'a Snapshot,
        good: &'a Judge<'a>,
    ) -> BoxFuture<'a, Lookup> {
        self.nearest_good(query, snapshot, good).boxed()
    }

    fn trace<'a>(&'a self, lost: Vec<Lost<'a>>, told: &'a Traced<'a>) -> BoxFuture<'a, ()> {
        self.trace_all(lost, told).boxed()
    }

    fn holds(&self, snapshot: &Snapshot) -> bool {
        snapshot.url.as_str().strip_prefix(&self.base).is_some_and(|rest| address::split(rest).is_some())
    }

    fn waiting_for(&self) -> Option<String> {
        let gates = [&self.availability.gate, &self.index.gate, &self.replay.gate];
        let waits: Vec<String> = gates.iter().filter_map(|gate| gate.waiting_for()).collect();
        (!waits.is_empty()).then(|| waits.join("; "))
    }
}
