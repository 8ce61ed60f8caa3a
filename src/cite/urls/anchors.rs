//! Where addresses may begin.
//!
//! One pass over the text for the few strings that no address is without: a `/`, `www.`,
//! `mailto:`, or the label of an identifier. Everything else is decided around these.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::super::chars::is_break;
use super::super::host;
use super::identifier::{self, Identifier, Start};

/// How an address begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begin {
    /// With `http:`, `https:` or `ftp:`.
    Scheme,
    /// With `www.`.
    Www,
    /// With a host name.
    Host,
    /// With `mailto:`.
    Mail,
    /// With an identifier that stands for an address; its label begins there.
    Identifier(Identifier, usize),
}

const PATTERNS: [&str; 8] = ["/", "www.", "mailto:", "arxiv:", "hdl:", "urn:nbn:", "pmcid", "pmid"];
/// How many of the patterns begin no identifier.
const UNLABELLED: usize = 3;

/// The schemes of the other patterns.
const LABELLED: [Identifier; 5] =
    [Identifier::Arxiv, Identifier::Handle, Identifier::UrnNbn, Identifier::Pmcid, Identifier::Pmid];

const SCHEMES: [&str; 3] = ["https:", "http:", "ftp:"];

static ANCHORS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostFirst)
        .kind(Some(AhoCorasickKind::DFA))
        .build(PATTERNS)
        .expect("a few short patterns are within every limit of the automaton")
});

/// The places where an address may begin, in order of their anchors; the starts need not rise.
pub(super) fn anchors(text: &str) -> impl Iterator<Item = (usize, Begin)> + '_ {
    ANCHORS.find_iter(text).filter_map(|found| {
        let at = found.start();
        match found.pattern().as_usize() {
            0 => slash(text, at),
            1 => free(text, at).then_some((at, Begin::Www)),
            2 => free(text, at).then_some((at, Begin::Mail)),
            pattern => {
                let scheme = LABELLED[pattern - UNLABELLED];
                identifier::labelled(text, found.range(), scheme).map(begin_of)
            }
        }
    })
}

/// A slash belongs to a scheme before it, perhaps over a line break, to a host name or to a DOI.
fn slash(text: &str, at: usize) -> Option<(usize, Begin)> {
    if text[at..].starts_with("//") {
        let before = without_break(&text[..at]);
        let start = scheme_before(before).or_else(|| spaced_scheme(before)).or_else(|| broken_scheme(before));
        return start.map(|start| (start, Begin::Scheme));
    }
    if let Some(start) = scheme_before(&text[..at]).filter(|_| slash_behind_break(&text[at + 1..])) {
        return Some((start, Begin::Scheme));
    }
    let named = host::before(text, at).map(|range| (range.start, Begin::Host));
    named.or_else(|| identifier::doi_at(text, at).map(begin_of))
}

fn scheme_before(text: &str) -> Option<usize> {
    SCHEMES.iter().find(|scheme| ends_with(text, scheme)).map(|scheme| text.len() - scheme.len())
}

/// Where a scheme begins that has a blank before or behind its colon: `http : //`, `https: //`.
fn spaced_scheme(text: &str) -> Option<usize> {
    let blank = |text: &str| text.len() - usize::from(text.ends_with(' '));
    let text = &text[..blank(text)];
    if let Some(start) = scheme_before(text) {
        return Some(start);
    }
    let name = text.strip_suffix(':')?;
    let name = &name[..blank(name)];
    let scheme = SCHEMES.iter().find(|scheme| ends_with(name, scheme.trim_end_matches(':')))?;
    let start = name.len() + 1 - scheme.len();
    free(name, start).then_some(start)
}

