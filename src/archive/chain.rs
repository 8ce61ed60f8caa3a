//! Several archives, asked one after the other.

use std::sync::{Arc, Mutex, PoisonError};

use futures::future::{BoxFuture, FutureExt};

use super::contract::{Archive, Judge, Lost, Query, Told, Traced};
use crate::model::{Lookup, Snapshot};

/// Archives in configured order: the next is asked for what the one before does not hold or does
/// not show. A failure is told at once: the next run asks again, and a small archive is not to
/// bear the load of a large one that is down.
pub struct Chain(Vec<Arc<dyn Archive>>);

impl Chain {
    /// A chain of archives, the first to be asked first.
    pub fn new(archives: Vec<Arc<dyn Archive>>) -> Self {
        Self(archives)
    }

    async fn answer_all(&self, queries: Vec<Query>, told: &Told<'_>) {
        let mut asked: Vec<(Query, Lookup)> =
            queries.into_iter().map(|query| (query, Lookup::Absent)).collect();
        for archive in &self.0 {
            asked = ask_one(archive.as_ref(), asked, told).await;
        }
        for (query, lookup) in asked {
            told(query, lookup);
        }
    }

    async fn nearest_good(&self, query: &Query, snapshot: &Snapshot, good: &Judge<'_>) -> Lookup {
        // An aggregator's captures lie in archives that are not configured; it can ask for them.
        let holder = self.0.iter().position(|archive| archive.holds(snapshot));
        let Some(at) = holder.or(self.0.len().checked_sub(1)) else { return Lookup::Absent };
        let mut lookup = self.0[at].look_into(query, snapshot, good).await;
        for archive in &self.0[at + 1..] {
            if !matches!(lookup, Lookup::Absent | Lookup::Excluded) {
                break;
            }
            lookup = worse(lookup, search(archive.as_ref(), query, good).await);
        }
        lookup
    }

    /// Each archive is asked about the captures that it holds.
    async fn trace_all(&self, mut lost: Vec<Lost<'_>>, told: &Traced<'_>) {
        for archive in &self.0 {
            let (held, others) = lost.into_iter().partition(|lost| archive.holds(&lost.snapshot));
            archive.trace(held, told).await;
            lost = others;
        }
    }
}

/// Asks one archive; tells what is settled and returns the rest with what is known of it so far.
async fn ask_one(
    archive: &dyn Archive,
    asked: Vec<(Query, Lookup)>,
    told: &Told<'_>,
) -> Vec<(Query, Lookup)> {
    let (queries, before): (Vec<Query>, Vec<Lookup>) = asked.into_iter().unzip();
    let before: std::collections::HashMap<Query, Lookup> = queries.iter().cloned().zip(before).collect();
    let open = Mutex::new(Vec::new());
    let hear = |query: Query, lookup: Lookup| match lookup {
        Lookup::Absent | Lookup::Excluded => {
            let known = before.get(&query).cloned().unwrap_or(Lookup::Absent);
            open.lock().unwrap_or_else(PoisonError::into_inner).push((query, worse(known, lookup)));
        }
        Lookup::Found(_) | Lookup::Failed(_) => told(query, lookup),
    };
    archive.look_up(queries, &hear).await;
    open.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Looks one source up in an archive, and into what it finds.
async fn search(archive: &dyn Archive, query: &Query, good: &Judge<'_>) -> Lookup {
    let answer = Mutex::new(Lookup::Absent);
    let hear = |_, lookup| *answer.lock().unwrap_or_else(PoisonError::into_inner) = lookup;
    archive.look_up(vec![query.clone()], &hear).await;
    match answer.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Lookup::Found(snapshot) => archive.look_into(query, &snapshot, good).await,
        lookup => lookup,
    }
}

/// What two archives say together: excluded by one and absent in the other is excluded, since a
/// capture may well exist.
fn worse(before: Lookup, after: Lookup) -> Lookup {
    match (before, after) {
        (Lookup::Excluded, Lookup::Absent) => Lookup::Excluded,
        (_, after) => after,
    }
}

impl Archive for Chain {
    fn look_up<'a>(&'a self, queries: Vec<Query>, told: &'a Told<'a>) -> BoxFuture<'a, ()> {
        self.answer_all(queries, told).boxed()
    }

    fn look_into<'a>(
        &'a self,
        query: &'a Query,
        snapshot: &'a Snapshot,
        good: &'a Judge<'a>,
    ) -> BoxFuture<'a, Lookup> {
        self.nearest_good(query, snapshot, good).boxed()
    }

    fn trace<'a>(&'a self, lost: Vec<Lost<'a>>, told: &'a Traced<'a>) -> BoxFuture<'a, ()> {
        self.trace_all(lost, told).boxed()
    }

    fn holds(&self, snapshot: &Snapshot) -> bool {
        self.0.iter().any(|archive| archive.holds(snapshot))
    }

    fn waiting_for(&self) -> Option<String> {
        let waits: Vec<String> = self.0.iter().filter_map(|archive| archive.waiting_for()).collect();
        (!waits.is_empty()).then(|| waits.join("; "))
    }
}

#[cfg(test)]
mod tests;
