//! Statuses that count as alive: `403`, `200..=204`, `500..600`.

use std::ops::RangeInclusive;

/// Statuses from one to another, both included.
pub(crate) type StatusRange = RangeInclusive<u16>;

/// What HTTP knows as a status (RFC 9110 §15): three digits, the first from 1 to 9, since servers
/// use more than the five classes (999).
const STATUSES: RangeInclusive<u16> = 100..=999;

/// Reads a status or a range of them: `a..=b` with its end, `a..b` without.
///
/// # Errors
/// If it is neither, or holds nothing.
pub(crate) fn status_range(text: &str) -> Result<StatusRange, String> {
    let range = if let Some((first, last)) = text.split_once("..=") {
        status(first)?..=status(last)?
    } else if let Some((first, end)) = text.split_once("..") {
        status(first)?..=end_of_range(end)?
    } else {
        let only = status(text)?;
        only..=only
    };
    if range.is_empty() { Err("the range holds nothing".to_owned()) } else { Ok(range) }
}

fn status(text: &str) -> Result<u16, String> {
    let status = text.trim().parse().ok().filter(|status| STATUSES.contains(status));
    status
        .ok_or_else(|| format!("{:?} is no status (100 to 999); write it like 403 or 200..=204", text.trim()))
}

/// The last status before the end, which may be one past the last status there is.
fn end_of_range(text: &str) -> Result<u16, String> {
    if text.trim() == "1000" { Ok(999) } else { Ok(status(text)? - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_statuses_and_ranges() {
        for (text, expected) in [
            ("403", 403..=403),
            ("999", 999..=999),
            ("200..=204", 200..=204),
            ("500..600", 500..=599),
            ("900..1000", 900..=999),
        ] {
            assert_eq!(status_range(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_status() {
        for (text, expected) in [
            ("20", "\"20\" is no status (100 to 999); write it like 403 or 200..=204"),
            ("2xx", "\"2xx\" is no status (100 to 999); write it like 403 or 200..=204"),
            ("..204", "\"\" is no status (100 to 999); write it like 403 or 200..=204"),
            ("204..=200", "the range holds nothing"),
            ("200..200", "the range holds nothing"),
        ] {
            assert_eq!(status_range(text), Err(expected.to_owned()), "{text}");
        }
    }
}
