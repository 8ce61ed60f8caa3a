//! The sort-friendly form of an address (SURT) that indexes are ordered by.

use url::{Host, Url};

/// `http://www.A.example:80/X?b=2&a=1` becomes `example,a)/x?a=1&b=2`, as the Internet Archive's
/// canonicalizer and pywb's write it: no scheme, no `www.`, no fragment, lower case, the parts of
/// the query in order.
pub(super) fn surt(url: &Url) -> String {
    let host = match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let parts: Vec<&str> = without_www(name).rsplit('.').collect();
            parts.join(",")
        }
        // The parts of a number are turned round as those of a name are: so the tools do it.
        Some(Host::Ipv4(address)) => address.to_string().rsplit('.').collect::<Vec<_>>().join(","),
        Some(Host::Ipv6(address)) => format!("[{address}]"),
        None => String::new(),
    };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = if url.path() == "/" { "/" } else { url.path().trim_end_matches('/') };
    let mut parts: Vec<&str> =
        url.query().unwrap_or_default().split('&').filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
    format!("{host}{port}){path}{query}").to_lowercase()
}

/// Without `www.`, `www2.` and the like.
fn without_www(name: &str) -> &str {
    let rest =
        name.strip_prefix("www").map(|rest| rest.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    rest.and_then(|rest| rest.strip_prefix('.')).filter(|rest| rest.contains('.')).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_have_one_key() {
        for (url, key) in [
            ("http://www.A.example:80/X/?b=2&a=1#z", "example,a)/x?a=1&b=2"),
            ("https://a.example/", "example,a)/"),
            ("https://www2.a.example", "example,a)/"),
            ("http://a.example:8080/x", "example,a:8080)/x"),
            ("http://www.example/", "example,www)/"),
            ("http://127.0.0.1:8099/x", "1,0,0,127:8099)/x"),
        ] {
            assert_eq!(surt(&Url::parse(url).expect("an address")), key, "{url}");
        }
    }
}
