//! An ask from beginning to end: the program's own voice first, a browser's if that smells of a
//! ban, and the network itself if nobody says anything.

use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::header::HeaderMap;

use super::browser;
use super::build::{Builder, WebError};
use super::chain::{Chain, End, Means};
use super::cookies::Jar;
use super::network::{Network, Watch};
use super::observation::{Ask, Failure, Fetch, Observation};
use super::pace::Limits;
use super::redirect::is_web;
use super::resolve::Resolve;
use super::retry::Retries;
use super::settings::{Settings, SettingsError};
use super::throttle::{Throttle, Waiting};
use super::wire::{NoAnswer, Wire};

/// Silences in a row, at least, after which a host is left alone for a while.
const MIN_SILENCES: u32 = 6;

/// The web as it is asked for real.
pub struct Web {
    settings: Settings,
    own: HeaderMap,
    pretended: HeaderMap,
    throttle: Throttle,
    watch: Watch,
    wire: Box<dyn Wire>,
}

impl Web {
    /// A web with the proxies of the environment and the system's certificates.
    ///
    /// # Errors
    /// [`WebError`] if the settings are unusable or TLS cannot be set up.
    pub fn new(settings: Settings, resolver: Arc<dyn Resolve>) -> Result<Self, WebError> {
        Builder::new(settings, resolver).build()
    }

    /// A web with other proxies, further certificates, another idea of whether it is up.
    pub fn builder(settings: Settings, resolver: Arc<dyn Resolve>) -> Builder {
        Builder::new(settings, resolver)
    }

    pub(super) fn over(
        wire: Box<dyn Wire>,
        network: Arc<dyn Network>,
        settings: Settings,
    ) -> Result<Self, SettingsError> {
        settings.validate()?;
        let seats = u32::try_from(settings.host_concurrency).unwrap_or(u32::MAX);
        let limits = Limits {
            interval: settings.host_interval,
            max_wait: settings.max_retry_after,
            max_silences: seats.saturating_mul(2).max(MIN_SILENCES),
        };
        Ok(Self {
            own: settings.own_headers()?,
            pretended: settings.pretended_headers(),
            throttle: Throttle::new(settings.max_concurrency, settings.host_concurrency, limits),
            watch: Watch::new(network),
            wire,
            settings,
        })
    }

    /// The hosts for which requests wait, the longest queue first. For a display: what it tells
    /// may be out of date when it is read.
    pub fn waiting(&self) -> Vec<Waiting> {
        self.throttle.waiting()
    }

    async fn observe(&self, ask: Ask) -> Observation {
        if !is_web(&ask.url) {
            let failure = Failure::NotHttp(ask.url.to_string());
            return observation(ask, End::at_once(failure), false);
        }
        let mut jar = Jar::default();
        let retries = Retries::new(self.retries(&ask), self.settings.retry_delay);
        let mut end = self.chain(&ask, &self.own, retries).run(&mut jar, ask.follow).await;
        let mut as_browser = false;
        if ask.browser_retry && browser::smells_of_ban(&end.outcome) {
            let once = Retries::new(0, self.settings.retry_delay);
            let second = self.chain(&ask, &self.pretended, once).run(&mut jar, ask.follow).await;
            as_browser = browser::is_better(&second.outcome, &end.outcome);
            end = end.followed_by(second, as_browser);
        }
        self.doubt_the_network(&mut end).await;
        observation(ask, end, as_browser)
    }

    fn retries(&self, ask: &Ask) -> u32 {
        if self.watch.was_just_down() { 0 } else { ask.retries.unwrap_or(self.settings.max_retries) }
    }

    fn chain<'a>(&'a self, ask: &Ask, voice: &HeaderMap, retries: Retries) -> Chain<'a> {
        let means = Means {
            wire: &*self.wire,
            throttle: &self.throttle,
            timeout: ask.timeout.unwrap_or(self.settings.timeout),
            first_patience: ask.timeout.unwrap_or(self.settings.progress_timeout),
            max_redirects: self.settings.max_redirects,
        };
        Chain::new(means, ask, voice, retries)
    }

    async fn doubt_the_network(&self, end: &mut End) {
        let silence = matches!(end.outcome, Err(NoAnswer { silence: true, .. }));
        if end.outcome.is_ok() && end.attempts > 0 {
            self.watch.heard();
        } else if silence && let Some(outage) = self.watch.outage().await {
            end.outcome = Err(NoAnswer::silence(Failure::Offline(outage)));
        }
    }
}

fn observation(ask: Ask, end: End, as_browser: bool) -> Observation {
    Observation {
        requested: ask.url,
        hops: end.hops,
        passed: end.passed,
        attempts: end.attempts,
        as_browser,
        outcome: end.outcome.map_err(|no_answer| no_answer.failure),
    }
}

impl Fetch for Web {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        self.observe(ask).boxed()
    }
}
