//! The whole page.

use maud::{Markup, html};
use strum::IntoEnumIterator;

use super::axis::Axis;
use super::chart::{Chart, bars};
use super::figures::{number_and_share, share, table};
use super::follow::Citations;
use super::gather::{Run, Trend};
use super::layers::{HELD, Layer, legend, occurring, of_held, of_verdict, patterns};
use super::tally::{Held, Tally};
use super::{changes, documents, hosts};
use crate::model::Verdict;
use crate::report::count::{Count, listed};
use crate::report::days::day;
use crate::report::html::{Shell, sign};
use crate::report::words;

/// The most points of a chart.
const POINTS: usize = 120;

const STYLE: &str = include_str!("page.css");

/// The history as one HTML file.
pub(super) fn page(trend: &Trend) -> String {
    let axis = Axis::over(&trend.runs, POINTS);
    let body = html! {
        @if !trend.runs.is_empty() { a .skip href="#runs" { "Skip to the charts" } }
        header {
            h1 { "Citations over time" }
            (summary(trend))
        }
        main {
            (patterns())
            @if !trend.runs.is_empty() {
                (runs(trend, &axis))
                (changes::section(trend, &axis))
                (hosts::section(trend))
                (documents::section(trend))
            }
        }
        footer { p { "Made by ibid. “Gone” and “could not be established” are different findings." } }
    };
    Shell { title: "Citations over time", style: STYLE, script: None }.around(&body)
}

/// What the history comes to.
fn summary(trend: &Trend) -> Markup {
    let (Some(first), Some(last)) = (trend.runs.first(), trend.runs.last()) else {
        return html! { p .lead { "There is no run to show: every `ibid audit` that comes to its end adds one." } };
    };
    let known = known(trend);
    let span = match (day(first.at), day(last.at)) {
        (first, last) if first == last => format!("on {first}"),
        (first, last) => format!("from {first} to {last}"),
    };
    let verdicts: Vec<String> = Verdict::iter()
        .map(|verdict| (verdict, known.verdict(verdict)))
        .filter(|(_, number)| *number > 0)
        .map(|(verdict, number)| format!("{number} {}", words::verdict_of(verdict, number as usize)))
        .collect();
    html! {
        p .lead {
            (Count(trend.runs.len(), "run")) " " (span) ". As last known, of "
            (Count(known.citations() as usize, "citation")) " in " (Count(trend.names.len(), "document")) ", "
            (listed(&verdicts)) "."
        }
        ul .counts aria-label="Citations as last known, by verdict" {
            @for verdict in Verdict::iter().filter(|verdict| known.verdict(*verdict) > 0) {
                @let number = known.verdict(verdict);
                li data-v=(verdict) {
                    span .number { (number) } " "
                    b { (sign(verdict)) " " (verdict) }
                    span .means { (share(number, known.citations())) " of all" }
                }
            }
        }
    }
}

/// Counts over what is last known of every document.
fn known(trend: &Trend) -> Tally {
    let mut tally = Tally::default();
    for (_, state) in trend.known.iter().flat_map(Citations::iter) {
        tally.add(state.verdict, state.archive);
    }
    tally
}

/// `run 12, 3 July 2026`.
pub(super) fn run_name(run: &Run) -> String {
    format!("run {}, {}", run.number, day(run.at))
}

/// The charts over all documents.
fn runs(trend: &Trend, axis: &Axis) -> Markup {
    let shown: Vec<&Run> =
        axis.points.iter().filter_map(|point| largest(&trend.runs[point.runs.clone()])).collect();
    let tallies: Vec<Option<Tally>> = shown.iter().map(|run| Some(run.tally())).collect();
    let is_uneven = trend.runs.iter().any(|run| run.documents.len() < trend.names.len());
    html! {
        section aria-labelledby="runs" {
            h2 #runs tabindex="-1" { "Run by run" }
            @if let Some(step) = axis.step.name() {
                p .cut {
                    "There are " (Count(trend.runs.len(), "run")) ": shown is, for each " (step) ", the one that found most \
                     citations" @if axis.is_cut { ", and only the last " (axis.points.len()) }
                    ". The other formats of the export have every run."
                }
            }
            @if is_uneven && trend.names.len() > 1 {
                p .w {
                    "Not every run found citations in every document: the charts document by document compare like with \
                     like."
                }
            }
            (verdicts(&shown, &tallies, trend, axis))
            (captures(&shown, &tallies, axis))
        }
    }
}

