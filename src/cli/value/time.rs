//! A length of time as a flag's value.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use jiff::SpanRelativeTo;
use jiff::fmt::friendly::SpanParser;

/// A length of time as people write it: `500ms`, `30s`, `1h 30m`, `7d`. A day has 24 hours, a
/// week 7 days; months and years, which differ in length, are refused, and so is a bare number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time(pub(crate) Duration);

/// Units from the largest, in milliseconds.
const UNITS: [(u128, &str); 5] = [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s"), (1, "ms")];

impl FromStr for Time {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(format!("no unit; write {text}s, {text}ms or {text}d"));
        }
        let no_time = |_| "no length of time; write it like 500ms, 30s, 90m, 12h or 7d".to_owned();
        let span = SpanParser::new().parse_span(text).map_err(no_time)?;
        if span.get_years() != 0 || span.get_months() != 0 {
            return Err("months and years differ in length; write it in days".to_owned());
        }
        let signed = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(no_time)?;
        Duration::try_from(signed).map(Self).map_err(|_| "a length of time cannot be negative".to_owned())
    }
}

/// In the largest unit that leaves no rest.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.0.as_millis();
        let (size, unit) = UNITS.iter().find(|(size, _)| millis.is_multiple_of(*size)).unwrap_or(&(1, "ms"));
        if millis == 0 { f.write_str("0s") } else { write!(f, "{}{unit}", millis / size) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        let cases = [
            ("500ms", Duration::from_millis(500)),
            ("30s", Duration::from_secs(30)),
            (" 90 min ", Duration::from_mins(90)),
            ("1h 30m", Duration::from_mins(90)),
            ("7d", Duration::from_hours(7 * 24)),
            ("2 weeks", Duration::from_hours(14 * 24)),
            ("0s", Duration::ZERO),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse(), Ok(Time(expected)), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let cases = [
            ("30", "no unit; write 30s, 30ms or 30d"),
            ("", "no length of time; write it like 500ms, 30s, 90m, 12h or 7d"),
            ("soon", "no length of time; write it like 500ms, 30s, 90m, 12h or 7d"),
            ("-3s", "a length of time cannot be negative"),
            ("1 month", "months and years differ in length; write it in days"),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Time>(), Err(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn is_written_as_it_is_read() {
        for text in ["0s", "250ms", "1500ms", "30s", "90m", "36h", "7d"] {
            assert_eq!(text.parse::<Time>().unwrap().to_string(), text);
        }
    }
}
