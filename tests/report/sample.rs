//! A small audit, written by hand.

use ibid::model::{
    Advice, ArchiveCopy, ArchiveStatus, Audit, Before, Change, Check, Citation, DocumentSummary, Earlier,
    Evidence, Finding, Format, Hop, Kind, Known, Lookup, Provenance, Reason, Run, Since, Snapshot, Verdict,
};
use jiff::{SignedDuration, Timestamp};
use url::Url;

pub(crate) const RIVER: &str = "reports/river-dams.txt";
pub(crate) const PRESS: &str = "reports/press_freedom.md";

pub(crate) fn url(text: &str) -> Url {
    Url::parse(text).expect("an address")
}

fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

pub(crate) fn evidence(signal: &str, detail: &str) -> Evidence {
    Evidence { signal: signal.to_owned(), detail: detail.to_owned() }
}

/// A footnote with an address, and nothing more.
pub(crate) fn citation(note: &str, address: &str) -> Citation {
    Citation {
        document: RIVER.to_owned(),
        note: Some(note.to_owned()),
        kind: Kind::Footnote,
        page: None,
        line: None,
        url: Some(address.to_owned()),
        as_printed: Some(address.to_owned()),
        title: None,
        source: None,
        published: None,
        accessed: None,
        context: None,
        candidates: vec![address.to_owned()],
        refers_to: None,
        title_translated: None,
        author: None,
        archived: None,
        location: None,
        language: None,
    }
}

pub(crate) fn check(reason: Reason) -> Check {
    Check { attempts: 1, ..Check::without_asking(reason, time("2026-03-02T10:20:30.456Z")) }
}

/// A finding about which the archive was not asked.
pub(crate) fn finding(citation: Citation, check: Check, advice: Advice) -> Finding {
    Finding {
        citation,
        check: Known::live(check),
        lookup: None,
        archive: ArchiveStatus::NotAsked,
        snapshot_offset_days: None,
        advice,
        replacement: None,
        change: None,
    }
}

/// The same finding with the archive's answer.
pub(crate) fn archived(finding: Finding, lookup: Lookup, offset: Option<i32>) -> Finding {
    let archive = ArchiveStatus::from(Some(&lookup));
    Finding { lookup: Some(Known::live(lookup)), archive, snapshot_offset_days: offset, ..finding }
}

pub(crate) fn found(at: &str, original: &str) -> Lookup {
    let time = time(at);
    let url = url(&format!("https://archive.example/web/{}/{original}", time.strftime("%Y%m%d%H%M%S")));
    Lookup::Found(Snapshot {
        url,
        time,
        original: original.to_owned(),
        status: Some(200),
        verified: false,
        span: None,
    })
}

fn cite_archive() -> Finding {
    let address = "http://www.vesti-reki.example/news/2013/dam-42.html";
    let citation = Citation {
        page: Some(4),
        line: Some(33),
        as_printed: Some("http://www.vesti-reki.example/news/2013/dam\u{2010}\n42.html".to_owned()),
        title: Some("Dam No. 42 Ready, “On Time”".to_owned()),
        source: Some("Vesti Reki".to_owned()),
        published: "2013-06".parse().ok(),
        accessed: "2013-07-02".parse().ok(),
        context: Some("Officials called the dam finished.".to_owned()),
        ..citation("12", address)
    };
    let check = Check {
        http_status: Some(404),
        final_url: Some(url(address)),
        evidence: vec![
            evidence("status", "the server answered 404"),
            evidence("sibling-probe", "a made-up neighbour was answered with 404 as well"),
        ],
        ..check(Reason::Http404)
    };
    let replacement = "Vesti Reki, “Dam No. 42 Ready, ‘On Time’,” June 2013, archived 3 July 2013 at \
                       https://archive.example/web/20130703101500/http://www.vesti-reki.example/news/2013/dam-42.html";
    let dead = finding(citation, check, Advice::CiteArchive);
    let mut dead = archived(dead, found("2013-07-03T10:15:00Z", address), Some(1));
    if let Some(Known { value: Lookup::Found(snapshot), .. }) = &mut dead.lookup {
        snapshot.verified = true;
    }
    Finding { replacement: Some(replacement.to_owned()), ..dead }
}

