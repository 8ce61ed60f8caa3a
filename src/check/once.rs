//! A web that asks every address once: for links that are one address cited as different works.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::Method;
use url::Url;

use crate::web::{Ask, Fetch, Observation};

/// Remembers what it saw, bodies and all, for as long as it lives.
pub(super) struct Once {
    web: Arc<dyn Fetch>,
    seen: Mutex<HashMap<Url, Observation>>,
}

impl Once {
    pub(super) fn new(web: Arc<dyn Fetch>) -> Self {
        Self { web, seen: Mutex::default() }
    }

    fn seen(&self, url: &Url) -> Option<Observation> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).get(url).cloned()
    }

    async fn ask(&self, ask: Ask) -> Observation {
        if ask.method != Method::GET {
            return self.web.fetch(ask).await;
        }
        if let Some(observation) = self.seen(&ask.url) {
            return observation;
        }
        let url = ask.url.clone();
        let observation = self.web.fetch(ask).await;
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(url, observation.clone());
        observation
    }
}

impl Fetch for Once {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        self.ask(ask).boxed()
    }
}
