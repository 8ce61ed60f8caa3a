//! How a link is found again: by the hash of its whole address, secrets included.

use rusqlite::{Transaction, params};
use sha2::{Digest, Sha256};
use url::Url;

use crate::model::mask_url;

/// The first 16 bytes of the SHA-256 of the address: a billion links share one with a chance of
/// about 10⁻²¹.
pub(super) fn key(url: &Url) -> [u8; 16] {
    digest(url.as_str())
}

fn digest(url: &str) -> [u8; 16] {
    let digest: [u8; 32] = Sha256::digest(url).into();
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    key
}

/// The link's row, made if there is none.
pub(super) fn link(transaction: &Transaction<'_>, url: &Url) -> rusqlite::Result<i64> {
    address(transaction, url.as_str(), mask_url(url).as_str())
}

/// The row of an address that may be none of the web, shown as `shown`; made if there is none.
pub(super) fn address(transaction: &Transaction<'_>, url: &str, shown: &str) -> rusqlite::Result<i64> {
    let key = digest(url);
    transaction
        .prepare_cached("INSERT INTO links (key, url) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING")?
        .execute(params![key, shown])?;
    transaction.prepare_cached("SELECT id FROM links WHERE key = ?1")?.query_one([key], |row| row.get(0))
}
