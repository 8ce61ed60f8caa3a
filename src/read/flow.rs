//! Text that reflows: blanks are collapsed as it is written, and what the format says about a
//! stretch of it is kept beside it.

use std::ops::Range;

use crate::model::{Mark, MarkKind, Passage, Place, Source};

/// What a format says about a stretch of text, before it is known what is a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    /// A hyperlink that leaves the document.
    Link(String),
    /// A hyperlink to a place in the document: the fragment, without `#`.
    Jump(String),
    /// Raised text, the size of a note marker.
    Raised,
    /// Italics.
    Emphasis,
    /// A marker of the note with this number, taken out of the text.
    NoteRef(usize),
}

/// A text being written.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    pub(super) text: String,
    pub(super) signs: Vec<(Range<usize>, Sign)>,
    places: Vec<(usize, Place)>,
    /// The page of what is written next.
    pub(super) page: Option<u32>,
    /// Where it is read from; none for what no text of the file stands for.
    pub(super) source: Option<Source>,
    /// Where the author broke the line: before the character at this byte.
    pub(super) breaks: Vec<usize>,
    open: Vec<(Option<usize>, Sign)>,
    blank: bool,
    marked: bool,
    broken: bool,
}

impl Flow {
    /// Writes `text`, whose first character stands on `line` of the source.
    pub(super) fn push(&mut self, text: &str, line: Option<u32>) {
        let bytes = text.as_bytes();
        let (mut at, mut line) = (0, line);
        while at < bytes.len() {
            if is_blank(bytes[at]) {
                line = line.map(|line| line + u32::from(bytes[at] == b'\n'));
                self.blank = true;
                at += 1;
                continue;
            }
            let end = run_end(bytes, at);
            self.write(&text[at..end], line);
            at = end;
        }
    }

    /// Writes a run without leading or trailing blanks.
    fn write(&mut self, run: &str, line: Option<u32>) {
        let detached = self.marked && run.starts_with(is_closing);
        if self.blank && !self.text.is_empty() && !detached {
            self.text.push(' ');
        }
        (self.blank, self.marked) = (false, false);
        let start = self.text.len();
        if std::mem::take(&mut self.broken) && start > 0 {
            self.breaks.push(start);
        }
        for (open, _) in self.open.iter_mut().rev().take_while(|(open, _)| open.is_none()) {
            *open = Some(start);
        }
        let place = Place { page: self.page, line, source: self.source };
        if self.places.last().map_or(Place::default(), |(_, last)| *last) != place {
            self.places.push((start, place));
        }
        self.text.push_str(run);
    }

    /// A blank, whatever follows.
    pub(super) fn blank(&mut self) {
        self.blank = true;
    }

    /// A line break that the author made.
    pub(super) fn line_break(&mut self) {
        self.blank = true;
        self.broken = true;
    }

    /// What is written from here to [`Flow::close`] has `sign`.
    pub(super) fn open(&mut self, sign: Sign) {
        self.open.push((None, sign));
    }

    /// Ends what the last [`Flow::open`] began.
    pub(super) fn close(&mut self) {
        if let Some((Some(start), sign)) = self.open.pop() {
            self.signs.push((start..self.text.len(), sign));
        }
    }

    /// The text written so far, and a new one in which what is open goes on.
    pub(super) fn broken_off(mut self) -> (Self, Self) {
        let page = self.page;
        let open = self.open.iter().map(|(_, sign)| (None, sign.clone())).collect();
        while !self.open.is_empty() {
            self.close();
        }
        (self, Self { page, open, ..Self::default() })
    }

    /// A marker of note number `note` stands here.
    pub(super) fn note_ref(&mut self, note: usize) {
        let at = self.text.len();
        self.signs.push((at..at, Sign::NoteRef(note)));
        self.marked = self.blank;
    }

    /// Takes a character off the end, if it is the last one written.
    pub(super) fn drop_trailing(&mut self, character: char) {
        if self.text.ends_with(character) {
            self.text.pop();
            self.blank = false;
        }
    }

