//! Who may ask next: one clock for each host, and one limit over all.
//!
//! A host's seat is taken before the global permit, and only the first in a host's queue waits
//! for a global permit at all. So a host with a thousand links takes one place in the global
//! queue, and one that is slow or paused takes none: nobody else is held up by it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reqwest::header::HeaderMap;
use tokio::sync::{Mutex as Turn, OwnedSemaphorePermit, Semaphore, SemaphorePermit, watch};
use tokio::time::{Instant, sleep_until};
use url::Url;

use super::observation::Answer;
use super::pace::{Limits, Pace};
use super::retry;
use super::wire::Outcome;

/// Hosts that are remembered before the first look for some to forget.
const FIRST_SWEEP: usize = 1024;

/// A host for which somebody waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The host.
    pub host: String,
    /// Requests that wait for their turn there.
    pub requests: usize,
}

/// The order of requests over all hosts.
pub(super) struct Throttle {
    limits: Limits,
    seats: usize,
    global: Semaphore,
    hosts: Mutex<Hosts>,
}

struct Hosts {
    known: HashMap<Box<str>, Arc<Host>>,
    sweep_at: usize,
}

struct Host {
    seats: Arc<Semaphore>,
    turn: Turn<()>,
    pace: Mutex<Pace>,
    /// Counts the host's refusals, for those who are on their way to it.
    refusals: watch::Sender<u32>,
    waiting: AtomicUsize,
}

/// The right to send one request; given back when dropped.
pub(super) struct Permit<'a> {
    host: Arc<Host>,
    limits: &'a Limits,
    /// What the host has refused since.
    refusals: watch::Receiver<u32>,
    /// Whether the head of the answer is there.
    answered: AtomicBool,
    /// Whether the pace knows of the answer already.
    told: AtomicBool,
    _seat: OwnedSemaphorePermit,
    _global: SemaphorePermit<'a>,
}

impl Throttle {
    pub(super) fn new(max_concurrency: usize, host_concurrency: usize, limits: Limits) -> Self {
        Self {
            limits,
            seats: host_concurrency.min(Semaphore::MAX_PERMITS),
            global: Semaphore::new(max_concurrency.min(Semaphore::MAX_PERMITS)),
            hosts: Mutex::new(Hosts { known: HashMap::new(), sweep_at: FIRST_SWEEP }),
        }
    }

    /// Waits until `host` may be asked.
    ///
    /// # Errors
    /// The outcome that stands for this request too, if the host is closed.
    pub(super) async fn enter(&self, host: &str) -> Result<Permit<'_>, Box<Outcome>> {
        let host = self.host(host);
        let _waiting = Counted::new(&host);
        let seat = Arc::clone(&host.seats).acquire_owned().await.expect("no seat is ever closed");
        let turn = host.turn.lock().await;
        let global = loop {
            let due = host.due()?;
            if due > Instant::now() {
                sleep_until(due).await;
                continue;
            }
            let global = self.global.acquire().await.expect("the global limit is never closed");
            if host.due()? <= Instant::now() {
                break global;
            }
        };
        let refusals = host.refusals.subscribe();
        host.pace().start(Instant::now(), &self.limits);
        drop(turn);
        Ok(Permit {
            host: Arc::clone(&host),
            limits: &self.limits,
            refusals,
            answered: AtomicBool::new(false),
            told: AtomicBool::new(false),
            _seat: seat,
            _global: global,
        })
    }

    /// The hosts for which somebody waits, the longest queue first.
    pub(super) fn waiting(&self) -> Vec<Waiting> {
        let mut waiting: Vec<_> = (self.hosts().known.iter())
            .map(|(name, host)| Waiting {
                host: name.to_string(),
                requests: host.waiting.load(Ordering::Relaxed),
            })
            .filter(|waiting| waiting.requests > 0)
            .collect();
        waiting.sort_unstable_by(|a, b| b.requests.cmp(&a.requests).then_with(|| a.host.cmp(&b.host)));
        waiting
    }

    fn host(&self, name: &str) -> Arc<Host> {
        let mut hosts = self.hosts();
        if let Some(host) = hosts.known.get(name) {
            return Arc::clone(host);
        }
        hosts.sweep();
        let host = Arc::new(Host::new(self.seats));
        hosts.known.insert(name.into(), Arc::clone(&host));
        host
    }

    fn hosts(&self) -> MutexGuard<'_, Hosts> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hosts {
    /// Forgets idle hosts, each time the known ones have doubled: constant work a host.
    fn sweep(&mut self) {
        if self.known.len() < self.sweep_at {
            return;
        }
        let now = Instant::now();
        self.known.retain(|_, host| Arc::strong_count(host) > 1 || !host.pace().is_fresh(now));
        self.sweep_at = FIRST_SWEEP.max(2 * self.known.len());
    }
}

impl Host {
    fn new(seats: usize) -> Self {
        Self {
            seats: Arc::new(Semaphore::new(seats)),
            turn: Turn::new(()),
            pace: Mutex::new(Pace::new(Instant::now())),
            refusals: watch::Sender::new(0),
            waiting: AtomicUsize::new(0),
        }
    }

    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn due(&self) -> Result<Instant, Box<Outcome>> {
        let pace = self.pace();
        match pace.closed(Instant::now()) {
            Some(outcome) => Err(Box::new(outcome.clone())),
            None => Ok(pace.due()),
        }
    }
}

impl Permit<'_> {
    /// The head of the answer to this request. A refusal slows the host down at once: until its body is
    /// read others would be let out.
    pub(super) fn hear(&self, url: &Url, status: u16, headers: &HeaderMap) {
        self.answered.store(true, Ordering::Relaxed);
        if !matches!(status, 429 | 503) || self.told.load(Ordering::Relaxed) {
            return;
        }
        let headers = headers.clone();
        let head = Answer { url: url.clone(), status, headers, body: Vec::new(), truncated: true };
        if retry::is_refusal(&head) {
            self.told.store(true, Ordering::Relaxed);
            self.learn(&Ok(head));
        }
    }

    /// Comes when the host has refused another request while this one has no answer yet: a request that
    /// is still on its way would arrive within the time in which the host wants to be left alone.
    pub(super) async fn overtaken(&self) {
        let mut refusals = self.refusals.clone();
        // The host, which the permit holds, has the sender.
        let _ = refusals.changed().await;
        if self.answered.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
    }

    /// Gives the permit back, with what the request brought, for the host's pace.
    pub(super) fn settle(self, outcome: &Outcome) {
        if !self.told.load(Ordering::Relaxed) {
            self.learn(outcome);
        }
    }

    fn learn(&self, outcome: &Outcome) {
        self.host.pace().learn(Instant::now(), outcome, self.limits);
        if outcome.as_ref().is_ok_and(retry::is_refusal) {
            self.host.refusals.send_modify(|refusals| *refusals = refusals.wrapping_add(1));
        }
    }
}

/// Counts one waiting request for as long as it lives.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn new(host: &'a Host) -> Self {
        host.waiting.fetch_add(1, Ordering::Relaxed);
        Self(&host.waiting)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests;
