//! What asking a source told: the verdict, its reason, and the evidence beside it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumCount, EnumIter, EnumString, IntoStaticStr};
use url::Url;

/// What an editor needs to know about a source.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    EnumIter,
    EnumCount,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// Answers, and is the cited source.
    Alive,
    /// Permanently redirected to the same work elsewhere.
    Moved,
    /// Answers, but is no longer the cited source.
    Changed,
    /// Gone.
    Dead,
    /// There, but a machine may not look. Never dead.
    Restricted,
    /// Could not be established now.
    Unsure,
    /// Not a web source, or ruled out.
    Skipped,
}

/// Why a verdict was given. The kebab-case names are a public contract.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Reason {
    /// The source answers and nothing speaks against it.
    Ok,
    /// Permanent redirects (301, 308) lead to the same work at another address.
    MovedPermanently,
    /// A page that refreshes itself to another address.
    MetaRefresh,
    /// The page no longer speaks of the cited work.
    ContentDrift,
    /// The domain belongs to somebody else now.
    DomainTakenOver,
    /// A cited file (a PDF, say) now answers with a page of another type.
    TypeChanged,
    /// HTTP 404 Not Found (RFC 9110 §15.5.5).
    #[serde(rename = "http-404")]
    #[strum(serialize = "http-404")]
    Http404,
    /// HTTP 410 Gone (RFC 9110 §15.5.11).
    #[serde(rename = "http-410")]
    #[strum(serialize = "http-410")]
    Http410,
    /// The name does not exist (NXDOMAIN, RFC 2308) or has no address.
    DnsNotFound,
    /// A page that answers 200 and says that there is nothing.
    #[serde(rename = "soft-404")]
    #[strum(serialize = "soft-404")]
    Soft404,
    /// A deep address that leads to the site's home page.
    RedirectToHome,
    /// The domain is parked or for sale.
    ParkedDomain,
    /// Nobody listens at the address.
    ConnectionRefused,
    /// HTTP 401 Unauthorized.
    #[serde(rename = "http-401")]
    #[strum(serialize = "http-401")]
    Http401,
    /// HTTP 403 Forbidden, or another status by which a server refuses a machine (999).
    #[serde(rename = "http-403")]
    #[strum(serialize = "http-403")]
    Http403,
    /// A page that wants to know whether a human asks.
    BotChallenge,
    /// A login stands before the source.
    LoginRequired,
    /// A payment stands before the source (also HTTP 402).
    Paywall,
    /// HTTP 451 Unavailable For Legal Reasons (RFC 7725).
    #[serde(rename = "http-451")]
    #[strum(serialize = "http-451")]
    Http451,
    /// No answer in time.
    Timeout,
    /// The connection broke, or the answer was no HTTP.
    ConnectionReset,
    /// Another client error (400, 405, 406 …): the server did not like the question.
    #[serde(rename = "http-4xx")]
    #[strum(serialize = "http-4xx")]
    Http4xx,
    /// A server error.
    #[serde(rename = "http-5xx")]
    #[strum(serialize = "http-5xx")]
    Http5xx,
    /// HTTP 429 after `Retry-After` was honoured.
    RateLimited,
    /// The name servers failed (SERVFAIL, no answer): nothing is known about the name.
    DnsFailure,
    /// The certificate has expired.
    TlsExpired,
    /// The certificate is not to be trusted, or TLS could not be agreed on.
    TlsInvalid,
    /// Redirects in a circle, or more than the limit.
    RedirectLoop,
    /// The network itself is down, or the run was told to stay offline.
    Offline,
    /// Ruled out by the configuration.
    Excluded,
    /// `mailto:`, `ftp:` and the like.
    NotHttp,
    /// An address that is not on the public internet.
    PrivateAddress,
    /// No address can be made of it.
    Malformed,
}

impl Verdict {
    /// Whether the cited source answers, here or at the address it has moved to.
    pub fn is_there(self) -> bool {
        matches!(self, Self::Alive | Self::Moved)
    }
}

impl Reason {
    /// The verdict this reason carries by itself. Only history makes another of it: an `unsure`
    /// source that failed for days is `dead` with the same reason.
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Ok => Verdict::Alive,
            Self::MovedPermanently | Self::MetaRefresh => Verdict::Moved,
            Self::ContentDrift | Self::DomainTakenOver | Self::TypeChanged => Verdict::Changed,
            Self::Http404
            | Self::Http410
            | Self::DnsNotFound
            | Self::Soft404
            | Self::RedirectToHome
            | Self::ParkedDomain
            | Self::ConnectionRefused => Verdict::Dead,
            Self::Http401
            | Self::Http403
            | Self::BotChallenge
            | Self::LoginRequired
            | Self::Paywall
            | Self::Http451 => Verdict::Restricted,
            Self::Timeout
            | Self::ConnectionReset
            | Self::Http4xx
            | Self::Http5xx
            | Self::RateLimited
            | Self::DnsFailure
            | Self::TlsExpired
            | Self::TlsInvalid
            | Self::RedirectLoop
            | Self::Offline => Verdict::Unsure,
            Self::Excluded | Self::NotHttp | Self::PrivateAddress | Self::Malformed => Verdict::Skipped,
        }
    }
}

/// A fact an editor can check, with the signal that told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The signal's name, kebab-case, stable: `status`, `sibling-probe`, `title-similarity`.
    pub signal: String,
    /// What it saw, in plain words.
    pub detail: String,
}

/// One step of a redirect chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The address asked.
    pub url: Url,
    /// The status it answered with; 0 for a redirect made by the page itself.
    pub status: u16,
}

/// The outcome of checking one link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What an editor needs to know.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The status of the last answer, if there was one.
    pub http_status: Option<u16>,
    /// The address that answered in the end, if any did.
    pub final_url: Option<Url>,
    /// When it was established.
    pub checked_at: Timestamp,
    /// What speaks for the verdict.
    pub evidence: Vec<Evidence>,
    /// The redirects on the way, in order, the final answer not included.
    pub hops: Vec<Hop>,
    /// How many requests the first address took, retries included.
    pub attempts: u32,
    /// The reading of the address that was taken, where it is not the first.
    pub taken: Option<Url>,
}

impl Check {
    /// A check that needed no network: its verdict is the reason's own.
    pub fn without_asking(reason: Reason, now: Timestamp) -> Self {
        Self {
            verdict: reason.verdict(),
            reason,
            http_status: None,
            final_url: None,
            checked_at: now,
            evidence: Vec::new(),
            hops: Vec::new(),
            attempts: 0,
            taken: None,
        }
    }
}

/// Where a result came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// Asked in this run.
    Live,
    /// Remembered from an earlier run, this long ago.
    Store {
        /// Age of the memory when it was used.
        age: SignedDuration,
    },
}

/// A result together with where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known<T> {
    /// The result.
    pub value: T,
    /// Where it came from.
    pub from: Provenance,
}

impl<T> Known<T> {
    /// A result of this run.
    pub fn live(value: T) -> Self {
        Self { value, from: Provenance::Live }
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn serde_and_display_agree_on_every_reason() {
        for reason in Reason::iter() {
            let json = serde_json::to_string(&reason).expect("an enum serialises");
            assert_eq!(json, format!("\"{reason}\""));
            assert_eq!(reason.to_string().parse(), Ok(reason));
        }
    }

    #[test]
    fn every_verdict_has_a_reason() {
        for verdict in Verdict::iter() {
            assert!(Reason::iter().any(|reason| reason.verdict() == verdict), "{verdict}");
        }
    }
}
