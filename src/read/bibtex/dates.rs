//! The date of a reference from its fields.

/// The date that `date`, or `year`, `month` and `day`, say.
pub(super) fn date(date: &str, year: &str, month: &str, day: &str) -> String {
    if !date.is_empty() {
        return date.split('/').next().unwrap_or_default().trim_end_matches(['~', '?', '%']).to_owned();
    }
    let month = month.trim_matches([' ', '~', ',', '.', '\u{a0}']);
    let (month, day) = (month.replace('\u{a0}', " "), day.trim());
    match (month.parse::<u8>(), day.parse::<u8>()) {
        (Ok(month), Ok(day)) if !year.is_empty() => format!("{year}-{month:02}-{day:02}"),
        (Ok(month), _) if !year.is_empty() => format!("{year}-{month:02}"),
        (Err(_), Ok(day)) if !month.is_empty() => format!("{day} {month} {year}").trim().to_owned(),
        _ if starts_with_day(&month) || month.contains(' ') => joined(&month, year),
        _ => format!("{month} {year}").trim().to_owned(),
    }
}

fn starts_with_day(month: &str) -> bool {
    month.starts_with(|c: char| c.is_ascii_digit())
}

/// `July 2` and `2013`, `2 July` and `2013`.
fn joined(month: &str, year: &str) -> String {
    let comma = if month.ends_with(|c: char| c.is_ascii_digit()) { ", " } else { " " };
    if year.is_empty() { month.to_owned() } else { format!("{month}{comma}{year}") }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn puts_dates_together() {
        for ([d, year, month, day], text) in [
            (["2013-07-02/2013-07-05", "", "", ""], "2013-07-02"),
            (["", "2013", "7", "2"], "2013-07-02"),
            (["", "2013", "07", ""], "2013-07"),
            (["", "2013", "July", "2"], "2 July 2013"),
            (["", "2013", "July 2", ""], "July 2, 2013"),
            (["", "2013", "2\u{a0}July", ""], "2 July 2013"),
            (["", "2013", "juillet", ""], "juillet 2013"),
            (["", "2013", "", ""], "2013"),
            (["", "", "", ""], ""),
        ] {
            assert_eq!(date(d, year, month, day), text);
        }
    }
}
