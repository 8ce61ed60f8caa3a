//! What hosts do with addresses they cannot have (the sibling probe of soft-404 detection).

use jiff::Timestamp;
use rusqlite::params;
use serde_json::Value;

use super::error::StoreError;
use super::open::Store;
use super::values::{from_json, json, time, understood};
use crate::model::mask;

impl Store {
    /// Keeps what a probe of `host` saw, in place of any earlier one; committed when this returns.
    /// Secrets are masked.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn remember_probe(&self, host: &str, result: &Value, made_at: Timestamp) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction
                .prepare_cached(
                    "INSERT INTO probes (host, made_at, result) VALUES (?1, ?2, ?3)
                     ON CONFLICT (host) DO UPDATE SET made_at = excluded.made_at, result = excluded.result",
                )?
                .execute(params![host, made_at.as_microsecond(), json(&masked(result))?])
                .map(drop)
        })
    }

    /// What the last probe of `host` saw, and when it was made.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn probe(&self, host: &str) -> Result<Option<(Value, Timestamp)>, StoreError> {
        self.read(|connection| {
            understood(
                connection
                    .prepare_cached("SELECT result, made_at FROM probes WHERE host = ?1")?
                    .query_row([host], |row| Ok((from_json(row, 0)?, time(row, 1)?))),
            )
        })
    }
}

/// The same with the secrets in every text masked.
fn masked(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(mask(text).into_owned()),
        Value::Array(items) => items.iter().map(masked).collect(),
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), masked(field))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}
