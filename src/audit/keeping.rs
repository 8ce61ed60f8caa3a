//! Sources that are still alive are kept in an archive of one's own.
//!
//! What a check read is not kept: it was cut off, and perhaps asked with a browser's headers. A
//! source that is to be kept is fetched anew, whole.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use futures::{StreamExt, stream};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::archive::local::{Captured, Page, Recorder, Warcs};
use crate::archive::{Permission, Robots};
use crate::model::{Check, Known, Receipt, SaveStatus, Verdict, mask_url};

use super::links::Plan;
use super::progress::Event;
use super::session::Session;

/// How many sources are fetched at once; hosts are asked at their own pace.
const AT_ONCE: usize = 16;

/// What was kept within this time is not fetched again: a run that was stopped goes on.
const FRESH: SignedDuration = SignedDuration::from_hours(24);

/// How sources are kept.
pub struct Keeping {
    /// Who fetches them.
    pub recorder: Recorder,
    /// Where they are kept.
    pub warcs: Mutex<Warcs>,
    /// The pages that were kept in this run or an earlier one, for the list of pages.
    pub pages: Mutex<Vec<Page>>,
    /// Who is asked whether a page may be kept; nobody if that is not to be asked.
    pub robots: Option<Arc<Robots>>,
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
    keeping: &Keeping,
    session: &Session,
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
    let sources: Vec<_> = sources
        .into_iter()
        .map(|(url, title)| {
            let decided = decided(&url, title.as_ref(), &earlier, keeping, &mut left, session);
            (url, title, decided)
        })
        .collect();
    stream::iter(sources)
        .map(|(url, title, decided)| async move {
            let receipt = match decided {
                Some(receipt) => receipt,
                None => kept(url, title, keeping, session).await,
            };
            session.stages.progress.tell(&Event::Saved { receipt: &receipt });
            receipt
        })
        .buffered(AT_ONCE)
        .collect()
        .await
}

/// The address to fetch. Of a source that has moved it is the old one: whoever looks the citation up
/// in the archive is led from there to the new one, as on the web.
fn source<'a>(cited: &'a Url, check: &'a Check) -> Option<&'a Url> {
    let is_there = matches!(check.verdict, Verdict::Alive | Verdict::Moved);
    is_there.then(|| check.taken.as_ref().unwrap_or(cited))
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
        None => return Some(receipt(SaveStatus::Paused).because("the cap of this run is reached")),
    }
    None
}

async fn kept(url: Url, title: Option<String>, keeping: &Keeping, session: &Session) -> Receipt {
    let now = session.stages.clock.now();
    let receipt = |status| Receipt::new(url.clone(), status, now);
    if let Some(robots) = &keeping.robots
        && let Permission::Denied(why) = robots.permission(&url).await
    {
        return receipt(SaveStatus::Disallowed).because(why);
    }
    let Some(fetched) = session.stages.stop.run_until_cancelled(keeping.recorder.record(&url)).await else {
        return receipt(SaveStatus::Paused).because("the run was stopped; the next one goes on");
    };
    match fetched {
        Ok(captured) if captured.status >= 400 => {
            receipt(SaveStatus::TryAgain).because(format!("it answered {}", captured.status))
        }
        Ok(captured) => written(&url, title, &captured, keeping, &receipt),
        Err(failure) => receipt(SaveStatus::TryAgain).because(failure.to_string()),
    }
}

fn written(
    url: &Url,
    title: Option<String>,
    captured: &Captured,
    keeping: &Keeping,
    receipt: &dyn Fn(SaveStatus) -> Receipt,
) -> Receipt {
    let mut warcs = keeping.warcs.lock().unwrap_or_else(PoisonError::into_inner);
    if let Err(error) = warcs.keep(&captured.exchanges, &keeping.user_agent) {
        return receipt(SaveStatus::TryAgain).because(error.to_string());
    }
    if let Some(first) = captured.exchanges.first() {
        list(url, first.time, title, keeping);
    }
    let missing = match captured.missing.len() {
        0 => String::new(),
        1 => "; 1 requisite could not be had".to_owned(),
        several => format!("; {several} requisites could not be had"),
    };
    receipt(SaveStatus::Saved).because(format!("kept in {}{missing}", warcs.file_name()))
}

/// What was kept so lately that it need not be fetched again, and when.
fn earlier(keeping: &Keeping, session: &Session) -> HashMap<Url, Timestamp> {
    let now = session.stages.clock.now();
    let warcs = keeping.warcs.lock().unwrap_or_else(PoisonError::into_inner);
    let fresh = warcs.entries().iter().filter(|entry| now.duration_since(entry.time) < FRESH);
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
