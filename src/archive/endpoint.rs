//! One endpoint of an archive: asks through its gate, reads strictly, and asks a second time
//! where the first answer was none.

use std::sync::Arc;
use std::time::Duration;

use super::gate::Gate;
use super::trouble::{self, Trouble};
use crate::clock::Clock;
use crate::web::{Answer, Ask, Fetch};

/// How often a question is asked before it has failed.
const TRIES: u32 = 2;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unanswered {
    /// In plain words, the endpoint's name first.
    pub(super) why: String,
    /// Whether the fault may lie in the question: it was put, and no answer to it came.
    pub(super) to_question: bool,
}

/// An endpoint.
pub(super) struct Endpoint {
    pub(super) gate: Gate,
    pub(super) fetch: Arc<dyn Fetch>,
    pub(super) clock: Arc<dyn Clock>,
    /// The whole time a request may take.
    pub(super) timeout: Duration,
}

impl Endpoint {
    /// Asks, and reads the answer with `read`. Repeats happen here and not in the client, so that
    /// each passes the gate.
    ///
    /// # Errors
    /// Why there is no answer.
    pub(super) async fn ask<T>(
        &self,
        ask: Ask,
        read: impl Fn(Answer) -> Result<T, Trouble>,
    ) -> Result<T, Unanswered> {
        let ask = Ask { browser_retry: false, retries: Some(0), timeout: Some(self.timeout), ..ask };
        let mut tried = 0;
        loop {
            tried += 1;
            let trouble = match self.once(ask.clone(), &read).await? {
                Ok(value) => return Ok(value),
                Err(trouble) => trouble,
            };
            let again = matches!(trouble, Trouble::TooMany(_) | Trouble::Passing { .. });
            if !again || tried == TRIES {
                return Err(self.unanswered(&trouble, tried));
            }
            if let Trouble::Passing { .. } = trouble {
                tokio::time::sleep(self.gate.before_retry()).await;
            }
        }
    }

    fn unanswered(&self, trouble: &Trouble, tried: u32) -> Unanswered {
        let times = if tried > 1 { format!(", asked {tried} times") } else { String::new() };
        Unanswered {
            why: format!("{}: {}{times}", self.gate.name(), trouble.why()),
            to_question: matches!(trouble, Trouble::Passing { .. } | Trouble::Question(_)),
        }
    }

    async fn once<T>(
        &self,
        ask: Ask,
        read: &impl Fn(Answer) -> Result<T, Trouble>,
    ) -> Result<Result<T, Trouble>, Unanswered> {
        let turn = self
            .gate
            .turn()
            .await
            .map_err(|why| Unanswered { why: format!("{}: {why}", self.gate.name()), to_question: false })?;
        let seen = self.fetch.fetch(ask).await;
        let outcome = match seen.outcome {
            Err(failure) => Err(Trouble::from(&failure)),
            Ok(answer) => match trouble::of_answer(&answer, self.clock.now()) {
                Some(trouble) => Err(trouble),
                None => read(answer),
            },
        };
        match &outcome {
            Ok(_) => self.gate.succeeded(),
            Err(trouble) => self.gate.failed(trouble),
        }
        drop(turn);
        Ok(outcome)
    }
}
