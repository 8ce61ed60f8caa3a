//! `Author, “Title,” Outlet, 28 December 2012, ADDRESS, accessed 2 July 2013, archived 3 July 2013 at
//! COPY`.

use super::dates::british;
use super::work::{Work, listed, quoted};

pub(super) fn write(work: &Work<'_>) -> String {
    let title = work.title.as_deref().map(|title| quoted(title, ','));
    let published = work.published.map(british);
    let accessed = work.accessed.map(|date| format!("accessed {}", british(date)));
    let copy = work.copy.as_ref().map(|copy| {
        let day = copy.day.map(|day| british(day) + " ").unwrap_or_default();
        format!("archived {day}at {}", copy.address)
    });
    listed([
        work.author.as_deref(),
        title.as_deref(),
        work.outlet.as_deref(),
        published.as_deref(),
        Some(work.address),
        accessed.as_deref(),
        copy.as_deref(),
    ])
}
