//! Joins what was learned with the citations again, in document order.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{ArchiveStatus, Check, Citation, Finding, Known, Lookup, Snapshot};

use super::advice::advise;
use super::copies;
use super::replacement::replacement;

/// The finding of one citation.
pub(super) fn finding(
    citation: Citation,
    check: Known<Check>,
    lookup: Option<Known<Lookup>>,
    reference: Option<Date>,
) -> Finding {
    let copy = copies::usable(&citation, &check.value);
    let lookup = copies::or_copy(lookup, copy, &citation, reference);
    let archive = match copy {
        Some(_) => ArchiveStatus::Archived,
        None => ArchiveStatus::from(lookup.as_ref().map(|known| &known.value)),
    };
    let snapshot = lookup.as_ref().and_then(|known| snapshot(&known.value));
    let advice = advise(&check.value, archive);
    Finding {
        snapshot_offset_days: snapshot.zip(reference).map(|(snapshot, day)| offset(snapshot, day)),
        replacement: replacement(&citation, advice, &check.value, snapshot, copy),
        citation,
        check,
        lookup,
        archive,
        advice,
    }
}

fn snapshot(lookup: &Lookup) -> Option<&Snapshot> {
    match lookup {
        Lookup::Found(snapshot) => Some(snapshot),
        _ => None,
    }
}

/// Capture minus reference date, in days of UTC.
fn offset(snapshot: &Snapshot, reference: Date) -> i32 {
    let captured = TimeZone::UTC.to_datetime(snapshot.time).date();
    let days = captured.duration_since(reference).as_hours() / 24;
    i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
}
