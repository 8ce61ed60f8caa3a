//! A WACZ of ibid's own replayed by pywb, and pywb's `TimeMap` and `TimeGate` read back by ibid.
//!
//! `IBID_PYWB` names a virtual environment with `pywb`, `warcio` and `wacz` (`.ci/run` makes one).
//! Without it there is nobody to ask, and the test says so.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use ibid::archive::{Archive as _, Door, Memento, MementoSettings, Pace, Query};
use ibid::clock::{Clock, SystemClock};
use ibid::demo::{Names, Reply, Request, Server};
use ibid::model::Lookup;
use ibid::web::{AlwaysUp, Fetch, Proxies, Settings, Web};
use serde_json::Value;
use url::Url;

const PATHS: [&str; 7] = [
    "/mast",
    "/moved",
    "/copy-of-mast",
    "/Caf%C3%A9/%D0%BC%D0%B0%D1%87%D1%82%D0%B0?b=2&a=1",
    "/X?r=%2B&q=a+b&&q=%20",
    "/a//b/;v=1/",
    "/report.pdf",
];

fn body(path: &str) -> Vec<u8> {
    match path {
        "/report.pdf" => (0..300_000_u32).flat_map(u32::to_le_bytes).collect(),
        "/mast" | "/copy-of-mast" => b"<title>The Mast</title><h1>The Mast</h1><p>\xd0\xbc &eacute;".to_vec(),
        path => format!("<title>{path}</title><h1>{path}</h1>").into_bytes(),
    }
}

fn answer(request: &Request) -> Reply {
    match request.target.as_str() {
        "/moved" => Reply::redirect(301, "/mast"),
        "/report.pdf" => Reply::typed(200, "application/pdf", body("/report.pdf")),
        target if PATHS.contains(&target) => Reply::typed(200, "text/html", body(target)),
        _ => Reply::html(404, "<title>Not Found</title>"),
    }
}

/// The tools, and a place for them to work in.
struct Tools {
    bin: PathBuf,
    folder: tempfile::TempDir,
}

impl Tools {
    fn run(&self, name: &str, args: &[&str]) -> Output {
        Command::new(self.bin.join(name)).args(args).current_dir(self.folder.path()).output().unwrap()
    }

    fn check(&self, name: &str, args: &[&str]) {
        let output = self.run(name, args);
        let said = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{name} {args:?}: {}", String::from_utf8_lossy(&said));
    }
}

/// A server that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn ibid(folder: &Path, args: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_ibid"))
        .args(args)
        .args(["--allow-net", "127.0.0.0/8", "--host-interval", "1ms", "report.txt"])
        .current_dir(folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ibid_keeps_is_replayed_and_found_again() {
    let Some(venv) = env::var_os("IBID_PYWB").filter(|venv| !venv.is_empty()) else {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"skipped: IBID_PYWB names no pywb\n");
        return;
    };
    let tools = Tools { bin: Path::new(&venv).join("bin"), folder: tempfile::tempdir().unwrap() };
    let folder = tools.folder.path();
    let server = Server::http(answer).await.unwrap();
    let urls = PATHS.map(|path| format!("http://{}{path}", server.address()));
    fs::write(folder.join("report.txt"), urls.join("\n")).unwrap();
    ibid(folder, &["save", "--local", "--ignore-robots"]);

    let warc = "output/archive/report-00001.warc.gz";
    tools.check("warcio", &["check", warc]);
    tools.check("wacz", &["validate", "-f", "output/report.wacz"]);
    assert_eq!(keys_of_pywb(&tools), keys_of_ibid(&tools), "the index is ordered by pywb's own keys");

    tools.check("wb-manager", &["init", "web"]);
    tools.check("wb-manager", &["add", "--unpack-wacz", "web", "output/report.wacz"]);
    fs::write(folder.join("config.yaml"), "framed_replay: false\ncollections_root: collections\n").unwrap();
    let (pywb, _running) = start(&tools).await;

    for (path, url) in PATHS.iter().zip(&urls) {
        let replayed = get(&format!("{pywb}/web/20990101000000id_/{url}")).await;
        let wanted = if *path == "/moved" { body("/mast") } else { body(path) };
        assert!(replayed == wanted, "{url} is replayed as it was");
    }
    let map = Door::TimeMap(Url::parse(&format!("{pywb}/web/timemap/link/")).unwrap());
    let gate = Door::TimeGate(Url::parse(&format!("{pywb}/web/")).unwrap());
    let by_map = found(map.clone(), &urls).await;
    assert_eq!(by_map, found(gate, &urls).await, "the same capture is chosen by either door");
    let kept: Vec<Option<String>> = urls.iter().map(|url| time_of_ibid(&tools, url)).collect();
    assert!(kept.iter().all(Option::is_some));
    assert_eq!(by_map, kept);
    let variants = [urls[0].replace("/mast", "/m%61st/"), urls[3].replace("b=2&a=1", "a=1&b=2")];
    assert_eq!(found(map, &variants).await, [kept[0].clone(), kept[3].clone()], "variants are the page");
}

