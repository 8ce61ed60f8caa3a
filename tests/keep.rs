//! `ibid save --local`: what was fetched outlives its server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "keep/warc.rs"]
mod warc;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use ibid::demo::{Reply, Request, Server};
use sha2::{Digest as _, Sha256};
use warc::records;
use zip::{CompressionMethod, ZipArchive};

const PAGE: &str = "<title>The Mast</title><link rel=stylesheet href=/s.css><img src=/logo.png>\
                    <script src=/gone.js></script><h1>The Mast</h1>";

fn answer(request: &Request) -> Reply {
    match request.path() {
        "/mast" => Reply::html(200, PAGE),
        "/old" => Reply::redirect(301, "/mast"),
        "/big.pdf" => Reply::typed(200, "application/pdf", big()),
        "/s.css" => Reply::typed(200, "text/css", "h1 { background: url(logo.png) }"),
        "/logo.png" | "/copy-of-logo.png" => {
            Reply::typed(200, "image/png", &b"\x89PNG\r\n\r\nWARC/1.1\r\n\0"[..])
        }
        "/robots.txt" => Reply::typed(200, "text/plain", "User-agent: *\nDisallow: /secret\n"),
        "/secret" => Reply::html(200, "<title>Closed</title>"),
        _ => Reply::html(404, "<title>Not Found</title>"),
    }
}

/// Larger than what a check reads of a body.
fn big() -> Vec<u8> {
    b"%PDF-1.4\n".iter().copied().chain((0..5_000_000_u32).map(|number| (number % 251) as u8)).collect()
}

fn save(folder: &Path) -> String {
    save_with(folder, &["--requisites"])
}

