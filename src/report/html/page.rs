//! The whole page.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use strum::IntoEnumIterator;

use super::entry::entry;
use super::filters::filters;
use super::policy::{SCRIPT, STYLE, policy};
use super::text::plain;
use crate::model::{Audit, DocumentSummary, Totals, Verdict, mask};
use crate::report::count::Count;
use crate::report::outcome::summary;
use crate::report::{place, words};

/// The audit as one HTML file.
pub fn html(audit: &Audit) -> String {
    let totals = audit.totals();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { "Audit of citations" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a .skip href="#findings" { "Skip to the findings" }
                header {
                    h1 { "Audit of citations" }
                    p .lead { (summary(audit)) }
                    (counts(&totals))
                }
                (remarks(&audit.run.remarks))
                (documents(&audit.run.documents))
                main #findings tabindex="-1" {
                    h2 { "Findings" }
                    (filters(audit))
                    @if audit.findings.is_empty() {
                        p { "There is no citation of a web source." }
                    } @else {
                        ol .findings {
                            @for (index, finding) in audit.findings.iter().enumerate() {
                                (entry(index, &finding.masked()))
                            }
                        }
                    }
                }
                footer { p { "Made by ibid. “Gone” and “could not be established” are different findings." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// The counts by verdict, as a list that is also a bar.
fn counts(totals: &Totals) -> Markup {
    html! {
        @if totals.citations > 0 {
            ul .counts aria-label="Citations by verdict" {
                @for verdict in Verdict::iter() {
                    @if let Some(number) = totals.verdicts.get(&verdict) {
                        li .{ "v-" (verdict) } {
                            span .number { (number) } " "
                            span .word { (verdict) }
                            span .means { (words::verdict_of(verdict, *number)) }
                        }
                    }
                }
            }
        }
    }
}

fn remarks(remarks: &[String]) -> Markup {
    html! {
        @if !remarks.is_empty() {
            section .remarks aria-labelledby="remarks" {
                h2 #remarks { "Please note" }
                ul { @for remark in remarks { li { (plain(&mask(remark))) } } }
            }
        }
    }
}

/// The documents, open where one of them has something to tell.
fn documents(documents: &[DocumentSummary]) -> Markup {
    let telling = documents.iter().any(|document| document.error.is_some());
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
                        tbody { @for document in documents { (document_row(&document.masked())) } }
                    }
                }
            }
        }
    }
}

fn document_row(document: &DocumentSummary) -> Markup {
    html! {
        tr {
            th scope="row" { (plain(place::document(&document.name))) }
            td { (document.citations) }
            td { (document.notes) }
            td {
                @if let Some(error) = &document.error { p .error { "Could not be read: " (plain(error)) } }
                @for warning in &document.warnings { p { (plain(warning)) } }
            }
        }
    }
}
