//! Where and by whom a book was printed, in brackets behind its title: `(London: WR, 2003)`.

use std::ops::Range;

use super::super::dates;
use super::annotated::Annotated;
use super::clean;
use super::pieces::is_outlet;

/// The brackets that hold an imprint, and the publisher in it.
#[derive(Debug)]
pub(super) struct Imprint {
    /// Bytes with the brackets.
    pub(super) range: Range<usize>,
    /// The publisher.
    pub(super) publisher: Option<String>,
}

/// `(River Press 2012)`: whether a publisher stands before a bare year, as OSCOLA prints it, and no
/// court.
fn is_brief(note: &Annotated, date: &Range<usize>, words: &str) -> bool {
    const LONGEST: usize = 40;
    let year = note.text[date.clone()].bytes().all(|byte| byte.is_ascii_digit());
    let named =
        words.starts_with(char::is_uppercase) && words.len() <= LONGEST && !words.contains(['.', ',']);
    let month = dates::is_month(&words.to_lowercase());
    year && named && !month
}

fn publisher(name: &str) -> Option<String> {
    clean::name(name).filter(|name| is_outlet(name))
}

/// The imprint whose brackets hold the date at `date`: words stand before a bare year, and the
/// brackets do not open the text.
pub(super) fn of(note: &Annotated, range: &Range<usize>, date: &Range<usize>) -> Option<Imprint> {
    let bracket = note.structure.bracket(date.start)?;
    if bracket.start <= range.start || bracket.end > range.end || !note.text[bracket.start..].starts_with('(')
    {
        return None;
    }
    let words = note.text[bracket.start + 1..date.start].trim().trim_end_matches(',');
    let Some((place, publisher)) = words.split_once(": ") else {
        let brief = is_brief(note, date, words);
        return brief.then(|| Imprint { range: bracket, publisher: publisher(words) });
    };
    let named = !place.is_empty() && place.starts_with(char::is_uppercase);
    named.then(|| Imprint { range: bracket, publisher: self::publisher(publisher) })
}
