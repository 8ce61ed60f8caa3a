//! The store from the inside, in memory where no file is needed.

mod files;
mod findings;
mod read_only;
mod records;

use jiff::Timestamp;
use url::Url;

use super::{RunId, Store, Terms};
use crate::model::{Check, Evidence, Hop, Lookup, Reason, Snapshot};

const HOUR: i64 = 3600;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).expect("a time")
}

fn url(text: &str) -> Url {
    Url::parse(text).expect("an address")
}

fn store() -> (Store, RunId) {
    let store = Store::in_memory().expect("a store");
    let run = store.begin_run("0.0.0", at(0)).expect("a run");
    (store, run)
}

fn check(reason: Reason, second: i64) -> Check {
    Check {
        http_status: Some(404),
        final_url: Some(url("https://b.example/end")),
        evidence: vec![Evidence { signal: "status".to_owned(), detail: "404 Not Found".to_owned() }],
        hops: vec![Hop { url: url("http://a.example/"), status: 301 }],
        attempts: 2,
        taken: Some(url("http://a.example/other")),
        ..Check::without_asking(reason, at(second))
    }
}

fn found(replay: &str) -> Lookup {
    Lookup::Found(Snapshot {
        url: url(replay),
        time: at(-HOUR),
        original: "http://a.example/".to_owned(),
        status: Some(200),
        verified: true,
        span: None,
    })
}
