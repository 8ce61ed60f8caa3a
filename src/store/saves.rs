//! Requests to save sources: every step of each, recalled by its address.

use jiff::Timestamp;
use rusqlite::{Row, params};
use url::Url;

use super::error::StoreError;
use super::key::{key, link};
use super::open::Store;
use super::runs::RunId;
use super::values::{from_json, json, time, understood};
use crate::model::Receipt;

impl Store {
    /// Adds a step of a request to `service` (its address or name); committed when this returns.
    /// Secrets are masked.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn record_save(&self, run: RunId, service: &str, receipt: &Receipt) -> Result<(), StoreError> {
        let masked = receipt.masked();
        self.write(|transaction| {
            let link = link(transaction, &receipt.url)?;
            transaction
                .prepare_cached(
                    "INSERT INTO saves (run, link, service, made_at, status, job, receipt)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    run.0,
                    link,
                    service,
                    receipt.at.as_microsecond(),
                    <&str>::from(receipt.status),
                    masked.job,
                    json(&masked)?,
                ])
                .map(drop)
        })
    }

    /// The newest step of a request for an address, if there was one.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn last_save(&self, service: &str, url: &Url) -> Result<Option<Receipt>, StoreError> {
        self.read(|connection| {
            let row = connection
                .prepare_cached(
                    "SELECT receipt, made_at FROM saves
                     WHERE link = (SELECT id FROM links WHERE key = ?1) AND service = ?2
                     ORDER BY id DESC LIMIT 1",
                )?
                .query_row(params![key(url), service], receipt);
            // The address as it is asked, not as it is shown.
            Ok(understood(row)?.map(|receipt| Receipt { url: url.clone(), ..receipt }))
        })
    }
}

fn receipt(row: &Row<'_>) -> rusqlite::Result<Receipt> {
    let at: Timestamp = time(row, 1)?;
    Ok(Receipt { at, ..from_json(row, 0)? })
}
