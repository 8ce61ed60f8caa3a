//! Dates as Excel counts them: days since the end of 1899, without a time zone.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_xlsxwriter::ExcelDateTime;

/// A day written in full (`2013-07-02`), if Excel knows it: its calendar begins in 1900.
pub(in crate::report) fn day(text: &str) -> Option<ExcelDateTime> {
    let date: Date = text.parse().ok().filter(|_| text.len() == "2013-07-02".len())?;
    at_midnight(date)
}

/// A point in time (RFC 3339) as its date and time in UTC, to the second.
pub(super) fn instant(text: &str) -> Option<ExcelDateTime> {
    time(text.parse().ok()?)
}

/// A point in time as its date and time in UTC, to the second.
pub(in crate::report) fn time(time: Timestamp) -> Option<ExcelDateTime> {
    let time = TimeZone::UTC.to_datetime(time);
    let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(i8::unsigned_abs);
    at_midnight(time.date())?.and_hms(hour.into(), minute, f64::from(second)).ok()
}

fn at_midnight(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_day_that_excel_knows_is_a_date() {
        assert_eq!(day("2013-07-02").map(|day| day.to_excel()), Some(41_457.0));
        for text in ["2013", "2013-07", "1876-07-02", "soon", ""] {
            assert!(day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_time_is_told_in_utc() {
        assert_eq!(instant("2013-07-02T12:00:00Z").map(|time| time.to_excel()), Some(41_457.5));
        assert!(instant("1850-01-01T00:00:00Z").is_none());
    }
}
