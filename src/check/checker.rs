//! Asking about a link and judging what comes back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::OnceCell;
use url::Url;

use super::address::{self, host};
use super::case::{Case, Kind};
use super::failure;
use super::fingerprint::{Fingerprint, Untold};
use super::front::Fronts;
use super::once::Once;
use super::own_redirect::own_redirect;
use super::probe::{Probe, ProbeMemory, ProbeOutcome, Sibling};
use super::report::{self, Trail};
use super::rules::Rules;
use super::ruling::evidence;
use super::sibling::invent;
use super::signals::{
    AT_SIGHT, IN_CONTEXT, WALLS, first_signal, is_identifier_resolver, is_shortener, phrase,
};
use super::sketch::Sketch;
use crate::clock::Clock;
use crate::model::{Check, Claims, Hop, Link, Reason, Verdict};
use crate::web::{Ask, Failure, Fetch, Observation};

/// How often a page's own redirects are followed.
const SIGNPOSTS: usize = 3;

/// How long an address may take that is asked only on a second thought.
const SECOND_THOUGHT: Duration = Duration::from_secs(10);

/// Judges links.
///
/// Safe to share: checks may run at the same time, and those of one host share its probe.
#[derive(Clone)]
pub struct Checker {
    web: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    memory: Arc<dyn ProbeMemory>,
    rules: Rules,
    probes: Arc<Mutex<HashMap<String, Arc<OnceCell<Probe>>>>>,
    fronts: Arc<Fronts>,
    untold: Arc<Untold>,
    /// Whether what smells of a ban is asked once more with a browser's headers.
    second_voice: bool,
}

impl Checker {
    /// A checker that asks `web`.
    pub fn new(
        web: Arc<dyn Fetch>,
        clock: Arc<dyn Clock>,
        memory: Arc<dyn ProbeMemory>,
        rules: Rules,
    ) -> Self {
        Self {
            web,
            clock,
            memory,
            rules,
            probes: Arc::default(),
            fronts: Arc::default(),
            untold: Arc::default(),
            second_voice: true,
        }
    }

    /// The same checker for addresses of a host that has answered in the program's own voice already: it
    /// does not try again as a browser.
    #[must_use]
    pub fn in_own_voice(&self) -> Self {
        Self { second_voice: false, ..self.clone() }
    }

    /// Checks a link: the address as read and, if that is dead, its other readings in order, until
    /// one answers with the source.
    pub async fn check(&self, link: &Link) -> Check {
        let mut check = self.judge(&link.url, &link.claims).await;
        if check.verdict != Verdict::Dead {
            return check;
        }
        for reading in &link.alternatives {
            let other = self.judge(reading, &link.claims).await;
            if other.verdict.is_there() {
                return report::taken(other, reading, &check);
            }
            check
                .evidence
                .push(evidence("other-reading", format!("{reading} is no better: {}", other.reason)));
        }
        check
    }

    /// Checks links that are one address cited as different works. The address is asked once, and
    /// each link is held against its own claims.
    pub async fn check_each(&self, links: &[&Link]) -> Vec<Check> {
        if let [link] = links {
            return vec![self.check(link).await];
        }
        let once = Self { web: Arc::new(Once::new(Arc::clone(&self.web))), ..self.clone() };
        let now = self.clock.now();
        let mut checks = Vec::with_capacity(links.len());
        for link in links {
            checks.push(Check { checked_at: now, ..once.check(link).await });
        }
        checks
    }

    /// The page of an address that was found in this run without the cited title, once: to be held
    /// against a capture.
    pub fn untold(&self, url: &Url) -> Option<Fingerprint> {
        self.untold.take(url)
    }

    async fn judge(&self, url: &Url, claims: &Claims) -> Check {
        let observation = self.web.fetch(self.ask(url.clone())).await;
        let trail = Trail::new(&observation, self.clock.now());
        match &observation.outcome {
            Ok(_) => self.judge_answer(url, claims, observation, trail).await,
            Err(failure) => self.judge_failure(url, claims, failure, trail).await,
        }
    }

    fn ask(&self, url: Url) -> Ask {
        Ask { browser_retry: self.second_voice, ..Ask::get(url) }
    }

    /// Judges an answer, following the page's own redirects first.
    async fn judge_answer(&self, url: &Url, claims: &Claims, first: Observation, mut trail: Trail) -> Check {
        let mut observation = first;
        for _ in 0..=SIGNPOSTS {
            let answer = match &observation.outcome {
                Ok(answer) => answer,
                Err(failure) => return report::failed_at_one_door(failure, url, trail),
            };
            let case = Case::new(url, &trail.hops, answer, claims, self.rules.accepts(answer.status));
            if self.rules.vouches_for(answer.status) {
                let seen = format!("{} counts as alive by --accept", phrase(answer.status));
                return report::with(report::alive(&case, &trail), evidence("accept", seen));
            }
            if let Some((signal, ruling)) = first_signal(WALLS, &case) {
                return report::ruled(&case, signal, &ruling, &trail);
            }
            let Some(target) = own_redirect(&case) else {
                let sight = first_signal(AT_SIGHT, &case);
                return match sight {
                    Some((signal, ruling)) => report::ruled(&case, signal, &ruling, &trail),
                    None => self.judge_in_context(case, &trail).await,
                };
            };
            let signpost = Hop { url: answer.url.clone(), status: 0 };
            drop(case);
            trail.hops.push(signpost);
            observation = self.web.fetch(self.ask(target)).await;
            trail.hops.extend(observation.hops.iter().cloned());
        }
        report::failed(&Failure::RedirectLoop(trail.hops.len()), url, trail)
    }

