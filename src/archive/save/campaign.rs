//! Saving many sources: a job for each, a few at once, every step written down before the next.
//!
//! The order of writing is what makes a `kill -9` harmless. "About to be asked" is written before the
//! question goes out, the job's name as soon as it is known and before it is asked after. The next
//! run asks after the jobs it finds, and puts again the question of which it does not know whether
//! it arrived: the archive answers it with the same job.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures::{StreamExt, stream};
use jiff::SignedDuration;
use url::Url;

use super::client::{Anonymous, SavePageNow};
use super::codes::Class;
use super::jobs::Jobs;
use super::reply::{Account, Progress, Refusal, Submitted};
use crate::archive::robots::{Permission, Robots};
use crate::model::{Receipt, SaveStatus, Snapshot};

/// For so long a capture of one's own stands, though no index lists it yet.
const STANDS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// For so long a refusal that no repetition helps is not asked for again.
const REFUSED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// For so long a source of which it is not known whether it was captured is left to the look-up:
/// fresh captures appear hours late.
const UNKNOWN_FOR: SignedDuration = SignedDuration::from_hours(24);

/// How often it is asked whether the account may begin a job, while it may not.
const PATIENCE_FOR_A_SEAT: u32 = 6;

/// Sources to be saved, and what it takes.
pub struct Campaign<'c> {
    /// The service.
    pub service: &'c SavePageNow,
    /// Who is asked whether a page may be captured; nobody if that is not to be asked.
    pub robots: Option<&'c Robots>,
    /// What earlier runs asked for.
    pub jobs: &'c dyn Jobs,
    /// The most new jobs.
    pub most: usize,
    /// Hears each receipt when it is final for this run.
    pub told: &'c (dyn Fn(&Receipt) + Sync),
}

/// What all sources of a campaign share.
struct State {
    left: AtomicUsize,
    paused: Mutex<Option<String>>,
}

impl State {
    /// Why nothing more is asked, if so.
    fn paused(&self) -> Option<String> {
        self.paused.lock().expect("nothing panics while it is held").clone()
    }

    fn pause(&self, why: &str) {
        self.paused.lock().expect("nothing panics while it is held").get_or_insert(why.to_owned());
    }

    fn take_one(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok()
    }
}

/// A source before a job is asked for.
enum Prepared {
    /// Nothing is to be asked: this is its receipt.
    Told(Box<Receipt>),
    Open(Url),
}

/// Whether a try is the last word.
enum Tried {
    Final(Receipt),
    Again(Receipt),
}

