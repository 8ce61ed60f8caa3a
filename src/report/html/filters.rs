//! The filters. They are hidden until the script shows them: without it they would do nothing.

use maud::{Markup, html};
use strum::IntoEnumIterator;

use super::since::choice;
use crate::model::{Advice, Audit, Verdict, mask};
use crate::report::clean::cut;
use crate::report::{place, words};

/// How many documents can be chosen; the others are found by text.
const DOCUMENTS: usize = 300;

/// The most of their names, in characters.
const NAME: usize = 100;

/// The form above the findings.
pub(super) fn filters(audit: &Audit) -> Markup {
    let totals = audit.totals();
    let documents = documents(audit);
    html! {
        @if !audit.findings.is_empty() {
            form #filters data-all=(audit.findings.len()) hidden role="search" aria-label="Filter the findings" {
                fieldset {
                    legend { "Verdict" }
                    @for verdict in Verdict::iter() {
                        @if let Some(number) = totals.verdicts.get(&verdict) {
                            label data-v=(verdict) {
                                input type="checkbox" name="verdict" value=(verdict) checked;
                                " " (verdict) " (" (number) ")"
                            }
                        }
                    }
                }
                div .fields {
                    label { "What to do" select name="advice" {
                        option value="" { "anything" }
                        @for advice in Advice::iter() {
                            @if let Some(number) = totals.advice.get(&advice) {
                                option value=(advice) { (words::advice_heading(advice)) " (" (number) ")" }
                            }
                        }
                    } }
                    @if documents.len() > 1 {
                        label { "Document" select name="document" {
                            option value="" { "all" }
                            @for (index, document) in documents.iter().enumerate().take(DOCUMENTS) {
                                option value=(index) { (cut(place::document(&mask(document)), NAME)) }
                            }
                        } }
                    }
                    (choice(audit))
                    label { "Order" select name="order" {
                        option value="place" { "as in the report" }
                        option value="urgency" { "most urgent first" }
                        option value="verdict" { "by verdict" }
                        option value="site" { "by site" }
                    } }
                    label { "Text" input type="search" name="text" autocomplete="off"; }
                    button type="reset" { "Show all" }
                }
                p #shown role="status" {}
            }
        }
    }
}

/// The documents that have findings, in their order.
pub(super) fn documents(audit: &Audit) -> Vec<&str> {
    let mut seen = std::collections::BTreeSet::new();
    let names = audit.findings.iter().map(|finding| finding.citation.document.as_str());
    names.filter(|name| seen.insert(*name)).collect()
}