fn drifted() -> Finding {
    let address = "http://ledger.example/story?id=7&page=2";
    let citation =
        Citation { published: "2011-10".parse().ok(), kind: Kind::Endnote, ..citation("iv", address) };
    let check = Check { http_status: Some(200), ..check(Reason::ContentDrift) };
    let drifted = finding(citation, check, Advice::CiteArchive);
    archived(drifted, found("2009-01-12T00:00:00Z", address), Some(-1006))
}

fn replace_source() -> Finding {
    let dead = Check { verdict: Verdict::Dead, attempts: 3, ..check(Reason::Timeout) };
    let dead = Finding {
        check: Known { value: dead, from: Provenance::Store { age: SignedDuration::from_hours(50) } },
        ..finding(citation("13", "https://gone.example/"), check(Reason::Ok), Advice::ReplaceSource)
    };
    archived(dead, Lookup::Absent, None)
}

fn update_url() -> Finding {
    let citation = Citation {
        document: PRESS.to_owned(),
        kind: Kind::Inline,
        note: None,
        line: Some(7),
        title: Some("Annual Survey".to_owned()),
        ..citation("", "http://survey.example/2012")
    };
    let check = Check {
        http_status: Some(200),
        final_url: Some(url("https://www.survey.example/reports/2012")),
        hops: vec![Hop { url: url("http://survey.example/2012"), status: 301 }],
        ..check(Reason::MovedPermanently)
    };
    let replacement = "Annual Survey, https://www.survey.example/reports/2012".to_owned();
    Finding { replacement: Some(replacement), ..finding(citation, check, Advice::UpdateUrl) }
}

fn verify_by_hand() -> Finding {
    let citation = Citation { document: PRESS.to_owned(), ..citation("b", "https://guarded.example/a") };
    let check = Check { http_status: Some(403), ..check(Reason::BotChallenge) };
    let restricted = finding(citation, check, Advice::VerifyByHand);
    archived(restricted, Lookup::Failed("503 Service Unavailable, three times".to_owned()), None)
}

fn save_now() -> Finding {
    let printed = "https://alive.example/a-b";
    let taken = url("https://alive.example/ab");
    let check = Check {
        http_status: Some(200),
        final_url: Some(taken.clone()),
        taken: Some(taken.clone()),
        ..check(Reason::Ok)
    };
    let citation = Citation {
        document: PRESS.to_owned(),
        kind: Kind::Bibliography,
        candidates: vec![printed.to_owned(), taken.to_string()],
        ..citation("2", printed)
    };
    archived(finding(citation, check, Advice::SaveNow), Lookup::Absent, None)
}

fn check_again() -> Finding {
    let address = "https://busy.example/today";
    let citation = Citation { published: "2026-03-02".parse().ok(), ..citation("c", address) };
    let check = Check { http_status: Some(429), ..check(Reason::RateLimited) };
    let unsure = finding(Citation { document: PRESS.to_owned(), ..citation }, check, Advice::CheckAgain);
    let saved = archived(unsure, found("2026-03-02T11:00:00Z", address), Some(0));
    Finding { archive: ArchiveStatus::Saved, ..saved }
}

fn keep() -> Finding {
    let address = "https://archive-of-rivers.example/a_b_(c)|d";
    let copy = ArchiveCopy {
        url: "https://perma.example/AB12-CD34?token=k4NaRy0".to_owned(),
        time: None,
        date: "2014-06-27".parse().ok(),
    };
    let citation = Citation {
        title: Some("Levels | 2013 [draft]".to_owned()),
        archived: Some(copy),
        ..citation("14", address)
    };
    let alive = finding(citation, Check { http_status: Some(200), ..check(Reason::Ok) }, Advice::Keep);
    archived(alive, found("2013-07-02T23:59:59Z", address), Some(0))
}

