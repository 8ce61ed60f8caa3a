//! What stands in code.

/// Whether code shows an address or a path: an example, not a source. Other code is quoted text.
pub(super) fn has_address(code: &str) -> bool {
    let name = |pair: &[u8]| pair[0] == b'.' && pair[1].is_ascii_alphanumeric();
    code.contains('/') || code.contains("www.") || code.as_bytes().windows(2).any(name)
}
