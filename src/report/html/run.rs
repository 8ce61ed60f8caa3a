//! What the run says of itself: its remarks and its documents. Both lists have an end: a folder may hold
//! thousands of documents, each with something to tell.

use maud::{Markup, html};

use crate::model::{DocumentSummary, mask};
use crate::report::clean::cut;
use crate::report::count::Count;
use crate::report::place;

/// How many remarks are shown.
const REMARKS: usize = 50;

/// How many documents are shown.
const DOCUMENTS: usize = 200;

/// How many warnings of a document are shown.
const WARNINGS: usize = 5;

/// The most of a text here, in characters.
const TEXT: usize = 250;

/// The remarks of the run.
pub(super) fn remarks(remarks: &[String]) -> Markup {
    html! {
        @if !remarks.is_empty() {
            section .remarks aria-labelledby="remarks" {
                h2 #remarks { "Please note" }
                ul {
                    @for remark in remarks.iter().take(REMARKS) { li { (cut(&mask(remark), TEXT)) } }
                    @if let Some(rest) = more(remarks.len(), REMARKS) { li { (rest) } }
                }
            }
        }
    }
}

/// The documents, open where one of them has something to tell; if not all can be shown, those that could
/// not be read come first.
pub(super) fn documents(documents: &[DocumentSummary]) -> Markup {
    let telling = documents.iter().any(|document| document.error.is_some());
    let mut shown: Vec<&DocumentSummary> = documents.iter().collect();
    if shown.len() > DOCUMENTS {
        shown.sort_by_key(|document| document.error.is_none());
        shown.truncate(DOCUMENTS);
    }
    html! {
        @if !documents.is_empty() {
            details .documents open[telling] {
                summary { (Count(documents.len(), "document")) }
                div .scroll tabindex="0" role="region" aria-label="Documents" {
                    table {
                        thead { tr {
                            th scope="col" { "Document" } th scope="col" { "Citations" }
                            th scope="col" { "Notes" } th scope="col" { "What the reader says" }
                        } }
                        tbody { @for document in shown { (row(&document.masked())) } }
                    }
                }
                @if let Some(rest) = more(documents.len(), DOCUMENTS) { p .cut { (rest) } }
            }
        }
    }
}

fn row(document: &DocumentSummary) -> Markup {
    html! {
        tr {
            th scope="row" { (cut(place::document(&document.name), TEXT)) }
            td { (document.citations) }
            td { (document.notes) }
            td {
                @if let Some(error) = &document.error { p .error { "Could not be read: " (cut(error, TEXT)) } }
                @for warning in document.warnings.iter().take(WARNINGS) { p { (cut(warning, TEXT)) } }
                @if let Some(rest) = more(document.warnings.len(), WARNINGS) { p { (rest) } }
            }
        }
    }
}

/// `12 more are in audit.json.`; none if all are shown.
pub(super) fn more(all: usize, shown: usize) -> Option<String> {
    match all.saturating_sub(shown) {
        0 => None,
        1 => Some("One more is in audit.json.".to_owned()),
        rest => Some(format!("{rest} more are in audit.json.")),
    }
}