/// The run that found most; of several, the last.
fn largest(runs: &[Run]) -> Option<&Run> {
    runs.iter().max_by_key(|run| run.tally().citations())
}

fn verdicts(shown: &[&Run], tallies: &[Option<Tally>], trend: &Trend, axis: &Axis) -> Markup {
    let verdicts = occurring(tallies);
    let layers: Vec<Layer> = verdicts.iter().map(|verdict| of_verdict(*verdict)).collect();
    let bars = bars(tallies, |tally| verdicts.iter().map(|verdict| tally.verdict(*verdict)).collect());
    let ends = |verdict| ends(tallies, |tally| tally.verdict(verdict));
    let told = format!(
        "Share of each verdict from run to run: {} dead, {} unsure.",
        ends(Verdict::Dead),
        ends(Verdict::Unsure)
    );
    let several = trend.names.len() > 1;
    let words = ["Run", "Citations"].map(str::to_owned).into_iter();
    let heads: Vec<String> = words
        .chain(several.then(|| "Documents".to_owned()))
        .chain(verdicts.iter().map(Verdict::to_string))
        .collect();
    let rows = rows(shown, tallies, |run, tally| {
        let all = tally.citations();
        let documents = several.then(|| html! { (run.documents.len()) });
        let counts = verdicts.iter().map(|verdict| number_and_share(tally.verdict(*verdict), all));
        [html! { (all) }].into_iter().chain(documents).chain(counts).collect()
    });
    html! {
        figure {
            figcaption { "Share of the citations by verdict" }
            (legend(&layers))
            (Chart { told, up: &layers, down: &[], bars: &bars, is_share: true, axis }.draw())
            (table("Citations by verdict, the newest run first", &heads, &rows))
        }
    }
}

fn captures(shown: &[&Run], tallies: &[Option<Tally>], axis: &Axis) -> Markup {
    let layers = HELD.map(of_held);
    let bars = bars(tallies, |tally| HELD.map(|held| tally.held(held)).to_vec());
    let told = format!(
        "Share of the citations of which an archive has a capture, from run to run: {}.",
        ends(tallies, |tally| tally.held(Held::Yes))
    );
    let heads: Vec<String> = ["Run", "Citations"]
        .into_iter()
        .chain(layers.iter().map(|layer| layer.name))
        .map(str::to_owned)
        .collect();
    let rows = rows(shown, tallies, |_, tally| {
        let all = tally.citations();
        let counts = HELD.iter().map(|held| number_and_share(tally.held(*held), all));
        [html! { (all) }].into_iter().chain(counts).collect()
    });
    html! {
        figure {
            figcaption { "Share of the citations of which an archive has a capture" }
            (legend(&layers))
            (Chart { told, up: &layers, down: &[], bars: &bars, is_share: true, axis }.draw())
            (table("Citations by archive, the newest run first", &heads, &rows))
        }
    }
}

/// `4% at first and 12% at last`; of one run alone `12%`.
fn ends(tallies: &[Option<Tally>], part: impl Fn(&Tally) -> u32) -> String {
    let shares: Vec<String> =
        tallies.iter().flatten().map(|tally| share(part(tally), tally.citations())).collect();
    match shares.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first, .., last] => format!("{first} at first and {last} at last"),
    }
}

/// A row for each run shown, the newest first.
fn rows(
    shown: &[&Run],
    tallies: &[Option<Tally>],
    cells: impl Fn(&Run, &Tally) -> Vec<Markup>,
) -> Vec<(Markup, Vec<Markup>)> {
    let pairs = shown.iter().zip(tallies).rev();
    pairs
        .filter_map(|(run, tally)| {
            let tally = tally.as_ref()?;
            Some((html! { (day(run.at)) " " small { "run " (run.number) } }, cells(run, tally)))
        })
        .collect()
}
