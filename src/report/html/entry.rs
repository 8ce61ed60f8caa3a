//! One finding: what is cited, what was found, what to write instead.

use maud::{Markup, html};
use strum::IntoEnumIterator;

use super::line::time_line;
use super::text::{link, plain, titled_link};
use crate::model::{Advice, ArchiveStatus, Check, Citation, Finding, Lookup, Verdict};
use crate::report::days::{date, day, distance};
use crate::report::table::snapshot;
use crate::report::{place, words};

/// A finding, secrets masked, as an item of the list.
pub(super) fn entry(index: usize, finding: &Finding) -> Markup {
    let check = &finding.check.value;
    let heading = format!("f{index}");
    html! {
        li {
            article .{ "v-" (check.verdict) } id={ "finding-" (index + 1) } aria-labelledby=(heading)
                data-verdict=(check.verdict) data-advice=(finding.advice) data-site=(site(&finding.citation))
                data-document=(plain(&finding.citation.document)) data-urgency=(urgency(finding.advice)) {
                (head(&heading, finding))
                @if let Some(context) = &finding.citation.context {
                    blockquote { p { (plain(context)) } }
                }
                (facts(finding))
                (time_line(finding))
                (replacement(finding))
                (evidence(check))
            }
        }
    }
}

fn head(id: &str, finding: &Finding) -> Markup {
    let (citation, check) = (&finding.citation, &finding.check.value);
    html! {
        header {
            p .badge { span .sign aria-hidden="true" { (sign(check.verdict)) } " " (check.verdict) " · " (check.reason) }
            h3 id=(id) {
                (place(citation))
                @if let Some(title) = &citation.title { ": " cite dir="auto" { (plain(title)) } }
            }
            p .where {
                (plain(place::document(&citation.document)))
                @if let Some(page) = citation.page { ", page " (page) }
                @if let Some(line) = citation.line { ", line " (line) }
                @if let Some(source) = &citation.source { " · " span dir="auto" { (plain(source)) } }
                @if let Some(published) = citation.published { " · " (date(published)) }
            }
        }
    }
}

/// A sign beside the word, for readers who see no colours.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Alive => "✓",
        Verdict::Moved => "→",
        Verdict::Changed => "≠",
        Verdict::Dead => "✕",
        Verdict::Restricted => "⊘",
        Verdict::Unsure => "?",
        Verdict::Skipped => "–",
    }
}

fn place(citation: &Citation) -> String {
    place::place(citation.kind, citation.note.as_deref().map(plain).as_deref())
}

fn facts(finding: &Finding) -> Markup {
    let (citation, check) = (&finding.citation, &finding.check.value);
    html! {
        p { strong { (words::advice_heading(finding.advice)) "." } " " (words::reason(check.reason)) }
        dl {
            dt { "Cited" }
            dd { @match &citation.url { Some(url) => (link(url)), None => "no address" } }
            @if let Some(taken) = &check.taken { dt { "Read as" } dd { (link(taken.as_str())) } }
            @if let Some(end) = &check.final_url && !place::is_cited(citation, end.as_str()) {
                dt { "Leads to" } dd { (link(end.as_str())) }
            }
            @if let Some(step) = words::next_step(finding.advice, check.verdict, finding.archive) {
                dt { "To do" } dd { (step) }
            }
            @if finding.archive != ArchiveStatus::NotAsked { dt { "Archive" } dd { (archive(finding)) } }
        }
    }
}

fn archive(finding: &Finding) -> Markup {
    let found = snapshot(finding);
    html! {
        @if let Some(found) = found {
            (titled_link(found.url.as_str(), &format!("capture of {}", day(found.time))))
            @if let Some(days) = finding.snapshot_offset_days { ", " (distance(days, found.time, &finding.citation)) }
            @if found.verified { " (opened: it shows the cited source)" }
        } @else {
            (words::archive(finding.archive))
            @if let Some(Lookup::Failed(why)) = finding.lookup.as_ref().map(|known| &known.value) {
                " (" (plain(why)) ")"
            }
        }
    }
}

fn replacement(finding: &Finding) -> Markup {
    html! {
        @if let Some(wording) = &finding.replacement {
            div .replacement {
                p { "Write instead:" }
                pre dir="auto" { (plain(wording)) }
                button type="button" .copy hidden { "Copy" }
            }
        }
    }
}

/// The evidence and the way to the answer, folded.
fn evidence(check: &Check) -> Markup {
    html! {
        @if !check.evidence.is_empty() || !check.hops.is_empty() {
            details {
                summary { "Evidence" }
                ul {
                    @for piece in &check.evidence {
                        li { (plain(&piece.detail)) " " code { (plain(&piece.signal)) } }
                    }
                    li { "Checked " (day(check.checked_at)) " with " (crate::report::Count(check.attempts as usize, "request")) }
                }
                @if !check.hops.is_empty() {
                    p { "The way there:" }
                    ol .hops { @for hop in &check.hops {
                        li { @if hop.status > 0 { (hop.status) " " } (link(hop.url.as_str())) }
                    } }
                }
            }
        }
    }
}

/// The most urgent is 0.
fn urgency(advice: Advice) -> usize {
    Advice::iter().position(|each| each == advice).unwrap_or_default()
}

fn site(citation: &Citation) -> String {
    let url = citation.url.as_deref().and_then(|url| url::Url::parse(url).ok());
    let host = url.as_ref().and_then(url::Url::host_str).unwrap_or_default();
    plain(host.strip_prefix("www.").unwrap_or(host))
}
