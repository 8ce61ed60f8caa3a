use rusqlite::Connection;

use super::*;
use crate::model::{
    Advice, ArchiveStatus, Citation, DocumentSummary, Finding, Kind, Known, PastFinding, Verdict,
};
use crate::store::StoreError;
use crate::store::findings::HISTORY;

/// Takes today's schema back to the third, which kept no findings.
const TO_THIRD_SCHEMA: &str = "
    DROP TABLE findings;
    DROP TABLE citations;
    DROP TABLE audited;
    DROP TABLE documents;
    PRAGMA user_version = 3;
";

fn finding(document: &str, note: &str, address: &str, reason: Reason) -> Finding {
    Finding {
        citation: Citation {
            document: document.to_owned(),
            note: Some(note.to_owned()),
            kind: Kind::Footnote,
            page: None,
            line: Some(7),
            url: Some(address.to_owned()),
            as_printed: Some(address.to_owned()),
            title: Some("On Dams".to_owned()),
            source: None,
            published: "2012-12".parse().ok(),
            accessed: None,
            context: None,
            candidates: Vec::new(),
            refers_to: None,
            title_translated: None,
            author: None,
            archived: None,
            location: None,
            language: None,
        },
        check: Known::live(check(reason, 60)),
        lookup: Some(Known::live(found("https://archive.example/1/http://a.example/"))),
        archive: ArchiveStatus::Archived,
        snapshot_offset_days: Some(-3),
        advice: Advice::CiteArchive,
        replacement: None,
        change: None,
    }
}

fn document(name: &str, error: Option<&str>) -> DocumentSummary {
    DocumentSummary {
        name: name.to_owned(),
        format: None,
        notes: 1,
        citations: 1,
        warnings: Vec::new(),
        error: error.map(str::to_owned),
    }
}

fn history(store: &Store, since: Option<Timestamp>, until: Option<Timestamp>) -> Vec<PastFinding> {
    let mut all = Vec::new();
    let told = |finding: &PastFinding| -> Result<(), StoreError> {
        all.push(finding.clone());
        Ok(())
    };
    store.each_finding(since, until, told).expect("read");
    all
}

#[test]
fn the_newest_run_that_read_a_document_speaks_for_it() {
    let (store, first) = store();
    assert_eq!(store.baseline().expect("read"), None);
    let of_a = [finding("a.md", "1", "http://u:k4NaRy0@a.example/", Reason::Ok)];
    let of_b = [finding("b.md", "1", "no address", Reason::Malformed)];
    let both = [of_a.clone(), of_b.clone()].concat();
    let documents = [document("a.md", None), document("b.md", None)];
    store.record_findings(first, &documents, &both).expect("recorded");
    let second = store.begin_run("0.0.0", at(HOUR)).expect("a run");
    let again = [finding("a.md", "1", "http://u:k4NaRy0@a.example/", Reason::Http404)];
    let documents = [document("a.md", None), document("b.md", Some("it is torn"))];
    store.record_findings(second, &documents, &again).expect("recorded");

    let baseline = store.baseline().expect("read").expect("two runs");
    assert_eq!(baseline.documents, ["a.md", "b.md"]);
    let told: Vec<_> = baseline.citations.iter().map(|it| (it.url.as_str(), it.verdict)).collect();
    assert_eq!(told, [("http://***@a.example/", Verdict::Dead), ("no address", Verdict::Skipped)]);

    assert_eq!(history(&store, None, None).len(), 3);
    assert_eq!(history(&store, None, Some(at(HOUR))).len(), 2);
    let later = history(&store, Some(at(HOUR)), None);
    assert_eq!(
        later,
        [PastFinding {
            run: second.0,
            run_at: at(HOUR),
            version: "0.0.0".to_owned(),
            document: "a.md".to_owned(),
            note: Some("1".to_owned()),
            kind: Kind::Footnote,
            page: None,
            line: Some(7),
            url: "http://***@a.example/".to_owned(),
            title: Some("On Dams".to_owned()),
            source: None,
            published: "2012-12".parse().ok(),
            accessed: None,
            verdict: Verdict::Dead,
            reason: Reason::Http404,
            http_status: Some(404),
            final_url: Some("https://b.example/end".to_owned()),
            checked_at: at(60),
            archive: ArchiveStatus::Archived,
            snapshot_url: Some("https://archive.example/1/http://a.example/".to_owned()),
            snapshot_time: Some(at(-HOUR)),
            snapshot_offset_days: Some(-3),
            advice: Advice::CiteArchive,
        }]
    );
    let words: i64 = store
        .read(|connection| connection.query_row("SELECT count(*) FROM citations", [], |row| row.get(0)))
        .expect("read");
    assert_eq!(words, 2, "the words of a citation are kept once");
}

#[test]
fn a_run_that_fails_half_way_leaves_nothing() {
    let (store, run) = store();
    let twice = [finding("a.md", "1", "http://a.example/", Reason::Ok)];
    let documents = [document("a.md", None)];
    store.record_findings(run, &documents, &twice).expect("recorded");
    let more = [finding("c.md", "1", "http://c.example/", Reason::Ok)];
    store.record_findings(run, &[document("c.md", None)], &more).expect_err("the place is taken");
    let baseline = store.baseline().expect("read").expect("a run");
    assert_eq!(baseline.documents, ["a.md"]);
}

#[test]
fn a_store_that_kept_no_findings_keeps_them_from_now_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store.sqlite");
    let store = Store::open(&path).expect("a store");
    let run = store.begin_run("0.0.0", at(0)).expect("a run");
    let link = url("http://a.example/");
    store.record_check(run, &link, &Terms::default(), &check(Reason::Ok, 0)).expect("recorded");
    drop(store);
    Connection::open(&path).expect("a file").execute_batch(TO_THIRD_SCHEMA).expect("taken back");

    let store = Store::open(&path).expect("a store of an older version");
    assert_eq!(store.last_check(&link).expect("read"), Some(check(Reason::Ok, 0)));
    assert_eq!(store.baseline().expect("read"), None);
    let run = store.begin_run("0.0.1", at(HOUR)).expect("a run");
    let findings = [finding("a.md", "1", "http://a.example/", Reason::Ok)];
    store.record_findings(run, &[document("a.md", None)], &findings).expect("recorded");
    assert_eq!(history(&store, None, None).len(), 1);
}

#[test]
fn the_history_is_told_without_sorting_it() {
    let (store, _) = store();
    let plan: Vec<String> = store
        .read(|connection| {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {HISTORY}"))?;
            plan.query_map([0, 1], |row| row.get(3))?.collect()
        })
        .expect("a plan");
    assert_eq!(plan[..2], ["SCAN r", "SEARCH f USING PRIMARY KEY (run=?)"]);
    assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
}
