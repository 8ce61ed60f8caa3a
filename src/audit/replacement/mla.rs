//! A work cited of the Modern Language Association (9th edition): `Author. “Title.” Outlet, 28 Dec.
//! 2012, ADDRESS. Accessed 2 July 2013. Archived 3 July 2013, COPY.`

use super::dates::british_short;
use super::work::{Work, listed, quoted, stopped};

pub(super) fn write(work: &Work<'_>) -> String {
    let published = work.published.map(british_short);
    let place = listed([work.outlet.as_deref(), published.as_deref(), Some(work.address)]);
    let parts = [
        work.author.as_deref().map(stopped),
        work.title.as_deref().map(|title| quoted(title, '.')),
        Some(format!("{place}.")),
        work.accessed.map(|date| format!("Accessed {}.", british_short(date))),
        work.copy.as_ref().map(|copy| match copy.day {
            Some(day) => format!("Archived {}, {}.", british_short(day), copy.address),
            None => format!("Archived at {}.", copy.address),
        }),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
