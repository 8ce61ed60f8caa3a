//! Two audits, held against each other.

use jiff::Timestamp;

use super::compare;
use crate::model::{
    Advice, ArchiveStatus, Audit, Baseline, Change, ChangeKind, Check, Citation, DocumentSummary, Earlier,
    Finding, Kind, Known, Reason, Run, Since,
};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

fn citation(document: &str, note: &str, url: &str, title: &str) -> Citation {
    Citation {
        note: Some(note.to_owned()),
        as_printed: Some(url.to_owned()),
        title: Some(title.to_owned()),
        ..Citation::bare(document, url)
    }
}

fn finding(citation: Citation, reason: Reason) -> Finding {
    Finding {
        citation,
        check: Known::live(Check::without_asking(reason, at(1_000_000))),
        lookup: None,
        archive: ArchiveStatus::NotAsked,
        snapshot_offset_days: None,
        advice: Advice::Keep,
        replacement: None,
        change: None,
    }
}

fn earlier(document: &str, note: &str, url: &str, title: &str, reason: Reason) -> Earlier {
    Earlier {
        document: document.to_owned(),
        note: Some(note.to_owned()),
        kind: Kind::Footnote,
        url: url.to_owned(),
        as_printed: Some(url.to_owned()),
        title: Some(title.to_owned()),
        context: None,
        verdict: reason.verdict(),
        reason,
        checked_at: at(500_000),
        archive: ArchiveStatus::NotAsked,
    }
}

fn summary(name: &str, error: Option<&str>) -> DocumentSummary {
    DocumentSummary {
        name: name.to_owned(),
        format: None,
        notes: 0,
        citations: 0,
        warnings: Vec::new(),
        error: error.map(str::to_owned),
    }
}

fn audit(documents: &[(&str, Option<&str>)], findings: Vec<Finding>) -> Audit {
    let documents = documents.iter().map(|(name, error)| summary(name, *error)).collect();
    Audit { run: Run { documents, ..Run::default() }, findings }
}

fn kinds(audit: &Audit) -> Vec<ChangeKind> {
    audit.findings.iter().map(|finding| finding.change.as_ref().expect("compared").kind).collect()
}

#[test]
fn a_report_goes_through_the_hands_of_its_author() {
    let baseline = Baseline {
        name: "prev.json".to_owned(),
        documents: ["a.md", "elsewhere.md", "broken.pdf"].map(str::to_owned).to_vec(),
        citations: vec![
            earlier("a.md", "1", "http://a.example/", "On Dams and Rivers", Reason::Ok),
            earlier("a.md", "2", "http://b.example/", "On Harbours and Piers", Reason::Http404),
            earlier("a.md", "3", "http://c.example/", "On Cranes and Hoists", Reason::Http404),
            earlier("a.md", "4", "http://d.example/?token=***", "On Boards and Chairs", Reason::Timeout),
            earlier("elsewhere.md", "1", "http://e.example/", "On Bridges", Reason::Http404),
            earlier("broken.pdf", "1", "http://f.example/", "On Locks", Reason::Http404),
        ],
    };
    let mut now = audit(
        &[("a.md", None), ("broken.pdf", Some("no PDF")), ("new.md", None)],
        vec![
            finding(citation("a.md", "1", "http://new.example/", "A Preface"), Reason::Http404),
            finding(citation("a.md", "2", "http://a.example/", "On Dams and Rivers"), Reason::Http404),
            finding(citation("a.md", "3", "http://bb.example/", "On Harbours and Piers"), Reason::Ok),
            finding(
                citation("a.md", "5", "http://d.example/?token=k4NaRy0", "On Boards and Chairs"),
                Reason::Ok,
            ),
            finding(citation("new.md", "1", "http://e.example/x", "On Bridges"), Reason::Ok),
        ],
    );
    compare(&mut now, &baseline);
    assert_eq!(
        kinds(&now),
        [ChangeKind::New, ChangeKind::NewlyDead, ChangeKind::Fixed, ChangeKind::Recovered, ChangeKind::New,]
    );
    let before = |index: usize| now.findings[index].change.as_ref().and_then(|change| change.before.clone());
    assert_eq!(before(2).and_then(|before| before.url).as_deref(), Some("http://b.example/"));
    assert_eq!(before(1).and_then(|before| before.url), None);
    assert_eq!(
        now.run.since,
        Some(Since {
            name: "prev.json".to_owned(),
            at: Some(at(500_000)),
            gone: vec![baseline.citations[2].clone()],
        }),
        "what was audited elsewhere, or cannot be read today, is not gone"
    );
}

#[test]
fn a_wound_is_new_only_once() {
    let baseline = Baseline {
        name: "prev.json".to_owned(),
        documents: vec!["a.md".to_owned()],
        citations: vec![
            earlier("a.md", "1", "http://a.example/", "On Dams and Rivers", Reason::Http404),
            earlier("a.md", "2", "http://b.example/", "On Harbours and Piers", Reason::Ok),
            earlier("a.md", "3", "http://c.example/", "On Cranes and Hoists", Reason::Http404),
        ],
    };
    let mut now = audit(
        &[("a.md", None)],
        vec![
            finding(citation("a.md", "1", "http://a.example/", "On Dams and Rivers"), Reason::DnsNotFound),
            finding(citation("a.md", "2", "http://b.example/", "On Harbours and Piers"), Reason::Http404),
            finding(citation("a.md", "3", "http://other.example/", "On Cranes and Hoists"), Reason::Http404),
        ],
    );
    let newly_dead = |audit: &Audit| -> Vec<bool> {
        let dead = crate::model::Verdict::Dead;
        audit.findings.iter().map(|finding| finding.is_newly(dead)).collect()
    };
    assert_eq!(newly_dead(&now), [true, true, true], "nothing to hold it against");
    compare(&mut now, &baseline);
    assert_eq!(newly_dead(&now), [false, true, true], "a new address that is dead is a new wound");
    assert_eq!(now.findings[0].change.as_ref().map(Change::is_any), Some(false));
}
