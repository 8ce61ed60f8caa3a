//! One request, one answer: the seam below redirects, retries and politeness, which are thereby
//! tested without sockets and under a clock that stands still.

use std::time::Duration;

use futures::future::BoxFuture;
use reqwest::Method;
use reqwest::header::HeaderMap;
use url::Url;

use super::observation::{Answer, Failure};

/// A request as it goes out.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) url: Url,
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<String>,
    /// As much of the answer's body is read; none for the configured cap.
    pub(super) max_body: Option<usize>,
    /// The time its attempt may take in all, for the words of a failure.
    pub(super) limit: Duration,
    /// What redirects and the like have left of that.
    pub(super) left: Duration,
    /// How much of what is left its head may take.
    pub(super) patience: Duration,
}

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoAnswer {
    pub(super) failure: Failure,
    /// Nothing at all was heard, not even a refusal: perhaps the network itself is down.
    pub(super) silence: bool,
}

impl NoAnswer {
    /// Somebody or something said no.
    pub(super) fn heard(failure: Failure) -> Self {
        Self { failure, silence: false }
    }

    /// Nobody said anything.
    pub(super) fn silence(failure: Failure) -> Self {
        Self { failure, silence: true }
    }
}

/// What became of a request.
pub(super) type Outcome = Result<Answer, NoAnswer>;

/// Is told the status and the headers of an answer.
pub(super) type Hear<'a> = dyn Fn(u16, &HeaderMap) + Send + Sync + 'a;

/// Sends requests, following nothing and retrying nothing.
pub(super) trait Wire: Send + Sync {
    /// Sends one request and reads its answer. `hear` is told the head as soon as it is there, long before
    /// the body may be.
    fn send<'a>(&'a self, request: &'a Request, hear: &'a Hear<'a>) -> BoxFuture<'a, Outcome>;
}
