//! Identifiers that stand for an address: DOIs, handles, arXiv numbers and their kin.
//!
//! A work is often cited by a number alone (`doi:10.1234/abc`). Each scheme has a resolver that
//! its registry promises to keep: doi.org (ISO 26324, the DOI Handbook §3.8), hdl.handle.net
//! (RFC 3650), arxiv.org, nbn-resolving.org (RFC 8458), the two archives of medicine. What only
//! looks like a DOI is none: a prefix is `10.` and at least four digits. ISBN and ISSN name books
//! and journals and lead nowhere.

use std::borrow::Cow;
use std::ops::Range;

use super::super::chars::is_break;
use super::super::host;

/// Signs looked back at from the slash of a DOI for its prefix.
const LONGEST_PREFIX: usize = 24;

/// Digits of a prefix's first part behind `10.`, at most.
const LONGEST_REGISTRANT: usize = 9;

/// Resolvers of DOIs, in lower case.
const DOI_HOSTS: [&str; 3] = ["doi.org/", "dx.doi.org/", "www.doi.org/"];

/// Hosts that answer `https` for certain, where an address is printed without scheme.
const SECURE_HOSTS: [&str; 4] = ["hdl.handle.net/", "arxiv.org/", "nbn-resolving.org/", "perma.cc/"];

/// A scheme of identifiers; of several that name one work the first in this order is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cite) enum Identifier {
    /// `10.1234/abc`
    Doi,
    /// `arXiv:2301.01234v2`, `arXiv:hep-th/9901001`
    Arxiv,
    /// `hdl:10568/1234`
    Handle,
    /// `urn:nbn:de:101:1-2012`
    UrnNbn,
    /// `PMCID: PMC1234567`
    Pmcid,
    /// `PMID: 12345678`
    Pmid,
}

/// Where an identifier stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) scheme: Identifier,
    /// Where its label begins (`doi:`); where the identifier itself begins if it has none.
    pub(super) label: usize,
    /// Where the identifier itself begins.
    pub(super) body: usize,
}

impl Identifier {
    /// What makes an address of an identifier.
    pub(super) fn resolver(self) -> &'static str {
        match self {
            Self::Doi => "https://doi.org/",
            Self::Arxiv => "https://arxiv.org/abs/",
            Self::Handle => "https://hdl.handle.net/",
            Self::UrnNbn => "https://nbn-resolving.org/",
            Self::Pmcid => "https://www.ncbi.nlm.nih.gov/pmc/articles/",
            Self::Pmid => "https://pubmed.ncbi.nlm.nih.gov/",
        }
    }

    /// Whether the text is an identifier of this scheme. One without a label (`doi:`) must look
    /// less like a number of another kind.
    pub(super) fn is_valid(self, text: &str, labelled: bool) -> bool {
        match self {
            Self::Doi => is_doi(text) && (labelled || is_unlike_numbers(text)),
            Self::Arxiv => is_arxiv(text),
            Self::Handle => text.split_once('/').is_some_and(|(prefix, rest)| {
                is_dotted_number(prefix) && rest.contains(|c: char| c.is_alphanumeric())
            }),
            Self::UrnNbn => text
                .get("urn:nbn:".len()..)
                .is_some_and(|rest| rest.len() > 4 && rest.bytes().take(2).all(|b| b.is_ascii_alphabetic())),
            Self::Pmcid => text
                .get(..3)
                .is_some_and(|start| start.eq_ignore_ascii_case("pmc") && is_digits(&text[3..], 3..=9)),
            Self::Pmid => is_digits(text, 5..=8),
        }
    }

    /// Whether it is read to its end from its own letters and digits, and never goes on as an
    /// address does.
    pub(super) fn is_closed(self) -> bool {
        matches!(self, Self::Arxiv | Self::Pmcid | Self::Pmid)
    }
}

/// The DOI whose slash stands at byte `slash`.
pub(super) fn doi_at(text: &str, slash: usize) -> Option<Start> {
    let body = doi_prefix(text, slash)?;
    let before = text[..body].chars().next_back();
    if !before.is_none_or(host::may_precede) {
        return None;
    }
    let unlabelled = text[..body].trim_end_matches([':', ' ', '\u{a0}', '\n']);
    let label = unlabelled.len().checked_sub(3).filter(|at| {
        text.get(*at..unlabelled.len()).is_some_and(|word| word.eq_ignore_ascii_case("doi"))
            && body - unlabelled.len() <= 4
            && stands_free(text, *at)
    });
    Some(Start { scheme: Identifier::Doi, label: label.unwrap_or(body), body })
}

