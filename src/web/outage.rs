//! Why nobody can be asked: facts about this machine or this run, never about a source.

/// Why nobody can be asked. Each text is a clause that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Outage {
    /// There is no way out of this machine.
    #[error("the network is down")]
    Network,
    /// The name service says "no such name" to everything. A closed network does that, a captive
    /// portal, a broken tunnel; it says nothing about any name.
    #[error("no name can be looked up, not even those that certainly exist: the network seems to be down")]
    Names,
    /// The proxy, by host and port, does not let itself be connected to.
    #[error("the proxy {0} cannot be reached (check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY)")]
    Proxy(String),
    /// The proxy, by host and port, answers 407 (RFC 9110 §15.5.8).
    #[error(
        "the proxy {0} wants credentials (write them into HTTP_PROXY and HTTPS_PROXY: http://name:password@…)"
    )]
    ProxyCredentials(String),
    /// The run was told so.
    #[error("the run was told to stay offline")]
    Told,
}
