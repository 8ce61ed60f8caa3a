//! HTML with the attributes of Robust Links (<https://robustlinks.mementoweb.org/spec/>): a script on
//! the page, or a reader, finds the original and its copy whichever of them is gone. The link leads
//! to the copy, since that is what shows the cited work.

use super::phrasing::{accessed, date};
use super::work::{Work, listed, quoted_around};

pub(super) fn write(work: &Work<'_>) -> String {
    let [author, outlet] = [&work.author, &work.outlet].map(|text| text.as_deref().map(escaped));
    let published = work.published.map(|published| date(published, work.language));
    let accessed = work.accessed.map(|on| accessed(on, work.language));
    let dates = [published.as_deref(), accessed.as_deref()];
    let Some(title) = &work.title else {
        let link = link(work, work.outlet.as_deref().unwrap_or(work.address));
        return listed([author.as_deref(), Some(&link)].into_iter().chain(dates));
    };
    let title = quoted_around(title, ',', |title| link(work, title));
    listed([author.as_deref(), Some(&title), outlet.as_deref()].into_iter().chain(dates))
}

fn link(work: &Work<'_>, shown: &str) -> String {
    let original = escaped(work.address);
    match &work.copy {
        Some(copy) => {
            let day = copy.day.map(|day| format!(" data-versiondate=\"{day}\"")).unwrap_or_default();
            format!(
                "<a href=\"{copy}\" data-originalurl=\"{original}\" data-versionurl=\"{copy}\"{day}>{shown}</a>",
                copy = escaped(copy.address),
                shown = escaped(shown),
            )
        }
        None => format!("<a href=\"{original}\" data-originalurl=\"{original}\">{}</a>", escaped(shown)),
    }
}

/// A text as it may stand in HTML, between tags and in an attribute.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
