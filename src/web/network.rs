//! Is it the source that is silent, or is the network down?
//!
//! A laptop that lost its connection would otherwise call every source dead. The question comes
//! up only when a request heard nothing at all; then whatever was heard lately from anyone else
//! answers it, and only if there was nothing is the machine itself looked at: has it a route to
//! the world, and do its name servers answer? No third party's host is asked.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use tokio::sync::Mutex as Turn;
use tokio::time::Instant;

use super::resolve::Resolve;

/// For how long something heard proves that the network is up: longer than a silent host is
/// waited for with its retry, so that the last one of a run does not outlast all other news.
const HEARD_COUNTS_FOR: Duration = Duration::from_mins(2);
/// For how long a look at the machine is believed.
const LOOK_COUNTS_FOR: Duration = Duration::from_secs(5);

/// Tells whether the network is up.
pub trait Network: Send + Sync {
    /// Whether this machine can reach the world at present.
    fn is_up(&self) -> BoxFuture<'_, bool>;
}

/// A network that is always up, for webs that need none.
#[derive(Debug, Clone, Copy, Default)]
pub struct AlwaysUp;

impl Network for AlwaysUp {
    fn is_up(&self) -> BoxFuture<'_, bool> {
        ready(true).boxed()
    }
}

/// Looks at the machine's routes, and asks its name servers unless a proxy does that.
pub(super) struct Machine {
    pub(super) resolver: Arc<dyn Resolve>,
    pub(super) proxied: bool,
}

impl Network for Machine {
    fn is_up(&self) -> BoxFuture<'_, bool> {
        async { has_route() && (self.proxied || self.resolver.is_reachable().await) }.boxed()
    }
}

/// Whether the machine knows a way to the world. Connecting a UDP socket sends nothing: it only
/// asks the routing table. The addresses are root name servers' (a.root-servers.net), chosen
/// since they are everywhere global.
fn has_route() -> bool {
    let v4 = (Ipv4Addr::UNSPECIFIED.into(), Ipv4Addr::new(198, 41, 0, 4).into());
    let v6 = (Ipv6Addr::UNSPECIFIED.into(), Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30).into());
    [v4, v6].into_iter().any(|(from, to)| {
        UdpSocket::bind(SocketAddr::new(from, 0))
            .and_then(|socket| socket.connect(SocketAddr::new(to, 53)))
            .is_ok()
    })
}

/// Remembers when something was heard, and looks when nothing was.
pub(super) struct Watch {
    network: Arc<dyn Network>,
    heard: Mutex<Option<Instant>>,
    look: Turn<Option<(Instant, bool)>>,
}

impl Watch {
    pub(super) fn new(network: Arc<dyn Network>) -> Self {
        Self { network, heard: Mutex::new(None), look: Turn::new(None) }
    }

    /// Something came from outside.
    pub(super) fn heard(&self) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether the network is down.
    pub(super) async fn is_down(&self) -> bool {
        let mut look = self.look.lock().await;
        if self.heard_lately() {
            return false;
        }
        if let Some(up) = recent(*look) {
            return !up;
        }
        let up = self.network.is_up().await;
        *look = Some((Instant::now(), up));
        !up
    }

    /// Whether it was down a moment ago, so that nobody need be patient. Never waits.
    pub(super) fn was_just_down(&self) -> bool {
        let look = self.look.try_lock().ok().and_then(|look| recent(*look));
        look == Some(false) && !self.heard_lately()
    }

    fn heard_lately(&self) -> bool {
        let heard = *self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.is_some_and(|when| when.elapsed() < HEARD_COUNTS_FOR)
    }
}

fn recent(look: Option<(Instant, bool)>) -> Option<bool> {
    look.filter(|(when, _)| when.elapsed() < LOOK_COUNTS_FOR).map(|(_, up)| up)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::web::ResolveError;

    #[derive(Default)]
    struct Down(AtomicUsize);

    impl Network for Down {
        fn is_up(&self) -> BoxFuture<'_, bool> {
            self.0.fetch_add(1, Ordering::Relaxed);
            ready(false).boxed()
        }
    }

    struct Unreachable;

    impl Resolve for Unreachable {
        fn resolve<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
            ready(Err(ResolveError::NotFound)).boxed()
        }

        fn is_reachable(&self) -> BoxFuture<'_, bool> {
            ready(false).boxed()
        }
    }

    #[tokio::test]
    async fn without_name_servers_the_network_is_down() {
        assert!(!Machine { resolver: Arc::new(Unreachable), proxied: false }.is_up().await);
    }

    #[tokio::test]
    async fn behind_a_proxy_nobody_needs_name_servers() {
        let machine = Machine { resolver: Arc::new(Unreachable), proxied: true };
        assert_eq!(machine.is_up().await, has_route());
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_heard_lately_outranks_the_look() {
        let watch = Watch::new(Arc::new(Down::default()));
        assert!(watch.is_down().await);
        watch.heard();
        assert!(!watch.is_down().await);
        tokio::time::advance(HEARD_COUNTS_FOR).await;
        assert!(watch.is_down().await);
    }

    #[tokio::test(start_paused = true)]
    async fn one_look_serves_all_that_failed_together() {
        let down = Arc::new(Down::default());
        let watch = Watch::new(Arc::clone(&down) as Arc<dyn Network>);
        for _ in 0..100 {
            assert!(watch.is_down().await);
        }
        assert_eq!(down.0.load(Ordering::Relaxed), 1);
        tokio::time::advance(LOOK_COUNTS_FOR).await;
        assert!(watch.is_down().await);
        assert_eq!(down.0.load(Ordering::Relaxed), 2);
    }
}
