//! `-vv`: every question and what came of it, in the log.

use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::BoxFuture;

use crate::cli::terminal::Count;
use crate::web::{Ask, Fetch, Observation};

/// A web that tells the log what it is asked.
pub(super) struct Logged(pub(super) Arc<dyn Fetch>);

impl Fetch for Logged {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        let question = format!("{} {}", ask.method, ask.url);
        self.0.fetch(ask).inspect(move |seen| tracing::debug!("{question}: {}", in_words(seen))).boxed()
    }
}

fn in_words(seen: &Observation) -> String {
    let outcome = match &seen.outcome {
        Ok(answer) => format!("{}, {} bytes", answer.status, answer.body.len()),
        Err(failure) => failure.to_string(),
    };
    let attempts = Count(usize::try_from(seen.attempts).unwrap_or(usize::MAX), "attempt");
    let hops = seen.hops.iter().map(|hop| format!(", {} at {}", hop.status, hop.url));
    format!("{outcome} ({attempts}{})", hops.collect::<Vec<_>>().concat())
}
