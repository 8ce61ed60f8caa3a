//! Addresses of archive copies: what they are a copy of, and when it was taken.
//!
//! Most archives replay a copy under `…/<14 digits>/<address>` (the Wayback Machine's form, taken
//! over by pywb and so by the national archives); between the digits and the slash may stand a mode
//! (`id_`, `if_`, `im_`) or a star. Some give their copies short names that tell nothing.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use super::host;
use crate::model::PartialDate;

/// Archives whose addresses may have fewer than 14 digits, or the captured address without its
/// scheme; in lower case, without `www.`.
const REPLAYS: [&str; 19] = [
    "web.archive.org",
    "wayback.archive.org",
    "archive.org",
    "web-beta.archive.org",
    "wayback.archive-it.org",
    "arquivo.pt",
    "webarchive.nationalarchives.gov.uk",
    "webarchive.org.uk",
    "webarchive.loc.gov",
    "webarchive.nla.gov.au",
    "swap.stanford.edu",
    "vefsafn.is",
    "archive.today",
    "archive.is",
    "archive.ph",
    "archive.fo",
    "archive.li",
    "archive.md",
    "archive.vn",
];

/// Archives that give copies a short name: host, letters and digits of the name at least and at
/// most.
const SHORT_NAMES: [(&str, usize, usize); 10] = [
    ("perma.cc", 8, 12),
    ("webcitation.org", 8, 10),
    ("archive.today", 4, 6),
    ("archive.is", 4, 6),
    ("archive.ph", 4, 6),
    ("archive.fo", 4, 6),
    ("archive.li", 4, 6),
    ("archive.md", 4, 6),
    ("archive.vn", 4, 6),
    ("ghostarchive.org/archive", 4, 6),
];

/// What the address of a copy tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Copy {
    /// The address that was captured.
    pub(super) original: Option<String>,
    /// When, to the second.
    pub(super) time: Option<Timestamp>,
    /// When, as exactly as it is known.
    pub(super) date: Option<PartialDate>,
}

impl Copy {
    /// Reads an address as one of a copy.
    pub(super) fn of(address: &str) -> Option<Self> {
        let (_, rest) = address.split_once("://")?;
        let (host, path) = rest.split_once('/')?;
        let host = host.to_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host);
        let host = host.split_once(':').map_or(host, |(name, _)| name);
        replayed(host, path).or_else(|| cited(host, path)).or_else(|| named(host, path))
    }

    /// Whether it may be a copy of the address: nothing is known of the original, or its host is
    /// the same.
    pub(super) fn may_be_of(&self, address: &str) -> bool {
        let host = |address: &str| place(address).split('/').next().unwrap_or_default().to_owned();
        self.original.as_deref().is_none_or(|original| host(original) == host(address))
    }
}

