//! Joins what was learned with the citations again, in document order.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{
    ArchiveCopy, ArchiveStatus, Check, Citation, Evidence, Finding, Known, Lookup, PartialDate, Snapshot,
    Verdict,
};

use super::advice::advise;
use super::copies;
use super::replacement::{CitationStyle, Copy, replacement};

/// The finding of one citation; `is_saved` if its capture was made in this run.
pub(super) fn finding(
    citation: Citation,
    mut check: Known<Check>,
    lookup: Option<Known<Lookup>>,
    reference: Option<Date>,
    is_saved: bool,
    style: CitationStyle,
) -> Finding {
    let copy = copies::usable(&citation, &check.value);
    let lookup = copies::or_copy(lookup, copy, &citation, reference);
    let archive = match copy {
        Some(_) => ArchiveStatus::Archived,
        None if is_saved => ArchiveStatus::Saved,
        None => ArchiveStatus::from(lookup.as_ref().map(|known| &known.value)),
    };
    let snapshot = lookup.as_ref().and_then(|known| snapshot(&known.value));
    let advice = advise(&check.value, archive);
    check.value.evidence.extend(snapshot.and_then(|snapshot| last_seen(&check.value, snapshot)));
    Finding {
        snapshot_offset_days: captured(snapshot, copy)
            .zip(reference)
            .map(|(day, reference)| offset(day, reference)),
        replacement: replacement(
            &citation,
            advice,
            &check.value,
            snapshot.map(Copy::from).or(copy.map(Copy::from)),
            style,
        ),
        citation,
        check,
        lookup,
        archive,
        advice,
        change: None,
    }
}

/// Of a source that is lost: when the archive last saw it.
fn last_seen(check: &Check, snapshot: &Snapshot) -> Option<Evidence> {
    let is_lost = matches!(check.verdict, Verdict::Dead | Verdict::Changed);
    let span = snapshot.span.filter(|_| is_lost && snapshot.verified)?;
    let month = TimeZone::UTC.to_datetime(span.last).strftime("%B %Y");
    Some(Evidence {
        signal: "last-capture".to_owned(),
        detail: format!("the archive last saw it alive in {month}"),
    })
}

fn snapshot(lookup: &Lookup) -> Option<&Snapshot> {
    match lookup {
        Lookup::Found(snapshot) => Some(snapshot),
        _ => None,
    }
}

/// The day (UTC) of the capture, or of the copy that the author gives, where it is known to the day.
fn captured(snapshot: Option<&Snapshot>, copy: Option<&ArchiveCopy>) -> Option<Date> {
    let day = |snapshot: &Snapshot| TimeZone::UTC.to_datetime(snapshot.time).date();
    let told = || copy?.date.filter(|date| date.day_of_month().is_some()).map(PartialDate::nominal_day);
    snapshot.map(day).or_else(told)
}

/// Capture minus reference date, in days.
fn offset(captured: Date, reference: Date) -> i32 {
    let days = captured.duration_since(reference).as_hours() / 24;
    i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
}
