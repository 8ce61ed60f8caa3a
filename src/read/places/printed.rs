//! The bytes of an address that is printed.

use std::ops::Range;

use super::strand::Strand;
use super::stretches::stretches;
use crate::model::{Passage, Source};

/// A stretch of a passage that was read from one text of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    source: Source,
    /// Bytes of the passage.
    whole: Range<usize>,
    /// Those of them that are looked for.
    wanted: Range<usize>,
}

/// The bytes that stand for `range` of a passage, all in one part; `strand` reads the text of a source.
/// None where that is not certain.
pub(super) fn printed(
    passage: &Passage,
    range: &Range<usize>,
    strand: &mut impl FnMut(Source) -> Option<Strand>,
) -> Option<Vec<Range<usize>>> {
    let stretches = texts_of(passage, range)?;
    let last = stretches.len().checked_sub(1)?;
    let mut bytes: Vec<Range<usize>> = Vec::new();
    for (index, stretch) in stretches.iter().enumerate() {
        let strand = strand(stretch.source)?;
        let found = found(passage, stretch, &strand.text, index == 0, index == last)?;
        for piece in strand.bytes(found) {
            match bytes.last_mut() {
                Some(last) if last.end == piece.start => last.end = piece.end,
                _ => bytes.push(piece),
            }
        }
    }
    Some(bytes)
}

/// Where the wanted part of a stretch stands in the text it was read from. What goes on in another
/// text stands at its end, and what comes from another at its beginning.
fn found(passage: &Passage, stretch: &Stretch, text: &str, first: bool, last: bool) -> Option<Range<usize>> {
    let wanted = squeezed(&passage.text[stretch.wanted.clone()]);
    let start = match (first, last) {
        (true, true) => {
            // The readers take text out and add none: as many in the one are the same in the other.
            let whole = squeezed(&passage.text[stretch.whole.clone()]);
            let before = squeezed(&passage.text[stretch.whole.start..stretch.wanted.start]).len();
            let index = whole.match_indices(&wanted).position(|(at, _)| at == before)?;
            let mut there = text.match_indices(&wanted);
            let (at, _) = there.nth(index)?;
            (whole.matches(&wanted).count() == index + 1 + there.count()).then_some(at)?
        }
        (true, false) => text.strip_suffix(&wanted)?.len(),
        (false, true) => text.starts_with(&wanted).then_some(0)?,
        (false, false) => (text == wanted).then_some(0)?,
    };
    Some(start..start + wanted.len())
}

/// The stretches that `range` lies in, each with something in it; all of one part.
fn texts_of(passage: &Passage, range: &Range<usize>) -> Option<Vec<Stretch>> {
    let mut found: Vec<Stretch> = Vec::new();
    for (whole, place) in stretches(passage, range)? {
        let wanted = range.start.max(whole.start)..range.end.min(whole.end);
        if passage.text.get(wanted.clone())?.trim().is_empty() {
            continue;
        }
        let source = place.source?;
        match found.last_mut() {
            Some(last) if last.source == source => {
                (last.whole.end, last.wanted.end) = (whole.end, wanted.end);
            }
            Some(last) if last.source.unit != source.unit => return None,
            _ => found.push(Stretch { source, whole, wanted }),
        }
    }
    Some(found)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Place;

    /// A passage whose stretches come from the texts of `source` that begin there.
    fn passage(text: &str, places: &[(usize, u32)]) -> Passage {
        let place = |at| Place { source: Some(Source { unit: 0, at }), ..Place::default() };
        let places = places.iter().map(|(start, at)| (*start, place(*at))).collect();
        Passage { text: text.to_owned(), places, ..Passage::default() }
    }

    fn texts<'a>(passage: &Passage, wanted: Range<usize>, source: &'a str) -> Option<Vec<&'a str>> {
        let mut read = |from: Source| {
            let mut strand = Strand::default();
            strand.read(source, from.at as usize);
            Some(strand)
        };
        let found = printed(passage, &wanted, &mut read)?;
        Some(found.into_iter().map(|range| &source[range]).collect())
    }

    #[test]
    fn an_address_in_runs_has_a_piece_in_each() {
        let source = "<t>See http://a.example/</t><t>b&amp;c</t><t> d.</t>";
        let passage = passage("See http://a.example/b&c d.", &[(0, 3), (21, 31), (24, 45)]);
        assert_eq!(texts(&passage, 4..24, source).expect("found"), ["http://a.example/", "b&amp;c"]);
    }

    #[test]
    fn of_two_alike_each_is_itself() {
        let source = "<t>1. http://a.example/b,  http://a.example/b</t>";
        // The label was taken out.
        let passage = passage("http://a.example/b, http://a.example/b", &[(0, 3)]);
        let mut read = |from: Source| {
            let mut strand = Strand::default();
            strand.read(source, from.at as usize);
            Some(strand)
        };
        let mut start = |wanted: Range<usize>| printed(&passage, &wanted, &mut read).expect("found")[0].start;
        assert_eq!((start(0..18), start(20..38)), (6, 27));
    }

    #[test]
    fn what_is_not_certain_is_not_told() {
        // One of two alike was taken out.
        let source = "<t>http://a.example/b http://a.example/b</t>";
        assert_eq!(texts(&passage("http://a.example/b", &[(0, 3)]), 0..18, source), None);
        // Its end does not stand where it should.
        let source = "<t>http://a.exa(1)</t><t>mple/b</t>";
        assert_eq!(texts(&passage("http://a.example/b", &[(0, 3), (12, 25)]), 0..18, source), None);
        // No text stands for it.
        let nowhere = Passage { text: "http://a.example/b".to_owned(), ..Passage::default() };
        assert_eq!(texts(&nowhere, 0..18, source), None);
    }
}
