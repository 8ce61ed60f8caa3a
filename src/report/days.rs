//! Days, dates and the distance between them, in the words of every page that people read.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::count::Count;
use crate::model::{Citation, PartialDate};

/// From here on a distance in days is also told in years.
const TOLD_IN_YEARS: u32 = 730;

/// How far a capture is from the day it is measured against: `1 day after it was read`. Days count
/// from the middle of a reduced date, which says nothing about a capture within it.
pub(super) fn distance(days: i32, captured: Timestamp, citation: &Citation) -> String {
    let (event, date) = match (citation.accessed, citation.published) {
        (Some(accessed), _) => ("it was read", Some(accessed)),
        (None, Some(published)) => ("it was published", Some(published)),
        (None, None) => ("the report's own date", None),
    };
    if let Some(span) = date.and_then(|date| span_of(date, captured)) {
        return format!("in the {span} {event}");
    }
    let about = if date.is_some_and(|date| date.day_of_month().is_none()) { "about " } else { "" };
    let many = days.unsigned_abs();
    let direction = if days < 0 { "before" } else { "after" };
    match many {
        0 if date.is_none() => format!("on {event}"),
        0 => format!("on {about}the day {event}"),
        1..TOLD_IN_YEARS => format!("{about}{} {direction} {event}", Count(many as usize, "day")),
        _ => {
            let years = Count((many as usize + 182) / 365, "year");
            format!("{about}{} ({years}) {direction} {event}", Count(many as usize, "day"))
        }
    }
}

/// `year` or `month`, if the date is no more exact and the capture lies within it.
fn span_of(date: PartialDate, captured: Timestamp) -> Option<&'static str> {
    let captured = TimeZone::UTC.to_datetime(captured).date();
    let same_year = date.year() == captured.year();
    match (date.month(), date.day_of_month()) {
        (None, _) if same_year => Some("year"),
        (Some(month), None) if same_year && month == captured.month() => Some("month"),
        _ => None,
    }
}

/// A day in words: `3 July 2013`.
pub(super) fn day(time: Timestamp) -> String {
    time.strftime("%-d %B %Y").to_string()
}

/// A date in words, as exact as it is known.
pub(super) fn date(date: PartialDate) -> String {
    let Ok(first) = Date::new(date.year(), date.month().unwrap_or(1), date.day_of_month().unwrap_or(1))
    else {
        return date.to_string();
    };
    let form = match (date.month(), date.day_of_month()) {
        (Some(_), Some(_)) => "%-d %B %Y",
        (Some(_), None) => "%B %Y",
        (None, _) => "%Y",
    };
    first.strftime(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn citation(published: Option<&str>, accessed: Option<&str>) -> Citation {
        let date = |text: Option<&str>| text.map(|text| text.parse().expect("a date"));
        Citation {
            document: String::new(),
            note: None,
            kind: Kind::Footnote,
            page: None,
            line: None,
            url: None,
            as_printed: None,
            title: None,
            source: None,
            published: date(published),
            accessed: date(accessed),
            context: None,
            candidates: Vec::new(),
            refers_to: None,
            title_translated: None,
            author: None,
            archived: None,
            location: None,
            language: None,
        }
    }

    #[test]
    fn a_distance_names_what_it_is_measured_against() {
        for (days, published, accessed, words) in [
            (1, None, Some("2013-07-02"), "1 day after it was read"),
            (-2, Some("2013-01-01"), Some("2013-07-02"), "2 days before it was read"),
            (0, None, Some("2013-07-02"), "on the day it was read"),
            (-40, Some("2012"), None, "about 40 days before it was published"),
            (729, Some("2012-12-01"), None, "729 days after it was published"),
            (730, Some("2012-12-01"), None, "730 days (2 years) after it was published"),
            (-1006, None, None, "1006 days (3 years) before the report's own date"),
            (0, None, None, "on the report's own date"),
        ] {
            assert_eq!(distance(days, Timestamp::UNIX_EPOCH, &citation(published, accessed)), words);
        }
    }

    #[test]
    fn within_a_reduced_date_there_is_no_distance() {
        let captured: Timestamp = "2009-01-01T10:00:00Z".parse().expect("a time");
        for (days, published, accessed, words) in [
            (-181, Some("2009"), None, "in the year it was published"),
            (-15, Some("2009"), Some("2009-01"), "in the month it was read"),
            (15, None, Some("2008-12"), "about 15 days after it was read"),
            (-1, None, Some("2009-01-02"), "1 day before it was read"),
        ] {
            assert_eq!(distance(days, captured, &citation(published, accessed)), words);
        }
    }

    #[test]
    fn a_date_is_as_exact_as_it_is_known() {
        for (iso, words) in [("2013-07-03", "3 July 2013"), ("2012-12", "December 2012"), ("2012", "2012")] {
            assert_eq!(date(iso.parse().expect("a date")), words);
        }
    }
}