fn skip() -> Finding {
    let citation = Citation { note: None, ..citation("", "mailto:editor@ledger.example") };
    let skipped = Check { attempts: 0, ..check(Reason::NotHttp) };
    finding(citation, skipped, Advice::Keep)
}

fn document(name: &str, format: Format, citations: usize) -> DocumentSummary {
    DocumentSummary {
        name: name.to_owned(),
        format: Some(format),
        notes: citations + 1,
        citations,
        warnings: Vec::new(),
        error: None,
    }
}

pub(crate) fn audit() -> Audit {
    let unreadable = DocumentSummary {
        name: "reports/scan.pdf".to_owned(),
        format: None,
        notes: 0,
        error: Some("it is a binary file of an unknown kind".to_owned()),
        ..document("", Format::Text, 0)
    };
    let press = DocumentSummary {
        warnings: vec!["note 9 has a marker, but no text".to_owned()],
        ..document(PRESS, Format::Markdown, 4)
    };
    Audit {
        run: Run {
            documents: vec![document(RIVER, Format::Text, 5), unreadable, press],
            remarks: vec!["The archive could not be reached for part of the run.".to_owned()],
            ..Run::default()
        },
        findings: vec![
            cite_archive(),
            replace_source(),
            keep(),
            drifted(),
            skip(),
            update_url(),
            verify_by_hand(),
            save_now(),
            check_again(),
        ],
    }
}

/// An audit without documents.
pub(crate) fn nothing() -> Audit {
    Audit { run: Run::default(), findings: Vec::new() }
}

/// The same audit, held against an earlier one.
pub(crate) fn compared() -> Audit {
    use ArchiveStatus::{Archived, NotArchived, NotAsked};
    use Verdict::{Alive, Dead, Moved, Unsure};
    let mut audit = audit();
    let before = [
        Some((Alive, Archived, None)),
        Some((Dead, NotArchived, None)),
        Some((Dead, Archived, None)),
        Some((Alive, NotArchived, None)),
        None,
        Some((Moved, NotAsked, Some("http://survey.example/old"))),
        Some((Alive, NotAsked, None)),
        Some((Dead, NotArchived, Some("https://alive.example/*broken*"))),
        Some((Unsure, NotArchived, None)),
    ];
    for (finding, before) in audit.findings.iter_mut().zip(before) {
        let (verdict, archive) = (finding.check.value.verdict, finding.archive);
        finding.change = Some(before.map_or(Change::NEW, |(was, archived, url)| {
            Change::since(earlier_check(was, archived, url), verdict, archive)
        }));
    }
    let at = time("2025-07-03T09:00:00Z");
    audit.run.since = Some(Since { name: "last/audit.json".to_owned(), at: Some(at), gone: gone(at) });
    audit
}

fn earlier_check(verdict: Verdict, archive: ArchiveStatus, url: Option<&str>) -> Before {
    let reason = match verdict {
        Verdict::Dead => Reason::Http404,
        Verdict::Moved => Reason::MovedPermanently,
        Verdict::Unsure => Reason::Timeout,
        _ => Reason::Ok,
    };
    let checked_at = time("2025-07-03T09:00:00Z");
    Before { verdict, reason, checked_at, archive, url: url.map(str::to_owned) }
}

/// A lost source that is no longer cited, and one that was in its place.
fn gone(at: Timestamp) -> Vec<Earlier> {
    let lost = Earlier {
        document: RIVER.to_owned(),
        note: Some("15".to_owned()),
        kind: Kind::Footnote,
        url: "http://lost.example/=1".to_owned(),
        as_printed: None,
        title: Some("The *Lost* Gauge".to_owned()),
        context: None,
        verdict: Verdict::Dead,
        reason: Reason::Http404,
        checked_at: at,
        archive: ArchiveStatus::NotArchived,
    };
    let fine = Earlier {
        note: None,
        kind: Kind::Inline,
        url: "http://fine.example/".to_owned(),
        title: None,
        verdict: Verdict::Alive,
        reason: Reason::Ok,
        ..lost.clone()
    };
    vec![lost, fine]
}
