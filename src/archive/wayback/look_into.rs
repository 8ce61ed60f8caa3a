//! Looking into the captures of a dead or changed source: the nearest that is good.

use std::collections::HashSet;

use jiff::Timestamp;

use super::cdx::{LIMIT, Listing, Which};
use super::client::Wayback;
use crate::archive::capture::{Capture, Kind};
use crate::archive::choose::{candidates, span};
use crate::archive::contract::{Judge, Query};
use crate::archive::page;
use crate::archive::replay::View;
use crate::model::{Lookup, Snapshot, Span};

/// What was seen while looking: nothing is looked at twice.
#[derive(Default)]
struct Seen {
    looks: usize,
    times: HashSet<Timestamp>,
    /// Digests of bad pages: another capture with the same is as bad.
    bad: HashSet<String>,
    failed: Option<String>,
}

impl Wayback {
    pub(super) async fn nearest_good(&self, query: &Query, snapshot: &Snapshot, good: &Judge<'_>) -> Lookup {
        let mut seen = Seen::default();
        let first = Capture::from(snapshot);
        if let Some(lookup) = self.look(query, &first, good, &mut seen).await {
            return with_span(lookup, snapshot.span);
        }
        if seen.failed.is_none() {
            match self.list_queued(query).await {
                Ok(Listing::Excluded) => return Lookup::Excluded,
                Ok(Listing::Captures(captures)) => {
                    if let Some(lookup) = self.look_further(query, captures, good, &mut seen).await {
                        return lookup;
                    }
                }
                Err(why) => seen.failed = Some(why),
            }
        }
        seen.failed.map_or(Lookup::Absent, Lookup::Failed)
    }

    async fn list_queued(&self, query: &Query) -> Result<Listing, String> {
        let _queued = self.index.gate.queue();
        self.list(query, Which::NoErrors).await
    }

    async fn look_further(
        &self,
        query: &Query,
        captures: Vec<Capture>,
        good: &Judge<'_>,
        seen: &mut Seen,
    ) -> Option<Lookup> {
        let is_whole = captures.len() < LIMIT;
        let captures = candidates(&self.wish(query), captures);
        let looked_at = captures.iter().filter(|capture| seen.times.contains(&capture.time));
        let bad: Vec<String> = looked_at.filter_map(page_digest).collect();
        seen.bad.extend(bad);
        for capture in &captures {
            let is_bad = capture.digest.as_ref().is_some_and(|digest| seen.bad.contains(digest));
            if is_bad || seen.times.contains(&capture.time) {
                continue;
            }
            if seen.looks >= self.settings.looks {
                break;
            }
            if let Some(lookup) = self.look(query, capture, good, seen).await {
                let span = span(&query.url, &captures, &seen.bad).filter(|_| is_whole);
                return Some(with_span(lookup, span));
            }
        }
        None
    }

    /// Looks at one capture; an answer ends the search.
    async fn look(
        &self,
        query: &Query,
        capture: &Capture,
        good: &Judge<'_>,
        seen: &mut Seen,
    ) -> Option<Lookup> {
        seen.looks += 1;
        seen.times.insert(capture.time);
        match self.replay().view(capture).await {
            // A capture may be replayed as another one that was already looked at.
            Ok(View::Page(_, shown)) if shown.time != capture.time && !seen.times.insert(shown.time) => {}
            Ok(View::Page(answer, shown)) => {
                let elsewhere = page::is_home(&answer.url) && !page::is_home(&query.url);
                if !elsewhere && good(&answer) {
                    return Some(Lookup::Found(Snapshot { verified: true, ..shown }));
                }
            }
            Ok(View::Nothing) => {}
            Ok(View::Excluded) => return Some(Lookup::Excluded),
            Err(why) => {
                seen.failed = Some(why);
                return None;
            }
        }
        seen.bad.extend(page_digest(capture));
        None
    }
}

fn with_span(lookup: Lookup, span: Option<Span>) -> Lookup {
    match lookup {
        Lookup::Found(snapshot) => Lookup::Found(Snapshot { span, ..snapshot }),
        lookup => lookup,
    }
}

/// The digest of a page. Those of redirects do not count: their bodies are all alike, where they
/// lead is not.
fn page_digest(capture: &Capture) -> Option<String> {
    capture.digest.clone().filter(|_| matches!(capture.kind, Kind::Page(_)))
}
