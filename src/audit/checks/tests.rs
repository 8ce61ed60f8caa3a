use std::collections::BTreeSet;
use std::sync::Mutex;

use futures::future::{BoxFuture, ready};
use jiff::Timestamp;
use regex::RegexSet;
use reqwest::header::{HeaderMap, HeaderValue};
use tokio_util::sync::CancellationToken;

use super::*;
use crate::audit::links::Target;
use crate::audit::options::Options;
use crate::audit::progress::Silent;
use crate::audit::replacement::CitationStyle;
use crate::audit::stages::Stages;
use crate::clock::FixedClock;
use crate::model::{Citation, Verdict};
use crate::read::Reading;
use crate::store::{MaxAge, Store};
use crate::web::{Answer, Ask, Failure, Fetch, Observation, Offline, Outage};

/// What an address answers, by how often it was asked before.
type Script = fn(&str, usize) -> Result<(u16, String), Failure>;

struct Fake {
    script: Script,
    asked: Mutex<Vec<String>>,
}

impl Fake {
    fn new(script: Script) -> Arc<Self> {
        Arc::new(Self { script, asked: Mutex::default() })
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

impl Fetch for Fake {
    fn fetch(&self, ask: Ask) -> BoxFuture<'_, Observation> {
        let url = ask.url.to_string();
        let before = self.asked().iter().filter(|asked| **asked == url).count();
        self.asked.lock().unwrap().push(url.clone());
        let outcome = (self.script)(&url, before).map(|(status, body)| {
            let html = HeaderValue::from_static("text/html; charset=utf-8");
            let headers = HeaderMap::from_iter([(reqwest::header::CONTENT_TYPE, html)]);
            Answer { url: ask.url.clone(), status, headers, body: body.into_bytes(), truncated: false }
        });
        let observation = Observation::once(ask.url, outcome);
        ready(observation).boxed()
    }
}

/// A page of some length about one thing.
fn page(title: &str) -> String {
    let text = format!("The {title} was told at length to all who would hear of it that year. ").repeat(12);
    format!("<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>")
}

fn cited(url: &str, title: Option<&str>) -> Citation {
    Citation {
        as_printed: Some(url.to_owned()),
        title: title.map(str::to_owned),
        ..Citation::bare("report.md", url)
    }
}

fn options(accept: &[u16]) -> Options {
    Options {
        include: RegexSet::empty(),
        exclude: RegexSet::empty(),
        max_age: MaxAge::EVER,
        accept: accept.iter().copied().collect::<BTreeSet<u16>>(),
        offline: false,
        reading: Reading::default(),
        keep_text: false,
        archive: false,
        citation_style: CitationStyle::default(),
        host_concurrency: 1,
        max_in_flight: 1,
    }
}

/// One desk: its store outlives its runs.
struct Desk {
    store: Arc<Store>,
    options: Options,
    stop: CancellationToken,
}

impl Desk {
    fn new() -> Self {
        let store = Arc::new(Store::in_memory().unwrap());
        Self { store, options: options(&[]), stop: CancellationToken::new() }
    }

    /// A run over these citations; the check of each.
    async fn run(&self, web: Arc<dyn Fetch>, citations: &[Citation]) -> Vec<Check> {
        let mut plan = Plan::default();
        for citation in citations {
            plan.add(citation, None, &self.options);
        }
        let stages = Stages {
            web,
            archive: None,
            store: Arc::clone(&self.store),
            clock: Arc::new(FixedClock(Timestamp::UNIX_EPOCH)),
            progress: Arc::new(Silent),
            stop: self.stop.clone(),
        };
        let session = Arc::new(Session::begin(stages, self.options.clone(), None));
        let plan = Arc::new(plan);
        let checks = check_links(&plan, &Arc::new(checker(&session)), &session).await;
        let check = |target: &Target| match target {
            Target::Asked { link, .. } => checks[*link].value.clone(),
            Target::Skipped(reason) => panic!("skipped: {reason}"),
        };
        plan.targets.iter().map(check).collect()
    }
}

fn verdicts(checks: &[Check]) -> Vec<(Verdict, Reason)> {
    checks.iter().map(|check| (check.verdict, check.reason)).collect()
}

fn detail<'a>(check: &'a Check, signal: &str) -> &'a str {
    let fact = check.evidence.iter().find(|fact| fact.signal == signal);
    fact.map_or_else(|| panic!("no {signal} in {:?}", check.evidence), |fact| fact.detail.as_str())
}

const STORY: &str = "http://gazette.example/2012/story.html";

#[expect(clippy::unnecessary_wraps, reason = "a script like the others")]
fn bridge(url: &str, _: usize) -> Result<(u16, String), Failure> {
    Ok(if url == STORY { (200, page("Great Bridge Collapse Inquiry")) } else { (404, String::new()) })
}

#[tokio::test]
async fn one_address_cited_as_two_works_is_asked_once_and_judged_twice() {
    let web = Fake::new(bridge);
    let other = "Committee Approves Harbour Budget Amendments";
    let citations = [
        cited(STORY, Some(other)),
        cited(STORY, Some("Great Bridge Collapse Inquiry")),
        cited(STORY, None),
        cited(STORY, Some("Great bridge collapse")),
    ];
    let checks = Desk::new().run(web.clone(), &citations).await;
    let (changed, alive) = ((Verdict::Changed, Reason::ContentDrift), (Verdict::Alive, Reason::Ok));
    assert_eq!(verdicts(&checks), [changed, alive, changed, alive]);
    assert!(detail(&checks[0], "title-similarity").contains(other), "{:?}", checks[0].evidence);
    assert!(!detail(&checks[1], "title-similarity").contains(other), "{:?}", checks[1].evidence);
    assert_eq!(web.asked().iter().filter(|url| *url == STORY).count(), 1);
}

