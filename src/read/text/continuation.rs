//! What is left of a note at the foot of the next page, above the first label there.

use std::ops::Range;

use super::habits::Habits;
use super::lines::Line;
use super::shape;

/// The longest rest of a note, in lines.
const LONGEST: usize = 40;

/// Where the rest of a note starts in `room`, the lines of the page above its first label; none
/// if all of them are body. `note` holds the lines of the note on the page before; `certain`
/// says that something must be left.
pub(super) fn start(
    lines: &[Line],
    room: Range<usize>,
    note: Range<usize>,
    habits: &Habits,
    certain: bool,
) -> Option<usize> {
    if let Some(rest) = linked(lines, room.clone(), note.clone()) {
        return Some(rest);
    }
    let above = room.clone().rev().take_while(|at| room.end - at <= LONGEST);
    if let Some(rule) = above.clone().find(|at| lines[*at].rule) {
        return first_printed(lines, rule..room.end);
    }
    if habits.rule_above && !certain {
        return None;
    }
    let open = note.rev().find(|at| lines[*at].printed()).is_some_and(|at| unfinished(lines[at].text));
    let block = above.clone().take_while(|at| lines[*at].printed()).last()?;
    let whole_page = !room.clone().any(|at| at < block && lines[at].printed());
    if habits.gap_above && !whole_page {
        let wide = |at: &usize| habits.too_long_for_body(&lines[*at]);
        let note_like = (block..room.end).filter(wide).count() * 2 > room.end - block;
        return (open || certain || note_like).then_some(block);
    }
    if !(open || certain) {
        return None;
    }
    if whole_page && certain { Some(block) } else { split(lines, block..room.end, habits) }
}

/// Where a line starts with the link that breaks off at the end of the note.
fn linked(lines: &[Line], room: Range<usize>, note: Range<usize>) -> Option<usize> {
    let last = lines[note].iter().rfind(|line| line.printed())?;
    let (range, target) = last.links().last().filter(|(range, _)| range.end == last.text.len())?;
    if target.trim_end_matches('/').ends_with(last.text[range.clone()].trim_end_matches('/')) {
        return None;
    }
    room.into_iter().find(|at| {
        let line = &lines[*at];
        let first = line.links().first().filter(|_| line.printed());
        first.is_some_and(|(range, other)| other == target && line.text[..range.start].trim().is_empty())
    })
}

fn first_printed(lines: &[Line], range: Range<usize>) -> Option<usize> {
    range.into_iter().find(|at| lines[*at].printed())
}

/// Whether a note's text cannot end here.
pub(super) fn unfinished(text: &str) -> bool {
    let last = shape::last_word(text);
    if shape::is_address(last) {
        return last.ends_with(['-', '‐', '/', '_', '=', '?', '&', '%']);
    }
    !shape::ends_sentence(text)
        && !text.trim_end().ends_with([')', ']', '”', '»', '"', ';', '」', '』', '》', '）'])
}

/// Where body lines turn into note lines with no gap between them: where lines grow longer than
/// those of the body.
fn split(lines: &[Line], block: Range<usize>, habits: &Habits) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    let mut score = 0;
    for at in block.clone().rev() {
        let noted = habits.too_long_for_body(&lines[at]) || shape::starts_with_address(lines[at].trimmed());
        score += if noted { 3 } else { -1 };
        let here = score + i32::from(shape::starts_lower(lines[at].text));
        if here > best.map_or(0, |best| best.0) {
            best = Some((here, at));
        }
    }
    best.map(|best| best.1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::typeset::Setting;
    use super::*;

    #[test]
    fn a_link_tells_where_a_note_goes_on() {
        let target: Arc<str> = "http://wells.example/2013.html".into();
        let rest = |note: &'static str, link: usize| {
            let linked = |range: Range<usize>| Setting {
                links: vec![(range, Arc::clone(&target))],
                ..Setting::default()
            };
            let settings = [linked(link..note.len()), Setting::default(), linked(0..9), Setting::default()];
            let lines: Vec<Line> = [note, "Nobody was asked.", "2013.html, 12.", "2 Ibid."]
                .into_iter()
                .zip(&settings)
                .map(|(text, setting)| Line {
                    text,
                    number: 0,
                    page: 1,
                    part: 1,
                    blank: false,
                    rule: false,
                    furniture: false,
                    setting: Some(setting),
                })
                .collect();
            start(&lines, 1..3, 0..1, &Habits::default(), false)
        };
        assert_eq!(rest("1 See http://wells.example/", 6), Some(2));
        assert_eq!(rest("1 See http://wells.example/2013.html", 6), None);
    }
}
