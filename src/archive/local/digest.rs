//! Digests as web archives write them.

use data_encoding::BASE32;
use sha1::{Digest as _, Sha1};

/// `sha1:` and the digest of the parts together in base 32 (WARC/1.1 §5.8; the form that replay programs compare).
pub(super) fn sha1(parts: &[&[u8]]) -> String {
    let digest = parts.iter().fold(Sha1::new(), Sha1::chain_update).finalize();
    format!("sha1:{}", BASE32.encode(&digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_payload_has_the_digest_that_all_archives_know() {
        assert_eq!(sha1(&[b""]), "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
    }
}
