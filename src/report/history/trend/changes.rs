//! What changed from run to run.

use maud::{Markup, html};

use super::axis::Axis;
use super::chart::{Bar, Chart};
use super::figures::table;
use super::follow::Changes;
use super::gather::{Event, Trend};
use super::layers::{Layer, legend, of_verdict};
use super::text::{address, short};
use crate::model::{ChangeKind, Verdict};
use crate::report::place;
use crate::report::since::capital;
use crate::report::words;

/// How many citations are named.
const NAMED: usize = 20;

/// The section of the page.
pub(super) fn section(trend: &Trend, axis: &Axis) -> Markup {
    let changes: Vec<Changes> = axis
        .points
        .iter()
        .map(|point| trend.runs[point.runs.clone()].iter().map(|run| run.changes).sum())
        .collect();
    let is_quiet = changes.iter().all(|changes| changes.all() == 0);
    html! {
        section aria-labelledby="changes" {
            h2 #changes { "What changed" }
            @if trend.runs.len() < 2 {
                p { "There is one run so far: the next one will show what changed." }
            } @else if is_quiet {
                p { "Nothing has changed from one run to the next." }
            } @else {
                p .w {
                    "Each document is held against the run that read it before. A citation is told by its document and \
                     its address: one whose address was replaced is a new one and one that is " (words::GONE) "."
                }
                (lost_and_found(&changes, axis))
                (latest(trend))
            }
        }
    }
}

/// The chart with its figures.
fn lost_and_found(changes: &[Changes], axis: &Axis) -> Markup {
    let lost = [of_change(Verdict::Dead, "newly dead"), of_change(Verdict::Changed, "drifted")];
    let found = [of_change(Verdict::Alive, "recovered")];
    let bars: Vec<Option<Bar>> = changes
        .iter()
        .map(|changes| {
            let up = vec![changes.of(ChangeKind::NewlyDead), changes.of(ChangeKind::Drifted)];
            Some(Bar { up, down: vec![changes.of(ChangeKind::Recovered)] })
        })
        .collect();
    let total: Changes = changes.iter().copied().sum();
    let [dead, drifted, recovered] =
        [ChangeKind::NewlyDead, ChangeKind::Drifted, ChangeKind::Recovered].map(|kind| total.of(kind));
    let told = format!(
        "Citations lost and found over time: {dead} newly dead, {drifted} drifted, {recovered} recovered."
    );
    html! {
        figure {
            figcaption { "Citations lost (upward) and found again (downward)" }
            @if dead + drifted + recovered > 0 {
                (legend(&[lost.as_slice(), &found].concat()))
                (Chart { told, up: &lost, down: &found, bars: &bars, is_share: false, axis }.draw())
            } @else {
                p { "None was lost or found again." }
            }
            (numbers(changes, &total, axis))
        }
    }
}

fn of_change(verdict: Verdict, name: &'static str) -> Layer {
    Layer { name, ..of_verdict(verdict) }
}

/// A row for each point, the newest first; a column for each kind that occurs.
fn numbers(changes: &[Changes], total: &Changes, axis: &Axis) -> Markup {
    let kinds: Vec<ChangeKind> = ChangeKind::changes().filter(|kind| total.of(*kind) > 0).collect();
    let named = kinds.iter().map(|kind| capital(words::change(*kind)));
    let gone = (total.gone > 0).then(|| capital(words::GONE));
    let first = capital(axis.step.name().unwrap_or("run"));
    let heads: Vec<String> = [first].into_iter().chain(named).chain(gone).collect();
    let rows: Vec<(Markup, Vec<Markup>)> = axis
        .points
        .iter()
        .zip(changes)
        .rev()
        .map(|(point, changes)| {
            let numbers = kinds.iter().map(|kind| changes.of(*kind));
            let gone = (total.gone > 0).then_some(changes.gone);
            let cells = numbers.chain(gone).map(|number| html! { (number) }).collect();
            (html! { (point.label) }, cells)
        })
        .collect();
    table("What changed, the newest first", &heads, &rows)
}

/// The citations that changed last, by name.
fn latest(trend: &Trend) -> Markup {
    let Some((number, events)) = &trend.latest else { return html! {} };
    let run = trend.runs.iter().rfind(|run| run.number == *number);
    let Some(run) = run else { return html! {} };
    let kinds = ChangeKind::changes().map(Some).chain([None]);
    let told: Vec<&Event> =
        kinds.flat_map(|kind| events.iter().filter(move |event| event.kind == kind)).take(NAMED).collect();
    let rest = run.changes.all() as usize - told.len();
    html! {
        h3 { "The newest changes: " (super::page::run_name(run)) }
        ul .events { @for event in told { (item(event, &trend.names)) } }
        @if rest > 0 {
            p .cut { (rest) " more are left out here; the other formats of the export have every finding." }
        }
    }
}

fn item(event: &Event, names: &[String]) -> Markup {
    let what = event.kind.map_or(words::GONE, words::change);
    let verdict = match event.kind {
        Some(ChangeKind::NewlyDead) => Some(Verdict::Dead),
        Some(ChangeKind::Drifted) => Some(Verdict::Changed),
        Some(ChangeKind::Recovered) => Some(Verdict::Alive),
        _ => None,
    };
    let document = names.get(event.document).map(|name| short(place::document(name))).unwrap_or_default();
    html! {
        li data-v=[verdict] {
            b { (capital(what)) } ": "
            @if let Some(title) = &event.title { cite { (short(title)) } ", " }
            (address(&event.url)) " (" (document)
            @if let Some(place) = &event.place { ", " (short(place)) }
            ")"
            @if let Some(was) = event.was { ", was " (was) }
        }
    }
}
