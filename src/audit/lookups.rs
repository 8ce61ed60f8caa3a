//! Every source is looked up in the archive, and the captures of lost ones are looked into.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use futures::{StreamExt, stream};
use jiff::SignedDuration;

use crate::archive::{Archive, Judge, Lost, Query};
use crate::check::{CaptureVerdict, judge_capture};
use crate::model::{Check, Claims, Known, Lookup, Provenance, Snapshot, Span, Verdict};
use crate::store::Terms;
use crate::web::Answer;

use super::links::Plan;
use super::progress::Event;
use super::saving::is_open;
use super::session::Session;

/// How many captures are opened at once; the archive's own clock says how fast.
pub(super) const OPEN_AT_ONCE: usize = 2;

pub(super) type Lookups = Vec<Option<Known<Lookup>>>;

/// The look-ups of the plan's queries, in their order; none where the archive was not asked.
pub(super) async fn look_up(plan: &Plan, session: &Session) -> Lookups {
    if !session.options.archive {
        return vec![None; plan.queries.len()];
    }
    let lookups: Lookups = plan
        .queries
        .iter()
        .enumerate()
        .map(|(index, query)| remembered(query, &terms(claims(plan, index)), session))
        .collect();
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

/// The look-ups of queries that only the first answers gave rise to, each with what the notes say of
/// its source.
pub(super) async fn ask_beside(
    mut queries: Vec<(Query, &Claims)>,
    session: &Session,
) -> HashMap<Query, Known<Lookup>> {
    queries.sort_by(|(a, _), (b, _)| (&a.url, a.reference).cmp(&(&b.url, b.reference)));
    queries.dedup_by(|(a, _), (b, _)| a == b);
    let mut lookups: Lookups =
        queries.iter().map(|(query, claims)| remembered(query, &terms(claims), session)).collect();
    let queries: Vec<Query> = queries.into_iter().map(|(query, _)| query).collect();
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
    let mut places: HashMap<&Query, Vec<usize>> = HashMap::new();
    let mut asked = Vec::new();
    for index in open {
        let query = &queries[index];
        let places = places.entry(query).or_default();
        if places.is_empty() {
            asked.push(query.clone());
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
    session.stages.stop.run_until_cancelled(archive.look_up(asked, &told)).await;
    lookups.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn remembered(query: &Query, terms: &Terms, session: &Session) -> Option<Known<Lookup>> {
    let (now, memory) = (session.stages.clock.now(), session.options.memory());
    let recalled = session.stages.store.fresh_lookup(&query.url, query.reference, terms, now, &memory);
    let known = session.or_trouble(recalled).flatten()?;
    let is_doubtful = known.value == Lookup::Absent && is_open(&query.url, session);
    (!is_doubtful).then_some(known)
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
            (index, verified(&plan.queries[index], claims(plan, index), &snapshot, session).await)
        })
        .buffer_unordered(OPEN_AT_ONCE)
        .collect()
        .await;
    for (index, lookup) in verified {
        lookups[index] = lookup.map(Known::live).or(lookups[index].take());
    }
    lookups
}

/// Asks of lost sources when they were last seen. What is known already, or was asked within the
/// day, is not asked again.
pub(super) async fn trace_lost(
    plan: &Plan,
    checks: &[Known<Check>],
    lookups: Lookups,
    session: &Session,
) -> Lookups {
    let Some(archive) = archive(session) else { return lookups };
    let mut places: HashMap<&Query, usize> = HashMap::new();
    let mut lost = Vec::new();
    for (index, known) in lookups.iter().enumerate() {
        let is_lost = is_lost(&checks[plan.query_links[index]].value);
        if let Some(snapshot) = known.as_ref().filter(|_| is_lost).and_then(|known| untraced(known, session))
        {
            places.insert(&plan.queries[index], index);
            lost.push(Lost {
                query: plan.queries[index].clone(),
                snapshot: snapshot.clone(),
                good: Box::new(shows(&plan.queries[index], claims(plan, index))),
            });
        }
    }
    if lost.is_empty() {
        return lookups;
    }
    let lookups = Mutex::new(lookups);
    let told = |query: &Query, span: Span| {
        let mut lookups = lookups.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(&place) = places.get(query) else { return };
        if let Some(Known { value: Lookup::Found(snapshot), .. }) = lookups[place].as_mut() {
            snapshot.span = Some(span);
            let terms = terms(claims(plan, place));
            let lookup = Lookup::Found(snapshot.clone());
            session.record_opened(&query.url, query.reference, &terms, &lookup);
        }
    };
    session.stages.stop.run_until_cancelled(archive.trace(lost, &told)).await;
    lookups.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn is_lost(check: &Check) -> bool {
    matches!(check.verdict, Verdict::Dead | Verdict::Changed)
}

/// A capture that was opened, and of whose source it was not asked lately how long it was there.
fn untraced<'a>(known: &'a Known<Lookup>, session: &Session) -> Option<&'a Snapshot> {
    let Lookup::Found(snapshot) = &known.value else { return None };
    let is_due = match known.from {
        Provenance::Live => true,
        Provenance::Store { age } => {
            snapshot.span.is_none()
                && age > SignedDuration::try_from(session.options.memory().trouble).unwrap_or_default()
        }
    };
    (snapshot.verified && is_due).then_some(snapshot)
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

/// Tells whether a capture shows the source of a query.
fn shows<'a>(query: &'a Query, claims: &'a Claims) -> impl Fn(&Answer) -> bool + Send + Sync + 'a {
    move |answer| judge_capture(answer, &query.url, claims) == CaptureVerdict::Good
}

/// The capture that shows the source, or that there is none; none if the archive would not show it.
pub(super) async fn verified(
    query: &Query,
    claims: &Claims,
    snapshot: &Snapshot,
    session: &Session,
) -> Option<Lookup> {
    let shows = shows(query, claims);
    let lookup = match opened(query, snapshot, &shows, session).await? {
        Lookup::Found(snapshot) => Lookup::Found(Snapshot { verified: true, ..snapshot }),
        Lookup::Failed(_) => return None,
        other => other,
    };
    session.record_opened(&query.url, query.reference, &terms(claims), &lookup);
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
