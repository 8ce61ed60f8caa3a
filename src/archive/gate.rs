//! The gate before an endpoint: every request of the process passes it, one clock for all.
//!
//! It paces (see `ledger`), caps what is under way at once, pauses an endpoint that refuses or
//! fails again and again, and in the end gives it up for the run, so that what remains is told as
//! failed instead of being asked of a server that cannot answer. Staff of the Internet Archive
//! on 429 (edgi-govdata-archiving/wayback#137): no `Retry-After` is sent, wait 60 seconds; who
//! goes on is blocked for an hour, then for two.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::Instant;

use super::ledger::Ledger;
pub use super::ledger::Pace;
use super::trouble::Trouble;

/// An answer that takes longer than this is told as something the run waits for.
const LONG: Duration = Duration::from_secs(5);

/// How much trouble is borne.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// The pause after a 429, or after repeated failures, where the archive names none.
    pub pause: Duration,
    /// After how many failures in a row an endpoint is paused.
    pub pause_after: u32,
    /// After how many failures in a row an endpoint is given up for the run.
    pub give_up_after: u32,
    /// The longest pause an archive may ask for; beyond it, it is given up for the run.
    pub longest_pause: Duration,
    /// The wait before a question is asked a second time.
    pub before_retry: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            pause: Duration::from_mins(1),
            pause_after: 3,
            give_up_after: 6,
            longest_pause: Duration::from_mins(10),
            before_retry: Duration::from_secs(2),
        }
    }
}

/// The gate before one endpoint.
#[derive(Debug)]
pub(super) struct Gate {
    name: String,
    patience: Patience,
    state: Mutex<State>,
    slots: Arc<Semaphore>,
    closed: watch::Sender<Option<String>>,
    queued: Arc<AtomicUsize>,
}

#[derive(Debug)]
struct State {
    ledger: Ledger,
    failures: u32,
    under_way: Vec<Instant>,
}

/// Leave to make one request; dropped when the answer is in.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    gate: &'a Gate,
    since: Instant,
    _slot: OwnedSemaphorePermit,
}

/// A question that will be asked at a gate: counted as queued until dropped.
#[derive(Debug)]
pub(super) struct Queued(Arc<AtomicUsize>);

impl Gate {
    /// A gate. `slots` caps what is under way at once; gates of one archive share them.
    pub(super) fn new(name: &str, pace: Pace, patience: Patience, slots: Arc<Semaphore>) -> Self {
        Self {
            name: name.to_owned(),
            patience,
            state: Mutex::new(State { ledger: Ledger::new(pace), failures: 0, under_way: Vec::new() }),
            slots,
            closed: watch::Sender::new(None),
            queued: Arc::default(),
        }
    }

    /// The endpoint's name, for messages.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The wait before a question is asked a second time.
    pub(super) fn before_retry(&self) -> Duration {
        self.patience.before_retry
    }

    /// Waits for leave to make one request.
    ///
    /// # Errors
    /// Why the endpoint was given up for the run.
    pub(super) async fn turn(&self) -> Result<Turn<'_>, String> {
        loop {
            self.until_due().await?;
            let Ok(slot) = Arc::clone(&self.slots).acquire_owned().await else {
                return Err("the run is over".to_owned());
            };
            // While a slot was waited for, another request may have taken the moment.
            let since = Instant::now();
            let mut state = self.state();
            if state.ledger.start(since) {
                state.under_way.push(since);
                return Ok(Turn { gate: self, since, _slot: slot });
            }
        }
    }

    async fn until_due(&self) -> Result<(), String> {
        let mut closed = self.closed.subscribe();
        let due = self.state().ledger.due(Instant::now());
        tokio::select! {
            biased;
            why = closed.wait_for(Option::is_some) => {
                Err(why.ok().and_then(|why| why.clone()).unwrap_or_default())
            }
            () = tokio::time::sleep_until(due) => Ok(()),
        }
    }

    /// The endpoint answered: whatever was, is forgiven.
    pub(super) fn succeeded(&self) {
        self.state().failures = 0;
    }

    /// The endpoint did not answer: pauses it, or gives it up.
    pub(super) fn failed(&self, trouble: &Trouble) {
        let mut state = self.state();
        let wait = match trouble {
            Trouble::Question(_) => {
                state.failures = 0;
                return;
            }
            Trouble::Lasting(why) => return self.close(why.clone()),
            Trouble::TooMany(wait) => Some(wait.unwrap_or(self.patience.pause)),
            Trouble::Passing { wait, .. } if state.failures + 1 >= self.patience.pause_after => {
                Some(wait.unwrap_or(self.patience.pause))
            }
            Trouble::Passing { wait, .. } => *wait,
        };
        state.failures += 1;
        if state.failures >= self.patience.give_up_after {
            return self.close(format!(
                "{}, no answer {} times in a row, not asked again in this run",
                trouble.why(),
                state.failures
            ));
        }
        match wait {
            Some(wait) if wait > self.patience.longest_pause => {
                self.close(format!("{}, asks to wait for {} s", trouble.why(), wait.as_secs()));
            }
            Some(wait) => state.ledger.pause(Instant::now() + wait, trouble.why()),
            None => {}
        }
    }

    /// Whether the endpoint was given up for the run.
    pub(super) fn is_closed(&self) -> bool {
        self.closed.borrow().is_some()
    }

    fn close(&self, why: String) {
        self.closed.send_if_modified(|closed| {
            let first = closed.is_none();
            closed.get_or_insert(why);
            first
        });
    }

    /// Counts a question as queued until the result is dropped.
    pub(super) fn queue(&self) -> Queued {
        self.queued.fetch_add(1, Ordering::Relaxed);
        Queued(Arc::clone(&self.queued))
    }

    /// What the endpoint keeps waiting, if anything has to wait: `Wayback CDX: 12 look-ups
    /// queued, next in 8 s`.
    pub(super) fn waiting_for(&self) -> Option<String> {
        let queued = self.queued.load(Ordering::Relaxed);
        let now = Instant::now();
        let state = self.state();
        let wait = state.ledger.due(now).saturating_duration_since(now);
        let longest =
            state.under_way.iter().map(|since| now.duration_since(*since)).max().unwrap_or_default();
        if queued == 0 || self.is_closed() || (wait < Duration::from_secs(1) && longest < LONG) {
            return None;
        }
        let noun = if queued == 1 { "look-up" } else { "look-ups" };
        let seconds = wait.as_millis().div_ceil(1000);
        let what = match state.ledger.paused(now) {
            Some(why) => format!("paused for {seconds} s: {why}"),
            None if wait.is_zero() => format!("waiting for an answer for {} s", longest.as_secs()),
            None => format!("next in {seconds} s"),
        };
        Some(format!("{}: {queued} {noun} queued, {what}", self.name))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nothing panics while it is held")
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.gate.state();
        if let Some(at) = state.under_way.iter().position(|since| *since == self.since) {
            state.under_way.swap_remove(at);
        }
    }
}

impl Drop for Queued {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests;
