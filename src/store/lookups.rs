//! Answers of archives: recorded one after the other, recalled by what was asked.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Row, params};
use url::Url;

use super::error::StoreError;
use super::fresh::{MaxAge, known_if_fresh};
use super::key::{key, link};
use super::open::Store;
use super::runs::RunId;
use super::terms::Terms;
use super::values::{from_json, json, time, understood};
use crate::model::{ArchiveStatus, Known, Lookup};

impl Store {
    /// Adds the answer to "which capture of `url` is nearest to `reference`?" of the store's
    /// archive ([`Store::for_archive`]); committed when this returns. Secrets are masked.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn record_lookup(
        &self,
        run: RunId,
        url: &Url,
        reference: Option<Date>,
        lookup: &Lookup,
        asked_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.insert_lookup(run, url, reference, None, lookup, asked_at)
    }

    /// Adds what opening captures told: which of them shows what these terms claim of the source, if
    /// any does. It answers only for them; committed when this returns. Secrets are masked.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn record_opened(
        &self,
        run: RunId,
        url: &Url,
        reference: Option<Date>,
        terms: &Terms,
        lookup: &Lookup,
        asked_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.insert_lookup(run, url, reference, Some(terms), lookup, asked_at)
    }

    fn insert_lookup(
        &self,
        run: RunId,
        url: &Url,
        reference: Option<Date>,
        terms: Option<&Terms>,
        lookup: &Lookup,
        asked_at: Timestamp,
    ) -> Result<(), StoreError> {
        let lookup = lookup.masked();
        let outcome = ArchiveStatus::from(Some(&lookup));
        self.write(|transaction| {
            let link = link(transaction, url)?;
            transaction
                .prepare_cached(
                    "INSERT INTO lookups (run, link, archive, reference, asked_at, outcome, answer, claims)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .execute(params![
                    run.0,
                    link,
                    self.archive,
                    day(reference),
                    asked_at.as_microsecond(),
                    <&str>::from(outcome),
                    json(&lookup)?,
                    terms.map(|terms| terms.claims),
                ])
                .map(drop)
        })
    }

    /// The store's archive's newest answer about `url` and `reference`, whatever it was, and when
    /// it was given.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn last_lookup(
        &self,
        url: &Url,
        reference: Option<Date>,
    ) -> Result<Option<(Lookup, Timestamp)>, StoreError> {
        self.newest_lookup(url, reference, None, "")
    }

    /// The store's archive's newest answer about `url` and `reference` that was one (the archive
    /// could be asked), if by `max_age` it still stands for a new one. What opening captures told
    /// under other terms is none.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn fresh_lookup(
        &self,
        url: &Url,
        reference: Option<Date>,
        terms: &Terms,
        now: Timestamp,
        max_age: &MaxAge,
    ) -> Result<Option<Known<Lookup>>, StoreError> {
        let condition = "AND outcome <> 'lookup-failed' AND (claims IS NULL OR claims = ?4)";
        let answer = self.newest_lookup(url, reference, Some(terms), condition)?;
        Ok(answer.and_then(|(lookup, asked_at)| {
            let window = max_age.of_lookup(&lookup);
            known_if_fresh(lookup, asked_at, now, window)
        }))
    }

    fn newest_lookup(
        &self,
        url: &Url,
        reference: Option<Date>,
        terms: Option<&Terms>,
        condition: &str,
    ) -> Result<Option<(Lookup, Timestamp)>, StoreError> {
        let sql = format!(
            "SELECT answer, asked_at FROM lookups
             WHERE link = (SELECT id FROM links WHERE key = ?1) AND archive = ?2 AND reference = ?3 {condition}
             ORDER BY asked_at DESC, id DESC LIMIT 1"
        );
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&sql)?;
            let (key, day) = (key(url), day(reference));
            understood(match terms {
                Some(terms) => statement.query_row(params![key, self.archive, day, terms.claims], answer),
                None => statement.query_row(params![key, self.archive, day], answer),
            })
        })
    }
}

fn answer(row: &Row<'_>) -> rusqlite::Result<(Lookup, Timestamp)> {
    Ok((from_json(row, 0)?, time(row, 1)?))
}

/// The reference day as stored: empty for none, since SQL holds no two NULLs equal.
fn day(reference: Option<Date>) -> String {
    reference.map(|date| date.to_string()).unwrap_or_default()
}
