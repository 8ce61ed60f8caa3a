//! Choosing: a pure function from the captures an archive lists to the one to cite.
//!
//! The measure is the absolute distance to noon (UTC) of the reference day. Of two captures at
//! the same distance the earlier is taken: it cannot show what was changed after the reading.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::capture::{Capture, Kind};
use super::{page, timestamp};
use crate::model::Span;

/// A capture may be dated a little ahead of this machine's clock, not more.
const CLOCK_SKEW: SignedDuration = SignedDuration::from_hours(24);

/// How many doubtful captures are looked into for one source.
const DOUBTFUL: usize = 2;

/// What is wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    /// The cited address.
    pub(super) url: &'a Url,
    /// The reference day; none for the newest capture.
    pub(super) reference: Option<Date>,
    /// Now.
    pub(super) now: Timestamp,
    /// How far a capture may be from the reference and still be good enough.
    pub(super) close: SignedDuration,
}

impl Wish<'_> {
    /// The moment that captures are measured against.
    pub(super) fn moment(&self) -> Timestamp {
        self.reference.map_or(self.now, timestamp::noon)
    }

    /// How far a capture made at `time` is off.
    pub(super) fn distance(&self, time: Timestamp) -> SignedDuration {
        time.duration_since(self.moment()).abs()
    }

    /// Whether a capture made at `time` is good enough not to look further. For the newest
    /// capture there is no measure: what the archive offers is taken.
    pub(super) fn is_close(&self, time: Timestamp) -> bool {
        self.reference.is_none() || self.distance(time) <= self.close
    }
}

/// What the index alone can decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// The nearest capture that the index calls a page.
    pub(super) page: Option<Capture>,
    /// Nearer ones that may lead to a page or show one: they have to be looked into first.
    pub(super) doubtful: Vec<Capture>,
}

/// The captures worth a thought, nearest first: of this page, not from the future, not errors;
/// revisits resolved by digest; each moment once.
pub(super) fn candidates(wish: &Wish<'_>, captures: Vec<Capture>) -> Vec<Capture> {
    let mut captures = resolve_revisits(captures);
    captures.retain(|capture| {
        capture.kind != Kind::Error
            && capture.time <= wish.now.saturating_add(CLOCK_SKEW).unwrap_or(Timestamp::MAX)
            && page::same(wish.url.as_str(), &capture.original)
    });
    captures.sort_by_key(|capture| (wish.distance(capture.time), capture.time, doubt(capture)));
    let mut seen = HashSet::new();
    captures.retain(|capture| seen.insert(capture.time));
    captures
}

/// Chooses among candidates.
pub(super) fn choose(wish: &Wish<'_>, candidates: &[Capture]) -> Choice {
    let is_page = |capture: &&Capture| matches!(capture.kind, Kind::Page(_));
    let fits = |capture: &&Capture| is_page(capture) && fits(wish.url, capture);
    let page = candidates.iter().find(fits).or_else(|| candidates.iter().find(is_page));
    let doubtful = match page {
        Some(page) if wish.is_close(page.time) => Vec::new(),
        _ => candidates
            .iter()
            .take_while(|capture| page.is_none_or(|page| capture.time != page.time))
            .filter(|capture| !is_page(capture))
            .take(DOUBTFUL)
            .cloned()
            .collect(),
    };
    Choice { page: page.cloned(), doubtful }
}

/// The first and the last of the candidates that the index calls a page; `bad` are digests of pages
/// that were looked at and do not show the source.
pub(super) fn span(url: &Url, candidates: &[Capture], bad: &HashSet<String>) -> Option<Span> {
    let is_bad = |capture: &Capture| capture.digest.as_ref().is_some_and(|digest| bad.contains(digest));
    let good = candidates
        .iter()
        .filter(|capture| matches!(capture.kind, Kind::Page(_)) && fits(url, capture) && !is_bad(capture))
        .map(|capture| capture.time);
    let (first, last) = (good.clone().min()?, good.max()?);
    Some(Span { first, last })
}

/// Whether the type of a capture suits its address: a web page where a file was cited is most
/// often an error or a login.
fn fits(url: &Url, capture: &Capture) -> bool {
    !(page::is_file(url) && capture.mime.as_deref() == Some("text/html"))
}

/// Orders captures of the same second: a page before a redirect to it.
fn doubt(capture: &Capture) -> u8 {
    match capture.kind {
        Kind::Page(_) => 0,
        Kind::Revisit | Kind::Unknown => 1,
        Kind::Redirect => 2,
        Kind::Error => 3,
    }
}

/// A revisit says "as before": it becomes what the capture with the same digest is. One whose
/// original is not listed stays a revisit.
fn resolve_revisits(mut captures: Vec<Capture>) -> Vec<Capture> {
    let known: HashMap<String, (Kind, Option<String>)> = captures
        .iter()
        .filter(|capture| !matches!(capture.kind, Kind::Revisit | Kind::Unknown))
        .filter_map(|capture| Some((capture.digest.clone()?, (capture.kind, capture.mime.clone()))))
        .collect();
    for capture in captures.iter_mut().filter(|capture| capture.kind == Kind::Revisit) {
        if let Some((kind, mime)) = capture.digest.as_ref().and_then(|digest| known.get(digest)) {
            capture.kind = *kind;
            capture.mime.clone_from(mime);
        }
    }
    captures
}

#[cfg(test)]
mod tests;
