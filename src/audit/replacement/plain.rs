//! `Author, “Title,” Outlet, 28 December 2012, ADDRESS, accessed 2 July 2013, archived 3 July 2013 at
//! COPY`, in the language of the note.

use super::phrasing::{accessed, archived, date, quotes};
use super::work::{Work, listed, quoted_as};

pub(super) fn write(work: &Work<'_>) -> String {
    let language = work.language;
    let title = work.title.as_deref().map(|title| quoted_as(title, &quotes(language)));
    let published = work.published.map(|published| date(published, language));
    let accessed = work.accessed.map(|on| accessed(on, language));
    let copy = work.copy.as_ref().map(|copy| archived(copy.day, language) + copy.address);
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