    /// What is written next follows without a blank.
    pub(super) fn attach(&mut self) {
        self.blank = false;
    }

    /// The pages turned out not to be known.
    pub(super) fn forget_pages(&mut self) {
        self.places.iter_mut().for_each(|(_, place)| place.page = None);
        self.places.dedup_by_key(|(_, place)| *place);
    }

    /// Nothing tells where it was read from.
    pub(super) fn forget_sources(&mut self) {
        self.places.iter_mut().for_each(|(_, place)| place.source = None);
        self.places.dedup_by_key(|(_, place)| *place);
    }

    /// The lines say nothing to a reader, but where the text was read from: `source` tells of a line.
    pub(super) fn trace_lines(&mut self, source: impl Fn(u32) -> Option<Source>) {
        for (_, place) in &mut self.places {
            place.source = place.line.take().and_then(&source);
        }
        self.places.dedup_by_key(|(_, place)| *place);
    }

    /// Whether nothing is written or marked.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.signs.is_empty()
    }

    /// Appends another text as a paragraph of its own.
    pub(super) fn append(&mut self, other: Self) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push(' ');
            self.breaks.push(self.text.len());
        }
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.breaks.extend(other.breaks.iter().map(|at| at + shift));
        let last = self.places.last().map_or(Place::default(), |(_, last)| *last);
        let known = usize::from(other.places.first().is_some_and(|(_, first)| *first == last));
        self.places.extend(other.places[known..].iter().map(|(at, place)| (at + shift, *place)));
        let signs = other.signs.into_iter();
        self.signs.extend(signs.map(|(range, sign)| (range.start + shift..range.end + shift, sign)));
    }

    /// Takes stretches out of the text and leaves the markers of notes in their place. The
    /// stretches are in order and apart.
    pub(super) fn take_out(&mut self, stretches: &[(Range<usize>, Vec<usize>)]) {
        if stretches.is_empty() {
            return;
        }
        let stretches: Vec<_> =
            stretches.iter().map(|(range, notes)| (self.with_blank(range), notes.as_slice())).collect();
        let cuts = Cuts::new(stretches.iter().map(|(range, _)| range.clone()));
        self.text = cuts.rest_of(&self.text);
        for (at, _) in &mut self.places {
            *at = cuts.moved(*at);
        }
        self.breaks.iter_mut().for_each(|at| *at = cuts.moved(*at));
        for (range, _) in &mut self.signs {
            *range = cuts.moved(range.start)..cuts.moved(range.end);
        }
        self.signs.retain(|(range, sign)| !range.is_empty() || matches!(sign, Sign::NoteRef(_)));
        for (range, notes) in stretches {
            let at = cuts.moved(range.start);
            self.signs.extend(notes.iter().map(|note| (at..at, Sign::NoteRef(*note))));
        }
    }

    /// A stretch with the blank before it, where the blank would be left hanging.
    fn with_blank(&self, range: &Range<usize>) -> Range<usize> {
        let rest = &self.text[range.end..];
        let hanging = rest.is_empty() || rest.starts_with([' ', '\n']) || rest.starts_with(is_closing);
        let start = range.start - usize::from(hanging && self.text[..range.start].ends_with(' '));
        start..range.end
    }

    /// Splits the text before each of `offsets` (in order, each the start of a word).
    pub(super) fn split(mut self, offsets: &[usize]) -> Vec<Self> {
        self.signs.sort_by_key(|(range, _)| range.start);
        let mut parts = Vec::with_capacity(offsets.len() + 1);
        for offset in offsets.iter().rev() {
            parts.push(self.split_off(*offset));
        }
        parts.push(self);
        parts.iter_mut().for_each(Self::clip);
        parts.reverse();
        parts
    }

    fn split_off(&mut self, offset: usize) -> Self {
        let here = self.places.partition_point(|(at, _)| *at <= offset);
        let mut places: Vec<_> =
            self.places.split_off(here).into_iter().map(|(at, place)| (at - offset, place)).collect();
        places.splice(0..0, self.places.last().map(|(_, place)| (0, *place)));
        self.places.truncate(self.places.partition_point(|(at, _)| *at < offset));
        let signs = self.signs.split_off(self.signs.partition_point(|(range, _)| range.start < offset));
        let breaks = self.breaks.split_off(self.breaks.partition_point(|at| *at < offset));
        let part = Self {
            text: self.text.split_off(offset),
            signs: signs
                .into_iter()
                .map(|(range, sign)| (range.start - offset..range.end - offset, sign))
                .collect(),
            places,
            breaks: breaks.into_iter().map(|at| at - offset).filter(|at| *at > 0).collect(),
            ..Self::default()
        };
        self.text.truncate(self.text.trim_end_matches(' ').len());
        part
    }

    /// Signs end with the text; those of which nothing is left go.
    fn clip(&mut self) {
        let end = self.text.len();
        for (range, _) in &mut self.signs {
            *range = range.start.min(end)..range.end.min(end);
        }
        self.signs.retain(|(range, sign)| !range.is_empty() || matches!(sign, Sign::NoteRef(_)));
    }

    /// Takes out no-break spaces at both ends.
    fn trim(&mut self) {
        let (start, end) = (self.text.len() - self.text.trim_start().len(), self.text.trim_end().len());
        if end < self.text.len() && end > start {
            self.take_out(&[(end..self.text.len(), Vec::new())]);
        }
        if start > 0 {
            self.take_out(&[(0..start, Vec::new())]);
        }
    }

    /// The finished passage; `note` translates numbers of notes.
    pub(super) fn finish(mut self, note: impl Fn(usize) -> Option<usize>) -> Passage {
        while !self.open.is_empty() {
            self.close();
        }
        self.trim();
        self.signs.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mark = |(range, sign)| {
            let kind = match sign {
                Sign::Link(target) => MarkKind::Link(target),
                Sign::Emphasis => MarkKind::Emphasis,
                Sign::NoteRef(number) => MarkKind::NoteRef(note(number)?),
                Sign::Jump(_) | Sign::Raised => return None,
            };
            Some(Mark { range, kind })
        };
        Passage {
            text: self.text,
            marks: self.signs.into_iter().filter_map(mark).collect(),
            places: self.places,
        }
    }
}

