//! How a link is found again: by the hash of its whole address, secrets included.

use rusqlite::{Transaction, params};
use sha2::{Digest, Sha256};
use url::Url;

use crate::model::mask_url;

/// The first 16 bytes of the SHA-256 of the address: a billion links share one with a chance of
/// about 10⁻²¹.
pub(super) fn key(url: &Url) -> [u8; 16] {
    let digest: [u8; 32] = Sha256::digest(url.as_str()).into();
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    key
}

/// The link's row, made if there is none.
pub(super) fn link(transaction: &Transaction<'_>, url: &Url) -> rusqlite::Result<i64> {
    let key = key(url);
    transaction
        .prepare_cached("INSERT INTO links (key, url) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING")?
        .execute(params![key, mask_url(url).as_str()])?;
    transaction.prepare_cached("SELECT id FROM links WHERE key = ?1")?.query_one([key], |row| row.get(0))
}