    async fn judge_in_context(&self, mut case: Case<'_>, trail: &Trail) -> Check {
        if let Some(subject) = probe_subject(&case)
            && self.rules.probe
        {
            let probe = self.probe(&subject, trail.as_browser).await;
            case.sibling = match probe {
                Some(probe) => probe.compare(&subject, &case.answer.url, &case.page),
                None => Sibling::NotAsked,
            };
        }
        if let Some((signal, mut ruling)) = first_signal(IN_CONTEXT, &case) {
            let front = match own_front(&case).filter(|_| ruling.reason == Reason::DomainTakenOver) {
                Some(front) => {
                    let means = (&*self.web, &self.rules, SECOND_THOUGHT);
                    self.fronts.speak_for_owner(&front, case.claims, means).await
                }
                None => None,
            };
            if ruling.reason == Reason::ContentDrift {
                self.untold.keep(&case);
            }
            let Some(front) = front else { return report::ruled(&case, signal, &ruling, trail) };
            ruling.reason = Reason::ContentDrift;
            return report::with(report::ruled(&case, signal, &ruling, trail), front);
        }
        self.untold.keep(&case);
        report::alive(&case, trail)
    }

    async fn judge_failure(&self, url: &Url, claims: &Claims, failure: &Failure, trail: Trail) -> Check {
        let direct = trail.hops.is_empty() && url.port().is_none();
        let mut other_refuses = false;
        if direct
            && failure::other_scheme_may_help(url.scheme(), failure)
            && let Some(other) = other_scheme(url)
        {
            let ask = Ask { retries: Some(0), timeout: Some(SECOND_THOUGHT), ..self.ask(other.clone()) };
            let observation = self.web.fetch(ask).await;
            if let Ok(answer) = &observation.outcome {
                let seen = format!("{failure}; {other} answers {}", phrase(answer.status));
                if failure::is_about_trust(failure) {
                    return report::with(report::failed(failure, url, trail), evidence("other-scheme", seen));
                }
                let second = Trail { attempts: trail.attempts, ..Trail::new(&observation, trail.now) };
                let check = self.judge_answer(url, claims, observation, second).await;
                return report::with(check, evidence("other-scheme", seen));
            }
            other_refuses = matches!(observation.outcome, Err(Failure::ConnectionRefused(_)));
        }
        let failed = if other_refuses { report::failed } else { report::failed_at_one_door };
        failed(failure, url, trail)
    }

    /// The probe of a host: remembered, or made now, once for all who ask at the same time.
    async fn probe(&self, subject: &Url, as_browser: bool) -> Option<Probe> {
        let invented = invent(subject)?;
        let key = match subject.port() {
            Some(port) => format!("{}:{port}", host(subject)),
            None => host(subject).to_owned(),
        };
        let cell = {
            let mut probes = self.probes.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(probes.entry(key.clone()).or_default())
        };
        let probe = cell.get_or_init(|| async {
            if let Some(probe) = self.memory.recall(&key) {
                return probe;
            }
            let probe = self.ask_invented(invented, as_browser).await;
            self.memory.remember(&key, &probe);
            probe
        });
        Some(probe.await.clone())
    }

    async fn ask_invented(&self, invented: Url, as_browser: bool) -> Probe {
        let ask = Ask { retries: Some(0), browser_retry: as_browser, ..Ask::get(invented.clone()) };
        let observation = self.web.fetch(ask).await;
        let outcome = match &observation.outcome {
            Err(failure) => ProbeOutcome::Nothing(failure.to_string()),
            Ok(answer) if matches!(answer.status, 404 | 410) => ProbeOutcome::NotFound(answer.status),
            Ok(answer) => {
                let nobody = Claims::default();
                let case = Case::new(
                    &invented,
                    &observation.hops,
                    answer,
                    &nobody,
                    self.rules.accepts(answer.status),
                );
                let ruling = first_signal(WALLS, &case).or_else(|| first_signal(AT_SIGHT, &case));
                match ruling {
                    Some((_, ruling)) if hides_the_answer(ruling.reason) => {
                        ProbeOutcome::Nothing(ruling.reason.to_string())
                    }
                    _ => ProbeOutcome::Page {
                        final_url: answer.url.clone(),
                        sketch: Sketch::of(&case.page, &invented),
                    },
                }
            }
        };
        Probe { asked: invented, outcome }
    }
}

/// The address beside which one is to be invented, if the host's way with invented addresses
/// could tell anything: not for files that are there, nor for a page that is the cited work. An
/// address that only resolves to another is judged by that other.
fn probe_subject(case: &Case<'_>) -> Option<Url> {
    let page = matches!(case.kind, Kind::Html | Kind::Text);
    let resolved = is_shortener(case.requested) || is_identifier_resolver(case.requested);
    let subject = if resolved { &case.answer.url } else { case.requested };
    (page && !case.is_cited_work() && !address::is_home(subject)).then(|| subject.clone())
}

/// The front page of the cited host, if it could differ from what the cited address shows.
fn own_front(case: &Case<'_>) -> Option<Url> {
    let whole_host = matches!(case.sibling, Sibling::SamePage { .. } | Sibling::SameTarget { .. });
    let told = whole_host || case.went_home() || address::is_home(case.requested);
    if told { None } else { case.requested.join("/").ok() }
}

/// Whether a ruling on an invented address means that the host's way with such was not seen.
fn hides_the_answer(reason: Reason) -> bool {
    matches!(reason.verdict(), Verdict::Restricted | Verdict::Unsure)
}

fn other_scheme(url: &Url) -> Option<Url> {
    let mut other = url.clone();
    let scheme = if url.scheme() == "http" { "https" } else { "http" };
    other.set_scheme(scheme).ok()?;
    Some(other)
}
