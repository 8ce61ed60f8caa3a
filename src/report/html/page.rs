//! The whole page.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use regex::Regex;
use strum::IntoEnumIterator;

use super::entry::{Around, entry};
use super::filters::filters;
use super::first::first;
use super::glossary::glossary;
use super::line::signs;
use super::policy::{SCRIPT, STYLE, policy};
use super::reading::reading;
use super::since::since;
use super::text::{plain, sign};
use crate::model::{Audit, DocumentSummary, Totals, Verdict, mask};
use crate::report::count::Count;
use crate::report::outcome::summary;
use crate::report::{place, words};

/// The size that a page keeps to if its findings do, in bytes: what mail takes everywhere.
const MOST: usize = 4_000_000;

/// The audit as one HTML file.
pub fn html(audit: &Audit) -> String {
    let all: BTreeSet<usize> = (0..audit.findings.len()).collect();
    let mut terse = false;
    let mut list = findings(audit, &all, terse);
    if list.0.len() > MOST {
        terse = true;
        list = findings(audit, &all, terse);
    }
    let around = whole(audit, &html! {}, &html! {}).len();
    let reading = reading(audit, MOST.saturating_sub(around + list.0.len()));
    if reading.marked != all {
        list = findings(audit, &reading.marked, terse);
    }
    whole(audit, &list, &reading.markup)
}

fn whole(audit: &Audit, findings: &Markup, reading: &Markup) -> String {
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
                    (counts(&audit.totals()))
                    (since(audit))
                }
                main {
                    (remarks(&audit.run.remarks))
                    (first(audit))
                    (documents(&audit.run.documents))
                    (signs())
                    section aria-labelledby="findings" {
                        h2 #findings tabindex="-1" { "Findings" }
                        (filters(audit))
                        (findings)
                    }
                    (reading)
                    (glossary(audit))
                }
                footer { p { "Made by ibid. “Gone” and “could not be established” are different findings." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// The list of findings; those in `marked` stand in the text below as well.
fn findings(audit: &Audit, marked: &BTreeSet<usize>, terse: bool) -> Markup {
    let names: HashMap<&str, usize> =
        super::filters::documents(audit).into_iter().enumerate().map(|(index, name)| (name, index)).collect();
    let list = html! {
        @if terse {
            p .cut { "This audit is large: the drawings, and the evidence where nothing is to be done, are left out \
                      here, so that the page can be mailed. audit.json has everything." }
        }
        @if audit.findings.is_empty() {
            p { "There is no citation of a web source." }
        } @else {
            ol .findings { @for (index, finding) in audit.findings.iter().enumerate() {
                (entry(
                    Around {
                        index,
                        document: names.get(finding.citation.document.as_str()).copied().filter(|_| names.len() > 1),
                        in_text: marked.contains(&index),
                        terse,
                    },
                    &finding.masked(),
                ))
            } }
        }
    };
    PreEscaped(short(&list.0))
}

/// Markup without the end tags and quotes that HTML leaves out (HTML Living Standard, 13.1.2.3 and
/// 13.1.2.4). No text can hold one of them, for they are escaped.
fn short(markup: &str) -> String {
    static QUOTED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"="([0-9A-Za-z#-]+)"([ >])"#).expect("the pattern is constant"));
    let markup =
        ["</li>", "</dt>", "</dd>"].iter().fold(markup.to_owned(), |markup, tag| markup.replace(tag, ""));
    QUOTED.replace_all(&markup, "=$1$2").into_owned()
}

/// The counts by verdict, as a list that is also a bar.
fn counts(totals: &Totals) -> Markup {
    html! {
        @if totals.citations > 0 {
            ul .counts aria-label="Citations by verdict" {
                @for verdict in Verdict::iter() {
                    @if let Some(number) = totals.verdicts.get(&verdict) {
                        li data-v=(verdict) {
                            span .number { (number) } " "
                            b { (sign(verdict)) " " (verdict) }
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
