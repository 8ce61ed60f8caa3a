//! Dates in the forms that citations print them, read from tokens.
//!
//! Of a range the first day counts. `02.07.2013` is 2 July: the form is European, and only
//! where the second number can be no month is it read the American way round.

use super::months;
use super::tokens::Tokens;
use crate::model::PartialDate;

/// A date and the token behind it.
type Read = Option<(PartialDate, usize)>;

/// Words that may stand between the parts of a date.
const LINKS: &[&str] =
    &["of", "de", "del", "di", "жылғы", "жылы", "ж", "года", "г", "р", "року", "gada", "m"];

/// Letters that make a number an ordinal: 1st, 2nd, 1er, 2-го.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "re", "º", "ª", "го", "е", "o", "a", "η", "ης"];

/// Reads the date that starts at token `at`, if one does.
pub(super) fn date_at(tokens: &Tokens, at: usize) -> Read {
    if tokens.word(at).is_some() {
        return month_first(tokens, at);
    }
    tokens.number(at)?;
    if at > 0 && tokens.touches(at) && !may_precede(tokens, at - 1) && !is_hebrew_in(tokens, at - 1) {
        return None;
    }
    numeric(tokens, at)
        .or_else(|| ideographic(tokens, at))
        .or_else(|| numbered_month(tokens, at))
        .or_else(|| day_first(tokens, at))
        .or_else(|| year_first(tokens, at))
}

/// Whether the sign at `at` is the hyphen behind the Hebrew word `in`: `ב-2 ביולי 2013`.
fn is_hebrew_in(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.sign(at), Some('-' | '־')) && at > 0 && tokens.word(at - 1) == Some("ב")
}

/// Whether a date may be glued to the token before it.
fn may_precede(tokens: &Tokens, at: usize) -> bool {
    tokens.sign(at).is_some_and(|sign| !matches!(sign, '-' | '/' | '.' | '_' | '#' | '№' | '–' | '%' | '$'))
}

/// `2013-07-02`, `2013/07/02`, `2.7.2013`, `02/07/13`, `2013-07`.
fn numeric(tokens: &Tokens, at: usize) -> Read {
    let (first, digits) = tokens.number(at)?;
    let sign =
        tokens.sign(at + 1).filter(|sign| matches!(sign, '-' | '/' | '.') && tokens.touches(at + 1))?;
    let (second, _) = tokens.number(at + 2).filter(|(_, digits)| *digits <= 2)?;
    if !tokens.touches(at + 2) && sign != '.' {
        return None;
    }
    let again = tokens.sign(at + 3) == Some(sign) && tokens.touches(at + 3);
    let third = tokens.number(at + 4).filter(|_| again && (tokens.touches(at + 4) || sign == '.'));
    match (digits, third) {
        (4, Some((third, 1..=2))) => day(first, second, third).map(|date| (date, at + 5)),
        (4, None) if sign == '-' && !is_span(first, second) => {
            month(first, second).map(|date| (date, at + 3))
        }
        (1..=2, Some((third, 4))) => either_way(first, second, third).map(|date| (date, at + 5)),
        (1..=2, Some((third, 2))) => either_way(first, second, century(third)).map(|date| (date, at + 5)),
        _ => None,
    }
}

/// `2012-13` is a season, not December.
fn is_span(year: u32, second: u32) -> bool {
    (year + 1) % 100 == second
}

