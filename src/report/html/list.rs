//! The list of findings, within a number of bytes.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use maud::{Markup, PreEscaped, html};
use regex::Regex;

use super::detail::Detail;
use super::entry::{Around, entry};
use super::filters::documents;
use super::first::urgency;
use crate::model::Audit;
use crate::report::count::Count;

/// How many findings make a group. What is out of sight is laid out by groups: a browser then has a
/// hundred boxes to keep in mind, not five thousand.
const GROUP: usize = 50;

/// Which findings are listed, and how much is said of each.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    detail: Detail,
    /// The findings, by index, in order.
    pub(super) shown: BTreeSet<usize>,
}

impl List {
    /// As much as fits `budget` bytes: first less is said of each finding, then the least urgent are left
    /// out.
    pub(super) fn within(audit: &Audit, budget: usize) -> Self {
        let all: BTreeSet<usize> = (0..audit.findings.len()).collect();
        let lists = Detail::ALL.map(|detail| Self { detail, shown: all.clone() });
        let fitting = lists.into_iter().find(|list| {
            let shown = list.shown.iter().copied();
            list.fitting(audit, budget, shown).len() == all.len()
        });
        fitting.unwrap_or_else(|| {
            let list = Self { detail: Detail::Bare, shown: BTreeSet::new() };
            let mut urgent: Vec<usize> = all.into_iter().collect();
            urgent.sort_by_key(|index| urgency(&audit.findings[*index]));
            let shown = list.fitting(audit, budget, urgent.into_iter());
            Self { shown, ..list }
        })
    }

    /// The first of these findings, as many as fit.
    fn fitting(
        &self,
        audit: &Audit,
        budget: usize,
        findings: impl Iterator<Item = usize>,
    ) -> BTreeSet<usize> {
        let names = names(audit);
        let mut left = budget.saturating_sub(self.what_is_left_out(audit.findings.len()).0.len());
        let fits = |index: &usize| {
            let bytes = self.item(*index, audit, &names, false).0.len() + FRAME;
            left.checked_sub(bytes).inspect(|rest| left = *rest).is_some()
        };
        findings.take_while(fits).collect()
    }

    /// The list; the findings in `marked` stand in the text below as well.
    pub(super) fn markup(&self, audit: &Audit, marked: &BTreeSet<usize>) -> Markup {
        let names = names(audit);
        let shown: Vec<usize> = self.shown.iter().copied().collect();
        html! {
            (self.what_is_left_out(audit.findings.len()))
            @if audit.findings.is_empty() {
                p { "There is no citation of a web source." }
            }
            @for group in shown.chunks(GROUP) {
                ol .findings { @for index in group {
                    (self.item(*index, audit, &names, marked.contains(index)))
                } }
            }
        }
    }

    fn item(&self, index: usize, audit: &Audit, names: &HashMap<&str, usize>, in_text: bool) -> Markup {
        let Some(finding) = audit.findings.get(index) else { return html! {} };
        let document = names.get(finding.citation.document.as_str()).copied().filter(|_| names.len() > 1);
        let around = Around { index, document, in_text, detail: self.detail };
        PreEscaped(short(&entry(around, &finding.masked()).0))
    }

    fn what_is_left_out(&self, all: usize) -> Markup {
        html! {
            @if self.detail > Detail::Full {
                p .cut {
                    "This audit is large: the drawings, "
                    @if self.detail > Detail::Terse { "the ends of long texts, " }
                    "and the evidence where nothing is to be done, are left out here, so that the page can be mailed. "
                    "audit.json has everything."
                }
            }
            @if self.shown.len() < all {
                p .cut {
                    "The " (Count(self.shown.len(), "most urgent finding")) " of " (all) " are on this page. audit.csv and \
                     audit.json have every one."
                }
            }
        }
    }
}

/// The share of a finding in the frame of its group, in bytes.
const FRAME: usize = 1;

/// The documents that have findings, with their numbers.
fn names(audit: &Audit) -> HashMap<&str, usize> {
    documents(audit).into_iter().enumerate().map(|(index, name)| (name, index)).collect()
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