/// What stays of an address that an archive writes in its own way: no scheme, no `www.`, no usual
/// port, no slash at the end, small letters.
pub(super) fn place(address: &str) -> String {
    let rest = without_scheme(address);
    let rest = rest.split('#').next().unwrap_or_default().to_lowercase();
    let (host, path) = rest.split_once('/').unwrap_or((&rest, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(host);
    let path = path.trim_end_matches('/');
    if path.is_empty() { host.to_owned() } else { format!("{host}/{path}") }
}

fn without_scheme(address: &str) -> &str {
    let rest = address.strip_prefix("https:").or_else(|| address.strip_prefix("http:"));
    rest.map_or(address, |rest| rest.trim_start_matches('/'))
}

/// `…/20130702154509/http://…`
fn replayed(host: &str, path: &str) -> Option<Copy> {
    let known = REPLAYS.contains(&host);
    let mut at = 0;
    for segment in path.split('/').take(6) {
        let behind = path.get(at + segment.len() + 1..).unwrap_or_default();
        if let Some(digits) = stamp(segment).filter(|digits| known || digits.len() == 14)
            && (is_address(behind) || known && is_public(behind))
        {
            let original = Some(behind.to_owned());
            return Some(Copy { original, time: time(&digits), date: date(&digits) });
        }
        at += segment.len() + 1;
    }
    None
}

/// The digits of a segment that says when: `20130702154509`, `20130702id_`, `2013*`,
/// `2013.07.02-154509`.
fn stamp(segment: &str) -> Option<String> {
    let bare = segment.trim_end_matches(|c: char| c.is_ascii_lowercase() || matches!(c, '_' | '*'));
    let mode = &segment[bare.len()..];
    if !(mode.is_empty() || mode == "*" || mode.len() == 3 && mode.ends_with('_')) {
        return None;
    }
    let digits: String = bare.chars().filter(|c| !matches!(c, '.' | '-')).collect();
    let right = (4..=14).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    right.then_some(digits)
}

fn is_address(text: &str) -> bool {
    text.starts_with("http:/") || text.starts_with("https:/")
}

fn is_public(text: &str) -> bool {
    host::is_public(text.split(['/', '?', '#']).next().unwrap_or_default())
}

/// `webcitation.org/query?url=http://…&date=2013-07-02`
fn cited(host: &str, path: &str) -> Option<Copy> {
    let (page, query) = path.split_once('?').filter(|_| host == "webcitation.org")?;
    if !matches!(page, "query" | "query.php") {
        return None;
    }
    let fields: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let day = field("date").and_then(|date| date.get(..10)?.parse().ok());
    Some(Copy { original: field("url"), time: None, date: day })
}

/// `perma.cc/AB12-CD34`, `archive.is/AbCd1`
fn named(host: &str, path: &str) -> Option<Copy> {
    let whole = format!("{host}/{path}");
    let named = SHORT_NAMES.iter().any(|(start, least, most)| {
        let name = whole.strip_prefix(start).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        let name = name.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric).count();
        let clean = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        clean && (*least..=*most).contains(&letters) && is_code(name)
    });
    named.then(Copy::default)
}

/// A name that no page of the archive's own has: `about`, `contact`.
fn is_code(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
}

fn time(digits: &str) -> Option<Timestamp> {
    if digits.len() != 14 {
        return None;
    }
    let day = date(digits)?.nominal_day();
    let clock = Time::new(small(digits, 8)?, small(digits, 10)?, small(digits, 12)?, 0).ok()?;
    Offset::UTC.to_timestamp(day.to_datetime(clock)).ok()
}

/// The day, or as much of it as the digits tell.
fn date(digits: &str) -> Option<PartialDate> {
    let year = digits.get(..4)?.parse().ok().filter(|year| (1990..=2200).contains(year))?;
    let (month, day) = (small(digits, 4), small(digits, 6));
    let known = day.zip(month).and_then(|(day, month)| Date::new(year, month, day).ok());
    known
        .map(PartialDate::day)
        .or_else(|| PartialDate::new(year, month, None))
        .or_else(|| PartialDate::new(year, None, None))
}

fn small(digits: &str, at: usize) -> Option<i8> {
    digits.get(at..at + 2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(address: &str) -> Option<(Option<String>, Option<String>, Option<String>)> {
        let copy = Copy::of(address)?;
        Some((copy.original, copy.time.map(|time| time.to_string()), copy.date.map(|date| date.to_string())))
    }

    #[test]
    fn what_an_address_tells() {
        let some = |text: &str| Some(text.to_owned());
        let original = some("http://a.example/b?c=d");
        let time = some("2013-07-02T15:45:09Z");
        for address in [
            "https://web.archive.org/web/20130702154509/http://a.example/b?c=d",
            "http://web.archive.org/web/20130702154509id_/http://a.example/b?c=d",
            "https://arquivo.pt/wayback/20130702154509/http://a.example/b?c=d",
            "https://webarchive.nationalarchives.gov.uk/20130702154509/http://a.example/b?c=d",
            "https://archive.ph/2013.07.02-154509/http://a.example/b?c=d",
            "https://wayback.library.example/all/20130702154509if_/http://a.example/b?c=d",
        ] {
            assert_eq!(
                told(address),
                Some((original.clone(), time.clone(), some("2013-07-02"))),
                "{address}"
            );
        }
        assert_eq!(
            told("http://web.archive.org/web/20130702*/http://a.example/b?c=d"),
            Some((original.clone(), None, some("2013-07-02")))
        );
        assert_eq!(
            told("https://web.archive.org/web/2013/www.gorod.kz/b"),
            Some((some("www.gorod.kz/b"), None, some("2013")))
        );
        assert_eq!(
            told("http://www.webcitation.org/query?url=http%3A%2F%2Fa.example%2Fb%3Fc%3Dd&date=2013-07-02"),
            Some((original, None, some("2013-07-02")))
        );
        for address in [
            "https://perma.cc/AB12-CD34",
            "http://perma.cc/0g3Qe7bYzLm",
            "http://archive.is/AbCd1",
            "http://www.webcitation.org/6HoZ3Xab1",
        ] {
            assert_eq!(told(address), Some((None, None, None)), "{address}");
        }
    }

    #[test]
    fn what_is_no_copy() {
        for address in [
            "https://web.archive.org/web/*/http://a.example",
            "https://web.archive.org/",
            "https://archive.org/details/book20130702",
            "https://perma.cc/about",
            "https://archive.is/faq",
            "https://a.example/2013/http://b.example",
            "https://a.example/20130702154509/b",
            "https://web.archive.org/web/99999999999999",
        ] {
            assert_eq!(told(address), None, "{address}");
        }
    }

    #[test]
    fn places_are_told_alike() {
        assert_eq!(place("http://www.A.example:80/b/"), place("https://a.example/b#c"));
        assert_eq!(place("a.example"), place("http://a.example/"));
        assert_ne!(place("http://a.example/b"), place("http://a.example/c"));
    }
}
