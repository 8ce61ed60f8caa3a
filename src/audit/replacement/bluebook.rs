//! The Bluebook (rule 18.2): `Author, Title, Outlet (Dec. 28, 2012), ADDRESS (last visited July 2,
//! 2013) [COPY].`

use super::dates::american_short;
use super::work::{Work, listed};

pub(super) fn write(work: &Work<'_>) -> String {
    let lead = listed([work.author.as_deref(), work.title.as_deref(), work.outlet.as_deref()]);
    let published = work.published.map(|date| format!("({})", american_short(date)));
    let lead = [Some(lead).filter(|lead| !lead.is_empty()), published];
    let lead = lead.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let visited = work.accessed.map(|date| format!("(last visited {})", american_short(date)));
    let copy = work.copy.as_ref().map(|copy| format!("[{}]", copy.address));
    let place: Vec<String> = [Some(work.address.to_owned()), visited, copy].into_iter().flatten().collect();
    let lead = Some(lead).filter(|lead| !lead.is_empty());
    format!("{}.", listed([lead.as_deref(), Some(&place.join(" "))]))
}
