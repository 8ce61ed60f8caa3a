//! One run and what it may not do twice: its entry in the store, and its complaints.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use url::Url;

use crate::model::{Check, DocumentSummary, Finding, Lookup, Receipt};
use crate::store::{RunId, StoreError, Terms};

use super::options::Options;
use super::progress::Event;
use super::saving::Saving;
use super::stages::Stages;

/// A run that has begun.
pub(super) struct Session {
    pub(super) stages: Stages,
    pub(super) options: Options,
    /// How sources are saved; none if they are not.
    pub(super) saving: Option<Saving>,
    /// None if the store could not be written to: the run goes on, and keeps nothing.
    run: Option<RunId>,
    troubles: Mutex<BTreeSet<String>>,
}

impl Session {
    pub(super) fn begin(stages: Stages, options: Options, saving: Option<Saving>) -> Self {
        let mut session = Self { stages, options, saving, run: None, troubles: Mutex::default() };
        let now = session.stages.clock.now();
        session.run = session.or_trouble(session.stages.store.begin_run(env!("CARGO_PKG_VERSION"), now));
        session
    }

    /// Marks the run as ended.
    pub(super) fn finish(&self) {
        if let Some(run) = self.run {
            self.or_trouble(self.stages.store.finish_run(run, self.stages.clock.now()));
        }
        self.stages.progress.tell(&Event::Finished);
    }

    /// Commits a check made under these terms.
    pub(super) fn record_check(&self, url: &Url, terms: &Terms, check: &Check) {
        if let Some(run) = self.run {
            self.or_trouble(self.stages.store.record_check(run, url, terms, check));
        }
    }

    /// Commits a look-up.
    pub(super) fn record_lookup(&self, url: &Url, reference: Option<Date>, lookup: &Lookup) {
        if let Some(run) = self.run {
            let now = self.stages.clock.now();
            self.or_trouble(self.stages.store.record_lookup(run, url, reference, lookup, now));
        }
    }

    /// Commits what opening captures told under these terms.
    pub(super) fn record_opened(&self, url: &Url, reference: Option<Date>, terms: &Terms, lookup: &Lookup) {
        if let Some(run) = self.run {
            let now = self.stages.clock.now();
            self.or_trouble(self.stages.store.record_opened(run, url, reference, terms, lookup, now));
        }
    }

    /// Commits what the run found, all at once. A run that was stopped, or asked nobody, has not
    /// looked: it is nothing to hold a later one against.
    pub(super) fn record_findings(&self, documents: &[DocumentSummary], findings: &[Finding]) {
        if let Some(run) = self.run
            && !self.options.offline
            && !self.stages.stop.is_cancelled()
        {
            self.or_trouble(self.stages.store.record_findings(run, documents, findings));
        }
    }

    /// Commits a step of a request to save; false if that could not be done.
    pub(super) fn record_save(&self, service: &str, receipt: &Receipt) -> bool {
        self.run.is_some_and(|run| {
            self.or_trouble(self.stages.store.record_save(run, service, receipt)).is_some()
        })
    }

    /// What the store gave; if it gave trouble, nothing, and the trouble is told once.
    pub(super) fn or_trouble<T>(&self, result: Result<T, StoreError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.trouble(format!("{error}; {}", error.hint()));
                None
            }
        }
    }

    fn trouble(&self, text: String) {
        let mut troubles = self.troubles.lock().unwrap_or_else(PoisonError::into_inner);
        if !troubles.contains(&text) {
            self.stages.progress.tell(&Event::Trouble(&text));
            troubles.insert(text);
        }
    }

    /// What the store complained of, each once.
    pub(super) fn troubles(&self) -> Vec<String> {
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
