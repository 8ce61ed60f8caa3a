//! The whole page.

use std::collections::BTreeSet;

use maud::{Markup, html};
use strum::IntoEnumIterator;

use super::filters::filters;
use super::first::first;
use super::glossary::glossary;
use super::line::signs;
use super::list::List;
use super::reading::{no_room, reading};
use super::run::{documents, remarks};
use super::shell::Shell;
use super::since::since;
use super::text::sign;
use crate::model::{Audit, Totals, Verdict};
use crate::report::outcome::summary;
use crate::report::words;

const STYLE: &str = include_str!("page.css");

const SCRIPT: &str = include_str!("page.js");

/// The size that a page keeps to, in bytes: what mail takes everywhere.
const MOST: usize = 4_000_000;

/// The audit as one HTML file.
pub fn html(audit: &Audit) -> String {
    let all: BTreeSet<usize> = (0..audit.findings.len()).collect();
    let texts = audit.run.transcripts.iter().filter(|transcript| !transcript.body.is_empty()).count();
    let around = whole(audit, &all, &html! {}, &no_room(texts)).len();
    let list = List::within(audit, MOST.saturating_sub(around));
    let markup = list.markup(audit, &all);
    if list.shown != all {
        return whole(audit, &list.shown, &list.markup(audit, &BTreeSet::new()), &no_room(texts));
    }
    let reading = reading(audit, MOST.saturating_sub(around + markup.0.len()));
    whole(audit, &all, &list.markup(audit, &reading.marked), &reading.markup)
}

/// The page; `shown` are the findings that are listed.
fn whole(audit: &Audit, shown: &BTreeSet<usize>, findings: &Markup, reading: &Markup) -> String {
    let body = html! {
        a .skip href="#findings" { "Skip to the findings" }
        header {
            h1 { "Audit of citations" }
            p .lead { (summary(audit)) }
            (counts(&audit.totals()))
            (since(audit))
        }
        main {
            (remarks(&audit.run.remarks))
            (first(audit, shown))
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
    };
    Shell { title: "Audit of citations", style: STYLE, script: Some(SCRIPT) }.around(&body)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_source_can_end_its_own_element() {
        assert!(!STYLE.contains("</"));
        assert!(!SCRIPT.contains("</"));
    }
}