#[tokio::test]
async fn a_corrected_title_is_checked_again_and_an_unchanged_one_is_not() {
    let desk = Desk::new();
    let web = Fake::new(bridge);
    let wrong = [cited(STORY, Some("Committee Approves Harbour Budget Amendments"))];
    let right = [cited(STORY, Some("Great Bridge Collapse Inquiry"))];
    assert_eq!(desk.run(web.clone(), &wrong).await[0].verdict, Verdict::Changed);
    assert_eq!(desk.run(web.clone(), &right).await[0].verdict, Verdict::Alive);
    let before = web.asked().len();
    assert_eq!(desk.run(web.clone(), &right).await[0].verdict, Verdict::Alive);
    assert_eq!(desk.run(web.clone(), &wrong).await[0].verdict, Verdict::Changed);
    assert_eq!(web.asked().len(), before);
}

#[tokio::test]
async fn an_accepted_status_is_alive_whatever_its_page_says() {
    let mut desk = Desk::new();
    let web = Fake::new(|_, _| Ok((403, page("Forbidden"))));
    let citations = [cited(STORY, Some("Great Bridge Collapse Inquiry"))];
    assert_eq!(desk.run(web.clone(), &citations).await[0].verdict, Verdict::Restricted);
    desk.options = options(&[403]);
    let checks = desk.run(web.clone(), &citations).await;
    assert_eq!(verdicts(&checks), [(Verdict::Alive, Reason::Ok)]);
    assert_eq!(detail(&checks[0], "accept"), "403 Forbidden counts as alive by --accept");
    assert!(web.asked().iter().all(|url| url == STORY), "{:?}", web.asked());
    desk.options = options(&[]);
    assert_eq!(desk.run(web, &citations).await[0].verdict, Verdict::Restricted);
}

#[tokio::test]
async fn what_was_asked_before_the_network_had_shown_itself_is_asked_again() {
    let web = Fake::new(|url, before| match (url, before) {
        ("http://gone.example/x", 0) => Err(Failure::Offline(Outage::Names)),
        ("http://gone.example/x", _) => Err(Failure::DnsNotFound("gone.example".into())),
        _ => Ok((200, page("Great Bridge Collapse Inquiry"))),
    });
    let citations = [cited("http://gone.example/x", None), cited("http://up.example/", None)];
    let checks = Desk::new().run(web, &citations).await;
    assert_eq!(verdicts(&checks), [(Verdict::Dead, Reason::DnsNotFound), (Verdict::Alive, Reason::Ok)]);
}

#[tokio::test]
async fn without_a_network_nobody_is_dead_and_nothing_is_remembered() {
    let desk = Desk::new();
    let web = Fake::new(|_, _| Err(Failure::Offline(Outage::Names)));
    let citations = [cited("http://a.example/x", None), cited("http://b.example/", None)];
    let checks = desk.run(web.clone(), &citations).await;
    assert_eq!(verdicts(&checks), [(Verdict::Unsure, Reason::Offline); 2]);
    assert_eq!(detail(&checks[0], "no-answer"), Outage::Names.to_string());
    assert_eq!(web.asked().len(), 2);
    desk.run(web.clone(), &citations).await;
    assert_eq!(web.asked().len(), 4);
}

#[tokio::test]
async fn a_run_that_stays_offline_or_was_stopped_blames_no_network() {
    let mut desk = Desk::new();
    desk.options.offline = true;
    let citations = [cited("http://a.example/x", None)];
    let checks = desk.run(Arc::new(Offline), &citations).await;
    assert_eq!(detail(&checks[0], "no-answer"), "the run was told to stay offline");
    let desk = Desk::new();
    desk.stop.cancel();
    let checks = desk.run(Fake::new(bridge), &citations).await;
    assert_eq!(verdicts(&checks), [(Verdict::Unsure, Reason::Offline)]);
    assert_eq!(
        detail(&checks[0], "interrupted"),
        "not asked before the run was stopped; run the same command again"
    );
}

/// A host that refuses the first `times` connections to each of its addresses.
fn refusing(times: usize, before: usize) -> Result<(u16, String), Failure> {
    if before < times {
        return Err(Failure::ConnectionRefused("story.example".into()));
    }
    Ok((200, page("Great Bridge Collapse Inquiry")))
}

#[tokio::test]
async fn a_host_that_refuses_is_asked_once_more_in_the_end() {
    let citations = [cited("http://story.example/x", Some("Great Bridge Collapse Inquiry"))];
    let restarted = Fake::new(|_, before| refusing(1, before));
    let desk = Desk::new();
    assert_eq!(verdicts(&desk.run(restarted, &citations).await), [(Verdict::Alive, Reason::Ok)]);
    let gone = Fake::new(|_, before| refusing(usize::MAX, before));
    let desk = Desk::new();
    let checks = desk.run(gone.clone(), &citations).await;
    assert_eq!(verdicts(&checks), [(Verdict::Dead, Reason::ConnectionRefused)]);
    let both = ["http://story.example/x", "https://story.example/x"];
    assert_eq!(gone.asked(), [both, both].concat());
    desk.run(gone.clone(), &citations).await;
    assert_eq!(gone.asked().len(), 4, "what the store holds is not asked a second time");
}
