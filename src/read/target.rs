//! Where a hyperlink leads.

use super::flow::Sign;
use super::wrapped::unwrapped;

/// Schemes of addresses that can be cited.
static SCHEMES: [&str; 4] = ["http://", "https://", "ftp://", "mailto:"];

/// What a hyperlink with this target says of its text: that it leads out of the document, or to
/// a place in it. None for other targets: relative ones, scripts, data.
pub(super) fn target(href: &str) -> Option<Sign> {
    let href = href.trim();
    if let Some(fragment) = href.strip_prefix('#') {
        return Some(Sign::Jump(fragment.to_owned()));
    }
    if let Some(rest) = href.strip_prefix("//") {
        return rest.contains('.').then(|| Sign::Link(format!("https:{href}")));
    }
    let known = |scheme: &&str| {
        href.len() > scheme.len() && href.as_bytes()[..scheme.len()].eq_ignore_ascii_case(scheme.as_bytes())
    };
    SCHEMES.iter().any(known).then(|| Sign::Link(unwrapped(href).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_where_links_lead() {
        for (href, sign) in [
            (" http://a.example/x ", Some(Sign::Link("http://a.example/x".into()))),
            ("HTTPS://a.example", Some(Sign::Link("HTTPS://a.example".into()))),
            ("mailto:a@b.example", Some(Sign::Link("mailto:a@b.example".into()))),
            ("//a.example/x", Some(Sign::Link("https://a.example/x".into()))),
            (
                "https://l.facebook.com/l.php?u=http%3A%2F%2Fa.example%2F",
                Some(Sign::Link("http://a.example/".into())),
            ),
            ("#fn1", Some(Sign::Jump("fn1".into()))),
            ("/about", None),
            ("javascript:void(0)", None),
            ("http://", None),
        ] {
            assert_eq!(target(href), sign, "{href}");
        }
    }
}
