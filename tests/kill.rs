//! `kill -9` at any moment, then the same command: only what was in flight is asked again.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use ibid::demo::{Archive, Reply, Request, Server};
use ibid::store::Store;
use serde_json::Value;
use url::Url;

const HOSTS: u8 = 30;
const LINKS: usize = 300;
const KILLS: usize = 20;

/// The cited web on thirty loopback addresses, and an archive; every request rings a bell.
struct Web {
    hosts: Vec<Server>,
    archive: Server,
    bell: mpsc::Receiver<()>,
}

impl Web {
    async fn start() -> Self {
        let (ring, bell) = mpsc::channel();
        let mut hosts = Vec::new();
        for host in 0..HOSTS {
            let ring = ring.clone();
            let answer = move |request: &Request| {
                // The test may have ended; then nobody listens.
                let _ = ring.send(());
                Reply::After(Duration::from_millis(5), Box::new(page(request)))
            };
            hosts.push(Server::http_on(Ipv4Addr::new(127, 0, 1, host + 1), answer).await.unwrap());
        }
        let archive = Archive::default();
        let archive = Server::http(move |request| archive.answer(request)).await.unwrap();
        Self { hosts, archive, bell }
    }

    fn urls(&self) -> Vec<Url> {
        let url = |link: usize| {
            let address = self.hosts[link % self.hosts.len()].address();
            Url::parse(&format!("http://{address}/articles/{link}")).unwrap()
        };
        (0..LINKS).map(url).collect()
    }

    /// How often each cited address was asked so far.
    fn hits(&self) -> BTreeMap<String, usize> {
        let mut hits = BTreeMap::new();
        for server in &self.hosts {
            for request in server.requests() {
                *hits.entry(format!("http://{}{}", server.address(), request.target)).or_default() += 1;
            }
        }
        hits
    }
}

/// Every third article is gone.
fn page(request: &Request) -> Reply {
    let number: usize =
        request.target.rsplit('/').next().and_then(|number| number.parse().ok()).unwrap_or_default();
    if number.is_multiple_of(3) {
        // Of some length: a bare one is asked for once more as a browser.
        let words = "Nothing of that name has ever been printed here. ".repeat(40);
        return Reply::html(404, format!("<title>Not Found</title><p>{words}</p>"));
    }
    let body = format!("<title>Article {number}</title><h1>Article {number}</h1><p>Of dam {number}.</p>");
    Reply::html(200, body)
}

fn report(urls: &[Url]) -> String {
    let note = |(index, url): (usize, &Url)| {
        format!(
            "Claim.[^{0}]\n\n[^{0}]: “Article {index},” The Outlet, {url} (accessed May 3, 2013).\n\n",
            index + 1
        )
    };
    urls.iter().enumerate().map(note).collect()
}

fn audit(folder: &Path, store: &str, archive: &Server) -> Child {
    let at = |path: &str| format!("http://{}{path}", archive.address());
    Command::new(env!("CARGO_BIN_EXE_ibid"))
        .current_dir(folder)
        .args(["audit", "report.md", "--quiet", "--format", "json", "--allow-net", "127.0.0.0/8"])
        .args(["--host-interval", "1ms", "--max-concurrency", "8", "--fail-on", "none"])
        .args(["--store", store, "--output", store.trim_end_matches(".sqlite")])
        .args(["--archive-availability", &at("/wayback/available"), "--archive-cdx", &at("/cdx/search/cdx")])
        .args(["--archive-replay", &at("/web"), "--archive-rate", "60000", "--archive-cdx-rate", "60000"])
        .stdin(Stdio::null())
        .spawn()
        .unwrap()
}

/// The findings without what depends on when and whence.
fn findings(path: &Path) -> Vec<Value> {
    let audit: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let mut findings = audit["findings"].as_array().unwrap().clone();
    for finding in &mut findings {
        for column in ["checked_at", "provenance"] {
            finding.as_object_mut().unwrap().remove(column);
        }
    }
    findings
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_kills_change_nothing_and_repeat_nothing_finished() {
    let web = Web::start().await;
    let urls = web.urls();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.md"), report(&urls)).unwrap();

    assert!(audit(folder.path(), "undisturbed.sqlite", &web.archive).wait().unwrap().success());
    while web.bell.try_recv().is_ok() {}
    let before = web.hits();

    let mut dice = fastrand::Rng::with_seed(20);
    let mut finished: BTreeMap<Url, usize> = BTreeMap::new();
    for _ in 0..KILLS {
        let mut child = audit(folder.path(), "killed.sqlite", &web.archive);
        for _ in 0..dice.usize(1..16) {
            web.bell.recv_timeout(Duration::from_mins(1)).expect("the audit asks on");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        while web.bell.try_recv().is_ok() {}
        let store = Store::open(&folder.path().join("killed.sqlite")).unwrap();
        let hits = web.hits();
        for url in &urls {
            if store.last_check(url).unwrap().is_some() {
                finished.entry(url.clone()).or_insert_with(|| hits[url.as_str()]);
            }
        }
    }
    assert!(finished.len() > KILLS, "the kills fell into the run: {} links were finished", finished.len());
    assert!(finished.len() < LINKS, "the kills fell into the run: not all links were finished");
    assert!(audit(folder.path(), "killed.sqlite", &web.archive).wait().unwrap().success());

    let hits = web.hits();
    for (url, then) in &finished {
        assert_eq!(hits[url.as_str()], *then, "{url} was finished and asked again");
    }
    for url in &urls {
        assert!(before.contains_key(url.as_str()), "{url} was never asked");
    }
    assert_eq!(
        findings(&folder.path().join("killed/audit.json")),
        findings(&folder.path().join("undisturbed/audit.json"))
    );
}
