//! Building passages line by line.

use std::ops::Range;

use crate::model::{Mark, MarkKind, Passage, Place, Source};

use super::lines::Line;

/// How a line is joined to what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// A line break of the typesetter.
    Line,
    /// A page break.
    Page,
}

/// A passage that grows line by line.
#[derive(Debug, Default)]
pub(super) struct Builder {
    passage: Passage,
}

impl Builder {
    /// Starts the next line.
    pub(super) fn line(&mut self, kind: Break, place: Place) {
        if !self.passage.text.is_empty() {
            self.passage.text.push(if kind == Break::Page { '\x0c' } else { '\n' });
        }
        let at = self.passage.text.len();
        match self.passage.places.last_mut() {
            Some(last) if last.0 == at => last.1 = place,
            _ => self.passage.places.push((at, place)),
        }
    }

    /// Adds a stretch of a line, with the links and italics on it.
    pub(super) fn stretch(&mut self, line: &Line, range: Range<usize>) {
        let at = self.passage.text.len();
        self.trace(at, range.start);
        self.passage.text.push_str(&line.text[range.clone()]);
        let Some(setting) = line.setting else { return };
        let links = setting.links.iter().map(|(link, target)| (link, MarkKind::Link(target.to_string())));
        let slanted = setting.slanted.iter().map(|stretch| (stretch, MarkKind::Emphasis));
        let first = self.passage.marks.len();
        for (covered, kind) in links.chain(slanted) {
            let covered = covered.start.max(range.start)..covered.end.min(range.end);
            if covered.start < covered.end {
                let range = at + covered.start - range.start..at + covered.end - range.start;
                self.passage.marks.push(Mark { range, kind });
            }
        }
        self.passage.marks[first..].sort_by_key(|mark| mark.range.start);
    }

    /// What comes next, at byte `at`, stands at byte `byte` of its line; what was taken out before it
    /// does not count.
    fn trace(&mut self, at: usize, byte: usize) {
        let (Some((start, place)), Ok(byte)) = (self.passage.places.last_mut(), u32::try_from(byte)) else {
            return;
        };
        let Some(source) = &mut place.source else { return };
        if *start == at {
            source.at = byte;
        } else if source.at as usize + at - *start != byte as usize {
            let place = Place { source: Some(Source { at: byte, ..*source }), ..*place };
            self.passage.places.push((at, place));
        }
    }

    /// Adds a note's marker at this spot.
    pub(super) fn note_ref(&mut self, note: usize) {
        let at = self.passage.text.len();
        self.passage.marks.push(Mark { range: at..at, kind: MarkKind::NoteRef(note) });
    }

    /// What stands in the passage so far.
    pub(super) fn text(&self) -> &str {
        &self.passage.text
    }

    /// Whether nothing was added yet.
    pub(super) fn is_empty(&self) -> bool {
        self.passage.text.is_empty()
    }

    /// The passage.
    pub(super) fn finish(self) -> Passage {
        self.passage
    }
}
