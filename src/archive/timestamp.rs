//! Times as archives write them: 14 digits in the Wayback Machine, HTTP dates in Memento headers.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// The time that 14 digits (`YYYYMMDDhhmmss`, UTC) stand for; none if they are not exactly that.
pub(super) fn parse(digits: &str) -> Option<Timestamp> {
    if digits.len() != 14 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize, to: usize| digits[from..to].parse::<i16>().ok();
    let small = |from: usize| number(from, from + 2).and_then(|number| i8::try_from(number).ok());
    let date = Date::new(number(0, 4)?, small(4)?, small(6)?).ok()?;
    let time = jiff::civil::Time::new(small(8)?, small(10)?, small(12)?, 0).ok()?;
    utc(date.to_datetime(time))
}

/// The 14 digits of a time.
pub(super) fn digits(time: Timestamp) -> String {
    time.strftime("%Y%m%d%H%M%S").to_string()
}

/// The time of an HTTP date (RFC 9110 §5.6.7), as in `Memento-Datetime`.
pub(super) fn of_http_date(text: &str) -> Option<Timestamp> {
    Timestamp::try_from(httpdate::parse_http_date(text.trim()).ok()?).ok()
}

/// A time as an HTTP date; none before 1970, when there was no web.
pub(super) fn to_http_date(time: Timestamp) -> Option<String> {
    let time = SystemTime::try_from(time).ok().filter(|time| *time >= SystemTime::UNIX_EPOCH)?;
    Some(httpdate::fmt_http_date(time))
}

/// Noon (UTC) of a day: whatever the hour of a capture on that day, it is at most half a day off.
pub(super) fn noon(day: Date) -> Timestamp {
    utc(day.at(12, 0, 0, 0)).unwrap_or(Timestamp::MAX)
}

fn utc(time: DateTime) -> Option<Timestamp> {
    Offset::UTC.to_timestamp(time).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fourteen_digits_are_a_time() {
        let time = parse("20130702154509").expect("a time");
        assert_eq!(time.to_string(), "2013-07-02T15:45:09Z");
        assert_eq!(digits(time), "20130702154509");
    }

    #[test]
    fn anything_else_is_none() {
        for text in ["", "2013", "20130702", "20130732120000", "20130702250000", "2013070215450a", "２０１３"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn http_dates_go_both_ways() {
        let text = "Tue, 02 Jul 2013 15:45:09 GMT";
        let time = of_http_date(text).expect("a time");
        assert_eq!(digits(time), "20130702154509");
        assert_eq!(to_http_date(time).as_deref(), Some(text));
        assert_eq!(of_http_date("yesterday"), None);
    }

    #[test]
    fn a_day_is_its_noon() {
        assert_eq!(digits(noon(Date::constant(2013, 7, 2))), "20130702120000");
    }
}
