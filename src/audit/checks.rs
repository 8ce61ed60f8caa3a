//! Every link gets its verdict: remembered where fresh, asked where not, and written to the store
//! the moment it is known.

use std::sync::Arc;

use futures::FutureExt;

use crate::check::{Checker, Rules};
use crate::model::{Check, Evidence, Known, Link, Provenance, Reason};
use crate::store::Terms;

use super::history::with_history;
use super::links::Plan;
use super::probes::StoredProbes;
use super::progress::Event;
use super::schedule::{Limits, each_host};
use super::session::Session;

/// The checks of the plan's links, in their order.
///
/// What could not be asked for want of a network is asked once more in the end if somebody else
/// answered in the meantime: that may be what proves that there is a network, or that the name
/// service knows names and its "no such name" is a fact. A host that refuses connections is asked once
/// more too: a server that was being started again when it was first asked may be there by then.
pub(super) async fn check_links(
    plan: &Arc<Plan>,
    checker: &Arc<Checker>,
    session: &Arc<Session>,
) -> Vec<Known<Check>> {
    let mut checks: Vec<Option<Known<Check>>> = vec![None; plan.links.len()];
    let asking = Asking { plan, session, checker };
    asking.fill(&mut checks, (0..plan.addresses.len()).collect(), Look::First).await;
    let open: Vec<usize> = (0..plan.addresses.len())
        .filter(|address| plan.addresses[*address].iter().any(|link| is_open(checks[*link].as_ref())))
        .collect();
    let goes_on = !session.options.offline && !session.stages.stop.is_cancelled();
    if goes_on && checks.iter().flatten().any(was_heard) {
        asking.fill(&mut checks, open, Look::Again).await;
    }
    let checks: Vec<Known<Check>> = checks.into_iter().flatten().collect();
    debug_assert_eq!(checks.len(), plan.links.len(), "every link stands under an address");
    for (link, check) in plan.links.iter().zip(&checks) {
        if is_open(Some(check)) {
            tell(link, check, session);
        }
    }
    checks
}

/// Whether a link is asked about for the first time in this run. What the store holds then counts;
/// later it would only give back what was just written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    First,
    Again,
}

/// What a round of questions works with.
struct Asking<'a> {
    plan: &'a Arc<Plan>,
    session: &'a Arc<Session>,
    checker: &'a Arc<Checker>,
}

impl Asking<'_> {
    /// Checks the links of these addresses, host by host.
    async fn fill(&self, checks: &mut [Option<Known<Check>>], addresses: Vec<usize>, look: Look) {
        let Self { plan, session, checker } = *self;
        let hosts = addresses.iter().map(|address| plan.host(*address));
        let options = &session.options;
        let limits = Limits { per_host: options.host_concurrency, in_all: options.max_in_flight };
        let results = each_host(hosts, limits, |index| {
            let (plan, session, checker) = (Arc::clone(plan), Arc::clone(session), Arc::clone(checker));
            let address = addresses[index];
            async move {
                let links: Vec<&Link> =
                    plan.addresses[address].iter().map(|link| &plan.links[*link]).collect();
                (address, known(&links, look, &session, &checker).await)
            }
            .boxed()
        })
        .await;
        for (address, known) in results {
            for (link, known) in plan.addresses[address].iter().zip(known) {
                checks[*link] = Some(known);
            }
        }
    }
}

/// Whether nobody could be asked about a link in this run.
fn is_unheard(known: Option<&Known<Check>>) -> bool {
    known.is_some_and(|known| known.value.reason == Reason::Offline)
}

/// Whether a link is worth a second question in the end.
fn is_open(known: Option<&Known<Check>>) -> bool {
    let refused = |known: &Known<Check>| {
        known.from == Provenance::Live && known.value.reason == Reason::ConnectionRefused
    };
    is_unheard(known) || known.is_some_and(refused)
}

fn was_heard(known: &Known<Check>) -> bool {
    known.from == Provenance::Live && known.value.attempts > 0 && !is_unheard(Some(known))
}

/// The checker of a run: what it learns of a host serves all of it.
pub(super) fn checker(session: &Arc<Session>) -> Checker {
    Checker::new(
        Arc::clone(&session.stages.web),
        Arc::clone(&session.stages.clock),
        Arc::new(StoredProbes::new(session)),
        Rules { accept: session.options.accept.clone(), ..Rules::default() },
    )
}

/// The checks of links that share an address.
async fn known(links: &[&Link], look: Look, session: &Session, checker: &Checker) -> Vec<Known<Check>> {
    let stored = |link: &&Link| if look == Look::First { remembered(link, session) } else { None };
    let mut known: Vec<Option<Known<Check>>> = links.iter().map(stored).collect();
    let open: Vec<usize> = (0..links.len()).filter(|index| known[*index].is_none()).collect();
    if !open.is_empty() {
        let asked =
            asked(&open.iter().map(|index| links[*index]).collect::<Vec<_>>(), session, checker).await;
        for (index, check) in open.into_iter().zip(asked) {
            known[index] = Some(Known::live(check));
        }
    }
    let past = session.or_trouble(session.stages.store.history(&links[0].url)).unwrap_or_default();
    let finish = |(known, link): (Known<Check>, &&Link)| {
        let known = Known { value: with_history(known.value, &past), from: known.from };
        if !is_open(Some(&known)) {
            tell(link, &known, session);
        }
        known
    };
    known.into_iter().flatten().zip(links).map(finish).collect()
}

fn tell(link: &Link, known: &Known<Check>, session: &Session) {
    let verdict = known.value.verdict;
    session.stages.progress.tell(&Event::Checked { url: &link.url, verdict, from: known.from });
}

/// What a link's verdict hangs on beside its address.
pub(super) fn terms(link: &Link, session: &Session) -> Terms {
    Terms::new(&link.claims, &link.alternatives, &session.options.accept)
}

fn remembered(link: &Link, session: &Session) -> Option<Known<Check>> {
    let now = session.stages.clock.now();
    let (terms, memory) = (terms(link, session), session.options.memory());
    session.or_trouble(session.stages.store.fresh_check(&link.url, &terms, now, &memory)).flatten()
}

/// Asks the web, unless the run is being stopped, and commits the answer.
async fn asked(links: &[&Link], session: &Session, checker: &Checker) -> Vec<Check> {
    match session.stages.stop.run_until_cancelled(checker.check_each(links)).await {
        Some(checks) => {
            for (link, check) in links.iter().zip(&checks) {
                session.record_check(&link.url, &terms(link, session), check);
            }
            checks
        }
        None => links.iter().map(|_| interrupted(session)).collect(),
    }
}

fn interrupted(session: &Session) -> Check {
    let mut check = Check::without_asking(Reason::Offline, session.stages.clock.now());
    check.evidence.push(Evidence {
        signal: "interrupted".to_owned(),
        detail: "not asked before the run was stopped; run the same command again".to_owned(),
    });
    check
}

#[cfg(test)]
mod tests;
