//! Untrusted text and addresses in the page.

use maud::{Markup, html};

use crate::report::clean::{clean, shorten};

/// The most of a text that is shown; JSON has all.
const MOST: usize = 2_000;

/// A text on one line, for any place of the page; `maud` escapes it.
pub(super) fn plain(text: &str) -> String {
    shorten(&clean(text), MOST).into_owned()
}

/// An address as a link that leaves no trace; as text where it is none of the web.
pub(super) fn link(address: &str) -> Markup {
    titled_link(address, &plain(address))
}

/// A link with a text of its own.
pub(super) fn titled_link(address: &str, text: &str) -> Markup {
    let web = url::Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    html! {
        @if let Some(url) = web {
            a href=(url.as_str()) rel="noopener noreferrer nofollow" { (text) }
        } @else {
            span .address { (text) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(
            link("http://a.example/x?a=1&b=\"2\"").into_string(),
            "<a href=\"http://a.example/x?a=1&amp;b=%222%22\" rel=\"noopener noreferrer nofollow\">\
             http://a.example/x?a=1&amp;b=&quot;2&quot;</a>"
        );
        for address in ["javascript:alert(1)", "data:text/html,x", "file:///x", "a.example"] {
            assert!(!link(address).into_string().contains("href"), "{address}");
        }
    }

    #[test]
    fn a_text_is_cut_and_cleaned() {
        assert_eq!(plain("a\n\u{202e}b"), "a b");
        assert_eq!(plain(&"a".repeat(5_000)).chars().count(), MOST);
    }
}
