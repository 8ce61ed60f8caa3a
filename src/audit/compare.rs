//! Pages without the cited title, held against the captures nearest to the day they were read: a
//! translated title says nothing about a page, nor does a description in the place of a title; the page
//! of that day does, in both directions.
//!
//! Each costs the archive a request, so only sources with a printed title are compared, and not
//! endlessly many.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use futures::{StreamExt, stream};

use crate::check::{Checker, Comparison, Fingerprint};
use crate::model::{Check, Evidence, Known, Lookup, Reason, Snapshot, Verdict};

use super::checks::terms;
use super::links::Plan;
use super::lookups::{Lookups, OPEN_AT_ONCE, opened};
use super::session::Session;

/// Captures opened for comparison in one run.
const MOST: usize = 60;

/// Calls live sources changed whose capture shows another work, and those alive again that had the same
/// text without the cited title when they were read; says what was compared.
pub(super) async fn compare_with_captures(
    plan: &Plan,
    checks: &mut [Known<Check>],
    lookups: &Lookups,
    checker: &Checker,
    session: &Session,
) {
    let open = untold(plan, checks, lookups, checker);
    let compared: Vec<_> = stream::iter(open)
        .map(|(query, snapshot, page)| async move {
            (query, snapshot.clone(), compare(plan, query, &snapshot, &page, session).await)
        })
        .buffered(OPEN_AT_ONCE)
        .collect()
        .await;
    for (query, snapshot, comparison) in compared {
        let Some(comparison) = comparison else { continue };
        let link = plan.query_links[query];
        let check = &mut checks[link].value;
        tell(check, &comparison, &snapshot);
        session.record_check(&plan.links[link].url, &terms(&plan.links[link], session), check);
    }
}

/// What is to be compared: the query, its capture, the live page.
fn untold(
    plan: &Plan,
    checks: &[Known<Check>],
    lookups: &Lookups,
    checker: &Checker,
) -> Vec<(usize, Snapshot, Fingerprint)> {
    let mut links = HashSet::new();
    let candidates = (0..plan.queries.len()).filter(|query| {
        let link = plan.query_links[*query];
        is_open(&checks[link].value)
            && !plan.links[link].claims.titles.is_empty()
            && plan.queries[*query].reference.is_some()
    });
    candidates
        .filter_map(|query| {
            let Some(Lookup::Found(snapshot)) = lookups[query].as_ref().map(|known| &known.value) else {
                return None;
            };
            let page = checker.untold(&plan.queries[query].url)?;
            links.insert(plan.query_links[query]).then(|| (query, snapshot.clone(), page))
        })
        .take(MOST)
        .collect()
}

/// Whether a capture can tell more: of a page that is there and of one that was called another work
/// for its title alone.
fn is_open(check: &Check) -> bool {
    let by_title = check.evidence.first().is_some_and(|fact| fact.signal == "title-similarity");
    check.verdict == Verdict::Alive || (check.reason == Reason::ContentDrift && by_title)
}

async fn compare(
    plan: &Plan,
    query: usize,
    snapshot: &Snapshot,
    page: &Fingerprint,
    session: &Session,
) -> Option<Comparison> {
    let claims = &plan.links[plan.query_links[query]].claims;
    let query = &plan.queries[query];
    let comparison = Mutex::new(None);
    let look = |answer: &_| {
        let told = page.compare(answer, &query.url, claims);
        *comparison.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
        true
    };
    opened(query, snapshot, &look, session).await;
    comparison.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn tell(check: &mut Check, comparison: &Comparison, snapshot: &Snapshot) {
    let fact = Evidence {
        signal: "capture-similarity".to_owned(),
        detail: format!("{} (capture of {})", comparison.detail, snapshot.time.strftime("%-d %B %Y")),
    };
    if comparison.same == Some(false) {
        check.reason = Reason::ContentDrift;
        check.verdict = check.reason.verdict();
        check.evidence.insert(0, fact);
    } else if check.verdict == Verdict::Changed && comparison.described {
        check.reason = Reason::Ok;
        check.verdict = check.reason.verdict();
        check.evidence.insert(0, fact);
    } else {
        check.evidence.push(fact);
    }
}