/// Where a scheme begins that a line break cuts in two: `ht⏎tps:`, `https⏎:`.
fn broken_scheme(text: &str) -> Option<usize> {
    let letters = |text: &str| text.len() - text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let name = text.strip_suffix(':')?;
    let behind = letters(name);
    let above = without_break(&name[..behind]);
    if above.len() == behind {
        return None;
    }
    let start = letters(above);
    let whole = format!("{}{}:", &above[start..], &name[behind..]);
    (SCHEMES.iter().any(|scheme| whole.eq_ignore_ascii_case(scheme)) && free(above, start)).then_some(start)
}

/// Whether a text is a line break and the second slash of a scheme: `http:/⏎/a.org`.
fn slash_behind_break(text: &str) -> bool {
    let behind = text.trim_start();
    behind.len() < text.len()
        && behind.starts_with('/')
        && !behind.starts_with("//")
        && text[..text.len() - behind.len()].chars().filter(|c| is_break(*c)).count() == 1
}

fn begin_of(start: Start) -> (usize, Begin) {
    (start.body, Begin::Identifier(start.scheme, start.label))
}

/// The text without one line break and the blanks around it at its end.
fn without_break(text: &str) -> &str {
    let blank = |c: char| c == ' ' || c == '\t' || c == '\r';
    let line = text.trim_end_matches(blank);
    line.strip_suffix(is_break).map_or(text, |line| line.trim_end_matches(blank))
}

fn ends_with(text: &str, scheme: &str) -> bool {
    let from = text.len().checked_sub(scheme.len());
    from.and_then(|from| text.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(scheme))
}

fn free(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(host::may_precede)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Begin)> {
        anchors(text).map(|(at, begin)| (&text[at..], begin)).collect()
    }

    #[test]
    fn a_scheme_before_its_slashes() {
        assert_eq!(found("a HTTP://x.example"), [("HTTP://x.example", Begin::Scheme)]);
        assert_eq!(found("2https://x.example"), [("https://x.example", Begin::Scheme)]);
        assert_eq!(found("https: \n//x.example"), [("https: \n//x.example", Begin::Scheme)]);
        assert_eq!(found("and // or"), []);
        assert_eq!(found("at http : //x.example"), [("http : //x.example", Begin::Scheme)]);
        assert_eq!(found("at https: //x.example"), [("https: //x.example", Begin::Scheme)]);
        assert_eq!(found("at http ://x.example"), [("http ://x.example", Begin::Scheme)]);
    }

    #[test]
    fn a_scheme_cut_in_two() {
        for text in ["ht\ntps://x.example", "h\nttp://x.example", "https\n://x.example", "http:/\n/x.example"]
        {
            assert_eq!(found(&format!("(<{text}")), [(text, Begin::Scheme)], "{text}");
        }
        assert_eq!(found("within\nhttp:/ /x"), []);
        assert_eq!(found("might\ntps://x"), []);
    }

    #[test]
    fn names_and_prefixes() {
        assert_eq!(found("in WWW.x.org, awww.x.org"), [("WWW.x.org, awww.x.org", Begin::Www)]);
        assert_eq!(found("x.kz/a"), [("x.kz/a", Begin::Host)]);
        assert_eq!(found("mailto:a@b.org"), [("mailto:a@b.org", Begin::Mail)]);
    }

    #[test]
    fn identifiers() {
        let doi = |label| Begin::Identifier(Identifier::Doi, label);
        assert_eq!(found("x 10.1234/ab"), [("10.1234/ab", doi(2))]);
        assert_eq!(found("x DOI: 10.1234/ab"), [("10.1234/ab", doi(2))]);
        assert_eq!(found("doi:10.\n1234/ab"), [("10.\n1234/ab", doi(0))]);
        assert_eq!(found("arXiv: 1403.7400"), [("1403.7400", Begin::Identifier(Identifier::Arxiv, 0))]);
        assert_eq!(found("PMID: 12345678"), [("12345678", Begin::Identifier(Identifier::Pmid, 0))]);
        assert_eq!(found("v10.1234/ab, 3.10.1234/ab, 10.12/2013"), []);
    }
}
