//! Links in a terminal (OSC 8): `ESC ]8;PARAMETERS;ADDRESS ESC \`, the text, and the same without an
//! address.
//! <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>
//!
//! An address from a document must not end the sequence early and go on as another: what reaches the
//! terminal is a parsed `http` or `https` address of printable ASCII.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::Url;

/// The longest address that is made a link, in bytes: as much as VTE takes.
const LONGEST: usize = 2083;

/// What is not printable ASCII, or may end the sequence in some terminal.
const UNSAFE: &AsciiSet = &CONTROLS.add(b' ').add(b'\\').add(b'"').add(b'`');

/// Where a link leads, safe to be sent to a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link(String);

impl Link {
    /// The link to an address; none if it is none of the web, is too long, or lacks its masked secret.
    pub(super) fn to(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let escaped = utf8_percent_encode(url.as_str(), UNSAFE).to_string();
        let is_whole = !address.contains("***");
        (is_whole && escaped.len() <= LONGEST).then_some(Self(escaped))
    }

    /// The text as the link. Pieces of one link have the same number: a terminal shows them as one.
    pub(super) fn around(&self, text: &str, number: usize) -> String {
        format!("\u{1b}]8;id=ibid-{number};{}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\", self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_whole_addresses_of_the_web_are_links() {
        for (address, link) in [
            ("http://a.example/x?y=1;z#t", Some("http://a.example/x?y=1;z#t")),
            ("https://köln.example/a b/ü", Some("https://xn--kln-sna.example/a%20b/%C3%BC")),
            (
                "http://a.example/\u{1b}]8;;http://b.example\u{7}x",
                Some("http://a.example/%1B]8;;http://b.example%07x"),
            ),
            ("http://a.example/?\\`\u{9c}\u{202e}", Some("http://a.example/?%5C%60%C2%9C%E2%80%AE")),
            ("http://***@a.example/", None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("no address", None),
        ] {
            assert_eq!(Link::to(address).map(|link| link.0).as_deref(), link, "{address:?}");
        }
        let long = |path: usize| format!("http://a.example/{}", "x".repeat(path));
        assert!(Link::to(&long(LONGEST - 17)).is_some());
        assert!(Link::to(&long(LONGEST - 16)).is_none());
    }

    #[test]
    fn a_link_is_opened_and_closed() {
        let link = Link::to("http://a.example/").expect("a link");
        assert_eq!(link.around("x", 7), "\u{1b}]8;id=ibid-7;http://a.example/\u{1b}\\x\u{1b}]8;;\u{1b}\\");
    }

    proptest! {
        #[test]
        fn no_address_leaves_its_sequence(rest in any::<String>()) {
            if let Some(Link(address)) = Link::to(&format!("http://a.example/{rest}")) {
                prop_assert!(address.bytes().all(|byte| (0x21..=0x7e).contains(&byte)));
                prop_assert!(address.len() <= LONGEST);
            }
        }
    }
}
