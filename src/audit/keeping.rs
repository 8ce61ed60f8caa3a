//! Sources that are still alive are kept in an archive of one's own.
//!
//! What a check read is not kept: it was cut off, and perhaps asked with a browser's headers. A
//! source that is to be kept is fetched anew, whole.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use futures::FutureExt;
use jiff::{SignedDuration, Timestamp};
use url::{Position, Url};

use crate::archive::Permission;
use crate::archive::local::{Captured, Page, Ready, Recorder, Warcs};
use crate::model::{Check, Known, Receipt, SaveStatus, mask_url};

use super::links::Plan;
use super::progress::Event;
use super::schedule::{Limits, each_host};
use super::session::Session;

/// How many pages are fetched at once with all they need: until the last piece has come, all of
/// them are in memory.
const AT_ONCE_WITH_REQUISITES: usize = 16;

/// What was kept within this time is not fetched again: a run that was stopped goes on.
const FRESH: SignedDuration = SignedDuration::from_hours(24);

/// How sources are kept.
pub struct Keeping {
    /// Who fetches them.
    pub recorder: Recorder,
    /// Where they are kept.
    pub warcs: Arc<Mutex<Warcs>>,
    /// The pages that were kept in this run or an earlier one, for the list of pages.
    pub pages: Mutex<Vec<Page>>,
    /// The program's name, as it was sent.
    pub user_agent: String,
    /// The most new captures in this run.
    pub most: usize,
    /// Nothing is fetched; the receipts say what would be.
    pub dry_run: bool,
}

/// Keeps what is alive. A receipt for each source, in the order of the documents.
pub(super) async fn keep(
    plan: &Plan,
    checks: &[Known<Check>],
    keeping: &Arc<Keeping>,
    session: &Arc<Session>,
) -> Vec<Receipt> {
    let mut once = HashSet::new();
    let mut sources: Vec<(Url, Option<String>)> = Vec::new();
    for (link, check) in plan.links.iter().zip(checks) {
        let Some(url) = source(&link.url, &check.value).filter(|url| once.insert((*url).clone())) else {
            continue;
        };
        sources.push((url.clone(), link.claims.titles.first().cloned()));
    }
    session.stages.progress.tell(&Event::Saving { sources: sources.len() });
    let earlier = earlier(keeping, session);
    let mut left = keeping.most;
    let mut receipts: Vec<Option<Receipt>> = sources
        .iter()
        .map(|(url, title)| decided(url, title.as_ref(), &earlier, keeping, &mut left, session))
        .collect();
    for receipt in receipts.iter().flatten() {
        session.stages.progress.tell(&Event::Saved { receipt });
    }
    let open: Vec<usize> = (0..sources.len()).filter(|source| receipts[*source].is_none()).collect();
    let hosts = open.iter().map(|source| sources[*source].0[..Position::BeforePath].to_owned());
    let most = session.options.max_in_flight;
    let in_all = if keeping.recorder.with_requisites() { most.min(AT_ONCE_WITH_REQUISITES) } else { most };
    let limits = Limits { per_host: session.options.host_concurrency, in_all };
    let fetched = each_host(hosts, limits, |index| {
        let (keeping, session) = (Arc::clone(keeping), Arc::clone(session));
        let (source, (url, title)) = (open[index], sources[open[index]].clone());
        async move {
            let receipt = kept(url, title, &keeping, &session).await;
            session.stages.progress.tell(&Event::Saved { receipt: &receipt });
            (source, receipt)
        }
        .boxed()
    })
    .await;
    for (source, receipt) in fetched {
        receipts[source] = Some(receipt);
    }
    receipts.into_iter().flatten().collect()
}

/// The address to fetch. Of a source that has moved it is the old one: whoever looks the citation up
/// in the archive is led from there to the new one, as on the web.
fn source<'a>(cited: &'a Url, check: &'a Check) -> Option<&'a Url> {
    check.verdict.is_there().then(|| check.taken.as_ref().unwrap_or(cited))
}

