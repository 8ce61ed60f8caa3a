//! `ibid save --local` killed again and again on a web of every kind of body: the file is whole up to
//! its last record, the next run goes on behind it, and in the end everything is there once.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[expect(dead_code, reason = "shared with the tests that look into records")]
#[path = "keep/warc.rs"]
mod warc;
#[path = "keep_killed/web.rs"]
mod web;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use warc::{Record, whole_records};
use web::Web;

const CAPTURES: usize = 1_000;
const KILLS: usize = 6;

fn save(folder: &Path, certificate: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_ibid"))
        .args(["save", "--local", "report.txt", "--quiet", "--max", "5000", "--ignore-robots"])
        .args([
            "--allow-net",
            "127.0.0.0/8",
            "--host-interval",
            "1ms",
            "--host-concurrency",
            "16",
            "--accept",
            "200",
        ])
        .env("SSL_CERT_FILE", certificate)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn kept(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("output/archive/report-00001.warc.gz")).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_lose_nothing_whole_and_repeat_nothing() {
    let mut web = Web::start(CAPTURES).await;
    let folder = tempfile::tempdir().unwrap();
    let certificate = folder.path().join("authority.pem");
    fs::write(&certificate, web.certificate()).unwrap();
    fs::write(folder.path().join("report.txt"), web.urls().join("\n")).unwrap();

    // The first run only learns that everything is alive.
    let mut dry = save(folder.path(), &certificate);
    web.wait_for(CAPTURES);
    dry.kill().unwrap();
    dry.wait().unwrap();

    let mut dice = fastrand::Rng::with_seed(9);
    let (mut before, mut unfinished) = (Vec::new(), 0);
    for kill in 0..KILLS {
        let mut child = save(folder.path(), &certificate);
        web.wait_for(dice.usize(1..CAPTURES / KILLS));
        if kill == KILLS - 1 {
            // Likely in the middle of a large body's being written.
            let length = kept(folder.path()).len();
            web.wait_until(Duration::from_secs(2), || kept_length(folder.path()) > length + 4_000_000);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        web.forget();
        let bytes = kept(folder.path());
        let (records, whole) = whole_records(&bytes);
        assert!(bytes.starts_with(&before), "what was whole is never written again");
        if let Some(first) = records.first() {
            assert_eq!(first.kind(), "warcinfo");
        }
        let answers = records.iter().filter(|record| is_answer(record)).count();
        unfinished += usize::from((1..CAPTURES).contains(&answers));
        before = bytes[..whole].to_vec();
    }
    assert!(unfinished > 0, "the kills fell into the run: {unfinished}");

    assert!(save(folder.path(), &certificate).wait().unwrap().success());
    let bytes = kept(folder.path());
    assert!(bytes.starts_with(&before));
    let (records, whole) = whole_records(&bytes);
    assert_eq!(whole, bytes.len(), "the file ends with a record");
    let mut bodies: BTreeMap<String, &[u8]> = BTreeMap::new();
    for record in records.iter().filter(|record| record.kind() == "response") {
        bodies.insert(record.header("WARC-Payload-Digest").to_owned(), record.body());
    }
    let mut found = BTreeMap::new();
    for record in records.iter().filter(|record| is_answer(record)) {
        let body = bodies[record.header("WARC-Payload-Digest")];
        assert!(found.insert(record.target().to_owned(), body).is_none(), "{} twice", record.target());
    }
    let receipts = fs::read_to_string(folder.path().join("output/saved.csv")).unwrap();
    let others: Vec<&str> = receipts
        .lines()
        .skip(1)
        .filter(|line| !line.contains("\"saved\"") && !line.contains("\"already-archived\""))
        .collect();
    assert_eq!(others, [""; 0]);
    let missing: Vec<&String> = web.urls().iter().filter(|url| !found.contains_key(*url)).collect();
    assert_eq!(missing, [""; 0]);
    assert_eq!(found.len(), CAPTURES + CAPTURES / 10, "a tenth is redirected");
    for (number, url) in web.urls().iter().enumerate() {
        assert!(found[url] == web::body(number), "{url} is kept as it was");
    }
    assert!(folder.path().join("output/report.wacz").is_file());
}

fn is_answer(record: &Record) -> bool {
    ["response", "revisit"].contains(&record.kind())
}

fn kept_length(folder: &Path) -> usize {
    fs::metadata(folder.join("output/archive/report-00001.warc.gz")).map_or(0, |data| data.len() as usize)
}
