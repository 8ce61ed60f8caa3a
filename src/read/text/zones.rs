//! Where note text stands: from a note's label to the next, and for the last note of a page to
//! where the body goes on.

use std::ops::Range;

use super::lines::Line;
use super::shape;

/// The notes that stand together, and the lines they take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    /// The notes, as indices into the chain.
    pub notes: Range<usize>,
    /// The lines, from the first label to where the last note ends.
    pub lines: Range<usize>,
    /// Whether the notes of a whole chapter or document are gathered here.
    pub gathered: bool,
}

/// The longest note, in lines, that the end of a page without form feed is looked for in.
const LONGEST: usize = 80;

/// Where the last note of a zone ends when the page's end is not known: the line before which
/// most speaks for the body going on. `window` starts at the note's first line and ends where
/// the next marker stands.
pub(super) fn resumption(
    lines: &[Line],
    furniture: &[bool],
    window: Range<usize>,
    zone: Range<usize>,
) -> usize {
    let first = window.start + 1 + usize::from(stands_alone(lines, window.start));
    let last = window.end.min(window.start + LONGEST).min(lines.len());
    let habit = Habit::of(&lines[zone.start..=window.start]);
    let mut best = (0, None);
    let mut gap = false;
    for at in first..last {
        if furniture[at] {
            best = best.max_by_score(60, at);
            break;
        }
        if lines[at].blank {
            gap = true;
            continue;
        }
        let length = (at - window.start) as i32;
        let score = habit.breaks(lines, at, gap) - length;
        best = best.max_by_score(score, at);
        gap = false;
    }
    best.1.unwrap_or(if last == lines.len() || gap { last } else { first.min(last) })
}

trait Best {
    fn max_by_score(self, score: i32, at: usize) -> Self;
}

impl Best for (i32, Option<usize>) {
    fn max_by_score(self, score: i32, at: usize) -> Self {
        if score > self.0 { (score, Some(at)) } else { self }
    }
}

/// Whether the label has the line for itself and the text starts on the next.
fn stands_alone(lines: &[Line], at: usize) -> bool {
    super::label::label(lines[at].text).is_some_and(|label| label.alone)
}

/// How the lines of a zone are set.
struct Habit {
    indented: bool,
    no_break_spaces: bool,
    width: usize,
}

impl Habit {
    fn of(zone: &[Line]) -> Self {
        let printed = || zone.iter().filter(|line| !line.blank);
        Self {
            indented: printed().any(|line| line.text.starts_with(' ')),
            no_break_spaces: printed().all(|line| spaced_without_break(line.text)),
            width: printed().map(|line| line.text.len()).max().unwrap_or(0),
        }
    }

    /// How much speaks for the body going on with this line.
    fn breaks(&self, lines: &[Line], at: usize, gap: bool) -> i32 {
        let (before, text) = (lines[at - 1].text, lines[at].text);
        let mut score = 0;
        if gap {
            score += 30;
        }
        if !self.indented && text.starts_with(' ') {
            score += 30;
        }
        if self.no_break_spaces && !spaced_without_break(text) {
            score += 25;
        }
        if shape::ends_sentence(before) {
            score += 8;
        } else if shape::starts_lower(text) && !shape::is_address(shape::last_word(before)) {
            score -= 6;
        }
        if shape::starts_with_address(text) || goes_on_in_address(before, text) {
            score -= 40;
        }
        if before.len() * 10 < self.width * 7 {
            score += 8;
        }
        score - 10
    }
}

/// Whether an address broken at the line end goes on here.
fn goes_on_in_address(before: &str, text: &str) -> bool {
    let last = shape::last_word(before);
    let broken =
        shape::starts_with_address(last) && last.ends_with(['-', '‐', '/', '_', '=', '?', '&', '.', '%']);
    broken && !text.starts_with(' ')
}

fn spaced_without_break(text: &str) -> bool {
    let inner = text.trim();
    inner.contains('\u{a0}') && !inner.contains(' ') || !inner.contains(|c: char| c.is_whitespace())
}
