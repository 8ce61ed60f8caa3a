//! The system's name servers and hosts file.
//!
//! The C library's `getaddrinfo` answers "does not exist" and "could not be found out" with codes
//! that differ between systems and are mixed up by some; a verdict hangs on the difference. So
//! the servers of `/etc/resolv.conf` are asked directly. Names are complete as they stand: no
//! search domain is ever appended, which would make of a dead name one of the local network.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures::future::{BoxFuture, Either, select};
use futures::stream::FuturesUnordered;
use futures::{FutureExt, StreamExt, pin_mut};
use hickory_resolver::config::ResolverConfig;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::{DnsError, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::{Name, RecordType};
use hickory_resolver::{Resolver, ResolverBuilder, TokioResolver};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::resolve::{Resolve, ResolveError};

/// Look-ups under way at once: small stub resolvers drop what goes far beyond a hundred.
const MAX_LOOKUPS: usize = 64;
/// Once one family has an address, the other is waited for this long (RFC 8305 §3 says 50 ms;
/// more is given since the wait is rare and an address is worth it).
const RESOLUTION_DELAY: Duration = Duration::from_millis(200);
/// How long name servers may take to prove that they are there.
const REACHABLE_WITHIN: Duration = Duration::from_secs(3);

/// What every name service of the public internet has: the root's name servers, and the zones of
/// the largest top-level domains (RFC 1035 §3.3.13).
const LANDMARKS: [(&str, RecordType); 3] =
    [(".", RecordType::NS), ("com.", RecordType::SOA), ("org.", RecordType::SOA)];

/// Looks names up with the system's name servers and hosts file.
pub struct SystemResolver {
    resolver: TokioResolver,
    turns: Semaphore,
}

impl SystemResolver {
    /// A resolver as the system has it configured. Without a usable configuration (a machine
    /// that is offline may have none) only the hosts file is known, and every other look-up
    /// fails.
    ///
    /// # Errors
    /// [`ResolveError::Failed`] if no resolver can be set up at all.
    pub fn new() -> Result<Self, ResolveError> {
        Self::over(TokioResolver::builder_tokio().unwrap_or_else(|error| {
            tracing::warn!("no name servers: {error}");
            Resolver::builder_with_config(ResolverConfig::default(), TokioRuntimeProvider::default())
        }))
    }

    fn over(mut builder: ResolverBuilder<TokioRuntimeProvider>) -> Result<Self, ResolveError> {
        // beyond its limit, 32 by default, a connection to a name server fails look-ups as "busy"
        builder.options_mut().max_active_requests = MAX_LOOKUPS * 4;
        let resolver = builder.build().map_err(|error| ResolveError::Failed(error.to_string()))?;
        Ok(Self { resolver, turns: Semaphore::new(MAX_LOOKUPS) })
    }

    async fn addresses(&self, host: &str) -> Result<Vec<SocketAddr>, ResolveError> {
        let Some(name) = name(host) else { return Err(ResolveError::NotFound) };
        let _turn = self.turns.acquire().await;
        let v6 = self.records(name.clone(), RecordType::AAAA);
        let v4 = self.records(name, RecordType::A);
        pin_mut!(v6, v4);
        let (first, second) = match select(v6, v4).await {
            Either::Left((first, other)) => (first, Either::Left(other)),
            Either::Right((first, other)) => (first, Either::Right(other)),
        };
        let second = if first.is_ok() {
            timeout(RESOLUTION_DELAY, second).await.unwrap_or(Err(ResolveError::NotFound))
        } else {
            second.await
        };
        merge(first, second)
    }

    async fn records(&self, name: Name, kind: RecordType) -> Result<Vec<IpAddr>, ResolveError> {
        let lookup = self.resolver.lookup(name, kind).await.map_err(|error| meaning(&error))?;
        let addresses: Vec<_> = lookup.answers().iter().filter_map(|record| record.data.ip_addr()).collect();
        if addresses.is_empty() { Err(ResolveError::NotFound) } else { Ok(addresses) }
    }

    /// The root's name servers are known to every name server. An answer remembered from better
    /// days proves nothing: it is asked for anew.
    async fn answers(&self) -> bool {
        self.resolver.clear_lookup_cache(Name::root(), RecordType::NS);
        let root = self.resolver.lookup(Name::root(), RecordType::NS);
        match timeout(REACHABLE_WITHIN, root).await {
            Ok(Ok(_) | Err(NetError::Dns(DnsError::NoRecordsFound(_)))) => true,
            Ok(Err(NetError::Dns(DnsError::ResponseCode(code)))) => code != ResponseCode::ServFail,
            Ok(Err(_)) | Err(_) => false,
        }
    }

    /// Whether there are records of one of the [`LANDMARKS`].
    async fn has_landmarks(&self) -> bool {
        let looks = LANDMARKS.map(|(name, kind)| self.has_records(name, kind).boxed());
        let mut looks = FuturesUnordered::from_iter(looks);
        while let Some(found) = looks.next().await {
            if found {
                return true;
            }
        }
        false
    }

    async fn has_records(&self, name: &str, kind: RecordType) -> bool {
        let Ok(name) = Name::from_ascii(name) else { return false };
        self.resolver.clear_lookup_cache(name.clone(), kind);
        match timeout(REACHABLE_WITHIN, self.resolver.lookup(name, kind)).await {
            Ok(Ok(found)) => found.answers().iter().any(|record| record.record_type() == kind),
            Ok(Err(_)) | Err(_) => false,
        }
    }
}

impl Resolve for SystemResolver {
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Result<Vec<SocketAddr>, ResolveError>> {
        self.addresses(host).boxed()
    }

    fn is_reachable(&self) -> BoxFuture<'_, bool> {
        self.answers().boxed()
    }

    fn knows_names(&self) -> BoxFuture<'_, bool> {
        self.has_landmarks().boxed()
    }
}

/// A complete name; none if no name server could know it (a label of more than 63 bytes, say).
fn name(host: &str) -> Option<Name> {
    let mut name = Name::from_ascii(host).ok()?;
    name.set_fqdn(true);
    Some(name)
}

/// Both families in one answer, IPv6 first (RFC 8305 §4). That one family is unknown says nothing
/// if the other could not be found out.
fn merge(
    first: Result<Vec<IpAddr>, ResolveError>,
    second: Result<Vec<IpAddr>, ResolveError>,
) -> Result<Vec<SocketAddr>, ResolveError> {
    let mut addresses = match (first, second) {
        (Ok(mut first), Ok(second)) => {
            first.extend(second);
            first
        }
        (Ok(addresses), Err(_)) | (Err(_), Ok(addresses)) => addresses,
        (Err(failed @ ResolveError::Failed(_)), Err(_)) | (Err(_), Err(failed)) => return Err(failed),
    };
    addresses.sort_by_key(IpAddr::is_ipv4);
    Ok(addresses.into_iter().map(|address| SocketAddr::new(address, 0)).collect())
}

/// NXDOMAIN and an answer without records mean that there is nothing (RFC 2308); everything else
/// means that nothing was learned.
fn meaning(error: &NetError) -> ResolveError {
    match error {
        NetError::Dns(DnsError::NoRecordsFound(none))
            if matches!(none.response_code, ResponseCode::NXDomain | ResponseCode::NoError) =>
        {
            ResolveError::NotFound
        }
        NetError::Dns(DnsError::NoRecordsFound(none)) => ResolveError::Failed(none.response_code.to_string()),
        NetError::Dns(DnsError::ResponseCode(code)) => ResolveError::Failed(code.to_string()),
        other => ResolveError::Failed(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
