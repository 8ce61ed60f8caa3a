//! Sources that are still alive and have no good capture are saved before they go.
//!
//! Saved is the address that answers as the cited source: of one that has moved, the new one. What
//! the archive could not be asked about, what it does not show, and what an author has saved already
//! is left alone, and so is an address that holds a secret: what an archive gets, everybody gets.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::archive::{Campaign, Jobs, Robots, SavePageNow};
use crate::model::{Check, Known, Lookup, Receipt, SaveStatus, Snapshot, Verdict, mask_url};

use super::links::Plan;
use super::progress::Event;
use super::session::Session;

/// How sources are saved.
#[derive(Clone)]
pub struct Saving {
    /// By whom.
    pub service: Arc<SavePageNow>,
    /// Who is asked whether a page may be captured; nobody if that is not to be asked.
    pub robots: Option<Arc<Robots>>,
    /// The most new captures in this run.
    pub most: usize,
    /// A source whose capture is farther than this from the day it was cited is saved as well.
    pub farther: Option<Duration>,
    /// Nothing is asked; the receipts say what would be.
    pub dry_run: bool,
}

/// What came of saving.
#[derive(Default)]
pub(super) struct Saved {
    /// A receipt for each source that was to be saved, in the order of the documents.
    pub(super) receipts: Vec<Receipt>,
    /// The queries whose capture was made in this run.
    pub(super) queries: HashSet<usize>,
}

type Lookups = Vec<Option<Known<Lookup>>>;

/// Saves what is to be saved, and puts the new captures among the look-ups.
pub(super) async fn save(
    plan: &Plan,
    checks: &[Known<Check>],
    lookups: &mut Lookups,
    session: &Session,
) -> Saved {
    let Some(saving) = &session.saving else { return Saved::default() };
    let wanted = Wanted::of(plan, checks, lookups, saving, session.stages.clock.now());
    session.stages.progress.tell(&Event::Saving { sources: wanted.urls.len() });
    let receipts = receipts(&wanted.urls, saving, session).await;
    let mut queries = HashSet::new();
    for receipt in &receipts {
        let Some(snapshot) = &receipt.snapshot else { continue };
        for &query in wanted.queries.get(&receipt.url).into_iter().flatten() {
            let reference = plan.queries[query].reference;
            if !is_better(snapshot, lookups[query].as_ref(), reference, receipt.at) {
                continue;
            }
            let lookup = Lookup::Found(snapshot.clone());
            session.record_lookup(&plan.queries[query].url, reference, &lookup);
            lookups[query] = Some(Known::live(lookup));
            if receipt.status == SaveStatus::Saved {
                queries.insert(query);
            }
        }
    }
    Saved { receipts, queries }
}

/// Whether an earlier run asked for a capture of this address and never heard whether there is one:
/// then the archive is asked anew, whatever it said before.
pub(super) fn is_open(url: &Url, session: &Session) -> bool {
    let Some(saving) = &session.saving else { return false };
    let last = session.or_trouble(session.stages.store.last_save(saving.service.identity(), url)).flatten();
    last.is_some_and(|receipt| {
        matches!(receipt.status, SaveStatus::Asked | SaveStatus::Pending | SaveStatus::Unknown)
    })
}

/// What is to be saved.
#[derive(Default)]
struct Wanted {
    /// Distinct addresses, in the order of their first citation.
    urls: Vec<Url>,
    /// The look-ups that a capture of an address answers.
    queries: HashMap<Url, Vec<usize>>,
}

impl Wanted {
    fn of(plan: &Plan, checks: &[Known<Check>], lookups: &Lookups, saving: &Saving, now: Timestamp) -> Self {
        let mut wanted = Self::default();
        for (query, link) in plan.query_links.iter().enumerate() {
            let is_wanted = match lookups[query].as_ref().map(|known| &known.value) {
                Some(Lookup::Absent) => !plan.copied.contains(link),
                Some(Lookup::Found(snapshot)) => saving.farther.is_some_and(|farther| {
                    let farther = SignedDuration::try_from(farther).unwrap_or(SignedDuration::MAX);
                    distance(snapshot, plan.queries[query].reference, now) > farther
                }),
                Some(Lookup::Excluded | Lookup::Failed(_)) | None => false,
            };
            let target = target(&plan.links[*link].url, &checks[*link].value).filter(|_| is_wanted);
            let Some(url) = target else { continue };
            let queries = wanted.queries.entry(url.clone()).or_default();
            if queries.is_empty() {
                wanted.urls.push(url.clone());
            }
            queries.push(query);
        }
        wanted
    }
}