/// The receipt of a source that need not or must not be fetched.
fn decided(
    url: &Url,
    title: Option<&String>,
    earlier: &HashMap<Url, Timestamp>,
    keeping: &Keeping,
    left: &mut usize,
    session: &Session,
) -> Option<Receipt> {
    let now = session.stages.clock.now();
    let receipt = |status| Receipt::new(url.clone(), status, now);
    if mask_url(url) != *url {
        let why = "the address holds a password or a token, which the archive would keep";
        return Some(receipt(SaveStatus::NotAsked).because(why));
    }
    if let Some(time) = earlier.get(&bare(url)) {
        list(url, *time, title.cloned(), keeping);
        return Some(receipt(SaveStatus::AlreadyArchived).because("kept less than a day ago"));
    }
    if keeping.dry_run {
        return Some(receipt(SaveStatus::Planned));
    }
    match left.checked_sub(1) {
        Some(rest) => *left = rest,
        None => return Some(receipt(SaveStatus::NotAsked).because("the cap of this run is reached")),
    }
    None
}

async fn kept(url: Url, title: Option<String>, keeping: &Keeping, session: &Session) -> Receipt {
    let now = session.stages.clock.now();
    let receipt = |status| Receipt::new(url.clone(), status, now);
    if let Permission::Denied(why) = keeping.recorder.permission(&url).await {
        return receipt(SaveStatus::Disallowed).because(why);
    }
    let Some(fetched) = session.stages.stop.run_until_cancelled(keeping.recorder.record(&url)).await else {
        return receipt(SaveStatus::Paused).because("the run was stopped; the next one goes on");
    };
    match fetched {
        Ok(captured) if captured.status >= 400 => {
            receipt(SaveStatus::TryAgain).because(format!("it answered {}", captured.status))
        }
        Ok(captured) => written(&url, title, captured, keeping, now).await,
        Err(failure) => receipt(SaveStatus::TryAgain).because(failure.to_string()),
    }
}

async fn written(
    url: &Url,
    title: Option<String>,
    captured: Captured,
    keeping: &Keeping,
    now: Timestamp,
) -> Receipt {
    let receipt = |status| Receipt::new(url.clone(), status, now);
    let (warcs, agent) = (Arc::clone(&keeping.warcs), keeping.user_agent.clone());
    let Captured { exchanges, missing, disallowed, room, .. } = captured;
    let with_requisites = keeping.recorder.with_requisites();
    let time = exchanges.first().map(|exchange| exchange.time);
    // Compressing and syncing would hold up everything else that is under way.
    let write = move || -> Result<String, String> {
        let ready = Ready::new(&exchanges, &agent, with_requisites).map_err(|error| error.to_string())?;
        drop(exchanges);
        let _until_written = room;
        let mut warcs = warcs.lock().unwrap_or_else(PoisonError::into_inner);
        warcs.add(ready).map_err(|error| error.to_string())?;
        Ok(warcs.file_name())
    };
    let written = tokio::task::spawn_blocking(write).await.map_err(|error| error.to_string());
    let file = match written.flatten() {
        Ok(file) => file,
        Err(why) => return receipt(SaveStatus::TryAgain).because(why),
    };
    if let Some(time) = time {
        list(url, time, title, keeping);
    }
    let missing = without(missing.len(), "could not be had");
    let disallowed = without(disallowed.len(), "left out for robots.txt");
    receipt(SaveStatus::Saved).because(format!("kept in {file}{missing}{disallowed}"))
}

/// What a page was kept without, and why.
fn without(requisites: usize, why: &str) -> String {
    match requisites {
        0 => String::new(),
        1 => format!("; 1 requisite {why}"),
        several => format!("; {several} requisites {why}"),
    }
}

/// What was kept so lately that it need not be fetched again, and when. Where requisites are wanted, what
/// was kept without them is not enough.
fn earlier(keeping: &Keeping, session: &Session) -> HashMap<Url, Timestamp> {
    let now = session.stages.clock.now();
    let warcs = keeping.warcs.lock().unwrap_or_else(PoisonError::into_inner);
    let fresh = warcs.entries().iter();
    let fresh = fresh.filter(|entry| entry.status < 400 && now.duration_since(entry.time) < FRESH);
    let fresh = fresh.filter(|entry| entry.with_requisites || !keeping.recorder.with_requisites());
    fresh.map(|entry| (entry.url.clone(), entry.time)).collect()
}

/// Puts a page on the list of pages.
fn list(url: &Url, time: Timestamp, title: Option<String>, keeping: &Keeping) {
    let page = Page { url: bare(url), time, title };
    keeping.pages.lock().unwrap_or_else(PoisonError::into_inner).push(page);
}

fn bare(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    url
}
