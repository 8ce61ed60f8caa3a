//! What needs action, in words for a screen.

use super::clean::{clean, cut};
use super::days::{date, day};
use super::table::{snapshot, snapshot_url};
use super::urgent::{urgent, whereabouts, work};
use super::{place, since, words};
use crate::model::{ArchiveStatus, Audit, Finding, Verdict};

/// How much of a text from outside is shown, in characters.
const MOST: usize = 200;

/// A finding that needs action. Texts are on one line and secrets are masked; addresses are as they
/// are, for the screen to escape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The document, as people know it.
    pub document: String,
    /// Where the source is cited: `Footnote 12, page 4`.
    pub place: String,
    /// The verdict.
    pub verdict: Verdict,
    /// What was seen: a whole sentence.
    pub reason: &'static str,
    /// What became of it since an earlier audit: a whole sentence.
    pub change: Option<String>,
    /// The cited work: its title, else its address, cut in the middle.
    pub work: String,
    /// The cited address, if there is one.
    pub address: Option<String>,
    /// What to do: `Cite the archived copy`.
    pub advice: &'static str,
    /// The capture, if there is one: `archived 3 July 2013`, and its address.
    pub capture: Option<(String, String)>,
}

/// What needs action, worst first.
pub fn actions(audit: &Audit) -> Vec<Action> {
    urgent(audit).iter().map(|(finding, _)| Action::of(finding)).collect()
}

impl Action {
    fn of(finding: &Finding) -> Self {
        let (citation, check) = (&finding.citation, &finding.check.value);
        let line = citation.line.filter(|_| citation.page.is_none());
        let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
        let untitled = citation.title.as_deref().is_none_or(|title| clean(title).is_empty());
        let address = || citation.url.as_deref().map(in_short);
        Self {
            document: shown(place::document(&citation.document)),
            place: whereabouts(citation) + &line,
            verdict: check.verdict,
            reason: words::reason(check.reason),
            change: finding.change.as_ref().and_then(since::sentence).map(|sentence| shown(&sentence)),
            work: untitled.then(address).flatten().unwrap_or_else(|| work(citation)),
            address: citation.url.clone(),
            advice: words::advice_heading(finding.advice),
            capture: capture(finding),
        }
    }
}

fn capture(finding: &Finding) -> Option<(String, String)> {
    let verb = if finding.archive == ArchiveStatus::Saved { "saved" } else { "archived" };
    let copy = finding.citation.archived.as_ref();
    let when = match snapshot(finding) {
        Some(found) => day(found.time),
        None => copy.and_then(|copy| copy.date).map_or_else(|| "by the author".to_owned(), date),
    };
    Some((format!("{verb} {when}"), snapshot_url(finding)?.to_owned()))
}

/// An address as people know it, without its scheme, its middle left out where it is long: its end tells
/// most.
fn in_short(url: &str) -> String {
    const LONGEST: usize = 64;
    const ENDING: usize = 32;
    let url = clean(url);
    let bare = url.split_once("://").map_or(url.as_ref(), |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/');
    let length = bare.chars().count();
    if length <= LONGEST {
        return bare.to_owned();
    }
    let start: String = bare.chars().take(LONGEST - ENDING - 1).collect();
    let end: String = bare.chars().skip(length - ENDING).collect();
    format!("{start}…{end}")
}

fn shown(text: &str) -> String {
    cut(text, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_ends() {
        for (url, short) in [
            ("http://www.gazette.example/", "gazette.example"),
            ("https://gazette.example/2012/mast?a=1", "gazette.example/2012/mast?a=1"),
            (
                "http://gazette.example/archive/of/all/the/years/that/were/printed/2012/the-mast-dispute-goes-to-court.html",
                "gazette.example/archive/of/all/…-mast-dispute-goes-to-court.html",
            ),
        ] {
            assert_eq!(in_short(url), short);
        }
    }
}
