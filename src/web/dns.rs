//! Names to addresses that may be connected to.
//!
//! The client connects to exactly what comes out of here, so a name that resolves to a public
//! address when it is looked at and to a private one when it is connected to (DNS rebinding)
//! gains nothing. Addresses written as numbers never come here: `http` looks at those.
//!
//! "No such name" is believed only from a name service that knows names: one that has resolved
//! another of this run lately, or else one that certainly exists (`network`).

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolving};
use tokio::time::timeout;

use super::guard::Guard;
use super::network::Watch;
use super::outage::Outage;
use super::proxies::Routes;
use super::resolve::{Resolve, ResolveError};

/// More addresses than these only divide the time there is to connect to the good ones.
const MAX_ADDRESSES: usize = 8;

/// Why a name cannot be connected to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum LookupError {
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    #[error("not on the public internet")]
    Forbidden,
    /// The name service knows no names at all.
    #[error(transparent)]
    Outage(Outage),
}

/// Looks names up and keeps what the guard allows.
pub(super) struct GuardedNames {
    pub(super) resolver: Arc<dyn Resolve>,
    pub(super) guard: Guard,
    pub(super) routes: Routes,
    /// Whether the resolver knows names.
    pub(super) service: Watch,
    /// How long a look-up may take.
    pub(super) patience: Duration,
}

impl GuardedNames {
    /// The addresses of `host` that may be connected to: never none.
    pub(super) async fn allowed(&self, host: &str) -> Result<Vec<SocketAddr>, LookupError> {
        let mut addresses = self.all(host).await?;
        addresses.retain(|address| self.guard.allows(address.ip()));
        addresses.truncate(MAX_ADDRESSES);
        if addresses.is_empty() { Err(LookupError::Forbidden) } else { Ok(addresses) }
    }

    async fn all(&self, host: &str) -> Result<Vec<SocketAddr>, LookupError> {
        timeout(self.patience, self.believed(host)).await.unwrap_or_else(|_| {
            let why = format!("no answer within {:.1} s", self.patience.as_secs_f32());
            Err(ResolveError::Failed(why).into())
        })
    }

    async fn believed(&self, host: &str) -> Result<Vec<SocketAddr>, LookupError> {
        match self.resolver.resolve(host).await {
            Ok(addresses) if !addresses.is_empty() => {
                if !is_local(host) {
                    self.service.heard();
                }
                Ok(addresses)
            }
            Ok(_) | Err(ResolveError::NotFound) => match self.service.outage().await {
                Some(outage) => Err(LookupError::Outage(outage)),
                None => Err(ResolveError::NotFound.into()),
            },
            Err(failed) => Err(failed.into()),
        }
    }
}

/// Names that need no name service (RFC 6761 §6.3).
fn is_local(host: &str) -> bool {
    let name = host.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

/// The client's view of the names.
pub(super) struct ClientNames(pub(super) Arc<GuardedNames>);

impl reqwest::dns::Resolve for ClientNames {
    fn resolve(&self, name: Name) -> Resolving {
        let names = Arc::clone(&self.0);
        Box::pin(async move {
            let host = name.as_str();
            let addresses = if names.routes.is_proxy(host) {
                names.all(host).await?
            } else {
                names.allowed(host).await?
            };
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;
    use futures::future::{BoxFuture, pending, ready};

    use super::*;
    use crate::web::machine::NameService;
    use crate::web::proxies::Proxies;

    struct Fixed(Vec<&'static str>);

    impl Resolve for Fixed {
        fn resolve<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
            ready(Ok(self.0.iter().map(|ip| SocketAddr::new(ip.parse().expect("an address"), 0)).collect()))
                .boxed()
        }
    }

    struct Mute;

    impl Resolve for Mute {
        fn resolve<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
            pending().boxed()
        }
    }

    /// Knows `up.example` only, and of the world nothing.
    struct Closed;

    impl Resolve for Closed {
        fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
            let here = SocketAddr::from(([192, 0, 43, 8], 0));
            let known = matches!(host, "up.example" | "localhost");
            ready(if known { Ok(vec![here]) } else { Err(ResolveError::NotFound) }).boxed()
        }

        fn knows_names(&self) -> BoxFuture<'_, bool> {
            ready(false).boxed()
        }
    }

    fn names(resolver: impl Resolve + 'static) -> GuardedNames {
        let resolver: Arc<dyn Resolve> = Arc::new(resolver);
        GuardedNames {
            service: Watch::new(Arc::new(NameService(Arc::clone(&resolver)))),
            resolver,
            guard: Guard::default(),
            routes: Proxies::None.routes(),
            patience: Duration::from_secs(5),
        }
    }

    #[tokio::test]
    async fn only_public_addresses_are_connected_to() {
        let mixed = names(Fixed(vec!["10.0.0.1", "192.0.43.8", "::1", "2606:4700::1"]));
        let allowed = mixed.allowed("a.example").await.expect("two are public");
        let ips: Vec<_> = allowed.iter().map(|address| address.ip().to_string()).collect();
        assert_eq!(ips, ["192.0.43.8", "2606:4700::1"]);
    }

    #[tokio::test]
    async fn a_name_without_public_addresses_is_forbidden_and_one_without_any_unknown() {
        let outcome = names(Fixed(vec!["127.0.0.1", "fe80::1"])).allowed("a.example").await;
        assert_eq!(outcome, Err(LookupError::Forbidden));
        let outcome = names(Fixed(vec![])).allowed("a.example").await;
        assert_eq!(outcome, Err(LookupError::Resolve(ResolveError::NotFound)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_name_service_has_failed() {
        let outcome = names(Mute).allowed("a.example").await;
        let failed = ResolveError::Failed("no answer within 5.0 s".into());
        assert_eq!(outcome, Err(LookupError::Resolve(failed)));
    }

    #[tokio::test]
    async fn a_name_service_that_denies_everything_is_not_believed() {
        let closed = names(Closed);
        closed.allowed("localhost").await.expect("loopback needs no name service");
        let outage = Err(LookupError::Outage(Outage::Names));
        assert_eq!(closed.allowed("gone.example").await, outage);
        closed.allowed("up.example").await.expect("a name that is known here");
        let missing = Err(LookupError::Resolve(ResolveError::NotFound));
        assert_eq!(closed.allowed("gone.example").await, missing);
    }
}
