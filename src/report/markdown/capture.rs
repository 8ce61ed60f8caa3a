//! Captures, in words.

use super::escape::link;
use crate::model::{ArchiveStatus, Finding, Lookup};
use crate::report::days::{date, day, distance};
use crate::report::table::snapshot;
use crate::report::words;

/// What the archive has of the finding's source: the capture, its day and how far that is from
/// the citation's.
pub(super) fn capture(finding: &Finding) -> String {
    let Some(found) = snapshot(finding) else { return without_capture(finding) };
    let day = link(&day(found.time), usize::MAX, found.url.as_str());
    let verb = if finding.archive == ArchiveStatus::Saved { "saved" } else { "archived" };
    let mut capture = format!("{verb} {day}");
    if let Some(days) = finding.snapshot_offset_days {
        capture = format!("{capture}, {}", distance(days, found.time, &finding.citation));
    }
    if found.verified { capture + " (opened: nothing speaks against it)" } else { capture }
}

fn without_capture(finding: &Finding) -> String {
    let sentence = words::archive(finding.archive).trim_end_matches('.');
    let copy = finding.citation.archived.as_ref().filter(|_| finding.archive == ArchiveStatus::Archived);
    if let Some(copy) = copy {
        let when = copy.date.map_or_else(|| "by the author".to_owned(), date);
        return format!("archived {}", link(&when, usize::MAX, &copy.url));
    }
    match finding.lookup.as_ref().map(|known| &known.value) {
        Some(Lookup::Failed(why)) => format!("{sentence} ({})", super::escape::literal(why, 200)),
        _ => sentence.to_owned(),
    }
}
