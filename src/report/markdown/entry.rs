//! One finding that needs action.

use super::capture::capture;
use super::escape::{address, block, code, literal};
use crate::model::{ArchiveStatus, Citation, Evidence, Finding, Verdict};
use crate::report::days::date;
use crate::report::{place, since, words};

/// How much of a title, of a sentence, of a detail is shown.
const TITLE: usize = 250;
const SENTENCE: usize = 400;
const DETAIL: usize = 250;

/// How many pieces of evidence are shown; JSON has them all.
const PIECES: usize = 6;

/// The blocks of one finding: what is cited, what is wrong, what to write instead.
pub(super) fn entry(finding: &Finding) -> Vec<String> {
    let finding = finding.masked();
    let mut blocks = vec![heading(&finding.citation), facts(&finding).join("\n")];
    if let Some(replacement) = &finding.replacement {
        blocks.push("Write instead:".to_owned());
        blocks.push(block(replacement));
    }
    blocks
}

fn heading(citation: &Citation) -> String {
    let mut heading = format!("**{}**", place(citation));
    let page = citation.page.map(|page| format!("page {page}"));
    let line = citation.line.map(|line| format!("line {line}"));
    for part in [page, line].into_iter().flatten() {
        heading.push_str(", ");
        heading.push_str(&part);
    }
    let work = work(citation);
    if work.is_empty() { heading } else { format!("{heading}: {work}") }
}

/// Where the source is cited: `Footnote 12`.
pub(super) fn place(citation: &Citation) -> String {
    place::place(citation.kind, citation.note.as_deref().map(|label| literal(label, 40)).as_deref())
}

/// The cited work: its title, its outlet and its date.
pub(super) fn work(citation: &Citation) -> String {
    let title = citation.title.as_deref().map(|title| literal(title, TITLE));
    let source = citation.source.as_deref().map(|source| literal(source, TITLE));
    let parts = [
        title.filter(|title| !title.is_empty()).map(|title| format!("*{title}*")),
        source.filter(|source| !source.is_empty()),
        citation.published.map(date),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn facts(finding: &Finding) -> Vec<String> {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let mut facts = vec![format!("- Cited address: {}", cited(citation)), verdict(finding)];
    facts.extend(became(finding));
    if !check.evidence.is_empty() {
        facts.push(format!("- Evidence: {}", evidence(&check.evidence)));
    }
    if let Some(taken) = &check.taken {
        facts.push(format!("- The printed address is broken; read as {}", address(taken.as_str())));
    }
    if let Some(end) = &check.final_url
        && !place::is_cited(citation, end.as_str())
        && check.taken.as_ref() != Some(end)
    {
        facts.push(format!("- Leads to: {}", address(end.as_str())));
    }
    if finding.archive != ArchiveStatus::NotAsked {
        facts.push(format!("- Archive: {}", capture(finding)));
    }
    if let Some(step) = words::next_step(finding.advice, check.verdict, finding.archive) {
        facts.push(format!("- To do: {step}"));
    }
    if let Some(context) = &citation.context {
        facts.push(format!("- Cited for: “{}”", literal(context, SENTENCE)));
    }
    facts
}

fn cited(citation: &Citation) -> String {
    citation.url.as_deref().map_or_else(|| "none".to_owned(), address)
}

fn verdict(finding: &Finding) -> String {
    let check = &finding.check.value;
    let by_history = check.verdict == Verdict::Dead && check.reason.verdict() == Verdict::Unsure;
    let history = if by_history { " It failed at every check over several days." } else { "" };
    format!(
        "- **{}** ({}): {}{history}",
        since::capital(check.verdict.into()),
        code(check.reason.into()),
        words::reason(check.reason)
    )
}

/// What became of it since the earlier audit, if anything did.
fn became(finding: &Finding) -> Option<String> {
    let change = finding.change.as_ref().filter(|change| change.is_any())?;
    let label = since::capital(words::change(change.kind));
    Some(format!("- **{label}**: {}", literal(&since::was(change), DETAIL)))
}

fn evidence(pieces: &[Evidence]) -> String {
    let shown = pieces.iter().take(PIECES).map(|piece| {
        let detail = literal(&piece.detail, DETAIL);
        format!("{detail} ({})", code(&piece.signal))
    });
    let mut shown: Vec<String> = shown.collect();
    if pieces.len() > PIECES {
        shown.push(format!("and {} more", pieces.len() - PIECES));
    }
    shown.join("; ")
}
