//! A reference of the American Psychological Association (7th edition): `Author. (2012, December
//! 28). Title. Outlet. Retrieved July 2, 2013, from ADDRESS. Archived July 3, 2013, at COPY`. Without an author the title comes
//! first; without a date it says `n.d.`. No stop stands behind the last address.

use super::dates::{american, year_first};
use super::work::{Work, stopped};

pub(super) fn write(work: &Work<'_>) -> String {
    let date = work.published.map_or_else(|| "n.d.".to_owned(), year_first);
    let date = Some(format!("({date})."));
    let author = work.author.as_deref().map(stopped);
    let title = work.title.as_deref().map(stopped);
    let outlet = work.outlet.as_deref().map(stopped);
    let accessed = work.accessed.map(|date| format!("Retrieved {}, from ", american(date)));
    let address = accessed.unwrap_or_default() + work.address;
    let place = match &work.copy {
        Some(copy) => {
            let day = copy.day.map(|day| american(day) + ", ").unwrap_or_default();
            format!("{address}. Archived {day}at {}", copy.address)
        }
        None => address,
    };
    let parts = match (author, title) {
        (Some(author), title) => [Some(author), date, title, outlet, Some(place)],
        (None, Some(title)) => [Some(title), date, outlet, Some(place), None],
        (None, None) => [outlet, date, Some(place), None, None],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
