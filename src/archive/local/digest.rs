//! Digests as web archives write them.

use data_encoding::BASE32;
use sha1::{Digest as _, Sha1};

/// `sha1:` and the digest in base 32 (WARC/1.1 §5.8; the form that replay programs compare).
pub(super) fn sha1(bytes: &[u8]) -> String {
    format!("sha1:{}", BASE32.encode(&Sha1::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_payload_has_the_digest_that_all_archives_know() {
        assert_eq!(sha1(b""), "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
    }
}
