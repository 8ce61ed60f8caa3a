//! Untrusted text on the page of trends.

use maud::{Markup, html};

use crate::report::clean::cut;
use crate::report::html::titled_link;

/// The most of a text that is shown, in characters.
const MOST: usize = 200;

/// A text on one line; `maud` escapes it.
pub(super) fn short(text: &str) -> String {
    cut(text, MOST)
}

/// From this length on, in bytes, an address is shown in part, and leads nowhere.
const LONG: usize = 2_000;

/// An address as a link, where it is one of the web and no absurd one.
pub(super) fn address(url: &str) -> Markup {
    if url.len() < LONG {
        titled_link(url, &short(url))
    } else {
        html! { (short(url)) }
    }
}
