//! Dates in the forms of the styles, as exact as they are known.

use crate::model::PartialDate;

/// The months as the Bluebook (T12) and the Modern Language Association shorten them.
const SHORT: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

const LONG: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `28 December 2012`.
pub(super) fn british(date: PartialDate) -> String {
    day_first(date, &LONG)
}

/// `28 Dec. 2012`.
pub(super) fn british_short(date: PartialDate) -> String {
    day_first(date, &SHORT)
}

/// `December 28, 2012`.
pub(super) fn american(date: PartialDate) -> String {
    month_first(date, &LONG)
}

/// `Dec. 28, 2012`.
pub(super) fn american_short(date: PartialDate) -> String {
    month_first(date, &SHORT)
}

/// `2012, December 28`.
pub(super) fn year_first(date: PartialDate) -> String {
    let year = date.year();
    match (named(date, &LONG), date.day_of_month()) {
        (Some(month), Some(day)) => format!("{year}, {month} {day}"),
        (Some(month), None) => format!("{year}, {month}"),
        (None, _) => year.to_string(),
    }
}

fn day_first(date: PartialDate, months: &[&'static str; 12]) -> String {
    let year = date.year();
    match (named(date, months), date.day_of_month()) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    }
}

fn month_first(date: PartialDate, months: &[&'static str; 12]) -> String {
    let year = date.year();
    match (named(date, months), date.day_of_month()) {
        (Some(month), Some(day)) => format!("{month} {day}, {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    }
}

/// The name of its month, if that is known.
pub(super) fn named(date: PartialDate, months: &[&'static str; 12]) -> Option<&'static str> {
    let month = usize::try_from(date.month()?).ok()?;
    months.get(month.checked_sub(1)?).copied()
}
