//! Runs of the program.

use jiff::Timestamp;
use rusqlite::params;

use super::error::StoreError;
use super::open::Store;

/// A run in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunId(pub(super) i64);

impl Store {
    /// Notes that a run of program version `version` begins.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn begin_run(&self, version: &str, at: Timestamp) -> Result<RunId, StoreError> {
        self.write(|transaction| {
            transaction
                .prepare_cached("INSERT INTO runs (version, started_at) VALUES (?1, ?2)")?
                .insert(params![version, at.as_microsecond()])
                .map(RunId)
        })
    }

    /// Notes that the run came to its end.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn finish_run(&self, run: RunId, at: Timestamp) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction
                .prepare_cached("UPDATE runs SET finished_at = ?2 WHERE id = ?1")?
                .execute(params![run.0, at.as_microsecond()])
                .map(drop)
        })
    }
}
