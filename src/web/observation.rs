//! What is asked of the web, and everything that was seen when it was asked.

use std::time::Duration;

use futures::future::BoxFuture;
use reqwest::Method;
use reqwest::header::HeaderMap;
use url::Url;

use super::outage::Outage;
use crate::model::Hop;

/// A question to the web.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The address.
    pub url: Url,
    /// `GET`, or `POST` for the archives' bulk forms.
    pub method: Method,
    /// Headers beside the configured ones.
    pub headers: HeaderMap,
    /// The body of a `POST`.
    pub body: Option<String>,
    /// Whether redirects are followed (each hop guarded and throttled).
    pub follow: bool,
    /// As much of a body is read, in bytes; none for the configured cap.
    pub max_body: Option<usize>,
    /// Whether the answers of redirects are kept in [`Observation::passed`].
    pub keep_redirects: bool,
    /// Whether a refusal is tried once more with a browser's headers.
    pub browser_retry: bool,
    /// How often a transient failure is tried again; none for the configured number.
    pub retries: Option<u32>,
    /// The whole time an attempt may take, all of it for the first byte if need be; none for the
    /// configured times.
    pub timeout: Option<Duration>,
}

impl Ask {
    /// A plain `GET` that follows redirects, as a cited source is asked.
    pub fn get(url: Url) -> Self {
        Self {
            url,
            method: Method::GET,
            headers: HeaderMap::new(),
            body: None,
            follow: true,
            max_body: None,
            keep_redirects: false,
            browser_retry: true,
            retries: None,
            timeout: None,
        }
    }
}

/// Everything that was seen.
#[derive(Debug, Clone)]
pub struct Observation {
    /// The address asked.
    pub requested: Url,
    /// The redirects on the way, the final answer not included.
    pub hops: Vec<Hop>,
    /// The answers of those redirects, if they were to be kept.
    pub passed: Vec<Answer>,
    /// How many tries it took: retries and the try as a browser are counted, requests that only
    /// followed a redirect are not. 0 if nothing was asked: the run is offline, or the host had
    /// just asked to be left alone (or stayed silent time after time) and its last outcome stands
    /// for this address too.
    pub attempts: u32,
    /// Whether the answer was had only with a browser's headers.
    pub as_browser: bool,
    /// The final answer, or why there is none.
    pub outcome: Result<Answer, Failure>,
}

#[cfg(test)]
impl Observation {
    /// What one try told, with nothing on the way: for the tests' own webs.
    pub(crate) fn once(requested: Url, outcome: Result<Answer, Failure>) -> Self {
        Self { requested, hops: Vec::new(), passed: Vec::new(), attempts: 1, as_browser: false, outcome }
    }
}

/// An HTTP answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The address that answered.
    pub url: Url,
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// The decompressed body, up to the cap.
    pub body: Vec<u8>,
    /// Whether the body went on beyond the cap, or broke off.
    pub truncated: bool,
}

impl Answer {
    /// A header as text; none if absent or not text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The media type without parameters, lower case: `text/html`.
    pub fn media_type(&self) -> Option<String> {
        let essence = self.header("content-type")?.split(';').next()?.trim().to_ascii_lowercase();
        (!essence.is_empty()).then_some(essence)
    }
}

/// Why there is no answer. Each text fits behind "could not be read: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// NXDOMAIN, or a name without an address.
    #[error("the name {0} does not exist")]
    DnsNotFound(String),
    /// The name servers failed or did not answer.
    #[error("the name {0} could not be looked up: {1}")]
    DnsFailure(String, String),
    /// Nobody listens.
    #[error("{0} refused the connection")]
    ConnectionRefused(String),
    /// The connection broke, or what came was no HTTP.
    #[error("the connection broke: {0}")]
    ConnectionReset(String),
    /// No answer within the limits.
    #[error("no answer within {} s", .0.as_secs())]
    Timeout(Duration),
    /// The certificate has expired.
    #[error("the certificate has expired: {0}")]
    TlsExpired(String),
    /// The certificate is not to be trusted, or TLS could not be agreed on.
    #[error("the certificate is not to be trusted: {0}")]
    TlsInvalid(String),
    /// Redirects in a circle, or more than the limit.
    #[error("redirects without end, given up after {0}")]
    RedirectLoop(usize),
    /// The guard forbids the address.
    #[error("{0} is not on the public internet (--allow-net opens a network of yours)")]
    PrivateAddress(String),
    /// A redirect out of the web (`mailto:`, `itms:` …).
    #[error("{0} is not a web address")]
    NotHttp(String),
    /// A redirect to something that is no address.
    #[error("redirected to {0:?}, which is no address")]
    BadRedirect(String),
    /// Nobody can be asked at present; says nothing about the source.
    #[error("{0}")]
    Offline(Outage),
}

/// Asks the web. One implementation asks the real one; tests bring their own.
pub trait Fetch: Send + Sync {
    /// Asks once, with redirects, retries and politeness as configured. Never fails: what went
    /// wrong is part of the observation.
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation>;
}