/// The address under which a source is there.
pub(super) fn target<'a>(cited: &'a Url, check: &'a Check) -> Option<&'a Url> {
    match check.verdict {
        Verdict::Alive => Some(check.taken.as_ref().unwrap_or(cited)),
        Verdict::Moved => check.final_url.as_ref(),
        _ => None,
    }
}

async fn receipts(urls: &[Url], saving: &Saving, session: &Session) -> Vec<Receipt> {
    let now = session.stages.clock.now();
    let (open, secret): (Vec<Url>, Vec<Url>) = urls.iter().cloned().partition(|url| mask_url(url) == *url);
    let mut known: HashMap<Url, Receipt> = HashMap::new();
    for url in secret {
        let why = "the address holds a password or a token, which an archive would publish";
        known.insert(url.clone(), Receipt::new(url, SaveStatus::NotAsked, now).because(why));
    }
    if saving.dry_run {
        known.extend(open.into_iter().map(|url| (url.clone(), Receipt::new(url, SaveStatus::Planned, now))));
    } else if !open.is_empty() {
        known.extend(asked(open, saving, session).await);
    }
    urls.iter().filter_map(|url| known.remove(url)).collect()
}

async fn asked(urls: Vec<Url>, saving: &Saving, session: &Session) -> HashMap<Url, Receipt> {
    let jobs = StoredJobs { session, service: saving.service.identity() };
    let receipts = Mutex::new(HashMap::new());
    let told = |receipt: &Receipt| {
        session.stages.progress.tell(&Event::Saved { receipt });
        let mut receipts = receipts.lock().unwrap_or_else(PoisonError::into_inner);
        receipts.insert(receipt.url.clone(), receipt.clone());
    };
    let campaign = Campaign {
        service: &saving.service,
        robots: saving.robots.as_deref(),
        jobs: &jobs,
        most: saving.most,
        told: &told,
    };
    session.stages.stop.run_until_cancelled(campaign.save(urls.clone())).await;
    let mut receipts = receipts.into_inner().unwrap_or_else(PoisonError::into_inner);
    for url in urls {
        receipts.entry(url.clone()).or_insert_with(|| interrupted(url, &jobs, session));
    }
    receipts
}

/// What the store knows of a source that the run was stopped at.
fn interrupted(url: Url, jobs: &StoredJobs<'_>, session: &Session) -> Receipt {
    let open = |receipt: &Receipt| matches!(receipt.status, SaveStatus::Asked | SaveStatus::Pending);
    let why = "the run was stopped; the next one goes on";
    match jobs.last(&url).filter(open) {
        Some(receipt) => receipt.because(why),
        None => Receipt::new(url, SaveStatus::Paused, session.stages.clock.now()).because(why),
    }
}

/// How far a capture is from the day it is wanted for; without one, how old it is.
fn distance(snapshot: &Snapshot, reference: Option<Date>, now: Timestamp) -> SignedDuration {
    let moment =
        reference.and_then(|day| jiff::tz::Offset::UTC.to_timestamp(day.at(12, 0, 0, 0)).ok()).unwrap_or(now);
    snapshot.time.duration_since(moment).abs()
}

/// Whether a new capture serves a look-up better than what it found.
fn is_better(new: &Snapshot, known: Option<&Known<Lookup>>, reference: Option<Date>, now: Timestamp) -> bool {
    match known.map(|known| &known.value) {
        Some(Lookup::Found(old)) => distance(new, reference, now) < distance(old, reference, now),
        _ => true,
    }
}

/// The store as the memory of jobs.
struct StoredJobs<'a> {
    session: &'a Session,
    service: &'a str,
}

impl Jobs for StoredJobs<'_> {
    fn last(&self, url: &Url) -> Option<Receipt> {
        self.session.or_trouble(self.session.stages.store.last_save(self.service, url)).flatten()
    }

    fn write(&self, receipt: &Receipt) -> bool {
        self.session.record_save(self.service, receipt)
    }
}
