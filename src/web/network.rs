//! Is it the source that is silent, or is the network down?
//!
//! A laptop that lost its connection would otherwise call every source dead. The question comes
//! up only when a request heard nothing at all; then whatever was heard lately from anyone else
//! answers it, and only if there was nothing is the machine itself looked at (`machine`): has it a
//! route to the world, do its name servers answer, is its proxy there? No third party's host is
//! asked.
//!
//! The same question stands behind every "no such name": from a name service that has shown that
//! it knows names it is a fact, from one that denies everything it is none.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use tokio::sync::Mutex as Turn;
use tokio::time::Instant;

use super::outage::Outage;

/// For how long something heard proves that the network is up: longer than a silent host is
/// waited for with its retry, so that the last one of a run does not outlast all other news.
const HEARD_COUNTS_FOR: Duration = Duration::from_mins(2);
/// For how long a look at the machine is believed.
const LOOK_COUNTS_FOR: Duration = Duration::from_secs(5);

/// Tells whether the network is up.
pub trait Network: Send + Sync {
    /// Why this machine cannot reach the world at present; none if it can.
    fn outage(&self) -> BoxFuture<'_, Option<Outage>>;
}

/// A network that is always up, for webs that need none.
#[derive(Debug, Clone, Copy, Default)]
pub struct AlwaysUp;

impl Network for AlwaysUp {
    fn outage(&self) -> BoxFuture<'_, Option<Outage>> {
        ready(None).boxed()
    }
}

/// When the machine was looked at, and what was wrong.
type Look = (Instant, Option<Outage>);

/// Remembers when something was heard, and looks when nothing was.
pub(super) struct Watch {
    network: Arc<dyn Network>,
    heard: Mutex<Option<Instant>>,
    look: Turn<Option<Look>>,
}

impl Watch {
    pub(super) fn new(network: Arc<dyn Network>) -> Self {
        Self { network, heard: Mutex::new(None), look: Turn::new(None) }
    }

    /// Something came from outside.
    pub(super) fn heard(&self) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Why nobody can be reached; none if the network is up.
    pub(super) async fn outage(&self) -> Option<Outage> {
        let mut look = self.look.lock().await;
        if self.heard_lately() {
            return None;
        }
        if let Some((_, outage)) = recent(look.as_ref()) {
            return outage.clone();
        }
        let outage = self.network.outage().await;
        *look = Some((Instant::now(), outage.clone()));
        outage
    }

    /// Whether it was down a moment ago, so that nobody need be patient. Never waits.
    pub(super) fn was_just_down(&self) -> bool {
        let Ok(look) = self.look.try_lock() else { return false };
        matches!(recent(look.as_ref()), Some((_, Some(_)))) && !self.heard_lately()
    }

    fn heard_lately(&self) -> bool {
        let heard = *self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.is_some_and(|when| when.elapsed() < HEARD_COUNTS_FOR)
    }
}

fn recent(look: Option<&Look>) -> Option<&Look> {
    look.filter(|(when, _)| when.elapsed() < LOOK_COUNTS_FOR)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[derive(Default)]
    struct Down(AtomicUsize);

    impl Network for Down {
        fn outage(&self) -> BoxFuture<'_, Option<Outage>> {
            self.0.fetch_add(1, Ordering::Relaxed);
            ready(Some(Outage::Network)).boxed()
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_heard_lately_outranks_the_look() {
        let watch = Watch::new(Arc::new(Down::default()));
        assert_eq!(watch.outage().await, Some(Outage::Network));
        watch.heard();
        assert_eq!(watch.outage().await, None);
        tokio::time::advance(HEARD_COUNTS_FOR).await;
        assert_eq!(watch.outage().await, Some(Outage::Network));
    }

    #[tokio::test(start_paused = true)]
    async fn one_look_serves_all_that_failed_together() {
        let down = Arc::new(Down::default());
        let watch = Watch::new(Arc::clone(&down) as Arc<dyn Network>);
        for _ in 0..100 {
            assert_eq!(watch.outage().await, Some(Outage::Network));
        }
        assert_eq!(down.0.load(Ordering::Relaxed), 1);
        tokio::time::advance(LOOK_COUNTS_FOR).await;
        assert_eq!(watch.outage().await, Some(Outage::Network));
        assert_eq!(down.0.load(Ordering::Relaxed), 2);
    }
}
