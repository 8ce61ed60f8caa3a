//! `ibid save --local` where the disk, the folder or an older file says no: it is told plainly, and
//! nothing is lost.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[expect(dead_code, reason = "shared with the tests that look into records")]
#[path = "keep/warc.rs"]
mod warc;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use ibid::demo::{Reply, Request, Server};
use warc::whole_records;

const PAGES: usize = 12;

/// Pages that cannot be compressed, and a robots.txt that forbids one.
fn answer(request: &Request) -> Reply {
    let number = request.target.strip_prefix("/p/").and_then(|number| number.parse().ok());
    match number {
        Some(number) => {
            let mut dice = fastrand::Rng::with_seed(number);
            let noise: String = (0..40_000).map(|_| dice.alphanumeric()).collect();
            Reply::typed(200, "application/pdf", format!("%PDF-1.4\n{noise}"))
        }
        None => Reply::html(404, "<title>Not Found</title>"),
    }
}

/// A report of the pages in a folder of its own.
async fn scene() -> (Server, tempfile::TempDir) {
    let server = Server::http(answer).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let urls: Vec<String> = (0..PAGES).map(|page| format!("http://{}/p/{page}", server.address())).collect();
    fs::write(folder.path().join("report.txt"), urls.join("\n")).unwrap();
    (server, folder)
}

/// Runs in the folder; no file may grow beyond `blocks` of 512 bytes.
fn save(folder: &Path, args: &str, blocks: Option<u32>) -> Output {
    let limit = blocks.map(|blocks| format!("trap '' XFSZ; ulimit -f {blocks}; ")).unwrap_or_default();
    let ibid = env!("CARGO_BIN_EXE_ibid");
    let flags = "save --local --allow-net 127.0.0.0/8 --host-interval 1ms --host-concurrency 16";
    Command::new("sh")
        .args(["-c", &format!("{limit}exec '{ibid}' {flags} {args} report.txt")])
        .current_dir(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn counts(folder: &Path, status: &str) -> usize {
    let receipts = fs::read_to_string(folder.join("output/saved.csv")).unwrap_or_default();
    receipts.matches(&format!(",\"{status}\",")).count()
}

fn answers(folder: &Path) -> usize {
    let bytes = fs::read(folder.join("output/archive/report-00001.warc.gz")).unwrap_or_default();
    let (records, _) = whole_records(&bytes);
    records.iter().filter(|record| record.kind() == "response").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_is_full_anywhere_costs_nothing_that_was_told_saved() {
    let (_server, folder) = scene().await;
    let folder = folder.path();
    let mut told = 0;
    for blocks in [0, 1, 2, 60, 130, 200, 300, 420, 560, 700] {
        let before = fs::read(folder.join("output/archive/report-00001.warc.gz")).unwrap_or_default();
        let (_, whole) = whole_records(&before);
        let output = save(folder, "", Some(blocks));
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{blocks}: {:?} {}",
            output.status,
            said(&output)
        );
        let now = fs::read(folder.join("output/archive/report-00001.warc.gz")).unwrap_or_default();
        assert!(now.starts_with(&before[..whole]), "{blocks}: nothing whole is touched");
        told = told.max(counts(folder, "saved") + counts(folder, "already-archived"));
        assert!(answers(folder) >= told, "{blocks}: what was told saved is there");
        if output.status.code() == Some(1) {
            let said = said(&output);
            assert!(said.contains("error: ") || said.contains("warning: "), "{blocks}: {said}");
        }
    }
    assert_eq!(save(folder, "", None).status.code(), Some(0));
    assert_eq!(counts(folder, "saved") + counts(folder, "already-archived"), PAGES);
    assert_eq!(answers(folder), PAGES, "each once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_warc_is_left_alone() {
    let (_server, folder) = scene().await;
    let archive = folder.path().join("output/archive");
    fs::create_dir_all(&archive).unwrap();
    let file = archive.join("report-00001.warc.gz");
    for held in [
        &b"my notes of the trip"[..],
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00\0\0\0\0\0\0\0\0",
    ] {
        fs::write(&file, held).unwrap();
        let output = save(folder.path(), "", None);
        assert_eq!(output.status.code(), Some(1));
        let wanted = "report-00001.warc.gz holds something that is no WARC record; it is left as it is";
        assert!(said(&output).contains(wanted), "{}", said(&output));
        assert!(said(&output).contains("hint: move the file away"), "{}", said(&output));
        assert_eq!(fs::read(&file).unwrap(), held);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_damaged_in_its_middle_gets_a_successor() {
    let (_server, folder) = scene().await;
    save(folder.path(), "--max 6", None);
    let file = folder.path().join("output/archive/report-00001.warc.gz");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0);
    fs::write(&file, &bytes).unwrap();
    let output = save(folder.path(), "", None);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        said(&output).contains("report-00001.warc.gz is damaged: it is left as it is"),
        "{}",
        said(&output)
    );
    assert!(fs::read(&file).unwrap() == bytes);
    assert!(file.with_file_name("report-00002.warc.gz").is_file());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_may_not_be_written_to_is_told() {
    let (_server, folder) = scene().await;
    fs::write(folder.path().join("output"), "a file").unwrap();
    let output = save(folder.path(), "", None);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error: "), "{}", said(&output));
    assert_eq!(fs::read(folder.path().join("output")).unwrap(), b"a file");
    fs::remove_file(folder.path().join("output")).unwrap();
    fs::create_dir(folder.path().join("output")).unwrap();
    fs::write(folder.path().join("output/archive"), "a file").unwrap();
    let output = save(folder.path(), "", None);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("the archive cannot be opened: "), "{}", said(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_writes_no_archive_and_a_cap_counts_new_captures() {
    let (server, folder) = scene().await;
    let output = save(folder.path(), "--dry-run", None);
    assert_eq!(
        (output.status.code(), counts(folder.path(), "planned")),
        (Some(0), PAGES),
        "{}",
        said(&output)
    );
    assert!(!folder.path().join("output/archive").exists());
    assert!(!folder.path().join("output/report.wacz").exists());
    assert!(server.requests().iter().all(|request| request.target != "/robots.txt"), "nobody is asked");
    for (saved, archived) in [(5, 0), (5, 5), (2, 10)] {
        let output = save(folder.path(), "--max 5", None);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let counts = ["saved", "already-archived"].map(|status| counts(folder.path(), status));
        assert_eq!(counts, [saved, archived]);
    }
}
