//! `TimeMap`s: all captures of an address, perhaps over several pages.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::link_format::{Link, parse};
use crate::archive::trouble::{Trouble, short, status_text};
use crate::web::Answer;

/// How many pages of a `TimeMap` are read for one address.
pub(super) const PAGES: usize = 4;

/// How much of a page is read, in MiB: some 100,000 captures. A page of the web is cut much earlier, but
/// here it is the newest captures that would be lost.
pub(super) const MEBIBYTES: usize = 16;

/// A capture that a `TimeMap` lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// Where it is replayed.
    pub(super) url: Url,
    /// When it was captured.
    pub(super) time: Timestamp,
}

/// One page of a `TimeMap`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Page {
    /// Captures, in the order listed.
    pub(super) listed: Vec<Listed>,
    /// Further pages, each with the times it covers where told.
    pub(super) further: Vec<Further>,
    /// Whether it was longer than what is read of it.
    pub(super) is_cut: bool,
}

/// A page not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Further {
    pub(super) url: Url,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl Further {
    /// How far the times a page covers are from a moment; one that does not tell comes first.
    fn distance(&self, moment: Timestamp) -> SignedDuration {
        let before = self.from.map_or(SignedDuration::ZERO, |from| from.duration_since(moment));
        let after = self.until.map_or(SignedDuration::ZERO, |until| moment.duration_since(until));
        before.max(after).max(SignedDuration::ZERO)
    }
}

/// What an archive says when asked for a `TimeMap`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    /// A page of it; perhaps an empty one.
    Page(Page),
    /// The archive does not show this site (HTTP 451).
    Excluded,
}

/// Reads an answer. 404 is the archive's word that it holds nothing.
///
/// # Errors
/// If it is no `TimeMap`.
pub(super) fn read(answer: &Answer) -> Result<Word, Trouble> {
    match answer.status {
        200 => read_page(answer).map(Word::Page),
        404 => Ok(Word::Page(Page::default())),
        451 => Ok(Word::Excluded),
        _ => Err(Trouble::Question(status_text(answer))),
    }
}

fn read_page(answer: &Answer) -> Result<Page, Trouble> {
    let text = String::from_utf8_lossy(&answer.body);
    let is_html = text.trim_start().starts_with("<!") || text.trim_start().get(..5) == Some("<html");
    let links = parse(&text);
    if is_html || links.is_empty() && !text.trim().is_empty() {
        return Err(Trouble::passing(format!("an answer that is none: {:?}", short(&text))));
    }
    let resolve = |link: &Link| answer.url.join(&link.target).ok();
    let listed = mementos_of(answer, &links);
    let further = links
        .iter()
        .filter(|link| (link.has("timemap") || link.has("next")) && !link.has("memento") && !link.has("self"))
        .filter_map(|link| Some(Further { url: resolve(link)?, from: link.from, until: link.until }));
    Ok(Page { listed, further: further.collect(), is_cut: answer.truncated })
}

/// The captures that a text in link format names, as in a `Link` header.
pub(super) fn mementos(answer: &Answer, text: &str) -> Vec<Listed> {
    mementos_of(answer, &parse(text))
}

fn mementos_of(answer: &Answer, links: &[Link]) -> Vec<Listed> {
    links
        .iter()
        .filter(|link| link.has("memento"))
        .filter_map(|link| Some(Listed { url: answer.url.join(&link.target).ok()?, time: link.datetime? }))
        .collect()
}

/// Which page to read next: the one nearest to a moment. Nothing is read twice, so that circles
/// end, and no more than [`PAGES`] pages in all.
#[derive(Default)]
pub(super) struct Reading {
    read: HashSet<Url>,
    open: Vec<Further>,
    pub(super) listed: Vec<Listed>,
    is_cut: bool,
}

impl Reading {
    /// Begins with a page.
    pub(super) fn of(first: Url) -> Self {
        Self { open: vec![Further { url: first, from: None, until: None }], ..Self::default() }
    }

    /// The next page to read.
    pub(super) fn next(&mut self, moment: Timestamp) -> Option<Url> {
        self.open.retain(|further| !self.read.contains(&further.url));
        if self.read.len() >= PAGES {
            return None;
        }
        let nearest = (0..self.open.len()).min_by_key(|at| self.open[*at].distance(moment))?;
        let url = self.open.swap_remove(nearest).url;
        self.read.insert(url.clone());
        Some(url)
    }

    /// Whether captures nearer to a moment may have been cut off: all that were read are older, and
    /// `TimeMap`s run from the oldest to the newest.
    pub(super) fn may_lack(&self, moment: Timestamp) -> bool {
        self.is_cut && self.listed.iter().all(|listed| listed.time < moment)
    }

    /// Adds what a page says.
    pub(super) fn add(&mut self, page: Page) {
        self.is_cut |= page.is_cut;
        self.listed.extend(page.listed);
        self.open.extend(page.further);
    }
}