/// Where the prefix (`10.1234`) before a slash begins, perhaps broken behind its first full stop.
fn doi_prefix(text: &str, slash: usize) -> Option<usize> {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let run = text[..slash].char_indices().rev().take(LONGEST_PREFIX).take_while(|(_, c)| digits(*c));
    let start = run.last()?.0;
    let registrant = text[start..slash].strip_prefix("10.");
    if registrant.is_some_and(is_registrant) {
        return Some(start);
    }
    let broken = text[..start].strip_suffix(is_break)?.trim_end_matches([' ', '\r']);
    (broken.ends_with("10.") && is_registrant(&text[start..slash])).then(|| broken.len() - 3)
}

fn is_registrant(text: &str) -> bool {
    let first = text.split('.').next().unwrap_or_default();
    (4..=LONGEST_REGISTRANT).contains(&first.len()) && !first.starts_with('0') && is_dotted_number(text)
}

fn is_dotted_number(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

fn is_digits(text: &str, how_many: std::ops::RangeInclusive<usize>) -> bool {
    how_many.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_doi(text: &str) -> bool {
    text.strip_prefix("10.").and_then(|rest| rest.split_once('/')).is_some_and(|(registrant, suffix)| {
        is_registrant(registrant) && suffix.contains(|c: char| c.is_alphanumeric())
    })
}

/// `10.2012/11.2013` is two months, `10.1500/2` a fraction.
fn is_unlike_numbers(doi: &str) -> bool {
    let (prefix, suffix) = doi.split_once('/').unwrap_or((doi, ""));
    let years = prefix[3..].parse::<u32>().is_ok_and(|number| (1900..=2100).contains(&number));
    let number = suffix.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    suffix.len() >= 3 && !(number && (years || suffix.len() < 5))
}

/// An identifier whose label (`arxiv:`, `hdl:`, `urn:nbn:`, `pmid`, `pmcid`) covers `label`.
pub(super) fn labelled(text: &str, label: Range<usize>, scheme: Identifier) -> Option<Start> {
    if !stands_free(text, label.start) {
        return None;
    }
    let after = match scheme {
        Identifier::UrnNbn => label.start,
        Identifier::Pmcid | Identifier::Pmid => past(text, label.end, &[':', ' ', '\u{a0}']),
        _ => label.end,
    };
    let body = if scheme == Identifier::UrnNbn { after } else { past(text, after, &[' ', '\u{a0}', '\n']) };
    Some(Start { scheme, label: label.start, body })
}

/// At most two of the signs.
fn past(text: &str, at: usize, signs: &[char]) -> usize {
    let skipped: usize =
        text[at..].chars().take(2).take_while(|c| signs.contains(c)).map(char::len_utf8).sum();
    at + skipped
}

fn stands_free(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(host::may_precede)
}

/// An identifier that has an end of its own, from byte `at`, and its second piece where a line
/// breaks behind a full stop (`arXiv:1403.⏎7400`).
pub(super) fn closed(text: &str, at: usize, scheme: Identifier) -> (Range<usize>, Option<Range<usize>>) {
    let within = |c: char| match scheme {
        Identifier::Arxiv => c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-'),
        _ => c.is_ascii_alphanumeric(),
    };
    let first = at..text[at..].find(|c| !within(c)).map_or(text.len(), |end| at + end);
    let next = first.end + 1;
    if text[first.end..].starts_with(is_break) && text[first.clone()].ends_with('.') {
        let digits = text[next..].bytes().take(6).take_while(u8::is_ascii_digit).count();
        if (4..=5).contains(&digits) {
            return (first, Some(next..next + digits));
        }
    }
    let trimmed = text[first].trim_end_matches(['.', '-', '/']).len();
    (at..at + trimmed, None)
}

/// `2301.01234v2`, `hep-th/9901001`, `math.GT/0309136` (<https://info.arxiv.org/help/arxiv_identifier.html>).
fn is_arxiv(text: &str) -> bool {
    let unversioned = match text.rsplit_once('v') {
        Some((number, version)) if is_digits(version, 1..=2) => number,
        _ => text,
    };
    if let Some((archive, number)) = unversioned.split_once('/') {
        let lettered = archive.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-' || b == b'.');
        return archive.len() >= 2 && lettered && is_digits(number, 7..=7);
    }
    unversioned
        .split_once('.')
        .is_some_and(|(month, number)| is_digits(month, 4..=4) && is_digits(number, 4..=5))
}

/// Whether a text is the DOI of a work or its number in arXiv and nothing else, the blanks of justified lines
/// left aside.
pub(in crate::cite) fn is_number_of_work(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    is_doi(&text) || is_arxiv(&text)
}

/// The web form of an address that was printed without its scheme: a resolver's own name for
/// itself, everything else as it is.
pub(super) fn web_form(address: String) -> String {
    let Some(rest) = address.strip_prefix("http://") else { return address };
    if let Some(doi) = doi_of_rest(rest) {
        return format!("{}{doi}", Identifier::Doi.resolver());
    }
    if is_secure(rest) { format!("https://{rest}") } else { address }
}

/// The address of a resolver in the form that the registry asks for.
pub(super) fn preferred(address: &str) -> String {
    let doi = address.split_once("://").and_then(|(_, rest)| doi_of_rest(rest));
    doi.map_or_else(|| address.to_owned(), |doi| format!("{}{doi}", Identifier::Doi.resolver()))
}

/// The DOI that an address resolves, with or without scheme.
fn doi_of_rest(rest: &str) -> Option<&str> {
    let host = DOI_HOSTS.iter().find(|host| starts_with(rest, host))?;
    Some(&rest[host.len()..]).filter(|doi| doi.starts_with("10."))
}

fn is_secure(rest: &str) -> bool {
    SECURE_HOSTS.iter().any(|host| starts_with(rest, host))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start))
}

