//! Addresses that are no sources: `www.` names without a path that are merely spoken of, and what
//! running text holds for machines or for the law (names of XML vocabularies, licences).

use std::ops::Range;

use super::super::chars::{is_closing_quote, is_opening_quote};
use super::super::repair::is_cue;
use super::find::Setting;

/// Characters looked back at for an open quotation.
const LOOKBACK: usize = 400;

/// The longest word looked at behind an address, in characters.
const LONGEST_CUE: usize = 40;

/// Whether the address at `range`, printed with `www.` and without scheme, is a mere mention: a
/// bare name in a quoted title or in the middle of a sentence.
pub(super) fn is_mention(text: &str, range: &Range<usize>, setting: Setting) -> bool {
    let address = &text[range.clone()];
    if address.contains(['/', '?', '#']) {
        return false;
    }
    if is_quoted(text, range.start) {
        return true;
    }
    let rest = text[range.end..].trim_start_matches(['.', ',', ';', ':', '>', ')', ']', ' ', '\u{a0}', '\n']);
    let bracketed = text[..range.start].ends_with(['(', '<', '[']);
    let end = rest.char_indices().take(LONGEST_CUE).find(|(_, c)| c.is_whitespace());
    let next = &rest[..end.map_or(0, |(at, _)| at)];
    let ends = text[range.end..].starts_with(['.', ',', ';', '>', ')', ']']) || rest.is_empty();
    match setting {
        Setting::Note => !(ends || bracketed || is_cue(next) || rest.starts_with(['(', '['])),
        Setting::Body => !bracketed,
    }
}

/// How addresses begin, behind their scheme and `www.`, that name a vocabulary or a licence.
const NO_SOURCES: [&str; 14] = [
    "w3.org/1999/",
    "w3.org/2000/",
    "w3.org/2001/xmlschema",
    "w3.org/2005/atom",
    "purl.org/dc/",
    "schemas.microsoft.com/",
    "schemas.openxmlformats.org/",
    "schemas.xmlsoap.org/",
    "creativecommons.org/licenses/",
    "creativecommons.org/publicdomain/",
    "gnu.org/licenses/",
    "gnu.org/copyleft/",
    "opensource.org/licenses/",
    "apache.org/licenses/",
];

/// How addresses begin, behind their scheme and `www.`, that pass a page on.
const SHARING: [&str; 16] = [
    "twitter.com/share",
    "twitter.com/intent/",
    "x.com/intent/",
    "x.com/share",
    "facebook.com/sharer",
    "facebook.com/share.php",
    "linkedin.com/sharearticle",
    "linkedin.com/sharing/",
    "reddit.com/submit?",
    "pinterest.com/pin/create/",
    "api.whatsapp.com/send?",
    "wa.me/?",
    "t.me/share/",
    "vk.com/share.php",
    "tumblr.com/share",
    "getpocket.com/save",
];

/// Hosts on which people and organisations have their profiles.
const NETWORKS: [&str; 9] = [
    "twitter.com/",
    "x.com/",
    "facebook.com/",
    "fb.com/",
    "instagram.com/",
    "linkedin.com/in/",
    "linkedin.com/company/",
    "t.me/",
    "vk.com/",
];

/// Whether an address in running text leads to nothing that is cited: a vocabulary, a licence, a form
/// that passes the page on, the machine itself.
pub(super) fn is_no_source(address: &str) -> bool {
    let place = place(address);
    let host = &place[..place.find(['/', ':', '?', '#']).unwrap_or(place.len())];
    NO_SOURCES.iter().chain(&SHARING).any(|start| place.starts_with(start)) || host == "localhost"
}

/// Whether an address is the profile of somebody, as `twitter.com/agency` in running text names it.
pub(super) fn is_profile(address: &str) -> bool {
    let place = place(address);
    NETWORKS.iter().filter_map(|host| place.strip_prefix(host)).any(|name| {
        let name = name.trim_end_matches('/');
        !name.is_empty() && !name.contains(['/', '?', '#', '='])
    })
}

/// The address in small letters without scheme and `www.`.
fn place(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let end = rest.char_indices().nth(LOOKBACK).map_or(rest.len(), |(at, _)| at);
    let place = rest[..end].to_lowercase();
    place.strip_prefix("www.").map(str::to_owned).unwrap_or(place)
}

/// Whether a quotation is open at byte `at`.
fn is_quoted(text: &str, at: usize) -> bool {
    let mut open = 0;
    for c in text[..at].chars().rev().take(LOOKBACK) {
        match c {
            '"' | '\'' | '’' | '‘' => {}
            c if is_closing_quote(c) && c != '“' => open -= 1,
            c if is_opening_quote(c) => open += 1,
            _ => {}
        }
    }
    open > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(text: &str, setting: Setting) -> bool {
        let start = text.find("www").expect("an address");
        let end = text[start..].find([' ', ',', ')', '”', '>']).map_or(text.len(), |at| start + at);
        is_mention(text, &(start..end), setting)
    }

    #[test]
    fn in_a_title_it_is_a_mention() {
        assert!(mention("“Court suspends website www.example.org for months,” Agency, 2012", Setting::Note));
        assert!(mention("The site www.example.org was blocked", Setting::Note));
    }

    #[test]
    fn at_the_end_of_a_note_it_is_a_source() {
        assert!(!mention("National Bank, www.example.org", Setting::Note));
        assert!(!mention("National Bank, www.example.org, accessed 2 May 2012", Setting::Note));
        assert!(!mention("“A title,” Bank (www.example.org)", Setting::Note));
    }

    #[test]
    fn in_running_text_brackets_make_the_source() {
        assert!(mention("They run www.example.org, a portal", Setting::Body));
        assert!(!mention("They run a portal (www.example.org)", Setting::Body));
        assert!(!mention("They run www.example.org/news, a portal", Setting::Body));
    }

    #[test]
    fn vocabularies_licences_and_profiles_are_no_sources() {
        for address in [
            "http://www.w3.org/1999/xhtml",
            "https://creativecommons.org/licenses/by/4.0/",
            "https://www.gnu.org/licenses/gpl-3.0.html",
            "http://localhost:8080/x",
        ] {
            assert!(is_no_source(address), "{address}");
        }
        for address in
            ["https://www.w3.org/TR/xml/", "https://creativecommons.org/2012/news", "http://a.example"]
        {
            assert!(!is_no_source(address), "{address}");
        }
        assert!(is_profile("http://twitter.com/agency"));
        assert!(!is_profile("http://twitter.com/agency/status/12"));
        assert!(!is_profile("http://agency.example/twitter.com/agency"));
    }
}
