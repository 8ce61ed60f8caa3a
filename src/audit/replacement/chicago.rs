//! A note of the Chicago Manual of Style (17th edition, 14.10, 14.12 and 14.191): `Author, “Title,”
//! Outlet, December 28, 2012, accessed July 2, 2013, ADDRESS, archived July 3, 2013, at COPY.`

use super::dates::american;
use super::work::{Work, listed, quoted};

pub(super) fn write(work: &Work<'_>) -> String {
    let title = work.title.as_deref().map(|title| quoted(title, ','));
    let published = work.published.map(american);
    let accessed = work.accessed.map(|date| format!("accessed {}", american(date)));
    let copy = work.copy.as_ref().map(|copy| {
        let day = copy.day.map(|day| american(day) + ", ").unwrap_or_default();
        format!("archived {day}at {}", copy.address)
    });
    let note = listed([
        work.author.as_deref(),
        title.as_deref(),
        work.outlet.as_deref(),
        published.as_deref(),
        accessed.as_deref(),
        Some(work.address),
        copy.as_deref(),
    ]);
    format!("{note}.")
}
