//! `ibid demo`, the README's first command: the whole audit on the demo's own web, row for row.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use ibid::model::{Advice, Reason, Verdict};
use serde_json::Value;
use strum::IntoEnumIterator;

/// Note, verdict, reason, archive, capture, advice of every citation of the sample report.
const EXPECTED: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("1", "alive", "ok", "saved", "2026-01-01T00:02:03Z", "keep"),
    ("2", "alive", "ok", "archived", "2013-01-18T07:40:00Z", "keep"),
    ("3", "alive", "ok", "excluded", "", "keep"),
    ("4", "alive", "ok", "lookup-failed", "", "keep"),
    ("6", "moved", "moved-permanently", "archived", "2013-03-06T12:00:00Z", "update-url"),
    ("7", "moved", "meta-refresh", "archived", "2012-06-11T09:30:00Z", "update-url"),
    ("8", "changed", "content-drift", "archived", "2013-02-25T16:45:00Z", "cite-archive"),
    ("9", "changed", "domain-taken-over", "archived", "2011-11-09T00:05:00Z", "cite-archive"),
    ("10", "changed", "type-changed", "not-archived", "", "verify-by-hand"),
    ("11", "dead", "http-404", "archived", "2012-09-03T11:30:00Z", "cite-archive"),
    ("12", "dead", "http-404", "not-archived", "", "replace-source"),
    ("13", "dead", "http-410", "archived", "2011-07-14T15:00:00Z", "cite-archive"),
    ("14", "dead", "dns-not-found", "archived", "2013-04-11T08:30:00Z", "cite-archive"),
    ("15", "dead", "soft-404", "archived", "2012-01-02T06:00:00Z", "cite-archive"),
    ("16", "dead", "redirect-to-home", "lookup-failed", "", "check-again"),
    ("17", "dead", "parked-domain", "archived", "2013-05-20T19:00:00Z", "cite-archive"),
    ("18", "dead", "connection-refused", "not-archived", "", "replace-source"),
    ("19", "restricted", "http-401", "not-archived", "", "verify-by-hand"),
    ("20", "restricted", "http-403", "archived", "2013-06-11T12:00:00Z", "verify-by-hand"),
    ("21", "restricted", "bot-challenge", "archived", "2013-07-04T10:10:10Z", "verify-by-hand"),
    ("22", "restricted", "login-required", "not-archived", "", "verify-by-hand"),
    ("23", "restricted", "paywall", "not-archived", "", "verify-by-hand"),
    ("24", "restricted", "http-451", "not-archived", "", "verify-by-hand"),
    ("25", "unsure", "timeout", "archived", "2013-04-01T00:00:00Z", "check-again"),
    ("26", "unsure", "connection-reset", "not-archived", "", "check-again"),
    ("27", "unsure", "http-4xx", "not-archived", "", "verify-by-hand"),
    ("28", "unsure", "http-5xx", "archived", "2012-08-06T00:00:00Z", "check-again"),
    ("29", "unsure", "rate-limited", "not-archived", "", "check-again"),
    ("30", "unsure", "dns-failure", "not-archived", "", "check-again"),
    ("31", "unsure", "tls-expired", "archived", "2013-03-09T00:00:00Z", "verify-by-hand"),
    ("32", "unsure", "tls-invalid", "not-archived", "", "verify-by-hand"),
    ("33", "unsure", "redirect-loop", "not-archived", "", "verify-by-hand"),
    ("34", "skipped", "not-http", "not-asked", "", "verify-by-hand"),
    ("35", "skipped", "private-address", "not-asked", "", "verify-by-hand"),
    ("36", "skipped", "malformed", "not-asked", "", "verify-by-hand"),
    ("37", "skipped", "excluded", "not-asked", "", "keep"),
    ("38", "alive", "ok", "not-archived", "", "save-now"),
];

/// What `ibid demo` wrote.
struct Written {
    markdown: String,
    json: Value,
}

fn demo() -> Written {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
    command.current_dir(folder.path()).arg("demo").assert().code(0).stdout("");
    let read = |name: &str| fs::read_to_string(folder.path().join("output/demo").join(name)).unwrap();
    assert!(!folder.path().join("output/audit.csv").exists(), "that is the place of the user's own audit");
    assert!(read("audit.csv").starts_with('\u{feff}'));
    Written { markdown: read("audit.md"), json: serde_json::from_str(&read("audit.json")).unwrap() }
}

fn text<'a>(finding: &'a Value, column: &str) -> &'a str {
    finding[column].as_str().unwrap_or_default()
}

#[test]
fn the_samples_json_is_as_the_schema_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/audit-1.schema.json");
    let schema = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&demo().json).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn every_citation_of_the_sample_gets_its_row() {
    let audit = demo().json;
    let findings = audit["findings"].as_array().unwrap();
    let rows: Vec<_> = findings
        .iter()
        .map(|finding| {
            let [note, verdict, reason, archive, time, advice] =
                ["note", "verdict", "reason", "archive", "snapshot_time", "advice"]
                    .map(|column| text(finding, column));
            (note, verdict, reason, archive, time, advice)
        })
        .collect();
    assert_eq!(rows, EXPECTED);

    let broken = findings.last().unwrap();
    assert_eq!(broken["url"], "http://split.example/reports/velda-net-fees");
    assert_eq!(broken["taken"], "http://split.example/reports/veldanet-fees");
    let moved = &findings[4];
    assert_eq!(
        moved["replacement"],
        "“Fibre Reaches the Coast,” Tribune, 5 March 2013, https://tribune.example/news/fibre-reaches-the-coast, \
         accessed 7 March 2013"
    );
    let archived = &findings[9];
    assert_eq!(archived["snapshot_offset_days"], 4);
    assert_eq!(
        archived["replacement"],
        "“Mast Dispute Goes to Court,” Gazette, 30 August 2012, \
         http://gazette.example/2012/08/mast-dispute.html, archived 3 September 2012 at \
         http://archive.example/web/20120903113000/http://gazette.example/2012/08/mast-dispute.html"
    );
}

/// The demo is also the catalogue: what can be said of a source is shown there once at least.
/// `offline` is left out, since the network is then down for every source alike.
#[test]
fn the_sample_shows_every_verdict_reason_and_advice() {
    let shown: BTreeSet<&str> =
        EXPECTED.iter().flat_map(|(_, verdict, reason, _, _, advice)| [*verdict, *reason, *advice]).collect();
    let words = Verdict::iter()
        .map(<&str>::from)
        .chain(Reason::iter().filter(|reason| *reason != Reason::Offline).map(<&str>::from))
        .chain(Advice::iter().map(<&str>::from));
    let missing: Vec<&str> = words.filter(|word| !shown.contains(word)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_piece_of_an_audit_in_the_readme_is_the_demos() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, rest) = readme.split_once("<!-- piece of the demo's audit.md -->").unwrap();
    let piece = rest.split("````").nth(1).unwrap().trim_start_matches("markdown").trim();
    assert!(piece.starts_with("**Footnote 11**"), "{piece}");
    assert!(demo().markdown.contains(piece), "the README shows what the demo does not write:\n{piece}");
}
