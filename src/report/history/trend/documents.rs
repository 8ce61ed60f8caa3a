//! Document by document: like with like, for not every run reads every document.

use maud::{Markup, html};

use super::axis::{Axis, Point};
use super::chart::{Chart, bars};
use super::figures::{number_and_share, share, table};
use super::gather::{Run, Trend};
use super::layers::{Layer, VERDICTS, occurring, of_verdict};
use super::tally::{Held, Tally};
use super::text::short;
use crate::model::Verdict;
use crate::report::count::Count;
use crate::report::days::day;
use crate::report::place;
use crate::report::since::capital;

/// How many documents have a chart.
const CHARTS: usize = 12;

/// How many stand in the table.
const ROWS: usize = 100;

/// The most points of a chart.
const POINTS: usize = 40;

/// A document over the runs that found something in it.
struct Document<'a> {
    number: usize,
    name: String,
    first: &'a Run,
    last: &'a Run,
}

/// The section of the page; nothing where there is but one document.
pub(super) fn section(trend: &Trend) -> Markup {
    if trend.names.len() < 2 {
        return html! {};
    }
    let documents = documents(trend);
    let axis = Axis::over(&trend.runs, POINTS);
    let charts = documents.iter().take(CHARTS);
    html! {
        section aria-labelledby="documents" {
            h2 #documents { "Document by document" }
            (overview(&documents))
            @if documents.len() > CHARTS {
                p .cut {
                    "Drawn are the " (CHARTS) " documents with most dead citations"
                    @if documents.len() > ROWS { "; the table has " (ROWS) " of " (Count(documents.len(), "document")) }
                    "."
                }
            }
            div .small { @for document in charts { (drawn(document, trend, &axis)) } }
        }
    }
}

/// The documents, those with most dead citations first.
fn documents(trend: &Trend) -> Vec<Document<'_>> {
    let mut ends: Vec<Option<(&Run, &Run)>> = vec![None; trend.names.len()];
    for run in &trend.runs {
        for (number, _) in &run.documents {
            let first = ends[*number].map_or(run, |(first, _)| first);
            ends[*number] = Some((first, run));
        }
    }
    let known = ends.into_iter().enumerate().zip(&trend.names);
    let mut documents: Vec<Document<'_>> = known
        .filter_map(|((number, ends), name)| {
            let (first, last) = ends?;
            Some(Document { number, name: short(place::document(name)), first, last })
        })
        .collect();
    documents.sort_by_cached_key(|document| {
        (std::cmp::Reverse(document.now().verdict(Verdict::Dead)), document.name.clone())
    });
    documents
}

impl Document<'_> {
    fn now(&self) -> Tally {
        self.last.document(self.number).unwrap_or_default()
    }

    fn at_first(&self) -> Tally {
        self.first.document(self.number).unwrap_or_default()
    }
}

fn overview(documents: &[Document<'_>]) -> Markup {
    let heads =
        ["Document", "First run", "Last run", "Citations", "Dead at first", "Dead", "Unsure", "Archived"];
    let rows: Vec<(Markup, Vec<Markup>)> = documents
        .iter()
        .take(ROWS)
        .map(|document| {
            let (then, now) = (document.at_first(), document.now());
            let all = now.citations();
            let cells = vec![
                html! { (day(document.first.at)) },
                html! { (day(document.last.at)) },
                html! { (all) },
                number_and_share(then.verdict(Verdict::Dead), then.citations()),
                number_and_share(now.verdict(Verdict::Dead), all),
                number_and_share(now.verdict(Verdict::Unsure), all),
                number_and_share(now.held(Held::Yes), all),
            ];
            (html! { (document.name) }, cells)
        })
        .collect();
    table("The documents, those with most dead citations first", &heads.map(str::to_owned), &rows)
}

fn drawn(document: &Document<'_>, trend: &Trend, axis: &Axis) -> Markup {
    let tallies: Vec<Option<Tally>> =
        axis.points.iter().map(|point| tally(point, &trend.runs, document.number)).collect();
    let layers: Vec<Layer> = VERDICTS.map(of_verdict).to_vec();
    let bars = bars(&tallies, |tally| VERDICTS.map(|verdict| tally.verdict(verdict)).to_vec());
    let (then, now) = (document.at_first(), document.now());
    let dead = |tally: Tally| share(tally.verdict(Verdict::Dead), tally.citations());
    let told = format!(
        "Share of each verdict over time in {}: {} dead at first, {} now.",
        document.name,
        dead(then),
        dead(now)
    );
    html! {
        figure {
            figcaption { (document.name) }
            (Chart { told, up: &layers, down: &[], bars: &bars, is_share: true, axis }.draw())
            (numbers(document, &tallies, axis))
        }
    }
}

/// Of the runs of a point that found something in the document, the one that found most; of those, the
/// last.
fn tally(point: &Point, runs: &[Run], document: usize) -> Option<Tally> {
    let tallies = runs[point.runs.clone()].iter().filter_map(|run| run.document(document));
    tallies.max_by_key(Tally::citations)
}

fn numbers(document: &Document<'_>, tallies: &[Option<Tally>], axis: &Axis) -> Markup {
    let verdicts = occurring(tallies);
    let words = [capital(axis.step.name().unwrap_or("run")), "Citations".to_owned()].into_iter();
    let heads: Vec<String> =
        words.chain(verdicts.iter().map(Verdict::to_string)).chain(["archived".to_owned()]).collect();
    let rows: Vec<(Markup, Vec<Markup>)> = axis
        .points
        .iter()
        .zip(tallies)
        .rev()
        .filter_map(|(point, tally)| {
            let (tally, all) = (tally.as_ref()?, tally.as_ref()?.citations());
            let counts = verdicts.iter().map(|verdict| number_and_share(tally.verdict(*verdict), all));
            let cells = [html! { (all) }].into_iter().chain(counts);
            Some((
                html! { (point.label) },
                cells.chain([number_and_share(tally.held(Held::Yes), all)]).collect(),
            ))
        })
        .collect();
    table(&format!("{}, the newest first", document.name), &heads, &rows)
}
