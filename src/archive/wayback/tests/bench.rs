//! What the tests are made with.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use crate::archive::double::{Double, clock};
use crate::archive::{Archive, Query, Wayback, WaybackSettings};
use crate::model::Lookup;
use crate::web::{Answer, Fetch};

/// A Wayback Machine and the double behind it.
pub(super) struct Bench {
    pub(super) double: Arc<Double>,
    pub(super) wayback: Wayback,
}

impl Bench {
    /// With the default settings.
    pub(super) fn new() -> Self {
        Self::with(Double::default(), WaybackSettings::default())
    }

    pub(super) fn with(double: Double, settings: WaybackSettings) -> Self {
        let double = Arc::new(double);
        let fetch: Arc<dyn Fetch> = double.clone();
        Self { double, wayback: Wayback::new(settings, &fetch, &clock()) }
    }

    /// Answers in the order told, with the time since the start at which each was told.
    pub(super) async fn look_up(&self, queries: Vec<Query>) -> Vec<(Query, Lookup, Duration)> {
        let start = Instant::now();
        let answers = Mutex::new(Vec::new());
        let count = queries.len();
        let tell = |query, lookup| answers.lock().expect("no panic").push((query, lookup, start.elapsed()));
        self.wayback.look_up(queries, &tell).await;
        let answers = answers.into_inner().expect("no panic");
        assert_eq!(answers.len(), count, "every query is answered once");
        answers
    }

    /// The answer to one query.
    pub(super) async fn one(&self, url: &str, day: &str) -> Lookup {
        self.look_up(vec![query(url, day)]).await.remove(0).1
    }

    /// The 14 digits of the capture found for one query.
    pub(super) async fn found(&self, url: &str, day: &str) -> Option<String> {
        time_of(&self.one(url, day).await)
    }

    /// Looks into the capture found for a query.
    pub(super) async fn look_into(&self, url: &str, day: &str, good: fn(&Answer) -> bool) -> Lookup {
        let query = query(url, day);
        let Lookup::Found(snapshot) = self.one(url, day).await else { panic!("nothing found for {url}") };
        self.wayback.look_into(&query, &snapshot, &good).await
    }
}

/// A query; the day may be empty.
pub(super) fn query(url: &str, day: &str) -> Query {
    let url = Url::parse(url).expect("an address");
    Query { url, reference: (!day.is_empty()).then(|| day.parse().expect("a day")) }
}

/// The 14 digits of a capture found.
pub(super) fn time_of(lookup: &Lookup) -> Option<String> {
    match lookup {
        Lookup::Found(snapshot) => Some(snapshot.time.strftime("%Y%m%d%H%M%S").to_string()),
        _ => None,
    }
}
