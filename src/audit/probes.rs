//! The sibling probes of `check`, kept in the store: a fact about a host, asked once.

use std::sync::Arc;

use jiff::SignedDuration;

use crate::check::{Probe, ProbeMemory};

use super::session::Session;

/// The store as the checker's memory of probes.
pub(super) struct StoredProbes(Arc<Session>);

impl StoredProbes {
    pub(super) fn new(session: &Arc<Session>) -> Self {
        Self(Arc::clone(session))
    }
}

impl ProbeMemory for StoredProbes {
    /// A probe is as good as the check it would serve: it is remembered as long as a live source.
    fn recall(&self, host: &str) -> Option<Probe> {
        let (value, made_at) = self.0.or_trouble(self.0.stages.store.probe(host)).flatten()?;
        let age = self.0.stages.clock.now().duration_since(made_at);
        let fresh = SignedDuration::try_from(self.0.options.memory().alive).unwrap_or(SignedDuration::MAX);
        if age > fresh { None } else { serde_json::from_value(value).ok() }
    }

    fn remember(&self, host: &str, probe: &Probe) {
        if let Ok(value) = serde_json::to_value(probe) {
            let now = self.0.stages.clock.now();
            self.0.or_trouble(self.0.stages.store.remember_probe(host, &value, now));
        }
    }
}
