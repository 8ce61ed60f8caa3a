//! Redirects a page makes itself: `meta refresh`, or a line of script.

use std::sync::LazyLock;

use regex::Regex;
use url::Url;

use super::case::{Case, Kind};
use super::page::Refresh;

/// Words up to which a page is a signpost and not a page that reloads itself.
const SIGNPOST: usize = 120;

/// Seconds up to which a refresh is a redirect on a page of any length.
const AT_ONCE: f32 = 3.0;

/// Bytes of script up to which it can be a redirect and nothing else.
const SHORT_SCRIPT: usize = 1500;

/// Where the page sends its reader, if it does.
pub(super) fn own_redirect(case: &Case<'_>) -> Option<Url> {
    if !case.accepted {
        return None;
    }
    if let Some(target) = by_header(case) {
        return Some(target);
    }
    if case.kind != Kind::Html {
        return None;
    }
    let signpost = case.is_shorter_than(SIGNPOST);
    let refresh = case.page.refresh.as_ref().filter(|refresh| signpost || refresh.after <= AT_ONCE);
    let target = match refresh {
        Some(refresh) => refresh.target.as_str(),
        None if case.is_shorter_than(SIGNPOST / 2) => scripted(&case.page.script)?,
        None => return None,
    };
    elsewhere(case, target)
}

/// A `Refresh` header: never standardised, and obeyed by every browser.
fn by_header(case: &Case<'_>) -> Option<Url> {
    let refresh = Refresh::parse(case.answer.header("refresh")?)?;
    let signpost =
        case.is_shorter_than(SIGNPOST) && matches!(case.kind, Kind::Html | Kind::Text | Kind::Empty);
    (signpost || refresh.after <= AT_ONCE).then(|| elsewhere(case, &refresh.target))?
}

/// The address, if it is one of the web and another than the page's own.
fn elsewhere(case: &Case<'_>, target: &str) -> Option<Url> {
    let target = case.answer.url.join(target).ok()?;
    let elsewhere = without_fragment(&target) != without_fragment(&case.answer.url);
    (elsewhere && matches!(target.scheme(), "http" | "https")).then_some(target)
}

/// The literal address a short script assigns to `location`; nothing where it depends on
/// anything.
fn scripted(script: &str) -> Option<&str> {
    static LOCATION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r#"(?:^|[\s;{(.])location(?:\.href)?\s*(?:=\s*|\.(?:replace|assign)\(\s*)["']([^"'\s<>\\]{1,2000})["']\s*(?:[);}\n]|$)"#,
        )
        .expect("a constant pattern")
    });
    let conditional = ["if(", "if (", "onclick", "addEventListener", "confirm(", "? ", "switch"];
    if script.len() > SHORT_SCRIPT || conditional.iter().any(|word| script.contains(word)) {
        return None;
    }
    LOCATION.captures(script)?.get(1).map(|target| target.as_str())
}

fn without_fragment(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unconditional_literal_addresses_are_followed() {
        for (script, target) in [
            ("window.location.href = \"/new/\";", Some("/new/")),
            ("location='http://b.example/'", Some("http://b.example/")),
            ("setTimeout(function(){ window.location.replace('/x'); }, 50);", Some("/x")),
            ("document.location.assign(\"/x\")", Some("/x")),
            ("if (top != self) location.href='/x';", None),
            ("location.href = base + '/x';", None),
            ("location.href = '/x' + id;", None),
            ("var mylocation='/x';", None),
            ("", None),
        ] {
            assert_eq!(scripted(script), target, "{script}");
        }
    }
}
