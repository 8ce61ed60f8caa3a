//! Where addresses stand in their file.
//!
//! Readers say on which line a passage stands; what became of its blanks, entities and escapes on
//! the way is their own business. So the characters are looked for on that line again, as they are
//! printed and as the formats escape them. What is not found is left without a place: a wrong one
//! would make somebody write over the wrong bytes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::chars::is_break;
use crate::model::{Citation, Lines, Location};

/// Lines before the one that the reader names in which a hyperlink's tag may have begun.
const BEFORE: usize = 3;

/// Lines between two pieces of an address: the foot of a page and the head of the next.
const BETWEEN: usize = 12;

/// How often the source may be read over, in all.
const PASSES: usize = 16;

/// Notes where each address stands in `source`, which begins at byte `base` of its file. Only
/// citations with a line get a place. Linear in the size of the source.
pub fn locate<'a>(source: &str, base: usize, citations: impl IntoIterator<Item = &'a mut Citation>) {
    let mut citations = citations.into_iter().filter(|citation| citation.line.is_some()).peekable();
    if citations.peek().is_none() {
        return;
    }
    let mut search = Search::new(source);
    for citation in citations {
        let Some((line, printed)) = citation.line.zip(citation.as_printed.as_deref()) else { continue };
        let found = search.find(line, printed).and_then(|range| search.place(range, base));
        citation.location = found.map(Location::Lines);
    }
}

struct Search<'a> {
    source: &'a str,
    /// Where the lines begin, and the end of the source.
    starts: Vec<usize>,
    /// Behind what was found last, by the line it was looked for on.
    behind: HashMap<usize, usize>,
    /// The byte to which characters were counted last, and how many its line has up to there.
    counted: Option<(usize, usize)>,
    /// Bytes that may still be read.
    budget: usize,
}

impl<'a> Search<'a> {
    fn new(source: &'a str) -> Self {
        let end = if source.contains('\n') { '\n' } else { '\r' };
        let mut starts: Vec<usize> = vec![0];
        starts.extend(source.match_indices(end).map(|(at, _)| at + 1));
        starts.push(source.len() + 1);
        Self { source, starts, behind: HashMap::new(), counted: None, budget: PASSES * source.len() }
    }

    /// The bytes of an address that starts on a line (from 1).
    fn find(&mut self, line: u32, printed: &str) -> Option<Range<usize>> {
        let line = usize::try_from(line).ok()?.checked_sub(1)?;
        let mut pieces = printed.split(is_break).map(str::trim).filter(|piece| !piece.is_empty());
        let first = pieces.next()?;
        let rest: Vec<&str> = pieces.collect();
        let window = self.line(line)?;
        let from = self.behind.get(&line).copied().unwrap_or(window.start);
        let found = self
            .piece(from..window.end, first, rest.is_empty())
            .or_else(|| self.piece(window.clone(), first, rest.is_empty()))
            .or_else(|| {
                let before = *self.starts.get(line.saturating_sub(BEFORE))?;
                self.piece(before..window.start, first, rest.is_empty())
            })?;
        let mut end = found.end;
        for (at, piece) in rest.iter().enumerate() {
            end = self.following(end, piece, at + 1 == rest.len())?.end;
        }
        self.behind.insert(line, found.end);
        Some(found.start..end)
    }

    /// The next piece of an address, at the beginning or the end of a line close behind.
    fn following(&mut self, from: usize, piece: &str, last: bool) -> Option<Range<usize>> {
        let line = self.line_of(from);
        let until = (line + 1 + BETWEEN).min(self.starts.len() - 1);
        let window =
            self.starts[line + 1].min(self.source.len())..self.starts[until].min(self.source.len() + 1);
        self.piece(window.start..window.end.saturating_sub(1).max(window.start), piece, last)
    }