/// The times of the captures that ibid chooses, as 14 digits.
async fn found(door: Door, urls: &[String]) -> Vec<Option<String>> {
    let settings = Settings {
        allow_net: vec!["127.0.0.0/8".parse().unwrap()],
        host_interval: Duration::from_millis(1),
        ..Settings::default()
    };
    let web = Web::builder(settings, Arc::new(Names::default()))
        .proxies(Proxies::None)
        .network(Arc::new(AlwaysUp))
        .build()
        .unwrap();
    let (web, clock): (Arc<dyn Fetch>, Arc<dyn Clock>) = (Arc::new(web), Arc::new(SystemClock));
    let pace = Pace { per_minute: 60_000, gap: Duration::from_millis(1) };
    let settings = MementoSettings { pace, ..MementoSettings::new("pywb", door) };
    let memento = Memento::new(settings, &web, &clock);
    let queries: Vec<Query> =
        urls.iter().map(|url| Query { url: Url::parse(url).unwrap(), reference: None }).collect();
    let answers = Mutex::new(HashMap::new());
    let told = |query: Query, lookup: Lookup| {
        let time = match lookup {
            Lookup::Found(snapshot) => Some(snapshot.time.strftime("%Y%m%d%H%M%S").to_string()),
            other => panic!("{}: {other:?}", query.url),
        };
        answers.lock().unwrap().insert(query, time);
    };
    memento.look_up(queries.clone(), &told).await;
    let mut answers = answers.into_inner().unwrap();
    queries.iter().map(|query| answers.remove(query).flatten()).collect()
}

/// When ibid's own index says that an address was last captured.
fn time_of_ibid(tools: &Tools, url: &str) -> Option<String> {
    let line = index(tools).lines().rfind(|line| line.contains(&format!("\"url\":\"{url}\"")))?.to_owned();
    line.split(' ').nth(1).map(str::to_owned)
}

/// The index of the WACZ, as pywb makes it of the same file: key and address.
fn keys_of_pywb(tools: &Tools) -> Vec<[String; 2]> {
    let output = tools.run("cdxj-indexer", &["output/archive/report-00001.warc.gz"]);
    keys(&String::from_utf8(output.stdout).unwrap())
}

fn keys_of_ibid(tools: &Tools) -> Vec<[String; 2]> {
    keys(&index(tools))
}

fn index(tools: &Tools) -> String {
    let file = fs::File::open(tools.folder.path().join("output/report.wacz")).unwrap();
    let mut wacz = zip::ZipArchive::new(file).unwrap();
    std::io::read_to_string(wacz.by_name("indexes/index.cdx").unwrap()).unwrap()
}

fn keys(index: &str) -> Vec<[String; 2]> {
    let mut keys: Vec<_> = index
        .lines()
        .filter_map(|line| {
            let mut parts = line.splitn(3, ' ');
            let (key, _, fields) = (parts.next()?, parts.next()?, parts.next()?);
            let fields: Value = serde_json::from_str(fields).ok()?;
            Some([key.to_owned(), fields["url"].as_str()?.to_owned()])
        })
        .collect();
    keys.sort();
    keys
}

/// pywb on a free port.
async fn start(tools: &Tools) -> (String, Running) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let child = Command::new(tools.bin.join("wayback"))
        .args(["-b", "127.0.0.1", "-p", &port.to_string()])
        .current_dir(tools.folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        assert!(start.elapsed() < Duration::from_mins(1), "pywb does not come up");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (format!("http://127.0.0.1:{port}"), Running(child))
}

async fn get(url: &str) -> Vec<u8> {
    // Another call may have been first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    client.get(url).send().await.unwrap().bytes().await.unwrap().to_vec()
}
