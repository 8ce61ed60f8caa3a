//! Dates as citations print them: a year, a month or a day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date known to the year, the month or the day (ISO 8601 reduced precision: `2012`,
/// `2012-12`, `2012-12-28`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// The text or the numbers are no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no date of the form YYYY, YYYY-MM or YYYY-MM-DD: {0:?}")]
pub struct InvalidDate(String);

impl PartialDate {
    /// A date from its parts, if the calendar has it. A day needs a month.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        if day.is_some() && month.is_none() {
            return None;
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// A date known to the day.
    pub fn day(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The day it stands for when a single day is needed: the middle of the month (15th) or of
    /// the year (2 July) where no more is known, so that the error is least.
    pub fn nominal_day(self) -> Date {
        let (month, day) = match (self.month, self.day) {
            (Some(month), Some(day)) => (month, day),
            (Some(month), None) => (month, 15),
            (None, _) => (7, 2),
        };
        Date::new(self.year, month, day).unwrap_or(Date::MIN)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1–12, where known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, where known.
    pub fn day_of_month(self) -> Option<i8> {
        self.day
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let invalid = || InvalidDate(text.to_owned());
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| part.parse().ok()).ok_or_else(invalid)?;
        let month = parts.next().map(str::parse).transpose().map_err(|_| invalid())?;
        let day = parts.next().map(str::parse).transpose().map_err(|_| invalid())?;
        if parts.next().is_some() {
            return Err(invalid());
        }
        Self::new(year, month, day).ok_or_else(invalid)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = InvalidDate;

    fn try_from(text: String) -> Result<Self, InvalidDate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_every_precision() {
        for text in ["2012", "2012-12", "2012-12-28", "2012-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for text in ["", "x", "2012-13", "2013-02-29", "2012-00", "2012-1-1-1"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_month_stands_for_its_middle() {
        let date: PartialDate = "2012-12".parse().expect("a date");
        assert_eq!(date.nominal_day(), Date::constant(2012, 12, 15));
    }
}
