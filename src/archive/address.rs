//! The addresses under which captures are replayed: `…/<14 digits>[xx_]/<captured address>` in the
//! Wayback Machine, pywb, `OpenWayback` and most national archives.

use jiff::Timestamp;
use url::Url;

use super::{page, timestamp};

/// Such an address, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// What stands before the time, without the slash.
    pub(super) base: &'a str,
    /// When the capture was made.
    pub(super) time: Timestamp,
    /// How it is shown: empty with the archive's banner, `id_` raw, `if_` without banner.
    pub(super) mode: &'a str,
    /// The captured address as written.
    pub(super) original: &'a str,
}

/// Takes an address apart; none if it is not of that form, or if its time is not exact.
pub(super) fn split(address: &str) -> Option<Parts<'_>> {
    address.match_indices('/').find_map(|(slash, _)| split_at(&address[..slash], &address[slash + 1..]))
}

fn split_at<'a>(base: &'a str, rest: &'a str) -> Option<Parts<'a>> {
    let time = timestamp::parse(rest.get(..14)?)?;
    let (mode, original) = rest[14..].split_once('/')?;
    let is_mode = mode.is_empty() || (mode.len() == 3 && mode.ends_with('_'));
    (is_mode && !original.is_empty()).then_some(Parts { base, time, mode, original })
}

/// The address of a capture: `base` without a slash at the end, `mode` as in [`Parts`].
///
/// A captured address whose host an archive writes with other than ASCII letters is put in its
/// ASCII form: in a path such a host is percent-encoded, which no archive takes for a host.
pub(super) fn of(base: &str, time: Timestamp, mode: &str, original: &str) -> Option<Url> {
    let authority = original.split_once("//").map_or(original, |(_, rest)| rest).split('/').next();
    let is_plain = authority.is_none_or(|host| host.is_ascii() && !host.contains('%'));
    let ascii = if is_plain { None } else { page::parse(original) };
    let original = ascii.as_ref().map_or(original, Url::as_str);
    Url::parse(&format!("{base}/{}{mode}/{original}", timestamp::digits(time))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_capture_comes_apart() {
        let table = [
            (
                "http://web.archive.org/web/20130702154509/http://a.example:80/x?y=/z",
                Some("http://a.example:80/x?y=/z"),
            ),
            ("https://web.archive.org/web/20130702154509id_/https://a.example/", Some("https://a.example/")),
            ("/web/20130702154509if_/a.example", Some("a.example")),
            ("https://web.archive.org/web/2013/http://a.example/", None),
            ("https://web.archive.org/web/20130702154509*/http://a.example/", None),
            ("https://web.archive.org/web/20130732154509/http://a.example/", None),
            ("https://web.archive.org/web/20130702154509/", None),
            ("https://a.example/news/20130702", None),
            ("https://a.example/ééééééééééééééé/x", None),
            ("", None),
        ];
        for (address, original) in table {
            assert_eq!(split(address).map(|parts| parts.original), original, "{address}");
        }
    }

    #[test]
    fn a_long_address_of_slashes_is_no_capture() {
        assert_eq!(split(&"/".repeat(100_000)), None);
    }

    #[test]
    fn an_address_of_a_capture_is_ascii() {
        let time = timestamp::parse("20130702154509").expect("a time");
        let address =
            |original: &str| of("https://web.archive.org/web", time, "id_", original).map(String::from);
        assert_eq!(
            address("http://газета.example/é?q=1").as_deref(),
            Some("https://web.archive.org/web/20130702154509id_/http://xn--80aahjj1e.example/%C3%A9?q=1")
        );
        assert_eq!(
            address("http://%D0%B3%D0%B0%D0%B7%D0%B5%D1%82%D0%B0.example/%C3%A9?q=1"),
            address("http://газета.example/é?q=1")
        );
        assert_eq!(
            address("http://a.example:80/x").as_deref(),
            Some("https://web.archive.org/web/20130702154509id_/http://a.example:80/x")
        );
    }
}
