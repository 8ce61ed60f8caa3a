//! What needs action, worst first, in words and with an identity that outlives reformatting: what
//! the surfaces of build servers share.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::clean::{clean, cut};
use super::{place, since, words};
use crate::model::{Advice, Audit, Citation, Finding, Verdict};

/// How much of a title is shown.
const TITLE: usize = 150;

/// How grave a verdict is: 0 is the worst. Gone comes before could-not-tell.
pub(super) fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Dead => 0,
        Verdict::Changed => 1,
        Verdict::Moved => 2,
        Verdict::Restricted => 3,
        Verdict::Unsure => 4,
        Verdict::Skipped => 5,
        Verdict::Alive => 6,
    }
}

/// The findings that need action, secrets masked, with their identities: worst first, then by
/// advice, then in the order of the documents.
pub(super) fn urgent(audit: &Audit) -> Vec<(Finding, String)> {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut urgent = Vec::new();
    for finding in audit.findings.iter().filter(|finding| finding.advice != Advice::Keep) {
        let finding = finding.masked();
        let identity = identity(&finding.citation);
        let number = seen.entry((finding.citation.document.clone(), identity.clone())).or_default();
        *number += 1;
        urgent.push((finding, format!("{identity}:{number}")));
    }
    urgent.sort_by_key(|(finding, _)| (rank(finding.check.value.verdict), finding.advice));
    urgent
}

/// What a citation is, wherever it stands: its address and what the note says of the work, letters
/// and digits only, so that neither lines nor quotation marks nor a note's number matter.
pub(super) fn identity(citation: &Citation) -> String {
    let published = citation.published.map(|date| date.to_string());
    let texts = [citation.title.as_deref(), citation.source.as_deref(), published.as_deref()];
    let mut hash = Sha256::new();
    hash.update(citation.url.as_deref().unwrap_or_default().trim_end_matches('/'));
    for text in texts.into_iter().map(Option::unwrap_or_default) {
        let bare: String =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        hash.update([0]);
        hash.update(bare);
    }
    data_encoding::HEXLOWER.encode(&hash.finalize()[..16])
}

/// Where it is cited, on one line: `Footnote 12, page 4`.
pub(super) fn whereabouts(citation: &Citation) -> String {
    let label = citation.note.as_deref().map(|label| cut(label, 40));
    let place = place::place(citation.kind, label.as_deref());
    let page = citation.page.map(|page| format!(", page {page}"));
    place + &page.unwrap_or_default()
}

/// The cited work in a few words: its title, else its address.
pub(super) fn work(citation: &Citation) -> String {
    let named = |text: &str| cut(text, TITLE);
    match (&citation.title, &citation.url) {
        (Some(title), _) if !clean(title).is_empty() => format!("“{}”", named(title)),
        (_, Some(url)) => named(url),
        _ => "no address".to_owned(),
    }
}

/// What is wrong and what to do, in a line.
pub(super) fn message(finding: &Finding) -> String {
    let check = &finding.check.value;
    let address = finding.citation.url.as_deref().map(|url| format!(" {}", cut(url, 500)));
    let became = finding.change.as_ref().and_then(since::sentence);
    let became = became.map(|sentence| format!(" {}", cut(&sentence, 500)));
    format!(
        "{}: {} {} ({}). {} {}.{}{}",
        whereabouts(&finding.citation),
        work(&finding.citation),
        words::verdict(check.verdict),
        check.reason,
        words::reason(check.reason),
        words::advice_heading(finding.advice),
        became.unwrap_or_default(),
        address.unwrap_or_default()
    )
}
