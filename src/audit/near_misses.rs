//! Did it ever exist? A dead address of which no archive has a copy is marked, and the addresses
//! it may be a misprint of are tried: an editor is told which of them answers. Nothing is put in its
//! place silently. The archive is not asked about them: what it may be asked for a report is
//! promised, and is spent on what is printed.

use std::collections::HashMap;
use std::sync::Arc;

use futures::FutureExt;

use crate::check::{Checker, NearMiss, near_misses};
use crate::model::{Check, Evidence, Known, Link, Lookup, Reason, Verdict};

use super::checks::terms;
use super::links::Plan;
use super::lookups::Lookups;
use super::schedule::{Limits, each_host};
use super::session::Session;

/// The signal of a dead address that no archive has.
pub(super) const NEVER_ARCHIVED: &str = "never-archived";

/// Addresses for which near misses are tried in one run; the rest are only marked.
const MOST_TRIED: usize = 1_000;

/// A dead address that no archive has, and what it may have been meant to be.
struct Suspect {
    link: usize,
    near: Vec<NearMiss>,
    /// Whether the host answered the program as itself.
    answered_own_voice: bool,
}

/// Marks the dead addresses that no archive has, and offers near misses that are better.
pub(super) async fn mark_never_archived(
    plan: &Arc<Plan>,
    checks: &mut [Known<Check>],
    lookups: &Lookups,
    checker: &Arc<Checker>,
    session: &Arc<Session>,
) {
    let mut suspects = suspects(plan, checks, lookups);
    let silent = session.options.offline || session.stages.stop.is_cancelled();
    for suspect in suspects.iter_mut().skip(if silent { 0 } else { MOST_TRIED }) {
        suspect.near.clear();
    }
    let answering = try_them(plan, &suspects, checker, session).await;
    for (index, suspect) in suspects.iter().enumerate() {
        let offer = answering.get(&index).map(|(near, check)| answers(near, check));
        let check = &mut checks[suspect.link].value;
        let at = check.evidence.len().min(1);
        check.evidence.insert(at, mark(suspect, offer.is_some()));
        if let Some(offer) = offer {
            check.evidence.insert(at + 1, offer);
        }
        remember(&plan.links[suspect.link], check, session);
    }
}

fn suspects(plan: &Plan, checks: &[Known<Check>], lookups: &Lookups) -> Vec<Suspect> {
    let mut asked: HashMap<usize, Vec<usize>> = HashMap::new();
    for (query, link) in plan.query_links.iter().enumerate() {
        asked.entry(*link).or_default().push(query);
    }
    let absent = |query: &usize| matches!(&lookups[*query], Some(known) if known.value == Lookup::Absent);
    (0..plan.links.len())
        .filter(|link| is_gone(&checks[*link].value) && !plan.kept.contains(link))
        .filter_map(|link| {
            let queries = asked.get(&link).filter(|queries| queries.iter().all(absent))?;
            let check = &checks[link].value;
            let near = near(plan, link, check.reason);
            let answered_own_voice = answers_own_voice(check);
            (!queries.is_empty()).then_some(Suspect { link, near, answered_own_voice })
        })
        .collect()
}

/// Gone by its own account, not by failing for days, and not looked at before.
fn is_gone(check: &Check) -> bool {
    check.verdict == Verdict::Dead
        && check.reason.verdict() == Verdict::Dead
        && !check.evidence.iter().any(|fact| fact.signal == NEVER_ARCHIVED)
}

fn answers_own_voice(check: &Check) -> bool {
    check.http_status.is_some() && !check.evidence.iter().any(|fact| fact.signal == "browser-headers")
}

fn near(plan: &Plan, link: usize, reason: Reason) -> Vec<NearMiss> {
    let Link { url, alternatives, .. } = &plan.links[link];
    let host_is_gone =
        matches!(reason, Reason::DnsNotFound | Reason::ConnectionRefused | Reason::ParkedDomain);
    let broken = plan.broken.get(&link).into_iter().flatten().filter(|_| !host_is_gone);
    let broken = broken.map(|url| NearMiss { url: url.clone(), change: "with a hyphen at the line break" });
    let mut near: Vec<NearMiss> = broken.chain(near_misses(url, host_is_gone)).collect();
    near.retain(|near| near.url != *url && !alternatives.contains(&near.url));
    near
}

/// The first near miss of each suspect that answers with a page, by the suspect's index.
async fn try_them(
    plan: &Arc<Plan>,
    suspects: &[Suspect],
    checker: &Arc<Checker>,
    session: &Arc<Session>,
) -> HashMap<usize, (NearMiss, Check)> {
    let limits = Limits { per_host: session.options.host_concurrency, in_all: session.options.max_in_flight };
    let host = |near: &NearMiss| near.url.host_str().unwrap_or_default().to_owned();
    let hosts = suspects.iter().map(|suspect| suspect.near.first().map(host).unwrap_or_default());
    let tried = each_host(hosts, limits, |index| {
        let (plan, checker, session) = (Arc::clone(plan), Arc::clone(checker), Arc::clone(session));
        let near = suspects[index].near.clone();
        let link = suspects[index].link;
        let answered = suspects[index].answered_own_voice;
        async move {
            let work = first_answering(near, &plan.links[link], &checker, answered);
            Some((index, session.stages.stop.run_until_cancelled(work).await??))
        }
        .boxed()
    });
    tried.await.into_iter().flatten().collect()
}

async fn first_answering(
    near: Vec<NearMiss>,
    link: &Link,
    checker: &Checker,
    answered_own_voice: bool,
) -> Option<(NearMiss, Check)> {
    let own_voice = checker.in_own_voice();
    for near in near {
        let reading = Link { url: near.url.clone(), alternatives: Vec::new(), claims: link.claims.clone() };
        // Whether a browser would be told otherwise by this host was learned of the address itself.
        let heard = answered_own_voice && near.url.host() == link.url.host();
        let check = if heard { own_voice.check(&reading).await } else { checker.check(&reading).await };
        if check.verdict.is_there() {
            return Some((near, check));
        }
    }
    None
}

fn mark(suspect: &Suspect, offered: bool) -> Evidence {
    let tried = match (suspect.near.len(), offered) {
        (0, _) | (_, true) => String::new(),
        (1, false) => "; the one near miss of it that was tried is not there either".to_owned(),
        (several, false) => format!("; {several} near misses of it were tried and are not there either"),
    };
    let detail =
        format!("no archive has a copy of this source at this address, so it may be misprinted{tried}");
    Evidence { signal: NEVER_ARCHIVED.to_owned(), detail }
}

fn answers(near: &NearMiss, check: &Check) -> Evidence {
    let proof = check.evidence.iter().find(|fact| fact.signal == "title-similarity");
    let proof = proof.map(|fact| format!(": {}", fact.detail)).unwrap_or_default();
    offer(near, &format!("answers{proof}"))
}

fn offer(near: &NearMiss, what: &str) -> Evidence {
    Evidence { signal: "near-miss".to_owned(), detail: format!("{} ({}) {what}", near.url, near.change) }
}

/// Keeps what was learned with the check, without what the next run works out anew from history.
fn remember(link: &Link, check: &Check, session: &Session) {
    let mut plain = check.clone();
    plain.verdict = plain.reason.verdict();
    plain.evidence.retain(|fact| fact.signal != "history");
    session.record_check(&link.url, &terms(link, session), &plain);
}
