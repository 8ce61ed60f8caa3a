//! Addresses that Excel can hold as hyperlinks.
//!
//! Excel repairs a file that goes beyond its limits, and the links are gone then; so an address
//! beyond them stays text.

use rust_xlsxwriter::Url;

/// The most UTF-16 units of an address. The writer counts before it escapes, Excel after.
const UNITS: usize = 2_079;

/// The most hyperlinks of a sheet (Excel specifications and limits).
const MOST: usize = 65_530;

/// How many more hyperlinks a sheet takes.
#[derive(Debug)]
pub(super) struct Links {
    left: usize,
}

impl Links {
    /// A sheet without hyperlinks yet.
    pub(super) fn new() -> Self {
        Self { left: MOST }
    }

    /// The hyperlink to an address; none if it must stay text.
    pub(super) fn to(&mut self, address: &str) -> Option<Url> {
        let parsed = url::Url::parse(address).ok()?;
        let web = matches!(parsed.scheme(), "http" | "https");
        if !web || escaped_length(parsed.as_str()) > UNITS || self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(Url::new(parsed.as_str()))
    }
}

/// The length once everything is escaped that may be.
fn escaped_length(address: &str) -> usize {
    let escaped = |byte: u8| !(byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte));
    address.bytes().map(|byte| if escaped(byte) { 3 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_within_excels_limits_are_links() {
        let mut links = Links::new();
        assert!(links.to("http://a.example/").is_some());
        for address in ["ftp://a.example/", "javascript:alert(1)", "file:///etc/passwd", "a.example", ""] {
            assert!(links.to(address).is_none(), "{address}");
        }
        let start = "http://a.example/";
        assert!(links.to(&format!("{start}{}", "a".repeat(UNITS - start.len()))).is_some());
        assert!(links.to(&format!("{start}{}", "a".repeat(UNITS - start.len() + 1))).is_none());
        assert!(links.to(&format!("{start}{}", "[".repeat(UNITS / 2))).is_none(), "longer when escaped");
    }

    #[test]
    fn a_sheet_takes_so_many_links_and_no_more() {
        let mut links = Links::new();
        let made = (0..MOST + 5).filter(|_| links.to("http://a.example/").is_some()).count();
        assert_eq!(made, 65_530);
    }
}
