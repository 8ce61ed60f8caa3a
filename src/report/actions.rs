//! What needs action, in words for a screen.

use url::Url;

use super::clean::{clean, cut};
use super::days::{date, day};
use super::table::{snapshot, snapshot_url};
use super::urgent::{urgent, whereabouts, work};
use super::{place, words};
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
    /// The cited work: its title, else its host, else its address.
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
        let host = || Some(Url::parse(citation.url.as_deref()?).ok()?.host_str()?.to_owned());
        let untitled = citation.title.as_deref().is_none_or(|title| clean(title).is_empty());
        Self {
            document: shown(place::document(&citation.document)),
            place: whereabouts(citation) + &line,
            verdict: check.verdict,
            reason: words::reason(check.reason),
            work: untitled.then(host).flatten().unwrap_or_else(|| work(citation)),
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

fn shown(text: &str) -> String {
    cut(text, MOST)
}
