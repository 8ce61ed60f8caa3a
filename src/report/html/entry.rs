//! One finding: what is cited, what was found, what to write instead.
//!
//! There may be thousands, and the page is mailed: what is said once elsewhere (what a reason means,
//! when a source was checked) is not said again here.

use maud::{Markup, html};

use super::line::time_line;
use super::since::badge;
use super::text::{link, plain, sign, titled_link};
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
    /// Whether the page would be too large with all there is to say.
    pub(super) terse: bool,
}

/// A finding, secrets masked, as an item of the list.
pub(super) fn entry(around: Around, finding: &Finding) -> Markup {
    let check = &finding.check.value;
    let change = finding.change.as_ref();
    let kind = change.filter(|change| change.is_any()).map(|change| change.kind);
    html! {
        li id={ "f" (around.index + 1) } data-v=(check.verdict) data-a=(finding.advice) data-d=[around.document]
            data-c=[kind] {
            (head(around, finding))
            (badge(change))
            @if let Some(context) = &finding.citation.context { blockquote { (plain(context)) } }
            @if around.terse && is_fine(finding) {
                (in_short(finding))
            } @else {
                (told(finding))
                (facts(finding))
                (replacement(finding))
                (time_line(finding, !around.terse))
                (evidence(check, !around.terse))
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
fn in_short(finding: &Finding) -> Markup {
    html! {
        p {
            (link(finding.citation.url.as_deref().unwrap_or_default()))
            @if let Some(found) = snapshot(finding) {
                ", " (titled_link(found.url.as_str(), &format!("captured {}", day(found.time))))
            }
        }
    }
}

fn head(around: Around, finding: &Finding) -> Markup {
    let (citation, check) = (&finding.citation, &finding.check.value);
    let parts = [
        around.document.map(|_| plain(place::document(&citation.document))),
        citation.page.map(|page| format!("page {page}")),
        citation.line.map(|line| format!("line {line}")),
        citation.source.as_deref().map(plain),
    ];
    let place = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    html! {
        h3 {
            b { (sign(check.verdict)) " " (check.verdict) } " " (label(citation))
            @if let Some(title) = &citation.title { ": " cite { (plain(title)) } }
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
pub(super) fn label(citation: &Citation) -> String {
    place::place(citation.kind, citation.note.as_deref().map(plain).as_deref())
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

fn facts(finding: &Finding) -> Markup {
    let (citation, check) = (&finding.citation, &finding.check.value);
    html! {
        dl {
            dt { "Cited" }
            dd { @match &citation.url { Some(url) => (link(url)), None => "no address" } }
            @if let Some(taken) = &check.taken { dt { "Read as" } dd { (link(taken.as_str())) } }
            @if let Some(end) = &check.final_url && !place::is_cited(citation, end.as_str()) {
                dt { "Leads to" } dd { (link(end.as_str())) }
            }
            @if finding.archive != ArchiveStatus::NotAsked { dt { "Archive" } dd { (archive(finding)) } }
        }
    }
}

fn archive(finding: &Finding) -> Markup {
    let found = snapshot(finding);
    let copy = finding.citation.archived.as_ref().filter(|_| finding.archive == ArchiveStatus::Archived);
    html! {
        @if let Some(found) = found {
            (titled_link(found.url.as_str(), &format!("capture of {}", day(found.time))))
            @if let Some(days) = finding.snapshot_offset_days { ", " (distance(days, found.time, &finding.citation)) }
            @if found.verified { " (opened: it shows the cited source)" }
        } @else if let Some(copy) = copy {
            (titled_link(&copy.url, "the copy that the note gives"))
        } @else {
            (words::archive(finding.archive))
            @if let Some(Lookup::Failed(why)) = finding.lookup.as_ref().map(|known| &known.value) {
                " (" (plain(why)) ")"
            }
        }
    }
}

/// The new wording with its button; nothing where there is none.
pub(super) fn replacement(finding: &Finding) -> Markup {
    html! {
        @if let Some(wording) = &finding.replacement {
            div .replacement {
                p { "Write instead:" }
                pre { (plain(wording)) }
                button type="button" hidden { "Copy" }
            }
        }
    }
}

/// The evidence and the way to the answer; folded, unless every byte counts.
fn evidence(check: &Check, folded: bool) -> Markup {
    let seen = html! {
        @for piece in &check.evidence { li { (plain(&piece.detail)) " " code { (plain(&piece.signal)) } } }
        @if check.attempts > 1 { li { "asked " (check.attempts) " times" } }
        @for hop in &check.hops {
            li { "by way of " (link(hop.url.as_str())) @if hop.status > 0 { " (" (hop.status) ")" } }
        }
    };
    html! {
        @if check.evidence.is_empty() && check.hops.is_empty() {
        } @else if folded {
            details { summary { "Evidence" } ul { (seen) } }
        } @else {
            ul .w { (seen) }
        }
    }
}
