//! The key that an archive files a page under: the sort-friendly form of its address (SURT).
//!
//! Whatever makes no other page is taken away as the Internet Archive's canonicalizer and pywb's
//! (`surt`, after `IAURLCanonicalizer.java`) do it: scheme, `www.`, default port, fragment, login,
//! the letters' case, a slash at the end, the order of parameters, session ids, needless escapes.
//! The index of a WACZ is looked up by this key, so it has to be the same to the letter;
//! `tests/pywb.rs` holds it against theirs.

use std::sync::LazyLock;

use percent_encoding::{AsciiSet, CONTROLS, percent_encode};
use regex::Regex;
use url::{Host, Url};

/// What is escaped: all that is no visible ASCII, and the two signs that would mean something else.
const ESCAPED: &AsciiSet = &CONTROLS.add(b' ').add(b'#').add(b'%');

/// Parameters that name a visit, where they look as their makers write them.
static VISITS: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    [
        "jsessionid=[0-9a-z]{32}",
        "phpsessid=[0-9a-z]{32}",
        "sid=[0-9a-z]{32}",
        "aspsessionid[a-z]{8}=[a-z]{24}",
        "cfid=[^&]+&cftoken=[^&]+",
    ]
    .map(|visit| Regex::new(&format!("^(.*)(?:{visit})(?:&(.*))?$")).expect("a constant pattern"))
});

/// A visit as ASP.NET writes it into a path.
static VISIT_IN_PATH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(.*/)\((?:(?:[a-z]\([0-9a-z]{24}\))+|[0-9a-z]{24})\)/([^?]+\.aspx.*)$")
        .expect("a constant pattern")
});

/// `http://www.A.example:80/X/?b=2&a=1#z` becomes `example,a)/x?a=1&b=2`. Linear in the length of
/// the address.
pub(super) fn surt(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}){}{}", host(url), path(url.path()), query(url.query().unwrap_or_default()))
}

fn host(url: &Url) -> String {
    match url.host() {
        Some(Host::Domain(name)) => {
            let parts: Vec<&str> = name.split('.').filter(|part| !part.is_empty()).collect();
            let from = usize::from(parts.first().is_some_and(|part| is_www(part)) && parts.len() > 1);
            parts[from..].iter().rev().copied().collect::<Vec<_>>().join(",")
        }
        // The parts of a number are turned round as those of a name are: so the tools do it.
        Some(Host::Ipv4(address)) => address.to_string().rsplit('.').collect::<Vec<_>>().join(","),
        Some(Host::Ipv6(address)) => address.to_string(),
        None => String::new(),
    }
}

/// `www`, `www2` and the like.
fn is_www(part: &str) -> bool {
    part.strip_prefix("www").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

fn path(path: &str) -> String {
    let plain = unescaped(path);
    let mut kept: Vec<&[u8]> = Vec::new();
    for part in plain.split(|byte| *byte == b'/').skip(1) {
        match part {
            b"" | b"." => {}
            b".." if kept.last().is_some_and(|last| *last != b"..") => drop(kept.pop()),
            part => kept.push(part),
        }
    }
    let key = escaped(&[b"/", kept.join(&b'/').as_slice()].concat());
    match VISIT_IN_PATH.captures(&key) {
        Some(parts) => format!("{}{}", &parts[1], &parts[2]),
        None => key,
    }
}

fn query(query: &str) -> String {
    let mut query = escaped(&unescaped(query));
    for visit in VISITS.iter() {
        let rest = visit.captures(&query).map(|parts| {
            let behind = parts.get(2).map_or("", |behind| behind.as_str());
            format!("{}{behind}", &parts[1])
        });
        query = rest.unwrap_or(query);
    }
    if query.is_empty() {
        return query;
    }
    let mut parts: Vec<&str> = query.split('&').collect();
    parts.sort_by_key(|part| part.split_once('=').map_or((*part, None), |(name, value)| (name, Some(value))));
    format!("?{}", parts.join("&"))
}

fn escaped(bytes: &[u8]) -> String {
    percent_encode(bytes, ESCAPED).to_string().to_ascii_lowercase()
}

/// Without escapes, also those that only come about when others are resolved.
fn unescaped(text: &str) -> Vec<u8> {
    let mut plain: Vec<u8> = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        plain.push(byte);
        while let [.., b'%', high, low] = *plain.as_slice()
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            plain.truncate(plain.len() - 3);
            plain.push(high << 4 | low);
        }
    }
    plain
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_have_one_key() {
        for (url, key) in [
            ("http://www.A.example:80/X/?b=2&a=1#z", "example,a)/x?a=1&b=2"),
            ("https://a.example/", "example,a)/"),
            ("https://a.example/?", "example,a)/"),
            ("https://www2.a.example", "example,a)/"),
            ("http://user:word@a.example:8080/x", "example,a:8080)/x"),
            ("http://www.example/", "example)/"),
            ("http://wwww.a.example./", "example,a,wwww)/"),
            ("http://127.0.0.1:8099/x", "1,0,0,127:8099)/x"),
            ("http://[2001:db8::1]:81/x", "2001:db8::1:81)/x"),
            ("http://a.example/a//b/%2E/c%2F..//d/", "example,a)/a/b/d"),
            ("http://a.example/%C3%89/%zz?x=%20y&&a=&b", "example,a)/%c3%89/%25zz?&a=&b&x=%20y"),
            ("http://газета.example/%2541", "example,xn--80aahjj1e)/a"),
            ("http://a.example/%%3235", "example,a)/%235"),
            ("http://a.example/x?a-b=1&a=2&a&a=", "example,a)/x?a&a=&a=2&a-b=1"),
            ("http://a.example/x?q=a+b&r=%2B", "example,a)/x?q=a+b&r=+"),
            ("http://a.example/x?PHPSESSID=0123456789abcdef0123456789abcdef&a=1", "example,a)/x?a=1"),
            ("http://a.example/x?sid=0123456789ABCDEF0123456789abcdef", "example,a)/x"),
            ("http://a.example/x?cfid=1&cftoken=2&z=3", "example,a)/x?z=3"),
            ("http://a.example/(S(0123456789abcdef01234567))/P.aspx", "example,a)/p.aspx"),
        ] {
            assert_eq!(surt(&Url::parse(url).expect("an address")), key, "{url}");
        }
    }

    #[test]
    fn escapes_of_escapes_cost_no_more_than_their_length() {
        let url = Url::parse(&format!("http://a.example/%{}41", "25".repeat(500_000))).expect("an address");
        assert_eq!(surt(&url), "example,a)/a");
    }
}
