//! Which reading of a broken address was meant: the one that answers or, where none does, the one
//! that an archive has kept.
//!
//! The check stage and the archive are asked about the first reading at the same time. Only where
//! that leaves the matter open is there a second round, over the few addresses that have several
//! readings.

use std::collections::HashMap;

use futures::{StreamExt, stream};
use url::Url;

use crate::archive::Query;
use crate::check::Checker;
use crate::model::{Check, Claims, Evidence, Known, Link, Lookup, Verdict};

use super::links::Plan;
use super::lookups::{Lookups, OPEN_AT_ONCE, ask_beside, verified};
use super::session::Session;

/// Settles readings: the plan's queries, the checks and the look-ups are then those of the
/// readings that were taken.
pub(super) async fn settle_readings(
    plan: &mut Plan,
    checks: &mut [Known<Check>],
    lookups: &mut Lookups,
    checker: &Checker,
    session: &Session,
) {
    let open: Vec<usize> =
        (0..plan.queries.len()).filter(|query| is_open(plan, checks, lookups, *query)).collect();
    if open.is_empty() {
        return;
    }
    let answers = ask_beside(further(plan, checks, &open), session).await;
    for query in open {
        let link = plan.query_links[query];
        if let Some(taken) = checks[link].value.taken.clone() {
            let first_is_kept = matches!(found(lookups[query].as_ref()), Some(Lookup::Found(_)));
            if first_is_kept && !is_proved(&checks[link].value) {
                checks[link] = first_reading(&plan.links[link], &checks[link].value, checker).await;
            } else {
                let reading = Query { url: taken, ..plan.queries[query].clone() };
                lookups[query] = answers.get(&reading).cloned();
                plan.queries[query] = reading;
            }
        } else if let Some((reading, known)) = kept_reading(plan, query, &answers, session).await {
            let check = &mut checks[link].value;
            let detail = format!("no reading answers; {} is the one an archive has kept", reading.url);
            check.evidence.insert(0, fact(detail));
            check.taken = Some(reading.url.clone());
            lookups[query] = Some(known);
            plan.queries[query] = reading;
        }
    }
}

/// Whether the first round left open what the archive has of the reading that counts.
fn is_open(plan: &Plan, checks: &[Known<Check>], lookups: &Lookups, query: usize) -> bool {
    let link = plan.query_links[query];
    let check = &checks[link].value;
    if plan.links[link].alternatives.is_empty() || lookups[query].is_none() {
        return false;
    }
    check.taken.is_some()
        || (check.verdict == Verdict::Dead && found(lookups[query].as_ref()) == Some(&Lookup::Absent))
}

fn found(known: Option<&Known<Lookup>>) -> Option<&Lookup> {
    known.map(|known| &known.value)
}

/// What is to be asked in the second round.
fn further<'a>(plan: &'a Plan, checks: &[Known<Check>], open: &[usize]) -> Vec<(Query, &'a Claims)> {
    let mut queries = Vec::new();
    for query in open {
        let link = plan.query_links[*query];
        let readings: Vec<_> = match &checks[link].value.taken {
            Some(taken) => vec![taken],
            None => plan.links[link].alternatives.iter().collect(),
        };
        let reading = |url: &Url| Query { url: url.clone(), ..plan.queries[*query].clone() };
        let claims = &plan.links[link].claims;
        queries.extend(readings.into_iter().map(|url| (reading(url), claims)));
    }
    queries
}

/// Whether there were titles to hold the reading taken against; were it another work, it would not
/// have been taken.
fn is_proved(check: &Check) -> bool {
    check.evidence.iter().any(|fact| fact.signal == "title-similarity")
}

/// An archived reading against one that merely answers: the archived one is what the note had.
async fn first_reading(link: &Link, other: &Check, checker: &Checker) -> Known<Check> {
    let alone = Link { alternatives: Vec::new(), ..link.clone() };
    let mut check = checker.check(&alone).await;
    let taken = other.taken.as_ref().unwrap_or(&link.url);
    check.evidence.push(fact(format!(
        "{taken} answers, but nothing on it tells that it is the cited source, and an archive has kept this reading"
    )));
    Known::live(check)
}

/// The first of the other readings of which a capture shows the source.
async fn kept_reading(
    plan: &Plan,
    query: usize,
    answers: &HashMap<Query, Known<Lookup>>,
    session: &Session,
) -> Option<(Query, Known<Lookup>)> {
    let link = &plan.links[plan.query_links[query]];
    let readings =
        link.alternatives.iter().map(|url| Query { url: url.clone(), ..plan.queries[query].clone() });
    let kept: Vec<_> = stream::iter(readings)
        .map(|reading| async move {
            let known = answers.get(&reading)?.clone();
            let Lookup::Found(snapshot) = &known.value else { return None };
            if snapshot.verified {
                return Some((reading, known));
            }
            let lookup = verified(&reading, &link.claims, snapshot, session).await?;
            matches!(lookup, Lookup::Found(_)).then(|| (reading, Known::live(lookup)))
        })
        .buffered(OPEN_AT_ONCE)
        .collect()
        .await;
    kept.into_iter().flatten().next()
}

fn fact(detail: String) -> Evidence {
    Evidence { signal: "other-reading".to_owned(), detail }
}