impl Campaign<'_> {
    /// Saves the sources, in their order as far as several at once allow. Each gets one receipt.
    pub async fn save(&self, urls: Vec<Url>) {
        let (state, seats) = self.begin(urls.is_empty()).await;
        stream::iter(urls)
            .map(|url| self.prepare(url, &state))
            .buffered(seats)
            .for_each_concurrent(seats, |prepared| {
                let state = &state;
                async move {
                    let receipt = match prepared {
                        Prepared::Open(url) => self.save_one(&url, state).await,
                        Prepared::Told(receipt) => *receipt,
                    };
                    (self.told)(&receipt);
                }
            })
            .await;
    }

    /// Asks what the account may do: how many jobs at once, and how many in all.
    async fn begin(&self, is_empty: bool) -> (State, usize) {
        let state = State { left: AtomicUsize::new(self.most), paused: Mutex::default() };
        let mut seats = 1;
        if !is_empty && self.service.has_login() {
            match self.account().await {
                Ok(account) => {
                    let most = usize::try_from(account.available.unwrap_or(1)).unwrap_or(usize::MAX);
                    seats = most.clamp(1, self.service.settings.concurrency.max(1));
                    match account.left_today {
                        Some(0) => state.pause("the account has made all the captures it may today"),
                        Some(left) => {
                            let left = usize::try_from(left).unwrap_or(usize::MAX);
                            state.left.fetch_min(left, Ordering::Relaxed);
                        }
                        None => {}
                    }
                }
                Err(why) => state.pause(&why),
            }
        }
        (state, seats)
    }

    /// Waits for a free place; says why if nothing can be asked at all.
    async fn account(&self) -> Result<Account, String> {
        let mut asked = 0;
        loop {
            asked += 1;
            match self.service.account().await {
                Ok(Err(why)) => return Err(format!("the archive does not accept the login: {why}")),
                Ok(Ok(Account { available: Some(0), .. })) if asked < PATIENCE_FOR_A_SEAT => {
                    tokio::time::sleep(self.service.settings.longest_poll).await;
                }
                Ok(Ok(Account { available: Some(0), .. })) => {
                    return Err("the account has no place for another job now".to_owned());
                }
                Ok(Ok(account)) => return Ok(account),
                // Whether jobs are taken is for the next question to tell.
                Err(_) => return Ok(Account { available: None, left_today: None }),
            }
        }
    }

    /// What can be told of a source without asking for a job; else the source. Here, where the order
    /// is kept, so that the first ones get the jobs that there are.
    async fn prepare(&self, url: Url, state: &State) -> Prepared {
        if let Some(receipt) = self.resume(&url, state).await {
            return Prepared::Told(Box::new(receipt));
        }
        if let Some(receipt) = self.left_out(&url, state, state.left.load(Ordering::Relaxed) > 0) {
            return Prepared::Told(Box::new(receipt));
        }
        if let Some(robots) = self.robots
            && let Permission::Denied(why) = robots.permission(&url).await
        {
            return Prepared::Told(Box::new(self.receipt(&url, SaveStatus::Disallowed).because(why)));
        }
        Prepared::Open(url)
    }

    /// Why nothing is asked for, if so.
    fn left_out(&self, url: &Url, state: &State, is_left: bool) -> Option<Receipt> {
        if let Some(why) = state.paused() {
            return Some(self.receipt(url, SaveStatus::Paused).because(why));
        }
        let why = "as many as allowed were asked for before it";
        (!is_left).then(|| self.receipt(url, SaveStatus::NotAsked).because(why))
    }

    async fn save_one(&self, url: &Url, state: &State) -> Receipt {
        let is_left = state.paused().is_none() && state.take_one();
        match self.left_out(url, state, is_left) {
            None => self.try_all(url, state).await,
            Some(receipt) => receipt,
        }
    }

    /// What an earlier run knows of it, where nothing has to be asked for anew.
    async fn resume(&self, url: &Url, state: &State) -> Option<Receipt> {
        let last = self.jobs.last(url)?;
        let age = self.service.clock.now().duration_since(last.at);
        match (last.status, &last.job) {
            (SaveStatus::Pending, Some(job)) => match self.follow(url, job, state).await {
                Tried::Final(receipt) if receipt.status == SaveStatus::Unknown && age > UNKNOWN_FOR => None,
                Tried::Final(receipt) => Some(receipt),
                Tried::Again(_) => None,
            },
            (SaveStatus::Unknown, _) if age <= UNKNOWN_FOR => Some(last),
            (SaveStatus::Saved | SaveStatus::AlreadyArchived, _) if age <= STANDS => {
                Some(Receipt { status: SaveStatus::AlreadyArchived, ..last })
            }
            (SaveStatus::Tomorrow, _) if age <= SignedDuration::from_hours(24) => Some(last),
            (SaveStatus::Refused, _) if age <= REFUSED_FOR => Some(last),
            _ => None,
        }
    }

    async fn try_all(&self, url: &Url, state: &State) -> Receipt {
        let mut wait = self.service.settings.before_retry;
        let mut tried = 1;
        loop {
            match self.try_once(url, state).await {
                Tried::Final(receipt) => return receipt,
                Tried::Again(receipt) if tried >= self.service.settings.tries => return self.kept(receipt),
                Tried::Again(receipt) if state.paused().is_some() => return self.kept(receipt),
                Tried::Again(_) => tokio::time::sleep(wait).await,
            }
            tried += 1;
            wait *= 2;
        }
    }

    async fn try_once(&self, url: &Url, state: &State) -> Tried {
        let asked = self.receipt(url, SaveStatus::Asked);
        if !self.jobs.write(&asked) {
            let why = "the store cannot be written, and without it the job could be lost";
            return Tried::Final(self.receipt(url, SaveStatus::NotAsked).because(why));
        }
        if !self.service.has_login() {
            return Tried::Final(self.kept(self.anonymously(url, asked).await));
        }
        match self.service.submit(url).await {
            Ok(Submitted::Job(job)) => self.accepted(url, &job, state).await,
            Ok(Submitted::Already(message)) => {
                let receipt = Receipt { message, ..self.receipt(url, SaveStatus::AlreadyArchived) };
                Tried::Final(self.kept(receipt))
            }
            Ok(Submitted::Refused(refusal)) => self.refused(&asked, &refusal, state),
            Ok(Submitted::NoLogin(why)) => {
                let why = format!("the archive does not accept the login: {why}");
                state.pause(&why);
                Tried::Final(self.receipt(url, SaveStatus::Paused).because(why))
            }
            // It may have arrived: what is written stands.
            Err(unanswered) if unanswered.to_question => Tried::Final(asked.because(unanswered.why)),
            Err(unanswered) => Tried::Final(self.receipt(url, SaveStatus::Paused).because(unanswered.why)),
        }
    }

    async fn anonymously(&self, url: &Url, asked: Receipt) -> Receipt {
        match self.service.save_anonymously(url).await {
            Ok(Anonymous::Captured(snapshot)) => self.saved(url, None, snapshot),
            Ok(Anonymous::Untold(why)) => self.receipt(url, SaveStatus::Unknown).because(why),
            Err(unanswered) if unanswered.to_question => asked.because(unanswered.why),
            Err(unanswered) => self.receipt(url, SaveStatus::Paused).because(unanswered.why),
        }
    }

    async fn accepted(&self, url: &Url, job: &str, state: &State) -> Tried {
        let pending = Receipt { job: Some(job.to_owned()), ..self.receipt(url, SaveStatus::Pending) };
        // Should this not be written, "asked" is: the same job is the answer to the next run's question.
        self.jobs.write(&pending);
        self.follow(url, job, state).await
    }

    /// Asks after a job until it has ended, or for as long as is sensible.
    async fn follow(&self, url: &Url, job: &str, state: &State) -> Tried {
        match self.ended(url, job).await {
            Ok(receipt) => Tried::Final(self.kept(receipt)),
            Err(refusal) => {
                let receipt =
                    Receipt { job: Some(job.to_owned()), ..self.receipt(url, SaveStatus::TryAgain) };
                self.refused(&receipt, &refusal, state)
            }
        }
    }

    /// Where a job stands in the end, if it was not refused.
    async fn ended(&self, url: &Url, job: &str) -> Result<Receipt, Refusal> {
        let settings = &self.service.settings;
        let with_job = |status| Receipt { job: Some(job.to_owned()), ..self.receipt(url, status) };
        let begun = tokio::time::Instant::now();
        let mut wait = settings.first_poll;
        loop {
            tokio::time::sleep(wait).await;
            match self.service.progress(job).await {
                Ok(Progress::Pending) if begun.elapsed() >= settings.give_up_after => {
                    let why = "the archive has not ended the job yet; the next run asks again";
                    return Ok(with_job(SaveStatus::Pending).because(why));
                }
                Ok(Progress::Pending) => wait = (wait * 2).min(settings.longest_poll),
                Ok(Progress::Done { time, original }) => {
                    let original = original.unwrap_or_else(|| url.to_string());
                    return Ok(match self.service.snapshot(time, &original) {
                        Some(snapshot) => self.saved(url, Some(job), snapshot),
                        None => with_job(SaveStatus::Unknown).because("the capture has no address"),
                    });
                }
                Ok(Progress::Failed(refusal)) => return Err(refusal),
                Ok(Progress::Forgotten(why)) => return Ok(with_job(SaveStatus::Unknown).because(why)),
                Err(unanswered) => return Ok(with_job(SaveStatus::Pending).because(unanswered.why)),
            }
        }
    }

    /// What a refusal makes of a receipt.
    fn refused(&self, receipt: &Receipt, refusal: &Refusal, state: &State) -> Tried {
        let receipt = |status| Receipt { status, ..receipt.clone() }.because(refusal.why.clone());
        match refusal.class {
            Class::Passing => Tried::Again(receipt(SaveStatus::TryAgain)),
            Class::Tomorrow => Tried::Final(self.kept(receipt(SaveStatus::Tomorrow))),
            Class::Lasting => Tried::Final(self.kept(receipt(SaveStatus::Refused))),
            Class::Pause => {
                state.pause(&refusal.why);
                Tried::Final(self.kept(receipt(SaveStatus::Paused)))
            }
        }
    }

    fn saved(&self, url: &Url, job: Option<&str>, snapshot: Snapshot) -> Receipt {
        let job = job.map(str::to_owned);
        Receipt { job, snapshot: Some(snapshot), ..self.receipt(url, SaveStatus::Saved) }
    }

    /// Writes a receipt down. If that fails the capture exists all the same, and the job before it
    /// is written.
    fn kept(&self, receipt: Receipt) -> Receipt {
        self.jobs.write(&receipt);
        receipt
    }

    fn receipt(&self, url: &Url, status: SaveStatus) -> Receipt {
        Receipt::new(url.clone(), status, self.service.clock.now())
    }
}
