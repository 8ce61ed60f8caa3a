//! The whole page.

use strum::IntoEnumIterator;

use super::changes::changes;
use super::entry::entry;
use super::escape::literal;
use super::rest::rest;
use super::summary::tables;
use crate::model::{Advice, Audit, DocumentSummary, Finding, mask};
use crate::report::count::Count;
use crate::report::outcome::summary;
use crate::report::place::document;
use crate::report::words;

/// How much of a remark, a warning, an error or a document's name is shown.
const REMARK: usize = 500;

/// The audit as Markdown.
pub fn markdown(audit: &Audit) -> String {
    let documents = &audit.run.documents;
    let (keep, act): (Vec<_>, Vec<_>) =
        audit.findings.iter().partition(|finding| finding.advice == Advice::Keep);
    let mut blocks = vec!["# Citation audit".to_owned()];
    blocks.extend(audit.run.remarks.iter().map(|remark| format!("> **Please note:** {}", shown(remark))));
    blocks.push(summary(audit));
    blocks.extend(tables(&audit.totals()));
    blocks.extend(changes(audit));
    blocks.extend(section("Documents that could not be read", documents, |document| document.error.iter()));
    blocks.extend(actions(&act));
    blocks.extend(section("What the reader stumbled over", documents, |document| document.warnings.iter()));
    blocks.extend(rest(&keep));
    blocks.join("\n\n") + "\n"
}

/// What needs action: by advice, then by document, then in the order of the document.
fn actions(findings: &[&Finding]) -> Vec<String> {
    if findings.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec!["## What needs action".to_owned()];
    for advice in Advice::iter() {
        let advised: Vec<&Finding> =
            findings.iter().copied().filter(|finding| finding.advice == advice).collect();
        if advised.is_empty() {
            continue;
        }
        let count = Count(advised.len(), "citation");
        blocks.push(format!("### {} ({count})", words::advice_heading(advice)));
        blocks.push(words::advice(advice).to_owned());
        for same in advised.chunk_by(|one, next| one.citation.document == next.citation.document) {
            blocks.push(document_heading(same[0]));
            blocks.extend(same.iter().flat_map(|finding| entry(finding)));
        }
    }
    blocks
}

pub(super) fn document_heading(finding: &Finding) -> String {
    format!("#### {}", shown(document(&finding.citation.document)))
}

/// A list of what there is to say about documents; nothing if there is nothing.
fn section<'a, Texts>(
    title: &str,
    documents: &'a [DocumentSummary],
    texts: impl Fn(&'a DocumentSummary) -> Texts,
) -> Vec<String>
where
    Texts: Iterator<Item = &'a String>,
{
    let lines: Vec<String> = documents
        .iter()
        .flat_map(|document| texts(document).map(|text| (&document.name, text)))
        .map(|(name, text)| format!("- **{}**: {}", shown(document(name)), shown(text)))
        .collect();
    if lines.is_empty() { Vec::new() } else { vec![format!("## {title}"), lines.join("\n")] }
}

pub(super) fn shown(text: &str) -> String {
    literal(&mask(text), REMARK)
}
