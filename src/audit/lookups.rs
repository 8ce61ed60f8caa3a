//! Every source is looked up in the archive, and the captures of lost ones are looked into.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use futures::{StreamExt, stream};

use crate::archive::{Archive, Judge, Query};
use crate::check::{CaptureVerdict, judge_capture};
use crate::model::{Check, Claims, Known, Lookup, Snapshot, Verdict};

use super::links::Plan;
use super::progress::Event;
use super::session::Session;

/// How many captures are opened at once; the archive's own clock says how fast.
pub(super) const OPEN_AT_ONCE: usize = 2;

pub(super) type Lookups = Vec<Option<Known<Lookup>>>;

/// The look-ups of the plan's queries, in their order; none where the archive was not asked.
pub(super) async fn look_up(plan: &Plan, session: &Session) -> Lookups {
    if !session.options.archive {
        return vec![None; plan.queries.len()];
    }
    let lookups: Lookups = plan.queries.iter().map(|query| remembered(query, session)).collect();
    for (query, known) in plan.queries.iter().zip(&lookups) {
        if let Some(known) = known {
            tell(query, known, session);
        }
    }
    match archive(session) {
        Some(archive) => ask(&plan.queries, lookups, archive, session).await,
        None => lookups,
    }
}

/// The look-ups of queries that only the first answers gave rise to.
pub(super) async fn ask_beside(mut queries: Vec<Query>, session: &Session) -> HashMap<Query, Known<Lookup>> {
    queries.sort_unstable_by(|a, b| (&a.url, a.reference).cmp(&(&b.url, b.reference)));
    queries.dedup();
    let mut lookups: Lookups = queries.iter().map(|query| remembered(query, session)).collect();
    if let Some(archive) = archive(session).filter(|_| session.options.archive && !queries.is_empty()) {
        lookups = ask(&queries, lookups, archive, session).await;
    }
    queries.into_iter().zip(lookups).filter_map(|(query, known)| Some((query, known?))).collect()
}

/// The archive, if it is to be asked in this run.
fn archive(session: &Session) -> Option<&dyn Archive> {
    session.stages.archive.as_deref().filter(|_| !session.options.offline)
}

async fn ask(queries: &[Query], lookups: Lookups, archive: &dyn Archive, session: &Session) -> Lookups {
    let mut open: Vec<usize> = (0..lookups.len()).filter(|index| lookups[*index].is_none()).collect();
    open.sort_by_cached_key(|index| !failed_before(&queries[*index], session));
    let places: HashMap<&Query, usize> = open.iter().map(|index| (&queries[*index], *index)).collect();
    let asked = open.iter().map(|index| queries[*index].clone()).collect();
    let lookups = Mutex::new(lookups);
    let told = |query: Query, lookup: Lookup| {
        session.record_lookup(&query.url, query.reference, &lookup);
        let known = Known::live(lookup);
        tell(&query, &known, session);
        if let Some(place) = places.get(&query) {
            lookups.lock().unwrap_or_else(PoisonError::into_inner)[*place] = Some(known);
        }
    };
    session.stages.stop.run_until_cancelled(archive.look_up(asked, &told)).await;
    lookups.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn remembered(query: &Query, session: &Session) -> Option<Known<Lookup>> {
    let (now, memory) = (session.stages.clock.now(), session.options.memory());
    let recalled = session.stages.store.fresh_lookup(&query.url, query.reference, now, &memory);
    session.or_trouble(recalled).flatten()
}

/// What an earlier run could not ask is asked first.
fn failed_before(query: &Query, session: &Session) -> bool {
    let last = session.or_trouble(session.stages.store.last_lookup(&query.url, query.reference));
    matches!(last.flatten(), Some((Lookup::Failed(_), _)))
}

fn tell(query: &Query, known: &Known<Lookup>, session: &Session) {
    session.stages.progress.tell(&Event::LookedUp {
        url: &query.url,
        lookup: &known.value,
        from: known.from,
    });
}

/// Opens the captures that an editor would be sent to instead of a lost source: one that is itself
/// a soft 404 or a parking page is passed over for the next nearest.
pub(super) async fn verify_captures(
    plan: &Plan,
    checks: &[Known<Check>],
    mut lookups: Lookups,
    session: &Session,
) -> Lookups {
    if archive(session).is_none() {
        return lookups;
    }
    let open: Vec<(usize, Snapshot)> = lookups
        .iter()
        .enumerate()
        .filter(|(index, _)| is_out_of_reach(&checks[plan.query_links[*index]].value))
        .filter_map(|(index, known)| Some((index, unverified(known.as_ref()?)?.clone())))
        .collect();
    if open.is_empty() {
        return lookups;
    }
    session.stages.progress.tell(&Event::Verifying { captures: open.len() });
    let verified: Vec<_> = stream::iter(open)
        .map(|(index, snapshot)| async move {
            let claims = &plan.links[plan.query_links[index]].claims;
            (index, verified(&plan.queries[index], claims, &snapshot, session).await)
        })
        .buffer_unordered(OPEN_AT_ONCE)
        .collect()
        .await;
    for (index, lookup) in verified {
        lookups[index] = lookup.map(Known::live).or(lookups[index].take());
    }
    lookups
}

fn is_out_of_reach(check: &Check) -> bool {
    matches!(check.verdict, Verdict::Dead | Verdict::Changed | Verdict::Restricted)
}

fn unverified(known: &Known<Lookup>) -> Option<&Snapshot> {
    match &known.value {
        Lookup::Found(snapshot) if !snapshot.verified => Some(snapshot),
        _ => None,
    }
}

/// The capture that shows the source, or that there is none; none if the archive would not show it.
pub(super) async fn verified(
    query: &Query,
    claims: &Claims,
    snapshot: &Snapshot,
    session: &Session,
) -> Option<Lookup> {
    let shows = |answer: &_| judge_capture(answer, &query.url, claims) == CaptureVerdict::Good;
    let lookup = match opened(query, snapshot, &shows, session).await? {
        Lookup::Found(snapshot) => Lookup::Found(Snapshot { verified: true, ..snapshot }),
        Lookup::Failed(_) => return None,
        other => other,
    };
    session.record_lookup(&query.url, query.reference, &lookup);
    Some(lookup)
}

/// Opens a capture, and its neighbours while it is not `good`; none if the archive is not to be
/// asked (any more).
pub(super) async fn opened(
    query: &Query,
    snapshot: &Snapshot,
    good: &Judge<'_>,
    session: &Session,
) -> Option<Lookup> {
    let archive = archive(session)?;
    session.stages.stop.run_until_cancelled(archive.look_into(query, snapshot, good)).await
}
