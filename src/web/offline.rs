//! The web of a run that was told to stay offline.

use futures::FutureExt;
use futures::future::{BoxFuture, ready};

use super::observation::{Ask, Failure, Fetch, Observation};
use super::outage::Outage;

/// Asks nobody: every ask ends in [`Failure::Offline`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Offline;

impl Fetch for Offline {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        ready(Observation {
            requested: ask.url,
            hops: Vec::new(),
            passed: Vec::new(),
            attempts: 0,
            as_browser: false,
            outcome: Err(Failure::Offline(Outage::Told)),
        })
        .boxed()
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    #[tokio::test]
    async fn nobody_is_asked() {
        let url = Url::parse("https://a.example/").expect("an address");
        let seen = Offline.fetch(Ask::get(url.clone())).await;
        assert_eq!(
            (seen.requested, seen.attempts, seen.outcome.err()),
            (url, 0, Some(Failure::Offline(Outage::Told)))
        );
    }
}
