//! The date that a document gives itself: in metadata, mostly ISO 8601, else in English.

use crate::model::PartialDate;

static MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads `2017-08-06`, `2017-08-06T09:30:00Z`, `2017/08/06`, `20170806`, `August 6, 2017`,
/// `6 August 2017`, `Aug. 2017` or `2017`.
pub(super) fn document_date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    iso(text).or_else(|| in_words(text))
}

fn iso(text: &str) -> Option<PartialDate> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !"-/.".contains(c)).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    if !(rest.is_empty() || rest.starts_with(['T', ' ', 't'])) {
        return None;
    }
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return from_parts(&date[..4], Some(&date[4..6]), Some(&date[6..]));
    }
    let mut parts = date.split(['-', '/', '.']);
    let year = parts.next()?;
    let date = from_parts(year, parts.next(), parts.next())?;
    (year.len() == 4 && parts.next().is_none()).then_some(date)
}

fn from_parts(year: &str, month: Option<&str>, day: Option<&str>) -> Option<PartialDate> {
    let number = |text: Option<&str>| text.map(str::parse).transpose().ok();
    PartialDate::new(year.parse().ok()?, number(month)?, number(day)?)
}

fn in_words(text: &str) -> Option<PartialDate> {
    let mut words = text.split([' ', ',', '.', '\u{a0}']).filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    let third = words.next();
    if words.next().is_some() {
        return None;
    }
    let month = |word: &str| {
        let index = MONTHS.iter().position(|month| word.to_ascii_lowercase().starts_with(month))?;
        i8::try_from(index + 1).ok()
    };
    let day = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
    match (month(first), month(second), third) {
        (Some(month), _, Some(year)) => PartialDate::new(year.parse().ok()?, Some(month), Some(day(second)?)),
        (_, Some(month), Some(year)) => PartialDate::new(year.parse().ok()?, Some(month), Some(day(first)?)),
        (Some(month), _, None) => PartialDate::new(second.parse().ok()?, Some(month), None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_metadata_says() {
        for (text, date) in [
            ("2017-08-06", Some("2017-08-06")),
            ("2017-08-06T23:14:39-06:00", Some("2017-08-06")),
            ("2017-08-06 23:14", Some("2017-08-06")),
            ("2017/8/6", Some("2017-08-06")),
            ("20170806", Some("2017-08-06")),
            ("2017-08", Some("2017-08")),
            ("2017", Some("2017")),
            ("August 6, 2017", Some("2017-08-06")),
            ("6th Aug. 2017", Some("2017-08-06")),
            ("August 2017", Some("2017-08")),
            ("yesterday", None),
            ("2017-13-01", None),
            ("", None),
        ] {
            assert_eq!(document_date(text).map(|date| date.to_string()).as_deref(), date, "{text}");
        }
    }
}
