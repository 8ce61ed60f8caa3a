//! A passage as one reads it: in one line, the printer's characters replaced.
//!
//! Dates, titles and sentences run over line breaks, with no-break spaces between the words and
//! hyphens of all kinds. They are looked for in this flat text; offsets go both ways.

use std::ops::Range;

use super::chars::{SOFT_HYPHEN, is_break, is_hyphen, is_ideographic, is_invisible, ligature};
use super::words::{Words, word_after, word_before};

/// Stands for an address in the flat text of a note.
pub(super) const ADDRESS: char = '\u{fffc}';

/// Something to be put in place of a stretch of the passage.
#[derive(Debug, Clone)]
pub(super) struct Cover {
    /// Bytes of the passage.
    pub(super) range: Range<usize>,
    /// What the flat text has instead.
    pub(super) with: String,
}

/// The flat text and where it came from.
#[derive(Debug, Default)]
pub(super) struct Flat {
    text: String,
    /// Pairs of flat and source offset, both rising; between them the distance is constant.
    steps: Vec<(usize, usize)>,
}

impl Flat {
    /// Flattens a passage. `covers` are in order and do not overlap. Linear.
    pub(super) fn of(source: &str, covers: &[Cover], words: &Words) -> Self {
        let mut flat = Self::default();
        let mut at = 0;
        for cover in covers {
            if cover.range.start < at {
                continue;
            }
            flat.stretch(source, at..cover.range.start, words);
            flat.step(cover.range.start);
            flat.text.push_str(&cover.with);
            at = cover.range.end;
        }
        flat.stretch(source, at..source.len(), words);
        flat.step(source.len());
        flat
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The flat offset of a byte of the passage.
    pub(super) fn offset(&self, source: usize) -> usize {
        let after = self.steps.partition_point(|(_, from)| *from <= source);
        let Some(&(flat, from)) = after.checked_sub(1).and_then(|at| self.steps.get(at)) else { return 0 };
        let limit = self.steps.get(after).map_or(self.text.len(), |(flat, _)| *flat);
        let mut offset = (flat + source - from).min(limit);
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    /// The flat range of a range of the passage.
    pub(super) fn range(&self, source: &Range<usize>) -> Range<usize> {
        let start = self.offset(source.start);
        start..self.offset(source.end).max(start)
    }

    fn step(&mut self, source: usize) {
        let flat = self.text.len();
        match self.steps.last() {
            Some(&(last_flat, last_source)) if flat - last_flat == source - last_source => {}
            _ => self.steps.push((flat, source)),
        }
    }

    fn stretch(&mut self, source: &str, range: Range<usize>, words: &Words) {
        let mut at = range.start;
        while at < range.end {
            let plain = plain_run(&source[at..range.end]);
            if plain > 0 {
                self.step(at);
                self.text.push_str(&source[at..at + plain]);
                at += plain;
            }
            let Some(c) = source[at..range.end].chars().next() else { return };
            if c.is_whitespace() {
                at = self.space(source, at, range.end, words);
                continue;
            }
            let next = at + c.len_utf8();
            if c == SOFT_HYPHEN {
                at = after_break(source, next, range.end);
                continue;
            }
            self.step(at);
            match ligature(c) {
                _ if is_invisible(c) => {}
                Some(letters) => self.text.push_str(letters),
                None if is_hyphen(c) => self.text.push('-'),
                None => self.text.push(c),
            }
            at = next;
        }
    }

    /// Takes a run of white space; returns its end.
    fn space(&mut self, source: &str, at: usize, limit: usize, words: &Words) -> usize {
        let run = &source[at..limit];
        let end = limit - run.trim_start().len();
        let broken = source[at..end].contains(is_break);
        let rest = &source[end..];
        if broken && self.text.ends_with(is_ideographic) && rest.starts_with(is_ideographic) {
            return end;
        }
        if broken && self.ends_in_word_hyphen() && repeats_hyphen(rest) {
            self.text.pop();
        } else if broken && self.ends_in_word_hyphen() && source[end..].starts_with(char::is_alphanumeric) {
            let left = word_before(&self.text, self.text.len() - 1);
            if words.cut(left, word_after(source, end)) {
                self.text.pop();
            }
        } else if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.step(at);
            self.text.push(' ');
        }
        end
    }

    fn ends_in_word_hyphen(&self) -> bool {
        let mut last = self.text.chars().rev();
        last.next() == Some('-') && last.next().is_some_and(char::is_alphanumeric)
    }
}

/// Whether a line starts with the hyphen that the line before ended in, as some languages have it.
fn repeats_hyphen(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(is_hyphen) && chars.next().is_some_and(char::is_alphanumeric)
}

/// How many bytes at the start of a text stay as they are: words and single blanks.
fn plain_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let plain = |at: usize| match bytes[at] {
        b' ' => at > 0 && bytes[at - 1] != b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic),
        byte => byte.is_ascii_graphic(),
    };
    (0..bytes.len()).find(|at| !plain(*at)).unwrap_or(bytes.len())
}

/// Past white space if that holds a line break, else where it was.
fn after_break(source: &str, at: usize, limit: usize) -> usize {
    let rest = &source[at..limit];
    let end = limit - rest.trim_start().len();
    if source[at..end].contains(is_break) { end } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(source: &str) -> Flat {
        Flat::of(source, &[], &Words::default())
    }

    #[test]
    fn breaks_and_no_break_spaces_become_one_space() {
        assert_eq!(flat("a\u{a0} b \n c\x0cd").text(), "a b c d");
    }

    #[test]
    fn a_hyphen_at_a_line_end_keeps_the_word_together() {
        assert_eq!(
            flat("late\u{2010}\n2010, self-\ncensorship, a - \nb").text(),
            "late-2010, self-censorship, a - b"
        );
        assert_eq!(flat("last vis-\nited").text(), "last visited");
    }

    #[test]
    fn a_hyphen_that_is_repeated_is_one() {
        assert_eq!(flat("2023-\n-04-02, a-\n- b").text(), "2023-04-02, a- - b");
    }

    #[test]
    fn ideographs_have_no_blanks_between_lines() {
        assert_eq!(flat("访问时\n间：2013 年").text(), "访问时间：2013 年");
        assert_eq!(flat("접속\n일").text(), "접속 일");
    }

    #[test]
    fn a_soft_hyphen_goes_and_takes_the_break_with_it() {
        assert_eq!(flat("govern\u{ad}\nment and re\u{ad}port").text(), "government and report");
    }

    #[test]
    fn ligatures_are_spelled_out() {
        assert_eq!(flat("oﬃce ﬁle").text(), "office file");
    }

    #[test]
    fn covers_stand_for_what_they_cover() {
        let source = "see http://a.example/x\ny now";
        let cover = Cover { range: 4..24, with: ADDRESS.to_string() };
        let flat = Flat::of(source, &[cover], &Words::default());
        assert_eq!(flat.text(), "see \u{fffc} now");
        assert_eq!(flat.range(&(4..24)), 4..7);
        assert_eq!(flat.offset(25), 8);
    }

    #[test]
    fn offsets_survive_what_became_shorter() {
        let source = "x\u{2010}y \u{a0} ﬁn end";
        let flat = flat(source);
        assert_eq!(flat.text(), "x-y fin end");
        for word in ["y", "end"] {
            let at = source.find(word).expect("there");
            assert!(flat.text()[flat.offset(at)..].starts_with(word), "{word}");
        }
        assert_eq!(flat.offset(source.len()), flat.text().len());
    }
}
