//! Where and by whom a book was printed, in brackets behind its title: `(London: WR, 2003)`.

use std::ops::Range;

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

/// The imprint whose brackets hold the date at `date`: words stand before a bare year, and the
/// brackets do not open the text.
pub(super) fn of(note: &Annotated, range: &Range<usize>, date: &Range<usize>) -> Option<Imprint> {
    let bracket = note.structure.bracket(date.start)?;
    if bracket.start <= range.start || bracket.end > range.end || !note.text[bracket.start..].starts_with('(')
    {
        return None;
    }
    let words = note.text[bracket.start + 1..date.start].trim().trim_end_matches(',');
    let (place, publisher) = words.split_once(": ")?;
    let named = !place.is_empty() && place.starts_with(char::is_uppercase);
    named
        .then(|| Imprint { range: bracket, publisher: clean::name(publisher).filter(|name| is_outlet(name)) })
}
