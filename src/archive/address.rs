//! The addresses under which captures are replayed: `…/<14 digits>[xx_]/<captured address>` in the
//! Wayback Machine, pywb, `OpenWayback` and most national archives.

use jiff::Timestamp;

use super::timestamp;

/// Such an address, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// When the capture was made.
    pub(super) time: Timestamp,
    /// How it is shown: empty with the archive's banner, `id_` raw, `if_` without banner.
    pub(super) mode: &'a str,
    /// The captured address as written.
    pub(super) original: &'a str,
}

/// Takes an address apart; none if it is not of that form, or if its time is not exact.
pub(super) fn split(address: &str) -> Option<Parts<'_>> {
    address.match_indices('/').find_map(|(slash, _)| split_at(&address[slash + 1..]))
}

fn split_at(rest: &str) -> Option<Parts<'_>> {
    let time = timestamp::parse(rest.get(..14)?)?;
    let (mode, original) = rest[14..].split_once('/')?;
    let is_mode = mode.is_empty() || (mode.len() == 3 && mode.ends_with('_'));
    (is_mode && !original.is_empty()).then_some(Parts { time, mode, original })
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
}
