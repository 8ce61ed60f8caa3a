//! Makes a store of years, for measuring what reads it:
//! `cargo run --release --example large_store [RUNS] [FINDINGS] [PATH]`. A run a week; every week some
//! sources go, and some come back.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a measure for developers")]

use std::path::PathBuf;

use ibid::model::{ArchiveStatus, Check, Finding, Known, Reason};
use ibid::store::Store;
use jiff::{Timestamp, ToSpan as _};

#[path = "../tests/report/many.rs"]
mod many;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number =
        |usual: usize| arguments.next().map_or(usual, |number| number.parse().expect("a number"));
    let (runs, findings) = (number(200), number(5_000));
    let path = arguments.next().map_or_else(|| PathBuf::from("store.sqlite"), PathBuf::from);
    let mut audit = many::many(findings);
    let store = Store::open(&path).unwrap();
    for week in 0..runs {
        let at = "2010-01-04T06:00:00Z".parse::<Timestamp>().unwrap() + (week as i64 * 168).hours();
        for (index, finding) in audit.findings.iter_mut().enumerate() {
            pass(finding, index, week, at);
        }
        let run = store.begin_run("0.1.0", at).unwrap();
        store.record_findings(run, &audit.run.documents, &audit.findings).unwrap();
        store.finish_run(run, at).unwrap();
    }
    println!("{runs} runs of {findings} findings in {}", path.display());
}

/// A week passes: of a thousand sources two go, of a hundred lost ones one comes back, and the archive
/// gets some.
fn pass(finding: &mut Finding, index: usize, week: usize, at: Timestamp) {
    let chance = (index * 7_919 + week * 104_729) % 1_000;
    let reason = match finding.check.value.reason {
        Reason::Ok if chance < 2 => Reason::Http404,
        Reason::Http404 | Reason::DnsNotFound if chance < 10 => Reason::Ok,
        Reason::Timeout if chance < 500 => Reason::Http5xx,
        Reason::Http5xx => Reason::Timeout,
        reason => reason,
    };
    let old = &finding.check.value;
    let check = Check {
        http_status: old.http_status,
        final_url: old.final_url.clone(),
        ..Check::without_asking(reason, at + (index as i64).seconds())
    };
    finding.check = Known::live(check);
    if finding.archive == ArchiveStatus::NotArchived && chance < 20 {
        finding.archive = ArchiveStatus::Archived;
    }
}
