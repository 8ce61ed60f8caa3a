//! What is new since the earlier audit: a line, what is gone, and the choices of the filter.

use maud::{Markup, html};

use super::detail::Detail;
use super::run::more;
use super::text::plain;
use crate::model::{Audit, Change, ChangeKind, Earlier};
use crate::report::clean::cut;
use crate::report::count::Count;
use crate::report::since::{capital, changes_in_words, was, was_then};
use crate::report::{place, words};

/// How many citations that are gone are shown.
const GONE: usize = 100;

/// The most of a text of theirs, in characters.
const TEXT: usize = 200;

/// The line of counts, and the citations that are gone; nothing without an earlier audit.
pub(super) fn since(audit: &Audit) -> Markup {
    let gone = audit.run.since.iter().flat_map(|since| &since.gone).collect::<Vec<_>>();
    html! {
        @if let Some(line) = changes_in_words(audit) { p .since { (plain(&line)) } }
        @if !gone.is_empty() {
            details .gone {
                summary { (Count(gone.len(), "citation")) " " (words::GONE) }
                ul {
                    @for earlier in gone.iter().take(GONE) { (gone_item(&earlier.masked())) }
                    @if let Some(rest) = more(gone.len(), GONE) { li { (rest) } }
                }
            }
        }
    }
}

fn gone_item(earlier: &Earlier) -> Markup {
    html! {
        li {
            (cut(place::document(&earlier.document), TEXT)) ", "
            (place::place(earlier.kind, earlier.note.as_deref().map(|note| cut(note, TEXT)).as_deref())) ": "
            @if let Some(title) = &earlier.title { cite { (cut(title, TEXT)) } ", " }
            (Detail::Brief.link(&earlier.url)) ": " (was_then(earlier))
        }
    }
}

/// What became of a finding, in small; nothing where nothing did.
pub(super) fn badge(change: Option<&Change>) -> Markup {
    let change = change.filter(|change| change.is_any());
    html! {
        @if let Some(change) = change {
            p .w { b .c { (capital(words::change(change.kind))) } ": " (plain(&was(change))) }
        }
    }
}

/// The choice among the filters; nothing without an earlier audit.
pub(super) fn choice(audit: &Audit) -> Markup {
    let changes = audit.changes();
    let changed: usize =
        changes.iter().filter(|(kind, _)| **kind != ChangeKind::Unchanged).map(|(_, n)| n).sum();
    html! {
        @if audit.run.since.is_some() {
            label { "Since last time" select name="change" {
                option value="" { "anything" }
                option value="any" { "changed (" (changed) ")" }
                @for kind in ChangeKind::changes() {
                    @if let Some(number) = changes.get(&kind) {
                        option value=(kind) { (words::change(kind)) " (" (number) ")" }
                    }
                }
            } }
        }
    }
}
