//! Checks: recorded one after the other, recalled by their link.

use jiff::Timestamp;
use rusqlite::{Row, params};
use url::Url;

use super::error::StoreError;
use super::fresh::{MaxAge, known_if_fresh};
use super::key::{key, link};
use super::open::Store;
use super::runs::RunId;
use super::terms::Terms;
use super::values::{from_json, json, optional_word, time, understood, word};
use crate::model::{Check, Known, Reason, Verdict};

/// One check of the past, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastCheck {
    /// When.
    pub checked_at: Timestamp,
    /// What it told.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
}

const COLUMNS: &str =
    "checked_at, verdict, reason, status, final_url, attempts, evidence, hops, taken, accepted";

impl Store {
    /// Adds a check made under these terms to the link's history; committed when this returns.
    /// Secrets are masked.
    ///
    /// # Errors
    /// If it cannot be written ([`StoreError`]).
    pub fn record_check(
        &self,
        run: RunId,
        url: &Url,
        terms: &Terms,
        check: &Check,
    ) -> Result<(), StoreError> {
        let check = check.masked();
        self.write(|transaction| {
            let link = link(transaction, url)?;
            transaction
                .prepare_cached(&format!(
                    "INSERT INTO checks (run, link, {COLUMNS}, claims)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
                ))?
                .execute(params![
                    run.0,
                    link,
                    check.checked_at.as_microsecond(),
                    <&str>::from(check.verdict),
                    <&str>::from(check.reason),
                    check.http_status,
                    check.final_url.as_ref().map(Url::as_str),
                    check.attempts,
                    json(&check.evidence)?,
                    json(&check.hops)?,
                    check.taken.as_ref().map(Url::as_str),
                    terms.accept(&check),
                    terms.claims,
                ])
                .map(drop)
        })
    }

    /// The newest check of a link, whatever it told.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn last_check(&self, url: &Url) -> Result<Option<Check>, StoreError> {
        let newest = self.read(|connection| {
            let sql = newest("");
            understood(connection.prepare_cached(&sql)?.query_row([key(url)], check))
        });
        Ok(newest?.map(|(check, _)| check))
    }

    /// The newest check that told something about the link under the same terms, if by `max_age` it
    /// still stands for a new one.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn fresh_check(
        &self,
        url: &Url,
        terms: &Terms,
        now: Timestamp,
        max_age: &MaxAge,
    ) -> Result<Option<Known<Check>>, StoreError> {
        let newest = self.read(|connection| {
            let sql = newest("AND claims = ?2 AND reason <> 'offline'");
            let question = params![key(url), terms.claims];
            understood(connection.prepare_cached(&sql)?.query_row(question, check))
        });
        Ok(newest?.and_then(|(check, accepted)| {
            let (window, at) = (max_age.of_check(&check), check.checked_at);
            let same = accepted == terms.accept(&check);
            known_if_fresh(check, at, now, window.filter(|_| same))
        }))
    }

    /// Every check of a link, oldest first.
    ///
    /// # Errors
    /// If it cannot be read ([`StoreError`]).
    pub fn history(&self, url: &Url) -> Result<Vec<PastCheck>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "SELECT checked_at, verdict, reason FROM checks
                     WHERE link = (SELECT id FROM links WHERE key = ?1) ORDER BY checked_at, id",
                )?
                .query_map([key(url)], past_check)?
                .filter_map(|row| understood(row).transpose())
                .collect()
        })
    }
}

fn newest(condition: &str) -> String {
    format!(
        "SELECT {COLUMNS} FROM checks
         WHERE link = (SELECT id FROM links WHERE key = ?1) {condition}
         ORDER BY checked_at DESC, id DESC LIMIT 1"
    )
}

/// A row of [`COLUMNS`]: a check, and whether its status was one that only its terms made alive.
fn check(row: &Row<'_>) -> rusqlite::Result<(Check, bool)> {
    let PastCheck { checked_at, verdict, reason } = past_check(row)?;
    let check = Check {
        verdict,
        reason,
        http_status: row.get(3)?,
        final_url: optional_word(row, 4)?,
        checked_at,
        attempts: row.get(5)?,
        evidence: from_json(row, 6)?,
        hops: from_json(row, 7)?,
        taken: optional_word(row, 8)?,
    };
    Ok((check, row.get(9)?))
}

/// The first three of [`COLUMNS`].
fn past_check(row: &Row<'_>) -> rusqlite::Result<PastCheck> {
    Ok(PastCheck { checked_at: time(row, 0)?, verdict: word(row, 1)?, reason: word(row, 2)? })
}
