//! A live page held against the capture nearest to the day it was read, where no title can tell.
//!
//! The measure is the Sørensen–Dice coefficient over the content terms of the running text, page
//! furniture left out: one of the four by which Jones et al. ("Scholarly context adrift", 2016)
//! call a memento representative, and the one that needs least of a page to be kept. Articles keep
//! most of their words through any redesign; two articles of one outlet share a few. Between the
//! two thresholds nothing is said.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use url::Url;

use super::case::{Case, Kind};
use super::page::Page;
use super::words::{comparable, content_terms, fold, title_likeness};
use crate::model::Claims;
use crate::web::Answer;

/// From here on the texts are the same work.
const SAME: f32 = 0.4;

/// Below this they share what any two texts of a language share.
const OTHER: f32 = 0.12;

/// Likeness of titles from which nothing else is asked.
const SAME_TITLE: f32 = 0.6;

/// Words of running text that both must have.
const ENOUGH: usize = 60;

/// Bytes of text that are compared.
const COMPARED: usize = 16 * 1024;

/// Terms kept of a page.
const TERMS: usize = 512;

/// Pages kept for comparison in one run.
const MOST: usize = 2_000;

/// What is kept of a page.
#[derive(Debug, Clone)]
pub struct Fingerprint {
    titles: Vec<String>,
    terms: Vec<u64>,
    words: usize,
    sample: String,
}

/// What a comparison told.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Whether it is still the same work; none where that cannot be told.
    pub same: Option<bool>,
    /// Whether the texts are the same, and were not called by the cited title then either: what was
    /// cited is a description.
    pub described: bool,
    /// The measure and both titles, for the evidence.
    pub detail: String,
}

impl Fingerprint {
    pub(super) fn of(page: &Page) -> Self {
        let text = &page.text[..page.text.floor_char_boundary(COMPARED)];
        let mut terms = content_terms(&fold(text));
        terms.truncate(TERMS);
        Self {
            titles: page.titles().into_iter().take(3).map(str::to_owned).collect(),
            terms,
            words: page.words,
            sample: text[..text.floor_char_boundary(1024)].to_owned(),
        }
    }

    /// Holds the page against a capture of `source`, which was cited with these claims.
    #[must_use]
    pub fn compare(&self, capture: &Answer, source: &Url, claims: &Claims) -> Comparison {
        let case = Case::new(source, &[], capture, claims, true);
        let then = Self::of(&case.page);
        let dice = dice(&self.terms, &then.terms);
        let titles = self.closest_titles(&then);
        let comparable = case.kind == Kind::Html
            && self.words >= ENOUGH
            && then.words >= ENOUGH
            && comparable(&then.sample, &self.sample);
        let described = comparable && dice >= SAME && !case.speaks_of_work();
        let same = if titles >= SAME_TITLE || dice >= SAME {
            Some(true)
        } else {
            (comparable && dice < OTHER && titles < 0.34).then_some(false)
        };
        let title = |page: &Self| page.titles.first().cloned().unwrap_or_default();
        let detail =
            format!("{dice:.2} of the words in common: then “{}”, now “{}”", title(&then), title(self));
        Comparison { same, described, detail }
    }

    fn closest_titles(&self, other: &Self) -> f32 {
        let pairs = self.titles.iter().flat_map(|now| other.titles.iter().map(move |then| (now, then)));
        pairs.map(|(now, then)| title_likeness(then, now, &[])).fold(0.0, f32::max)
    }
}

/// The pages of a run whose titles cannot tell, by the address that was asked.
#[derive(Debug, Default)]
pub(super) struct Untold(Mutex<HashMap<Url, Fingerprint>>);

impl Untold {
    /// Keeps the page of a case, if no title told what it is and its text may.
    pub(super) fn keep(&self, case: &Case<'_>) {
        let telling = case.kind == Kind::Html && case.page.words >= ENOUGH && !case.speaks_of_work();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if telling && kept.len() < MOST && !super::address::is_home(case.requested) {
            kept.insert(case.requested.clone(), Fingerprint::of(&case.page));
        }
    }

    pub(super) fn take(&self, url: &Url) -> Option<Fingerprint> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(url)
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most TERMS")]
fn dice(a: &[u64], b: &[u64]) -> f32 {
    let shared = a.iter().filter(|term| b.binary_search(term).is_ok()).count();
    if a.is_empty() && b.is_empty() { 0.0 } else { 2.0 * shared as f32 / (a.len() + b.len()) as f32 }
}
