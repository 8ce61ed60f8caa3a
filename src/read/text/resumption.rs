//! Where the body goes on behind the notes of a page, in a text that does not tell its pages.

use std::ops::Range;

use super::habits::{Habits, spaced_without_break};
use super::lines::Line;
use super::{label, shape};

/// The longest note, in lines, that the end of a page is looked for in.
const LONGEST: usize = 80;

/// The line before which most speaks for the body going on. `window` starts at the last note's
/// label and ends where the body is known to have gone on; `first` is the page's first label.
pub(super) fn resumption(lines: &[Line], window: Range<usize>, first: usize, habits: &Habits) -> usize {
    let alone = label::of(&lines[window.start]).is_some_and(|label| label.alone);
    let from = window.start + 1 + usize::from(alone);
    let to = window.end.min(window.start + LONGEST).min(lines.len());
    let body = lines[..first].iter().rev().find(|line| line.printed());
    let ends = |text: &str| shape::ends_sentence(text) || shape::ends_sentence(without_marker(text));
    let unfinished = body.is_some_and(|line| !ends(line.text));
    let mut best: Option<(i32, usize)> = None;
    let mut gap = 0;
    let mut before = window.start;
    for at in from..to {
        if lines[at].furniture {
            best = best.max(Some((60, at)).filter(|_| best.is_none_or(|best| best.0 < 60)));
            break;
        }
        if lines[at].blank {
            gap += 1;
            continue;
        }
        let early = at == before + 2 && before == window.start && habits.gap_after_first;
        let mut score = cues(habits, &lines[before], &lines[at], if early { 0 } else { gap });
        score += continuity(unfinished, lines[at].text);
        score -= (at - window.start) as i32;
        if score > best.map_or(0, |best| best.0) {
            best = Some((score, at));
        }
        gap = 0;
        before = at;
    }
    let paragraph = || (from..to).find(|at| lines[*at].blank).unwrap_or_else(|| from.min(to));
    best.map_or_else(|| if to == lines.len() || gap > 0 { to } else { paragraph() }, |best| best.1)
}

/// A text without the digits behind its last sentence: they mark a note.
fn without_marker(text: &str) -> &str {
    text.trim_end().trim_end_matches(|c: char| c.is_ascii_digit())
}

/// What the look of two lines speaks for the note ending between them.
fn cues(habits: &Habits, before: &Line, line: &Line, gap: usize) -> i32 {
    let mut score = -10;
    score += match gap {
        0 => 0,
        1 => 28,
        _ => 36,
    };
    if !habits.indented && line.text.starts_with(' ') {
        score += 30;
    }
    if habits.no_break && !spaced_without_break(line.text) {
        score += 25;
    }
    if habits.too_long_for_body(line) {
        score -= 25;
    }
    if shape::ends_sentence(before.text) {
        score += 8;
    } else if shape::starts_lower(line.text) && !shape::is_address(shape::last_word(before.text)) {
        score -= 6;
    }
    if shape::starts_with_address(line.trimmed()) || address_goes_on(before, line) {
        score -= 40;
    }
    if gap == 0 && opens_bracket(before.text) {
        score -= 25;
    }
    if habits.note_width > 0 && before.trimmed().chars().count() * 10 < habits.note_width * 7 {
        score += 8;
    }
    score
}

/// What the sentence left open above the notes says of this line.
fn continuity(unfinished: bool, text: &str) -> i32 {
    match (unfinished, shape::starts_lower(text)) {
        (true, true) => 12,
        (true, false) => 0,
        (false, true) => -6,
        (false, false) => 4,
    }
}

/// Whether an address broken at the line end goes on here.
fn address_goes_on(before: &Line, line: &Line) -> bool {
    let last = shape::last_word(before.text);
    shape::starts_with_address(last)
        && last.ends_with(['-', '‐', '/', '_', '=', '?', '&', '%'])
        && !line.trimmed().starts_with(char::is_uppercase)
}

/// Whether a bracket that opens in the line does not close there.
fn opens_bracket(text: &str) -> bool {
    let count = |bracket: char| text.chars().filter(|character| *character == bracket).count();
    count('(') > count(')') || count('[') > count(']')
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    #[test]
    fn a_marker_behind_its_last_sentence_leaves_no_text_open() {
        let text = "The board met.5\n\n5 The Daily, http://a.example/b.htm,\n  accessed 15 August 2012.\n\nThe end.\n";
        let habits = Habits { note_width: 40, indented: true, ..Habits::default() };
        assert_eq!(resumption(&split(text), 2..6, 2, &habits), 5);
    }

    #[test]
    fn a_note_is_a_paragraph_where_nothing_else_is_known() {
        let text = "Notes\n1 The Daily, see http://\n  a.example/b.html.\n\nThe board met in May\nand closed the dam.\n";
        let habits = Habits { note_width: 20, body_width: 5, indented: true, ..Habits::default() };
        assert_eq!(resumption(&split(text), 1..5, 1, &habits), 3);
    }
}