    /// A piece within a window, as it is or escaped; where it ends the address, a longer word that
    /// begins alike is another address.
    fn piece(&mut self, window: Range<usize>, piece: &str, last: bool) -> Option<Range<usize>> {
        let text = self.source.get(window.clone())?;
        let mut alike = None;
        for form in forms(piece) {
            for (at, _) in text.match_indices(form.as_ref()) {
                self.budget = self.budget.checked_sub(form.len())?;
                let found = window.start + at..window.start + at + form.len();
                let goes_on = text[at + form.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
                if !last || !goes_on {
                    return self.paid(window.start, found);
                }
                alike = alike.or(Some(found));
            }
            self.budget = self.budget.checked_sub(text.len())?;
        }
        alike
    }

    fn paid(&mut self, from: usize, found: Range<usize>) -> Option<Range<usize>> {
        self.budget = self.budget.checked_sub(found.end - from)?;
        Some(found)
    }

    fn line(&self, line: usize) -> Option<Range<usize>> {
        let end = self.starts.get(line + 1)? - 1;
        Some(self.starts[line]..end)
    }

    /// The line of a byte, from 0.
    fn line_of(&self, at: usize) -> usize {
        (self.starts.partition_point(|start| *start <= at) - 1).min(self.starts.len() - 2)
    }

    fn place(&mut self, range: Range<usize>, base: usize) -> Option<Lines> {
        let (line, column) = self.position(range.start)?;
        let (end_line, end_column) = self.position(range.end)?;
        Some(Lines { line, column, end_line, end_column, bytes: base + range.start..base + range.end })
    }

    fn position(&mut self, at: usize) -> Option<(u32, u32)> {
        let line = self.line_of(at);
        let (from, columns) = match self.counted {
            Some((byte, columns)) if (self.starts[line]..=at).contains(&byte) => (byte, columns),
            _ => (self.starts[line], 0),
        };
        self.budget = self.budget.checked_sub(at - from)?;
        let columns = columns + self.source[from..at].chars().count();
        self.counted = Some((at, columns));
        let number = |from_zero: usize| u32::try_from(from_zero + 1).ok();
        Some((number(line)?, number(columns)?))
    }
}

/// The characters of an address as they are, as HTML escapes them, and as LaTeX and Markdown do.
fn forms(piece: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let entities = piece.contains('&').then(|| Cow::Owned(piece.replace('&', "&amp;")));
    let special = |c: char| matches!(c, '_' | '%' | '&' | '#' | '~' | '*');
    let escaped = piece.contains(special).then(|| {
        let escape = |c: char| if special(c) { vec!['\\', c] } else { vec![c] };
        Cow::Owned(piece.chars().flat_map(escape).collect::<String>())
    });
    std::iter::once(Cow::Borrowed(piece)).chain(entities).chain(escaped)
}

#[cfg(test)]
mod tests {
    use super::super::cite;
    use super::*;
    use crate::model::{Block, BlockKind, Document, Format, Passage, Place};

    /// A document of one paragraph a line.
    fn document(source: &str) -> Document {
        let mut document = Document::new(Format::Text);
        for (line, text) in (1..).zip(source.lines()) {
            let places = vec![(0, Place { page: None, line: Some(line), source: None })];
            let text =
                Passage { text: text.replace("&amp;", "&").replace('\\', ""), places, ..Passage::default() };
            document.body.push(Block { kind: BlockKind::Item, text });
        }
        document
    }

    fn located(source: &str) -> Vec<Option<Lines>> {
        let mut citations = cite("x", &document(source));
        locate(source, 0, &mut citations);
        citations.into_iter().map(|citation| lines(&citation)).collect()
    }

    fn lines(citation: &Citation) -> Option<Lines> {
        citation.location.as_ref().and_then(Location::lines).cloned()
    }

    fn texts(source: &str) -> Vec<&str> {
        located(source).into_iter().map(|location| &source[location.expect("found").bytes]).collect()
    }

    #[test]
    fn line_and_column() {
        let source = "Первая.\nСм. http://a.example/b и http://a.example/bc.";
        let places: Vec<_> = located(source)
            .into_iter()
            .flatten()
            .map(|place| (place.line, place.column, place.end_line, place.end_column))
            .collect();
        assert_eq!(places, [(2, 5, 2, 23), (2, 26, 2, 45)]);
    }

    #[test]
    fn repeats_and_longer_ones() {
        let source = "http://a.example/bc, http://a.example/b; http://a.example/d\nhttp://a.example/b";
        let places: Vec<_> =
            located(source).into_iter().flatten().map(|place| (place.line, place.column)).collect();
        assert_eq!(places, [(1, 1), (1, 22), (1, 42), (2, 1)]);
    }

    #[test]
    fn escapes_are_part_of_the_place() {
        let source = "<a>http://a.example/?b=1&amp;c=2</a>\n\\url{http://a.example/a\\_b\\%20c}";
        assert_eq!(texts(source), ["http://a.example/?b=1&amp;c=2", "http://a.example/a\\_b\\%20c"]);
    }

    #[test]
    fn over_a_line_break() {
        let source = "1. See http://a.example/long-\n   path.html, accessed 3 May 2012.";
        let mut document = Document::new(Format::Text);
        let places = vec![
            (0, Place { page: None, line: Some(1), source: None }),
            (27, Place { page: None, line: Some(2), source: None }),
        ];
        let text = "See http://a.example/long-\npath.html, accessed 3 May 2012.".to_owned();
        document
            .body
            .push(Block { kind: BlockKind::Item, text: Passage { text, places, marks: Vec::new() } });
        let mut citations = cite("x", &document);
        locate(source, 3, &mut citations);
        let place = lines(&citations[0]).expect("found");
        assert_eq!((place.line, place.column, place.end_line, place.end_column), (1, 8, 2, 13));
        assert_eq!(place.bytes, 10..45);
    }

    #[test]
    fn what_is_not_there_has_no_place() {
        let mut citations = cite("x", &document("See http://a.example/b"));
        locate("Something else", 0, &mut citations);
        assert_eq!(citations[0].location, None);
        locate("", 0, &mut citations);
        assert_eq!(citations[0].location, None);
    }
}
