//! What to fix first: a few findings from which somebody who sees the page for the first time knows
//! what to do.

use std::collections::BTreeSet;

use maud::{Markup, html};
use strum::IntoEnumIterator;

use super::detail::Detail;
use super::entry::{label, replacement};
use super::text::{plain, sign};
use crate::model::{Advice, ArchiveStatus, Audit, Finding, Verdict};
use crate::report::{place, words};

/// How many are shown.
const SHOWN: usize = 3;

/// The findings to fix first; nothing where there is nothing to fix. `shown` are those that the page lists.
pub(super) fn first(audit: &Audit, shown: &BTreeSet<usize>) -> Markup {
    let worst = worst(&audit.findings);
    let rest = audit.findings.iter().filter(|finding| is_to_fix(finding)).count() - worst.len();
    html! {
        @if !worst.is_empty() {
            section .first aria-labelledby="first" {
                h2 #first { "Fix these first" }
                p { "Open the report at the note named, and put the new wording in the place of the old." }
                ol { @for (index, finding) in worst { (item(index, &finding.masked(), shown.contains(&index))) } }
                @if rest > 0 { p { "Then " (rest) " more below: choose “most urgent first” as the order." } }
            }
        }
    }
}

fn item(index: usize, finding: &Finding, is_listed: bool) -> Markup {
    let name = label(&finding.citation, Detail::Full);
    let (citation, check) = (&finding.citation, &finding.check.value);
    html! {
        li data-v=(check.verdict) {
            p {
                b { (sign(check.verdict)) " " (check.verdict) } " "
                @if is_listed { a href={ "#f" (index + 1) } { (name) } } @else { (name) }
                " in " (plain(place::document(&citation.document)))
                @if let Some(page) = citation.page { ", page " (page) }
                @if let Some(line) = citation.line { ", line " (line) }
                @if let Some(title) = &citation.title { ": " cite { (plain(title)) } }
            }
            p {
                (words::reason(check.reason)) " "
                (words::next_step(finding.advice, check.verdict, finding.archive)
                    .unwrap_or_else(|| words::advice(finding.advice)))
            }
            (replacement(finding, Detail::Full))
        }
    }
}

/// What is gone and was never looked for comes first, then what has a new wording at hand, then what another
/// source must be found for; what is gone before what has changed.
fn worst(findings: &[Finding]) -> Vec<(usize, &Finding)> {
    let mut worst: Vec<_> = findings.iter().enumerate().filter(|(_, finding)| is_to_fix(finding)).collect();
    worst.sort_by_key(|(_, finding)| {
        let is_dead = finding.check.value.verdict == Verdict::Dead;
        (finding.replacement.is_none() && !is_to_look_up(finding), urgency(finding), !is_dead)
    });
    worst.truncate(SHOWN);
    worst
}

/// Whether the report itself is to be changed.
fn is_to_fix(finding: &Finding) -> bool {
    matches!(finding.advice, Advice::ReplaceSource | Advice::CiteArchive | Advice::UpdateUrl)
        || is_to_look_up(finding)
}

/// Whether a source is gone and nobody has looked whether an archive has it.
fn is_to_look_up(finding: &Finding) -> bool {
    finding.check.value.verdict == Verdict::Dead && finding.archive == ArchiveStatus::NotAsked
}

/// The most urgent is 0. What is gone is as urgent as what is to be replaced while no archive was asked.
pub(super) fn urgency(finding: &Finding) -> usize {
    let advice = if is_to_look_up(finding) { Advice::ReplaceSource } else { finding.advice };
    Advice::iter().position(|each| each == advice).unwrap_or_default()
}
