//! A history of any length: for the browser.

use ibid::model::{Advice, ArchiveStatus, Kind, PastFinding, Reason};
use ibid::report::HistoryFormat;
use jiff::{SignedDuration, Timestamp};

/// Documents of a history; the last is read by every other run only.
const DOCUMENTS: usize = 3;

/// The page of trends of so many weekly runs over so many citations each; `harm` stands in every text.
pub(crate) fn trend(runs: usize, citations: usize, harm: &str) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let mut page = HistoryFormat::Html.begin(&mut out).expect("begun");
    for run in 0..runs {
        for index in 0..citations {
            let document = index % DOCUMENTS;
            if document + 1 < DOCUMENTS || run % 2 == 0 {
                page.add(&finding(run, index, document, harm)).expect("added");
            }
        }
    }
    page.finish().expect("finished");
    out.into_inner()
}

fn finding(run: usize, index: usize, document: usize, harm: &str) -> PastFinding {
    let start: Timestamp = "2024-01-01T09:00:00Z".parse().expect("a time");
    let at = start + SignedDuration::from_hours(run as i64 * 168);
    let chance = (index * 7_919 + 13) % 97;
    let reason = match chance {
        0..40 if run * 2 > chance => Reason::Http404,
        40..50 if run % 5 == 3 => Reason::Timeout,
        50..56 if run > chance - 48 => Reason::ContentDrift,
        56..62 => Reason::MovedPermanently,
        62..66 => Reason::BotChallenge,
        66 => Reason::NotHttp,
        _ => Reason::Ok,
    };
    let archive = match chance % 7 {
        0 if run < 9 => ArchiveStatus::NotArchived,
        1 => ArchiveStatus::LookupFailed,
        _ => ArchiveStatus::Archived,
    };
    PastFinding {
        run: run as i64 + 1,
        run_at: at,
        version: "0.1.0".to_owned(),
        document: format!("reports/chapter-{document}.md{harm}"),
        note: Some(format!("{}{harm}", index + 1)),
        kind: Kind::Footnote,
        page: None,
        line: None,
        url: format!("http://www.outlet-{}.example/2013/story-{index}.html{harm}", index % 41),
        title: Some(format!("The Ministry Answers Questions on Case {index}{harm}")),
        source: None,
        published: None,
        accessed: None,
        verdict: reason.verdict(),
        reason,
        http_status: None,
        final_url: None,
        checked_at: at,
        archive,
        snapshot_url: None,
        snapshot_time: None,
        snapshot_offset_days: None,
        advice: Advice::Keep,
    }
}