/// What an address is known again by: DOIs do not tell capitals from small letters (DOI Handbook
/// §2.4) and have several resolvers; the resolvers answer to `http` and `https` alike.
pub(in crate::cite) fn key(address: &str) -> Cow<'_, str> {
    let Some((_, rest)) = address.split_once("://") else { return Cow::Borrowed(address) };
    if let Some(doi) = doi_of_rest(rest) {
        return Cow::Owned(format!("{}{}", Identifier::Doi.resolver(), doi.to_lowercase()));
    }
    if is_secure(rest) { Cow::Owned(format!("https://{rest}")) } else { Cow::Borrowed(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dois_and_what_looks_alike() {
        for doi in ["10.1234/abc", "10.1000.10/ab1", "10.1007/s10579-019-09456-6", "10.2307/1234567"] {
            assert!(Identifier::Doi.is_valid(doi, false), "{doi}");
        }
        for text in ["10.5/12", "10.12/2013", "10.0123/456", "10.1234/", "10.1234/..", "10.1234567890/a"] {
            assert!(!Identifier::Doi.is_valid(text, true), "{text}");
        }
        for text in ["10.2012/11.2013", "10.1500/2", "10.1234/567", "10.2011/2012"] {
            assert!(!Identifier::Doi.is_valid(text, false), "{text}");
        }
    }

    #[test]
    fn other_schemes() {
        for (scheme, text) in [
            (Identifier::Arxiv, "2301.01234v2"),
            (Identifier::Arxiv, "0704.0001"),
            (Identifier::Arxiv, "hep-th/9901001"),
            (Identifier::Arxiv, "math.GT/0309136v1"),
            (Identifier::Handle, "10568/1234"),
            (Identifier::Handle, "20.500.12345/a-1"),
            (Identifier::UrnNbn, "urn:nbn:de:101:1-2012030512"),
            (Identifier::Pmcid, "PMC1234567"),
            (Identifier::Pmid, "12345678"),
        ] {
            assert!(scheme.is_valid(text, true), "{text}");
        }
        for (scheme, text) in [
            (Identifier::Arxiv, "2301"),
            (Identifier::Arxiv, "preprint"),
            (Identifier::Handle, "abc/1"),
            (Identifier::UrnNbn, "urn:nbn:"),
            (Identifier::Pmcid, "1234567"),
            (Identifier::Pmid, "12"),
        ] {
            assert!(!scheme.is_valid(text, true), "{text}");
        }
    }

    #[test]
    fn one_key_for_all_forms_of_a_doi() {
        let forms = [
            "https://doi.org/10.1234/ABC",
            "http://dx.doi.org/10.1234/abc",
            "http://www.doi.org/10.1234/Abc",
        ];
        for form in forms {
            assert_eq!(key(form), "https://doi.org/10.1234/abc");
        }
        assert_eq!(key("http://hdl.handle.net/1/2"), "https://hdl.handle.net/1/2");
        assert_eq!(key("http://a.example/10.1234/ABC"), "http://a.example/10.1234/ABC");
    }
}
