//! Names to addresses, as a seam: the system's name servers, or a test's own.

use std::net::SocketAddr;

use futures::FutureExt;
use futures::future::{BoxFuture, ready};

/// Looks names up.
pub trait Resolve: Send + Sync {
    /// The addresses of `host` (never an IP literal). A port other than 0 replaces the scheme's
    /// usual port, so that a test's web can listen anywhere.
    ///
    /// # Errors
    /// [`ResolveError::NotFound`] if the name does not exist or has no address,
    /// [`ResolveError::Failed`] if nothing could be learned about it.
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>>;

    /// Whether the name service answers at all, whatever it says. Asked only when nothing else
    /// tells whether the network is up.
    fn is_reachable(&self) -> BoxFuture<'_, bool> {
        ready(true).boxed()
    }

    /// Whether it knows a name that certainly exists, so that its "no such name" can be believed.
    /// Asked only when it has resolved nothing lately.
    fn knows_names(&self) -> BoxFuture<'_, bool> {
        ready(true).boxed()
    }
}

/// Why a name has no addresses: two facts that lead to different verdicts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// NXDOMAIN (RFC 2308), or a name without address records.
    #[error("no such name")]
    NotFound,
    /// SERVFAIL, a time-out, an unreachable name server.
    #[error("name service failed: {0}")]
    Failed(String),
}