/// Stretches to be cut out of a text, each with the number of bytes cut before it.
struct Cuts(Vec<(Range<usize>, usize)>);

impl Cuts {
    fn new(ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let mut cuts: Vec<(Range<usize>, usize)> = Vec::new();
        for range in ranges {
            let (from, before) = cuts.last().map_or((0, 0), |(last, before)| (last.end, before + last.len()));
            let start = range.start.max(from);
            cuts.push((start..range.end.max(start), before));
        }
        Self(cuts)
    }

    fn rest_of(&self, text: &str) -> String {
        let mut rest = String::with_capacity(text.len());
        let mut from = 0;
        for (cut, _) in &self.0 {
            rest.push_str(&text[from..cut.start]);
            from = cut.end;
        }
        rest + &text[from..]
    }

    /// Where the byte at `at` stands after the cuts.
    fn moved(&self, at: usize) -> usize {
        match self.0.partition_point(|(cut, _)| cut.start < at) {
            0 => at,
            after => {
                let (cut, before) = &self.0[after - 1];
                at - before - (cut.end.min(at) - cut.start)
            }
        }
    }
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x0b
}

/// Punctuation that never has a blank before it in running text.
fn is_closing(character: char) -> bool {
    matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '»')
}

/// The end of the run that starts at `at`: words with single spaces between them.
fn run_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while end < bytes.len() {
        let space = bytes[end] == b' ' && bytes.get(end + 1).is_some_and(|next| !is_blank(*next));
        if is_blank(bytes[end]) && !space {
            break;
        }
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests;
