//! Every source is looked up in the archive, and the captures of lost ones are looked into.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use futures::{StreamExt, stream};

use crate::archive::{Archive, Query};
use crate::check::{CaptureVerdict, judge_capture};
use crate::model::{Check, Claims, Known, Lookup, Snapshot, Verdict};
use crate::store::Terms;

use super::links::Plan;
use super::progress::Event;
use super::session::Session;

/// How many captures are opened at once; the archive's own clock says how fast.
const OPEN_AT_ONCE: usize = 2;

type Lookups = Vec<Option<Known<Lookup>>>;

/// The look-ups of the plan's queries, in their order; none where the archive was not asked.
pub(super) async fn look_up(plan: &Plan, session: &Session) -> Lookups {
    if !session.options.archive {
        return vec![None; plan.queries.len()];
    }
    let lookups: Lookups = (0..plan.queries.len()).map(|index| remembered(plan, index, session)).collect();
    for (query, known) in plan.queries.iter().zip(&lookups) {
        if let Some(known) = known {
            tell(query, known, session);
        }
    }
    match archive(session) {
        Some(archive) => ask(plan, lookups, archive, session).await,
        None => lookups,
    }
}

/// The archive, if it is to be asked in this run.
fn archive(session: &Session) -> Option<&dyn Archive> {
    session.stages.archive.as_deref().filter(|_| !session.options.offline)
}

async fn ask(plan: &Plan, lookups: Lookups, archive: &dyn Archive, session: &Session) -> Lookups {
    let mut open: Vec<usize> = (0..lookups.len()).filter(|index| lookups[*index].is_none()).collect();
    open.sort_by_cached_key(|index| !failed_before(&plan.queries[*index], session));
    let mut places: HashMap<&Query, Vec<usize>> = HashMap::new();
    let mut queries = Vec::new();
    for index in open {
        let query = &plan.queries[index];
        let places = places.entry(query).or_default();
        if places.is_empty() {
            queries.push(query.clone());
        }
        places.push(index);
    }
    let lookups = Mutex::new(lookups);
    let told = |query: Query, lookup: Lookup| {
        session.record_lookup(&query.url, query.reference, &lookup);
        let known = Known::live(lookup);
        for place in places.get(&query).into_iter().flatten() {
            tell(&query, &known, session);
            lookups.lock().unwrap_or_else(PoisonError::into_inner)[*place] = Some(known.clone());
        }
    };
    session.stages.stop.run_until_cancelled(archive.look_up(queries, &told)).await;
    lookups.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn remembered(plan: &Plan, index: usize, session: &Session) -> Option<Known<Lookup>> {
    let (now, memory) = (session.stages.clock.now(), session.options.memory());
    let (query, terms) = (&plan.queries[index], terms(claims(plan, index)));
    let recalled = session.stages.store.fresh_lookup(&query.url, query.reference, &terms, now, &memory);
    session.or_trouble(recalled).flatten()
}

/// What the notes say of a query's source.
fn claims(plan: &Plan, index: usize) -> &Claims {
    &plan.links[plan.query_links[index]].claims
}

/// What the verdict on a capture hangs on beside its address.
fn terms(claims: &Claims) -> Terms {
    Terms::new(claims, &[], &BTreeSet::new())
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
    let Some(archive) = archive(session) else { return lookups };
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
    let verified: Vec<_> =
        stream::iter(open)
            .map(|(index, snapshot)| async move {
                (index, verified(plan, index, &snapshot, archive, session).await)
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
async fn verified(
    plan: &Plan,
    index: usize,
    snapshot: &Snapshot,
    archive: &dyn Archive,
    session: &Session,
) -> Option<Lookup> {
    let query = &plan.queries[index];
    let claims = claims(plan, index);
    let shows = |answer: &_| judge_capture(answer, &query.url, claims) == CaptureVerdict::Good;
    let looked = session.stages.stop.run_until_cancelled(archive.look_into(query, snapshot, &shows)).await?;
    let lookup = match looked {
        Lookup::Found(snapshot) => Lookup::Found(Snapshot { verified: true, ..snapshot }),
        Lookup::Failed(_) => return None,
        other => other,
    };
    session.record_opened(&query.url, query.reference, &terms(claims), &lookup);
    Some(lookup)
}
