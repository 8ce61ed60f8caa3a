//! A citation's new wording, ready to paste.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{Advice, ArchiveCopy, Check, Citation, PartialDate, Snapshot};

/// The new wording for the advice that asks for one.
///
/// `Author, “Title,” Outlet, 28 December 2012, URL, archived 3 July 2013 at SNAPSHOT` for a source
/// that survives in the archive, the same with the new address for one that moved.
pub(super) fn replacement(
    citation: &Citation,
    advice: Advice,
    check: &Check,
    snapshot: Option<&Snapshot>,
    copy: Option<&ArchiveCopy>,
) -> Option<String> {
    match advice {
        Advice::CiteArchive => {
            let url = citation.url.as_deref()?;
            let archived = snapshot.map(archived).or_else(|| copy.map(archived_by_author))?;
            Some(format!("{}{url}, archived {archived}", lead(citation)))
        }
        Advice::UpdateUrl => Some(format!("{}{}", lead(citation), check.final_url.as_ref()?)),
        _ => None,
    }
}

fn archived(snapshot: &Snapshot) -> String {
    let day = TimeZone::UTC.to_datetime(snapshot.time).date();
    format!("{} at {}", words(day), snapshot.url)
}

/// The copy that the author gives, whose day may be unknown.
fn archived_by_author(copy: &ArchiveCopy) -> String {
    let day = copy.date.map(|date| printed(date) + " ").unwrap_or_default();
    format!("{day}at {}", copy.url)
}

/// What stands before the address, with its last comma.
fn lead(citation: &Citation) -> String {
    let title = citation.title.as_ref().map(|title| format!("“{title},”"));
    let published = citation.published.map(printed);
    let mut text = String::new();
    for (part, end) in [
        (citation.author.as_ref(), ", "),
        (title.as_ref(), " "),
        (citation.source.as_ref(), ", "),
        (published.as_ref(), ", "),
    ] {
        if let Some(part) = part {
            text.push_str(part.trim_end_matches(','));
            text.push_str(end);
        }
    }
    text
}

fn printed(date: PartialDate) -> String {
    match (date.month(), date.day_of_month()) {
        (Some(_), Some(_)) => words(date.nominal_day()),
        (Some(_), None) => date.nominal_day().strftime("%B %Y").to_string(),
        (None, _) => date.year().to_string(),
    }
}

fn words(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
