//! Every link gets its verdict: remembered where fresh, asked where not, and written to the store
//! the moment it is known.

use std::sync::Arc;

use futures::FutureExt;

use crate::check::{Checker, Rules};
use crate::model::{Check, Evidence, Known, Link, Reason};

use super::history::with_history;
use super::links::Plan;
use super::probes::StoredProbes;
use super::progress::Event;
use super::schedule::{Limits, each_host};
use super::session::Session;

/// The checks of the plan's links, in their order.
pub(super) async fn check_links(
    plan: &Arc<Plan>,
    checker: &Arc<Checker>,
    session: &Arc<Session>,
) -> Vec<Known<Check>> {
    let hosts = plan.links.iter().map(|link| link.url.host_str().unwrap_or_default().to_owned());
    let limits = Limits { per_host: session.options.host_concurrency, in_all: session.options.max_in_flight };
    let mut results = each_host(hosts, limits, |index| {
        let (plan, session, checker) = (Arc::clone(plan), Arc::clone(session), Arc::clone(checker));
        async move { (index, known(&plan.links[index], &session, &checker).await) }.boxed()
    })
    .await;
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, check)| check).collect()
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

async fn known(link: &Link, session: &Session, checker: &Checker) -> Known<Check> {
    let known = match remembered(link, session) {
        Some(known) => known,
        None => Known::live(asked(link, session, checker).await),
    };
    let past = session.or_trouble(session.stages.store.history(&link.url)).unwrap_or_default();
    let known = Known { value: with_history(known.value, &past), from: known.from };
    let verdict = known.value.verdict;
    session.stages.progress.tell(&Event::Checked { url: &link.url, verdict, from: known.from });
    known
}

fn remembered(link: &Link, session: &Session) -> Option<Known<Check>> {
    let now = session.stages.clock.now();
    session.or_trouble(session.stages.store.fresh_check(&link.url, now, &session.options.memory())).flatten()
}

/// Asks the web, unless the run is being stopped, and commits the answer.
async fn asked(link: &Link, session: &Session, checker: &Checker) -> Check {
    match session.stages.stop.run_until_cancelled(checker.check(link)).await {
        Some(check) => {
            session.record_check(&link.url, &check);
            check
        }
        None => interrupted(session),
    }
}

fn interrupted(session: &Session) -> Check {
    let mut check = Check::without_asking(Reason::Offline, session.stages.clock.now());
    check.evidence.push(Evidence {
        signal: "interrupted".to_owned(),
        detail: "the run was stopped before this source was asked".to_owned(),
    });
    check
}
