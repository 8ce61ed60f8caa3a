//! The hosts that have lost most of what is cited from them.

use std::collections::HashMap;

use jiff::Timestamp;
use maud::{Markup, html};
use url::Url;

use super::figures::{number_and_share, table};
use super::follow::Citations;
use super::gather::Trend;
use super::text::short;
use crate::model::Verdict;
use crate::report::count::Count;
use crate::report::days::day;

/// How many hosts are shown.
const SHOWN: usize = 25;

/// A host, as last known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Host {
    pub(super) name: String,
    pub(super) citations: u32,
    pub(super) dead: u32,
    /// The run that found the first of those dead that still are.
    pub(super) since: Timestamp,
}

/// The hosts with dead citations, the worst first.
pub(super) fn worst(trend: &Trend) -> Vec<Host> {
    let mut hosts: HashMap<String, (u32, u32, Option<Timestamp>)> = HashMap::new();
    for (url, state) in trend.known.iter().flat_map(Citations::iter) {
        let Some(name) = host(url) else { continue };
        let (citations, dead, since) = hosts.entry(name).or_default();
        *citations += 1;
        *dead += u32::from(state.verdict == Verdict::Dead);
        *since = since.iter().copied().chain(state.dead_since).min();
    }
    let with_dead = hosts
        .into_iter()
        .filter_map(|(name, (citations, dead, since))| Some(Host { name, citations, dead, since: since? }));
    let mut hosts: Vec<Host> = with_dead.collect();
    hosts.sort_by(|a, b| {
        b.dead.cmp(&a.dead).then(a.citations.cmp(&b.citations)).then_with(|| a.name.cmp(&b.name))
    });
    hosts
}

/// The host of an address, without `www.`.
fn host(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// The section of the page.
pub(super) fn section(trend: &Trend) -> Markup {
    let hosts = worst(trend);
    let heads = ["Host", "Citations", "Dead", "Dead since"].map(str::to_owned);
    let rows: Vec<(Markup, Vec<Markup>)> = hosts.iter().take(SHOWN).map(row).collect();
    let rest = hosts.get(SHOWN..).unwrap_or_default();
    html! {
        section aria-labelledby="hosts" {
            h2 #hosts { "Worst hosts" }
            @if hosts.is_empty() {
                p { "No citation is dead." }
            } @else {
                p .w {
                    "As last known. “Dead since” is the run that found the first of those dead that still are, without a \
                     break."
                }
                (table("Hosts with dead citations", &heads, &rows))
                @if !rest.is_empty() {
                    p .cut {
                        "Shown are the " (SHOWN) " hosts with most dead citations. "
                        (Count(rest.len(), "more host")) " with "
                        (Count(rest.iter().map(|host| host.dead as usize).sum(), "dead citation"))
                        " are left out here; the other formats of the export have every finding."
                    }
                }
            }
        }
    }
}

fn row(host: &Host) -> (Markup, Vec<Markup>) {
    let cells = vec![
        html! { (host.citations) },
        html! { (number_and_share(host.dead, host.citations)) },
        html! { (day(host.since)) },
    ];
    (html! { (short(&host.name)) }, cells)
}
