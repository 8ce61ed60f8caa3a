//! What is new since the earlier audit: counts, then the citations by what became of them.

use super::entry::{place, work};
use super::escape::literal;
use super::page::shown;
use crate::model::{Audit, ChangeKind, Earlier, Finding};
use crate::report::count::Count;
use crate::report::place::document;
use crate::report::since::{became, capital, changes_in_words, was, was_then};
use crate::report::{place as places, words};

/// How much of what was before is shown.
const BEFORE: usize = 400;

/// The blocks; none if the audit was not held against an earlier one. New citations are only
/// counted: a new chapter has hundreds, and they stand below with all the others.
pub(super) fn changes(audit: &Audit) -> Vec<String> {
    let Some(line) = changes_in_words(audit) else { return Vec::new() };
    let mut blocks = vec!["## Since the last audit".to_owned(), shown(&line)];
    for kind in ChangeKind::changes().filter(|kind| *kind != ChangeKind::New) {
        let items = became(audit, kind).map(|finding| item(&finding.masked()));
        blocks.extend(list(words::change(kind), &items.collect::<Vec<_>>()));
    }
    let gone = audit.run.since.iter().flat_map(|since| &since.gone);
    let gone: Vec<String> = gone.map(|earlier| gone_item(&earlier.masked())).collect();
    blocks.extend(list(words::GONE, &gone));
    blocks
}

fn list(name: &str, items: &[String]) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![format!("### {} ({})", capital(name), Count(items.len(), "citation")), items.join("\n")]
}

fn item(finding: &Finding) -> String {
    let citation = &finding.citation;
    let address = citation.url.as_deref().filter(|_| citation.title.is_none());
    let work = address.map_or_else(|| work(citation), |url| literal(url, BEFORE));
    let before = finding.change.as_ref().map(was).unwrap_or_default();
    line(&citation.document, &place(citation), &work, &before)
}

fn gone_item(earlier: &Earlier) -> String {
    let label = earlier.note.as_deref().map(|label| literal(label, 40));
    let work = earlier.title.as_deref().map(|title| format!("*{}*", literal(title, BEFORE)));
    let work = work.unwrap_or_else(|| literal(&earlier.url, BEFORE));
    line(&earlier.document, &places::place(earlier.kind, label.as_deref()), &work, &was_then(earlier))
}

fn line(name: &str, place: &str, work: &str, before: &str) -> String {
    format!("- {}, {place}: {work}: {}", shown(document(name)), literal(before, BEFORE))
}
