//! How long a lost source was there: its first and last good captures.
//!
//! Where the CDX server listed all captures of an address, its answer tells. For the others the
//! bulk form is asked, two lines an address. What the index calls a good page may be the parking
//! page that came after the source, so the last capture is opened before anybody says "last seen
//! alive"; where it is bad, the capture that is known to show the source is the last that was seen.

use std::collections::{HashMap, HashSet};

use futures::{StreamExt, stream};
use url::Url;

use super::bulk::{self, Line, Near, Word};
use super::client::Wayback;
use crate::archive::capture::Capture;
use crate::archive::choose::candidates;
use crate::archive::contract::{Lost, Query, Traced};
use crate::archive::page;
use crate::archive::replay::View;
use crate::model::Span;

/// For so many lost sources one bulk request is spent.
const FOR_A_REQUEST: usize = 100;

impl Wayback {
    pub(super) async fn trace_all(&self, lost: Vec<Lost<'_>>, told: &Traced<'_>) {
        let asked = self.ask_spans(&lost).await;
        stream::iter(&lost)
            .for_each_concurrent(self.settings.concurrency.max(1), |lost| {
                let span = lost.snapshot.span.or_else(|| asked.get(&lost.query.url).copied());
                async move {
                    if let Some(span) = span {
                        told(&lost.query, self.opened(lost, span).await);
                    }
                }
            })
            .await;
    }

    /// The spans that no listing told, of as many addresses as the requests have room for: the
    /// last captures first, since they say more.
    async fn ask_spans(&self, lost: &[Lost<'_>]) -> HashMap<Url, Span> {
        let mut seen = HashSet::new();
        let unknown: Vec<&Query> = lost
            .iter()
            .filter(|lost| lost.snapshot.span.is_none() && seen.insert(&lost.query.url))
            .map(|lost| &lost.query)
            .collect();
        let now = self.clock.now();
        let lines = |near: Near| unknown.iter().map(move |query| (*query, Line { url: &query.url, near }));
        let room = unknown.len().div_ceil(FOR_A_REQUEST) * bulk::MOST;
        let lines: Vec<(&Query, Line<'_>)> =
            lines(Near::Last(now)).chain(lines(Near::First)).take(room).collect();
        let mut spans = HashMap::new();
        for batch in lines.chunks(bulk::MOST) {
            let asked: Vec<Line<'_>> = batch.iter().map(|(_, line)| *line).collect();
            let _queued = self.availability.gate.queue();
            let Ok(words) = self.ask_batch(&asked).await else { continue };
            for ((query, _), word) in batch.iter().zip(words) {
                self.widen(&mut spans, query, word);
            }
        }
        spans
    }

    fn widen(&self, spans: &mut HashMap<Url, Span>, query: &Query, word: Word) {
        let Word::Hit(capture) = word else { return };
        for capture in candidates(&self.wish(query), vec![capture]) {
            let time = capture.time;
            let span = spans.entry(query.url.clone()).or_insert(Span { first: time, last: time });
            *span = Span { first: span.first.min(time), last: span.last.max(time) };
        }
    }

    /// The span with a last capture that was seen to be good.
    async fn opened(&self, lost: &Lost<'_>, span: Span) -> Span {
        let known = lost.snapshot.time;
        let first = span.first.min(known);
        if span.last <= known {
            return Span { first, last: known };
        }
        let capture = Capture::unknown(span.last, lost.snapshot.original.clone());
        let last = match self.replay().view(&capture).await {
            Ok(View::Page(answer, shown)) if is_work(lost, &answer.url) && (lost.good)(&answer) => {
                shown.time.max(known)
            }
            _ => known,
        };
        Span { first, last }
    }
}

fn is_work(lost: &Lost<'_>, shown: &Url) -> bool {
    !page::is_home(shown) || page::is_home(&lost.query.url)
}
