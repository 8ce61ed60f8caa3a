//! A day of the calendar: `2026-01-31`.

use jiff::civil::Date;

/// Reads a day.
///
/// # Errors
/// What is no day, in words for the one who typed it.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is written as year, month and day, such as 2026-01-31".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_day_is_told_how_a_day_is_written() {
        assert_eq!(day("2026-01-31"), Ok(jiff::civil::date(2026, 1, 31)));
        for text in ["yesterday", "31.1.2026", "2026-02-30", ""] {
            let error = day(text).expect_err("no day");
            assert_eq!(error, "a day is written as year, month and day, such as 2026-01-31", "{text}");
        }
    }
}
