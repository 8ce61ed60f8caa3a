//! What needs no action, folded: one line a citation.

use super::capture::capture;
use super::entry::place;
use super::escape::{code, link, literal};
use super::page::document_heading;
use crate::model::{ArchiveStatus, Citation, Finding};
use crate::report::count::Count;
use crate::report::words;

const TITLE: usize = 120;

/// The blocks of the findings that need no action; none if there are none.
pub(super) fn rest(findings: &[&Finding]) -> Vec<String> {
    if findings.is_empty() {
        return Vec::new();
    }
    let verb = if findings.len() == 1 { "needs" } else { "need" };
    let summary = format!("{} {verb} no action", Count(findings.len(), "citation"));
    let mut blocks = vec![format!("<details>\n<summary>{summary}</summary>")];
    for same in findings.chunk_by(|one, next| one.citation.document == next.citation.document) {
        blocks.push(document_heading(same[0]));
        blocks.push(table(same));
    }
    blocks.push("</details>".to_owned());
    blocks
}

fn table(findings: &[&Finding]) -> String {
    let mut lines =
        vec!["| Where | Source | Verdict | Archive |".to_owned(), "| --- | --- | --- | --- |".to_owned()];
    lines.extend(findings.iter().map(|finding| row(&finding.masked())));
    lines.join("\n")
}

fn row(finding: &Finding) -> String {
    let check = &finding.check.value;
    let archive = match finding.archive {
        ArchiveStatus::NotAsked => String::new(),
        _ => capture(finding),
    };
    let change = finding.change.as_ref().filter(|change| change.is_any());
    let became = change.map(|change| format!(", {}", words::change(change.kind))).unwrap_or_default();
    format!(
        "| {} | {} | {} ({}){became} | {archive} |",
        place(&finding.citation),
        source(&finding.citation),
        check.verdict,
        code(check.reason.into())
    )
}

fn source(citation: &Citation) -> String {
    let text = citation.title.as_deref().or(citation.url.as_deref()).or(citation.context.as_deref());
    match (text, &citation.url) {
        (Some(text), Some(url)) => link(text, TITLE, url),
        (Some(text), None) => literal(text, TITLE),
        (None, _) => String::new(),
    }
}
