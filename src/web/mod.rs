//! How the web is asked: politely, within limits, and never where it must not.
//!
//! The rest of the program sees two things: an [`Ask`] goes in, an [`Observation`] comes out.
//! [`Fetch`] is the seam at which tests put a web of their own; [`Web`] is the real one and
//! [`Offline`] the one that asks nobody.
//!
//! An ask goes through these rooms, from the top:
//!
//! ```text
//! client     one ask: the program's voice, then a browser's, then doubts about the network
//! chain      redirects and retries of one voice
//! throttle   whose turn it is; each host at its own pace
//! wire       one request, one answer: the seam that tests replace
//! http       the wire on reqwest; names are looked up by dns, and guard forbids addresses
//! ```

mod body;
mod browser;
mod build;
mod chain;
mod client;
mod cookies;
mod dns;
mod failure;
mod guard;
mod http;
mod machine;
mod network;
mod observation;
mod offline;
mod outage;
mod pace;
mod proxies;
mod redirect;
mod resolve;
mod retry;
mod settings;
mod system_resolver;
mod throttle;
mod tls;
mod wire;

#[cfg(test)]
mod fake;
#[cfg(test)]
mod tests;

pub use build::{Builder, WebError};
pub use client::Web;
pub use guard::{Guard, is_global};
pub use network::{AlwaysUp, Network};
pub use observation::{Answer, Ask, Failure, Fetch, Observation};
pub use offline::Offline;
pub use outage::Outage;
pub use proxies::{Proxies, UnusableProxy};
pub use resolve::{Resolve, ResolveError};
pub use settings::{DEFAULT_USER_AGENT, Settings, SettingsError};
pub use system_resolver::SystemResolver;
pub use throttle::Waiting;