fn save_with(folder: &Path, flags: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_ibid"))
        .args(["save", "--local", "--allow-net", "127.0.0.0/8", "--host-interval", "1ms", "report.md"])
        .args(flags)
        .current_dir(folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(folder.join("output/saved.csv")).unwrap()
}

/// The statuses of the receipts, in the order of the report.
fn statuses(receipts: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(receipts.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap()[1].to_owned()).collect()
}

/// What the receipt of the report's only source says.
fn message(receipts: &str) -> String {
    let mut reader = csv::Reader::from_reader(receipts.trim_start_matches('\u{feff}').as_bytes());
    reader.records().next().unwrap().unwrap()[5].to_owned()
}

fn report(server: &Server, paths: &[&str]) -> String {
    let notes =
        paths.iter().enumerate().map(|(at, path)| format!("[^{at}]: http://{}{path}\n", server.address()));
    let claims: String = (0..paths.len()).map(|at| format!("A claim.[^{at}] ")).collect();
    std::iter::once(claims + "\n\n").chain(notes).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_alive_is_kept_with_all_it_needs() {
    let server = Server::http(answer).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let paths = ["/mast", "/old", "/big.pdf", "/gone", "/secret", "/copy-of-logo.png"];
    fs::write(folder.path().join("report.md"), report(&server, &paths)).unwrap();
    let receipts = save(folder.path());
    assert_eq!(statuses(&receipts), ["saved", "saved", "saved", "disallowed", "saved"], "{receipts}");

    let warc = folder.path().join("output/archive/report-00001.warc.gz");
    let records = records(&fs::read(&warc).unwrap());
    let at = |path: &str| format!("http://{}{path}", server.address());
    assert_eq!(records[0].kind(), "warcinfo");
    let response =
        |path: &str| records.iter().find(|record| record.kind() == "response" && record.target() == at(path));
    assert_eq!(response("/mast").unwrap().body(), PAGE.as_bytes());
    assert_eq!(response("/big.pdf").unwrap().body(), big());
    assert_eq!(response("/old").unwrap().status(), "301");
    assert_eq!(response("/gone.js").unwrap().status(), "404");
    assert!(response("/secret").is_none(), "robots.txt forbids it");
    let logo = |kind: &str| {
        let logos = ["/logo.png", "/copy-of-logo.png"].map(at);
        let found = records
            .iter()
            .filter(|record| record.kind() == kind && logos.contains(&record.target().to_owned()));
        found.map(|record| record.header("WARC-Profile")).collect::<BTreeSet<_>>()
    };
    assert_eq!(logo("response"), BTreeSet::from([""]));
    let identical = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
    assert_eq!(logo("revisit"), BTreeSet::from([identical]), "a payload is kept once");
    for request in records.iter().filter(|record| record.kind() == "request") {
        let answered = request.header("WARC-Concurrent-To");
        assert!(records.iter().any(|record| record.header("WARC-Record-ID") == answered));
    }

    let hits = server.requests().len();
    assert_eq!(statuses(&save(folder.path()))[..3], ["already-archived"; 3]);
    assert_eq!(server.hits(&server.address().ip().to_string(), "/big.pdf"), 3, "checked, found large, kept");
    assert!(server.requests().len() > hits, "the forbidden one's robots.txt is read again");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wacz_keeps_the_promises_that_validators_do_not_check() {
    let server = Server::http(answer).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.md"), report(&server, &["/mast"])).unwrap();
    save(folder.path());
    assert_eq!(statuses(&save(folder.path())), ["already-archived"], "which is packed again with its page");
    let mut wacz = ZipArchive::new(File::open(folder.path().join("output/report.wacz")).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        wacz.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let package: serde_json::Value = serde_json::from_slice(&part("datapackage.json")).unwrap();
    assert_eq!(package["wacz_version"], "1.1.1");
    assert_eq!(package["title"], "report");
    let resources = package["resources"].as_array().unwrap();
    let paths: Vec<&str> = resources.iter().map(|resource| resource["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["archive/report-00001.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"]);
    for resource in resources {
        let bytes = part(resource["path"].as_str().unwrap());
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], format!("sha256:{}", hex(&Sha256::digest(&bytes))));
    }
    let digest: serde_json::Value = serde_json::from_slice(&part("datapackage-digest.json")).unwrap();
    assert_eq!(digest["hash"], format!("sha256:{}", hex(&Sha256::digest(part("datapackage.json")))));

    let warc = part("archive/report-00001.warc.gz");
    let index = String::from_utf8(part("indexes/index.cdx")).unwrap();
    assert!(index.lines().is_sorted());
    assert_eq!(index.lines().count(), 4, "{index}");
    for line in index.lines() {
        let entry: serde_json::Value = serde_json::from_str(line.splitn(3, ' ').nth(2).unwrap()).unwrap();
        let number = |name: &str| entry[name].as_str().unwrap().parse::<usize>().unwrap();
        let member = &warc[number("offset")..][..number("length")];
        let [record] = records(member).try_into().unwrap();
        assert_eq!(record.target(), entry["url"], "the index points at whole members");
        assert_eq!(record.header("WARC-Payload-Digest"), entry["digest"]);
    }
    let pages = String::from_utf8(part("pages/pages.jsonl")).unwrap();
    let page: serde_json::Value = serde_json::from_str(pages.lines().nth(1).unwrap()).unwrap();
    assert_eq!(page["url"], format!("http://{}/mast", server.address()));
    let stored = wacz.by_name("archive/report-00001.warc.gz").unwrap().compression();
    assert_eq!(stored, CompressionMethod::Stored, "a replay program reads out of the middle");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_kept_without_its_requisites_is_completed_when_they_are_wished() {
    let server = Server::http(answer).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.md"), report(&server, &["/mast"])).unwrap();
    let sheets = || server.hits(&server.address().ip().to_string(), "/s.css");
    assert_eq!(statuses(&save_with(folder.path(), &[])), ["saved"]);
    assert_eq!(sheets(), 0);
    assert_eq!(statuses(&save_with(folder.path(), &[])), ["already-archived"]);
    assert_eq!(statuses(&save(folder.path())), ["saved"]);
    assert_eq!(sheets(), 1);
    assert_eq!(statuses(&save(folder.path())), ["already-archived"]);
    assert_eq!(statuses(&save_with(folder.path(), &[])), ["already-archived"]);
    assert_eq!(sheets(), 1);
    let warc = fs::read(folder.path().join("output/archive/report-00001.warc.gz")).unwrap();
    let at = |path: &str| format!("http://{}{path}", server.address());
    let kept: Vec<String> = records(&warc)
        .iter()
        .filter(|it| it.kind() != "request")
        .map(|it| format!("{} {}", it.kind(), it.target()))
        .collect();
    let expected = [
        "warcinfo ".to_owned(),
        format!("response {}", at("/mast")),
        format!("response {}", at("/gone.js")),
        format!("response {}", at("/s.css")),
        format!("response {}", at("/logo.png")),
        format!("revisit {}", at("/mast")),
    ];
    assert_eq!(kept.iter().collect::<BTreeSet<_>>(), expected.iter().collect::<BTreeSet<_>>());
    assert_eq!(kept.last(), expected.last(), "the address that was asked comes last");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_requisite_is_asked_for_as_its_own_host_allows() {
    let images = Server::http(|request| match request.path() {
        "/robots.txt" => Reply::typed(200, "text/plain", "User-agent: *\nDisallow: /private\n"),
        _ => Reply::typed(200, "image/png", &b"\x89PNG"[..]),
    });
    let images = images.await.unwrap();
    let at = images.address();
    let server = Server::http(move |request| match request.path() {
        "/page" => Reply::html(
            200,
            format!("<title>Page</title><img src=http://{at}/a.png><img src=http://{at}/private/b.png>"),
        ),
        _ => Reply::html(404, "<title>Not Found</title>"),
    });
    let server = server.await.unwrap();
    let asked = |path: &str| images.hits(&at.ip().to_string(), path);
    for (flags, said, hits) in [
        (&["--requisites"][..], "kept in report-00001.warc.gz; 1 requisite left out for robots.txt", [1, 0]),
        (&["--requisites", "--ignore-robots"], "kept in report-00001.warc.gz", [2, 1]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("report.md"), report(&server, &["/page"])).unwrap();
        assert_eq!(message(&save_with(folder.path(), flags)), said);
        assert_eq!(["/a.png", "/private/b.png"].map(asked), hits);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_txt_is_read_where_it_redirects_to() {
    let elsewhere = Server::http(|request| match request.path() {
        "/wishes.txt" => Reply::typed(200, "text/plain", "User-agent: *\nDisallow: /secret\n"),
        // The file's own host is asked for nothing of its own.
        _ => Reply::html(404, "<title>Not Found</title>"),
    });
    let elsewhere = elsewhere.await.unwrap();
    let wishes = format!("http://{}/wishes.txt", elsewhere.address());
    let server = Server::http(move |request| match request.path() {
        "/robots.txt" => Reply::redirect(301, "/here.txt"),
        "/here.txt" => Reply::redirect(302, &wishes),
        "/secret" | "/open" => Reply::html(200, "<title>A Page</title>"),
        _ => Reply::html(404, "<title>Not Found</title>"),
    });
    let server = server.await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.md"), report(&server, &["/secret", "/open"])).unwrap();
    let receipts = save(folder.path());
    assert_eq!(statuses(&receipts), ["disallowed", "saved"]);
    assert_eq!(message(&receipts), "the site's robots.txt does not allow it");
    let file = server.hits(&server.address().ip().to_string(), "/robots.txt");
    assert_eq!((file, elsewhere.requests().len()), (1, 1), "read once for the host, through its redirects");
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
