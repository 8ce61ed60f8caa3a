//! `kill -9` in the middle of fifty saves, again and again: none is lost, none is captured twice.
//!
//! What is killed is this test program itself, started again with [`STORE`] set.

use std::collections::BTreeMap;
use std::env;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use ibid::audit::{Input, run_and_save};
use ibid::demo::{Archive, Reply, Request, SaveDesk, Server};
use ibid::model::SaveStatus;
use ibid::store::Store;
use url::Url;

use crate::place::{SERVICE, options, report, saving, stages};

/// Set for the program that saves: its store, and where the small web is.
const STORE: &str = "IBID_TEST_SAVE_STORE";
const PLACE: &str = "IBID_TEST_SAVE_PLACE";

const LINKS: usize = 50;
const HOSTS: usize = 10;
const KILLS: usize = 12;

fn urls() -> Vec<Url> {
    (0..LINKS)
        .map(|link| Url::parse(&format!("http://press{}.example/articles/{link}", link % HOSTS)).unwrap())
        .collect()
}

/// The program that is killed: audits and saves.
#[tokio::test(flavor = "multi_thread")]
async fn saver() {
    let (Ok(store), Ok(place)) = (env::var(STORE), env::var(PLACE)) else { return };
    let place: SocketAddr = place.parse().unwrap();
    let hosts: Vec<String> = (0..HOSTS).map(|host| format!("press{host}.example")).collect();
    let hosts: Vec<&str> = hosts.iter().map(String::as_str).collect();
    let store = Arc::new(Store::open(Path::new(&store)).unwrap().for_archive("archive.example"));
    let stages = stages(place, &hosts, store);
    let saving = saving(&stages);
    let input = Input::bytes("report.md", report(urls().iter().map(Url::as_str)));
    let (_, receipts) = run_and_save(vec![input], stages, options(), Some(saving), None).await;
    assert!(receipts.iter().all(|receipt| receipt.snapshot.is_some()), "{receipts:#?}");
}

/// Living pages, an archive that holds none of them, and its desk for saving. Every request to the
/// desk rings the bell.
async fn small_web(desk: Arc<SaveDesk>, bell: mpsc::Sender<()>) -> Server {
    let archive = Archive::default();
    Server::http(move |request: &Request| match request.host.as_str() {
        "archive.example" if request.path().starts_with("/save") => {
            // The test may have ended; then nobody listens.
            let _ = bell.send(());
            Reply::After(Duration::from_millis(5), Box::new(desk.answer(request)))
        }
        "archive.example" => archive.answer(request),
        _ => page(request),
    })
    .await
    .unwrap()
}

fn page(request: &Request) -> Reply {
    match request.target.strip_prefix("/articles/") {
        Some(number) => Reply::html(
            200,
            format!("<title>Article {number}</title><h1>Article {number}</h1><p>Of dams.</p>"),
        ),
        None => Reply::html(404, "<title>Not Found</title>"),
    }
}

fn start(store: &Path, place: SocketAddr) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["kill::saver", "--exact", "--quiet"])
        .env(STORE, store)
        .env(PLACE, place.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// The addresses whose job the store knows.
fn known(store: &Path) -> Vec<Url> {
    let store = Store::open(store).unwrap();
    let has_job = |url: &Url| {
        let last = store.last_save(SERVICE, url).unwrap();
        last.is_some_and(|receipt| matches!(receipt.status, SaveStatus::Pending | SaveStatus::Saved))
    };
    urls().into_iter().filter(has_job).collect()
}

fn counts(urls: Vec<String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for url in urls {
        *counts.entry(url).or_default() += 1;
    }
    counts
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_lose_no_save_and_repeat_none() {
    let (ring, bell) = mpsc::channel();
    let desk = Arc::new(SaveDesk::new(1));
    let web = small_web(desk.clone(), ring).await;
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("s.sqlite");

    let mut dice = fastrand::Rng::with_seed(50);
    let mut asked_when_known: BTreeMap<Url, usize> = BTreeMap::new();
    for _ in 0..KILLS {
        let mut child = start(&store, web.address());
        for _ in 0..dice.usize(1..16) {
            bell.recv_timeout(Duration::from_mins(1)).expect("the run asks on");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        while bell.try_recv().is_ok() {}
        let asked = counts(desk.asked_for());
        for url in known(&store) {
            asked_when_known.entry(url.clone()).or_insert_with(|| asked[url.as_str()]);
        }
    }
    let known_by_then = asked_when_known.len();
    assert!(
        (5..LINKS).contains(&known_by_then),
        "the kills fell into the run: {known_by_then} jobs were known"
    );
    assert!(start(&store, web.address()).wait().unwrap().success());

    let captured = counts(desk.captured());
    assert_eq!(captured.len(), LINKS, "none is lost");
    assert!(captured.values().all(|count| *count == 1), "none is captured twice");
    let asked = counts(desk.asked_for());
    for (url, then) in &asked_when_known {
        assert_eq!(asked[url.as_str()], *then, "{url} had a job and was asked for again");
    }
    assert_eq!(known(&store).len(), LINKS);
    for name in ["s.sqlite", "s.sqlite-wal"] {
        let bytes = std::fs::read(folder.path().join(name)).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&bytes).contains(SaveDesk::KEYS[1]), "{name} holds the key");
    }
}
