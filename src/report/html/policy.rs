//! What a page may do: its own style and its own script, by hash.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The content security policy (CSP 3, §6.1) of a page with this style and this script.
pub(super) fn policy(style: &str, script: Option<&str>) -> String {
    let script = script.map_or("'none'".to_owned(), hash);
    let style = hash(style);
    format!("default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'")
}

fn hash(source: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_the_specification() {
        // CSP 3, §2.3.1: the hash of alert('Hello, world.');
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn a_page_without_a_script_allows_none() {
        assert!(policy("", None).contains("; script-src 'none';"));
        assert!(policy("", Some("")).contains("; script-src 'sha256-"));
    }
}