fn century(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn either_way(first: u32, second: u32, year: u32) -> Option<PartialDate> {
    day(year, second, first).or_else(|| day(year, first, second))
}

/// `2013年7月2日`, `2013년 7월 2일`.
fn ideographic(tokens: &Tokens, at: usize) -> Read {
    let (year, 4) = tokens.number(at)? else { return None };
    tokens.word(at + 1).filter(|word| ["年", "년"].contains(word))?;
    let (second, _) = tokens.number(at + 2)?;
    tokens.word(at + 3).filter(|word| ["月", "월"].contains(word))?;
    let third = tokens
        .number(at + 4)
        .filter(|_| tokens.word(at + 5).is_some_and(|word| word.starts_with(['日', '일'])));
    match third {
        Some((third, _)) => day(year, second, third).map(|date| (date, at + 6)),
        None => month(year, second).map(|date| (date, at + 4)),
    }
}

/// `2 tháng 7 năm 2013`, `2.VII.2013`, `2 VII 2013`: the month is a number, with its word or a Roman one.
fn numbered_month(tokens: &Tokens, at: usize) -> Read {
    let (first, _) = tokens.number(at).filter(|(_, digits)| *digits <= 2)?;
    if tokens.word(at + 1) == Some("tháng") {
        let (number, _) = tokens.number(at + 2)?;
        let (year, 4) = tokens.number(at + 4).filter(|_| tokens.word(at + 3) == Some("năm"))? else {
            return None;
        };
        return day(year, number, first).map(|date| (date, at + 5));
    }
    let signed = |at: usize| {
        matches!(tokens.sign(at), Some('.' | '-' | '/')) && tokens.touches(at) && tokens.touches(at + 1)
    };
    let (month_at, year_at) =
        if signed(at + 1) && signed(at + 3) { (at + 2, at + 4) } else { (at + 1, at + 2) };
    let number = ROMAN.iter().position(|numeral| tokens.word(month_at) == Some(numeral))?;
    let (year, 4) = tokens.number(year_at)? else { return None };
    day(year, u32::try_from(number + 1).ok()?, first).map(|date| (date, year_at + 1))
}

/// The months as Roman numerals.
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// `2 July 2013`, `2nd of July, 2013`, `1–3 July 2013`, `30 June – 2 July 2013`, `2. Juli 2013`.
fn day_first(tokens: &Tokens, at: usize) -> Read {
    let (first, _) = tokens.number(at).filter(|(value, digits)| *digits <= 2 && *value <= 31)?;
    let mut next = after_ordinal(tokens, at + 1);
    if let Some((_, end)) = range_end(tokens, next) {
        next = after_ordinal(tokens, end);
    }
    if let Some(read) = hyphened(tokens, first, next) {
        return Some(read);
    }
    let month_at = after_link(tokens, next);
    let (number, next) = month_named(tokens, month_at)?;
    let croatian = tokens.word(month_at).is_some_and(|word| is_croatian(tokens, word, at + 1));
    let number = if croatian { number - 1 } else { number };
    let year_at = year_behind(tokens, next).or_else(|| {
        let (_, end) = range_end(tokens, next)?;
        let (_, next) = month_name(tokens, after_link(tokens, after_ordinal(tokens, end)))?;
        year_behind(tokens, next)
    })?;
    day(tokens.number(year_at)?.0, number, first).map(|date| (date, year_at + 1))
}

/// Whether `listopada` is October, as Croats call it: they write an ordinal before it, `3.
/// listopada`; for Poles it is November, and their day is a bare number. `at` is the token behind the
/// day.
fn is_croatian(tokens: &Tokens, month: &str, at: usize) -> bool {
    month.eq_ignore_ascii_case("listopada") && tokens.sign(at) == Some('.') && tokens.touches(at)
}

/// `13-Oct-2013`, `19-July-2008`, `13/Oct/13`: as databases export them. `first` is the day, `at`
/// the token behind it.
fn hyphened(tokens: &Tokens, first: u32, at: usize) -> Read {
    let sign = tokens.sign(at).filter(|sign| matches!(sign, '-' | '–' | '/') && tokens.touches(at))?;
    let (number, next) = month_name(tokens, at + 1).filter(|_| tokens.touches(at + 1))?;
    let again = tokens.sign(next) == Some(sign) && tokens.touches(next) && tokens.touches(next + 1);
    let (year, digits) = tokens.number(next + 1).filter(|_| again)?;
    let year = if digits == 2 { century(year) } else { year };
    day(year, number, first).map(|date| (date, next + 2))
}

/// `May-3-2012`.
fn month_hyphened(tokens: &Tokens, month: u32, at: usize) -> Read {
    let sign = tokens.sign(at).filter(|sign| matches!(sign, '-' | '/') && tokens.touches(at))?;
    let (first, _) = tokens.number(at + 1).filter(|(_, digits)| *digits <= 2 && tokens.touches(at + 1))?;
    let again = tokens.sign(at + 2) == Some(sign) && tokens.touches(at + 2) && tokens.touches(at + 3);
    let (year, _) = tokens.number(at + 3).filter(|(_, digits)| again && *digits == 4)?;
    day(year, month, first).map(|date| (date, at + 4))
}

/// `July 2, 2013`, `Sept. 2nd 2013`, `July 2–5, 2013`, `June 30 – July 2, 2013`, `July 2013`.
fn month_first(tokens: &Tokens, at: usize) -> Read {
    let (number, next) = month_name(tokens, at)?;
    if let Some(read) = month_hyphened(tokens, number, next) {
        return Some(read);
    }
    let dated = tokens.number(next).filter(|(value, digits)| *digits <= 2 && *value <= 31);
    if let Some((first, _)) = dated {
        let mut next = after_ordinal(tokens, next + 1);
        if let Some((_, end)) = range_end(tokens, next) {
            next = after_ordinal(tokens, end);
        } else if let Some((_, month_end)) = dash(tokens, next).and_then(|after| month_name(tokens, after)) {
            next = after_ordinal(tokens, month_end + 1);
        }
        let year_at = year_behind(tokens, next)?;
        return day(tokens.number(year_at)?.0, number, first).map(|date| (date, year_at + 1));
    }
    let believed =
        tokens.word(at).is_some_and(|word| !months::is_everyday(&word.to_lowercase()) || is_capital(word));
    if !believed {
        return None;
    }
    let next = dash(tokens, next).and_then(|after| month_name(tokens, after)).map_or(next, |(_, end)| end);
    let year_at = year_behind(tokens, next)?;
    month(tokens.number(year_at)?.0, number).map(|date| (date, year_at + 1))
}

/// `2013, July 2`, `2013 жылғы 2 шілде`, `2013 July`.
fn year_first(tokens: &Tokens, at: usize) -> Read {
    let (year, _) = tokens.number(at).filter(|(value, digits)| is_year(*value, *digits))?;
    let signs = (at + 1..at + 4)
        .take_while(|at| matches!(tokens.sign(*at), Some(',' | '.' | '—' | '–' | '-' | '/' | '،')));
    let next = after_link(tokens, at + 1 + signs.count());
    if let Some((first, 1..=2)) = tokens.number(next) {
        let (number, end) = month_name(tokens, after_ordinal(tokens, next + 1))?;
        return day(year, number, first).map(|date| (date, end));
    }
    let (number, end) = month_name(tokens, next)?;
    let end = end
        + usize::from(
            matches!(tokens.sign(end), Some('-' | '/')) && tokens.touches(end) && tokens.touches(end + 1),
        );
    match tokens.number(end) {
        Some((first, 1..=2)) if first <= 31 => {
            day(year, number, first).map(|date| (date, after_ordinal(tokens, end + 1)))
        }
        Some((_, 4)) => None,
        _ => month(year, number).map(|date| (date, end)),
    }
}

/// A month by one name or by two that mean the same: `أيار/مايو`, as Arabic papers print both.
fn month_named(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let (number, next) = month_name(tokens, at)?;
    let twin = (tokens.sign(next) == Some('/')).then(|| month_name(tokens, next + 1)).flatten();
    Some((number, twin.filter(|(twin, _)| *twin == number).map_or(next, |(_, end)| end)))
}

/// A month's name with its full stop; the token behind.
fn month_name(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let two = tokens.word(at).zip(tokens.word(at + 1)).and_then(|(one, two)| months::month_of_two(one, two));
    if let Some(number) = two {
        return Some((u32::try_from(number).ok()?, at + 2));
    }
    let number = months::month(&tokens.word(at)?.to_lowercase())?;
    let stop = tokens.sign(at + 1) == Some('.') && tokens.touches(at + 1);
    Some((u32::try_from(number).ok()?, at + 1 + usize::from(stop)))
}

/// Where the year stands behind `at`, over a comma and the links.
fn year_behind(tokens: &Tokens, at: usize) -> Option<usize> {
    let comma = tokens.sign(at).is_some_and(|sign| matches!(sign, ',' | '/' | '،'));
    let at = after_link(tokens, at + usize::from(comma));
    tokens.number(at).filter(|(value, digits)| is_year(*value, *digits)).map(|_| at)
}

fn after_link(tokens: &Tokens, at: usize) -> usize {
    let Some(word) = tokens.word(at) else { return at };
    if word == "d" && matches!(tokens.sign(at + 1), Some('\'' | '’')) {
        return at + 2;
    }
    if !LINKS.contains(&word.to_lowercase().as_str()) {
        return at;
    }
    at + 1 + usize::from(tokens.sign(at + 1) == Some('.'))
}

/// Past what makes the number before `at` an ordinal.
fn after_ordinal(tokens: &Tokens, at: usize) -> usize {
    if !tokens.touches(at) {
        return at;
    }
    let hyphen = usize::from(tokens.sign(at) == Some('-'));
    match tokens.word(at + hyphen) {
        Some(word) if ORDINALS.contains(&word.to_lowercase().as_str()) => at + hyphen + 1,
        _ => at + usize::from(matches!(tokens.sign(at), Some('.' | '°'))),
    }
}

/// A dash and the day that ends a range.
fn range_end(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let joined =
        tokens.word(at).is_some_and(|word| ["and", "to", "und", "et", "y", "e", "и", "bis"].contains(&word));
    let after = dash(tokens, at).or_else(|| (joined || tokens.sign(at) == Some('&')).then_some(at + 1))?;
    let (value, _) = tokens.number(after).filter(|(value, digits)| *digits <= 2 && *value <= 31)?;
    Some((value, after + 1))
}

fn dash(tokens: &Tokens, at: usize) -> Option<usize> {
    tokens.sign(at).filter(|sign| matches!(sign, '-' | '–' | '—' | '/')).map(|_| at + 1)
}

/// Whether a number is a year that a work could be cited with.
pub(super) fn is_year(value: u32, digits: usize) -> bool {
    digits == 4 && (1500..=2100).contains(&value)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A year on its own.
pub(super) fn year(value: u32) -> Option<PartialDate> {
    PartialDate::new(i16::try_from(value).ok()?, None, None)
}

fn month(year: u32, month: u32) -> Option<PartialDate> {
    let year = Some(year).filter(|year| is_year(*year, 4))?;
    PartialDate::new(i16::try_from(year).ok()?, Some(i8::try_from(month).ok()?), None)
}

fn day(year: u32, month: u32, day: u32) -> Option<PartialDate> {
    let year = Some(year).filter(|year| is_year(*year, 4))?;
    PartialDate::new(
        i16::try_from(year).ok()?,
        Some(i8::try_from(month).ok()?),
        Some(i8::try_from(day).ok()?),
    )
}

#[cfg(test)]
mod tests;
