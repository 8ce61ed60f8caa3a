use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::project::{Project, report};

const FIELDS: [&str; 14] = [
    "document",
    "note",
    "kind",
    "page",
    "line",
    "url",
    "as_printed",
    "title",
    "source",
    "published",
    "accessed",
    "context",
    "candidates",
    "refers_to",
];

fn citations(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

#[test]
fn prints_an_object_a_citation_with_the_fields_in_order() {
    let project = Project::new().file("a.md", report(&["https://a.example/1", "https://b.example/2"]));
    let ended = project.run(&["extract", "a.md"]);
    ended.code(0);
    assert_eq!(ended.stderr, "");
    let found = citations(&ended.stdout);
    let urls: Vec<_> = found.iter().map(|citation| citation["url"].as_str().unwrap()).collect();
    assert_eq!(urls, ["https://a.example/1", "https://b.example/2"]);
    assert_eq!(found[0]["document"], "a.md");
    assert_eq!(found[0]["note"], "1");
    let mut last = 0;
    for field in FIELDS {
        let at = ended.stdout.find(&format!("\"{field}\":")).unwrap_or_else(|| panic!("no {field}"));
        assert!(at > last || last == 0, "{field} is out of order");
        last = at;
    }
}

#[test]
fn reads_standard_input() {
    let project = Project::new();
    let mut command = project.command(&["extract", "-"]);
    let output = command.write_stdin(report(&["https://a.example/1"])).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let found = citations(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(found[0]["document"], "-");
}

#[test]
fn a_bad_file_costs_itself_only() {
    let project = Project::new()
        .file("a.md", report(&["https://a.example/1"]))
        .file("photo.bin", [0_u8, 1, 2, 255, 254, 0, 0, 7].repeat(100))
        .file("z.md", report(&["https://z.example/1"]));
    let ended = project.run(&["extract", "a.md", "missing.md", "photo.bin", "z.md"]);
    ended.code(1).says(&[
        "error: missing.md: cannot be read: there is no such file or folder",
        "hint: check the path",
    ]);
    assert!(ended.stderr.contains("\nerror: photo.bin: "), "{}", ended.stderr);
    assert_eq!(ended.stderr.matches("\nhint: ").count(), 2, "{}", ended.stderr);
    assert_eq!(citations(&ended.stdout).len(), 2);
}

#[test]
fn a_document_cannot_steer_the_terminal() {
    let title = "“Evil \u{202e}\u{9b}31m\u{7f} Title,”";
    let text = format!("A claim.[^1]\n\n[^1]: {title} The Outlet, May 3, 2013, https://a.example/1.\n");
    let ended = Project::new().file("a.md", text).run(&["extract", "a.md"]);
    ended.code(0);
    assert!(!ended.stdout.contains(['\u{202e}', '\u{9b}', '\u{7f}', '\u{1b}']), "{}", ended.stdout);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ibid"))
        .args(["extract", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The reader is gone before there is anything to read.
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(report(&["https://a.example/1"]).as_bytes()).unwrap();
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{stderr}");
    assert_eq!(stderr, "");
}
