//! Links that lead out by way of the site that made the page: it counts the click and sends the
//! reader on to the address that the author linked to.

use url::Url;

/// Last segments of the paths of such addresses.
static PATHS: [&str; 7] = ["url", "l.php", "away.php", "redirect", "redir", "out", "linkout"];

/// Parameters that hold the address, best first.
static PARAMETERS: [&str; 5] = ["q", "url", "u", "to", "target"];

/// The address behind such a link.
pub(super) fn destination(href: &str) -> Option<String> {
    let (path, query) = href.split_once('?')?;
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    if !PATHS.contains(&last) || !query.contains("http") {
        return None;
    }
    let address = Url::parse(href).ok()?;
    let value =
        |name: &&str| address.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let destination = PARAMETERS.iter().filter_map(value).find(|value| value.starts_with("http"))?;
    Url::parse(&destination).ok().filter(Url::has_host).map(|_| destination)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_where_a_link_leads() {
        for (href, expected) in [
            ("https://www.x.example/url?q=http://a.example/b?c%3D1&sa=D", Some("http://a.example/b?c=1")),
            ("https://l.x.example/l.php?h=1&u=https%3A%2F%2Fa.example%2F", Some("https://a.example/")),
            ("https://x.example/report?url=http://a.example/", None),
            ("https://x.example/url?q=httpd", None),
            ("/out?url=http://a.example/", None),
        ] {
            assert_eq!(destination(href).as_deref(), expected, "{href}");
        }
    }
}
