//! One finding: what is cited, what was found, what to write instead.
//!
//! There may be thousands, and the page is mailed: what is said once elsewhere (what a reason means,
//! when a source was checked) is not said again here.

use maud::{Markup, html};

use super::detail::Detail;
use super::line::time_line;
use super::since::badge;
use super::text::{plain, sign};
use crate::model::{Advice, ArchiveStatus, Check, Citation, Finding, Lookup, Reason};
use crate::report::days::{day, distance};
use crate::report::table::snapshot;
use crate::report::{place, words};

/// What the page around a finding has to offer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The finding's index in the audit.
    pub(super) index: usize,
    /// The index of its document, where there are several.
    pub(super) document: Option<usize>,
    /// Whether the document's text is on the page, and the citation marked in it.
    pub(super) in_text: bool,
    /// How much is said of it.
    pub(super) detail: Detail,
}

/// A finding, secrets masked, as an item of the list.
pub(super) fn entry(around: Around, finding: &Finding) -> Markup {
    let detail = around.detail;
    let change = finding.change.as_ref();
    let kind = change.filter(|change| change.is_any()).map(|change| change.kind);
    html! {
        li id={ "f" (around.index + 1) } data-v=(finding.check.value.verdict) data-a=(finding.advice) data-d=[around.document]
            data-c=[kind] {
            (head(around, finding))
            (badge(change))
            @if let Some(context) = &finding.citation.context { blockquote { (detail.text(context)) } }
            @if detail > Detail::Full && is_fine(finding) {
                (in_short(finding, detail))
            } @else {
                (told(finding))
                (facts(finding, detail))
                (replacement(finding, detail))
                (time_line(finding, detail == Detail::Full))
                (evidence(&finding.check.value, detail))
            }
        }
    }
}

/// Whether a finding may be told in short: nothing is to be done, and nothing is remarkable.
fn is_fine(finding: &Finding) -> bool {
    finding.advice == Advice::Keep
        && finding.check.value.reason == Reason::Ok
        && finding.check.value.taken.is_none()
        && finding.replacement.is_none()
}

/// The address and its capture.
fn in_short(finding: &Finding, detail: Detail) -> Markup {
    html! {
        p {
            (detail.link(finding.citation.url.as_deref().unwrap_or_default()))
            @if let Some(found) = snapshot(finding) {
                ", " (detail.titled_link(found.url.as_str(), &format!("captured {}", day(found.time))))
            }
        }
    }
}

fn head(around: Around, finding: &Finding) -> Markup {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let parts = [
        around.document.map(|_| around.detail.text(place::document(&citation.document))),
        citation.page.map(|page| format!("page {page}")),
        citation.line.map(|line| format!("line {line}")),
        citation.source.as_deref().map(|source| around.detail.text(source)),
    ];
    let place = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    html! {
        h3 {
            b { (sign(check.verdict)) " " (check.verdict) } " " (label(citation, around.detail))
            @if let Some(title) = &citation.title { ": " cite { (around.detail.text(title)) } }
        }
        @if !place.is_empty() || around.in_text {
            p .w {
                (place)
                @if around.in_text {
                    @if !place.is_empty() { " · " }
                    a href={ "#t" (around.index + 1) } { "in the text" }
                }
            }
        }
    }
}

/// Where the source is cited: `Footnote 12`.
pub(super) fn label(citation: &Citation, detail: Detail) -> String {
    place::place(citation.kind, citation.note.as_deref().map(|note| detail.text(note)).as_deref())
}

/// What to do and why, as far as there is something to do.
fn told(finding: &Finding) -> Markup {
    let reason = finding.check.value.reason;
    let step = words::next_step(finding.advice, finding.check.value.verdict, finding.archive);
    html! {
        p {
            @if finding.advice != Advice::Keep { b { (words::advice_heading(finding.advice)) } ". " (words::reason(reason)) " " }
            a href={ "#r-" (reason) } { (reason) }
        }
        @if let Some(step) = step { p { (step) } }
    }
}

fn facts(finding: &Finding, detail: Detail) -> Markup {
    let (citation, check) = (&finding.citation, &finding.check.value);
    html! {
        dl {
            dt { "Cited" }
            dd { @match &citation.url { Some(url) => (detail.link(url)), None => "no address" } }
            @if let Some(taken) = &check.taken { dt { "Read as" } dd { (detail.link(taken.as_str())) } }
            @if let Some(end) = &check.final_url && !place::is_cited(citation, end.as_str()) {
                dt { "Leads to" } dd { (detail.link(end.as_str())) }
            }
            @if finding.archive != ArchiveStatus::NotAsked { dt { "Archive" } dd { (archive(finding, detail)) } }
        }
    }
}

fn archive(finding: &Finding, detail: Detail) -> Markup {
    let found = snapshot(finding);
    let copy = finding.citation.archived.as_ref().filter(|_| finding.archive == ArchiveStatus::Archived);
    html! {
        @if let Some(found) = found {
            (detail.titled_link(found.url.as_str(), &format!("capture of {}", day(found.time))))
            @if let Some(days) = finding.snapshot_offset_days { ", " (distance(days, found.time, &finding.citation)) }
            @if found.verified { " (opened: nothing speaks against it)" }
        } @else if let Some(copy) = copy {
            (detail.titled_link(&copy.url, "the copy that the note gives"))
        } @else {
            (words::archive(finding.archive))
            @if let Some(Lookup::Failed(why)) = finding.lookup.as_ref().map(|known| &known.value) {
                " (" (detail.text(why)) ")"
            }
        }
    }
}

/// The new wording with its button; nothing where there is none.
pub(super) fn replacement(finding: &Finding, detail: Detail) -> Markup {
    html! {
        @if let Some(wording) = &finding.replacement {
            @if detail.has_room_for(wording) {
                div .replacement {
                    p { "Write instead:" }
                    pre { (plain(wording)) }
                    button type="button" hidden { "Copy" }
                }
            } @else {
                p { "The new wording is long: audit.csv and audit.json have it." }
            }
        }
    }
}

/// The evidence and the way to the answer; folded, unless every byte counts.
fn evidence(check: &Check, detail: Detail) -> Markup {
    let seen = html! {
        @for piece in check.evidence.iter().take(detail.pieces()) {
            li { (detail.text(&piece.detail)) " " code { (plain(&piece.signal)) } }
        }
        @if check.attempts > 1 { li { "asked " (check.attempts) " times" } }
        @for hop in check.hops.iter().take(detail.pieces()) {
            li { "by way of " (detail.link(hop.url.as_str())) @if hop.status > 0 { " (" (hop.status) ")" } }
        }
    };
    html! {
        @if check.evidence.is_empty() && check.hops.is_empty() {
        } @else if detail == Detail::Full {
            details { summary { "Evidence" } ul { (seen) } }
        } @else {
            ul .w { (seen) }
        }
    }
}
