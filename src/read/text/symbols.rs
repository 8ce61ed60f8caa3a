//! Notes marked by signs: `*`, `†`, `**`.
//!
//! They count through a page at most, and an author's note is the only one of its kind, so no
//! chain tells them. What tells them is that the sign opens a line at the foot of the page and
//! stands in the text above it as well. They are looked for only where the foot is known.

use std::ops::Range;

use crate::model::Kind;

use super::candidate::Candidate;
use super::lines::Line;
use super::notes::{Found, List};
use super::zones::Zone;
use super::{continuation, shape};

const SIGNS: &[char] = &['*', '∗', '⁎', '†', '‡', '§', '¶', '‖', '∥'];
/// Signs are repeated at most so often: `***`.
const MOST: usize = 4;

/// The notes marked by signs.
pub(super) fn find(lines: &[Line]) -> Option<List> {
    let mut list = List { kind: Kind::Footnote, family: None, found: Vec::new(), zones: Vec::new() };
    let mut start = 0;
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        of_page(lines, start..start + page.len(), &mut list);
        start += page.len();
    }
    (!list.found.is_empty()).then_some(list)
}

fn of_page(lines: &[Line], page: Range<usize>, list: &mut List) {
    let labels: Vec<(usize, &str)> = page
        .clone()
        .filter(|at| lines[*at].foot() && lines[*at].printed())
        .filter_map(|at| Some((at, sign(lines[at].trimmed())?)))
        .collect();
    for (at, label) in labels {
        let Some(marker) = marker(lines, page.clone(), label) else { continue };
        let end = end(lines, at, page.end);
        let indent = lines[at].text.len() - lines[at].trimmed().len();
        let text_at = indent + label.len();
        let text_at =
            text_at + lines[at].text[text_at..].len() - lines[at].text[text_at..].trim_start().len();
        list.zones.push(Zone { notes: list.found.len()..list.found.len() + 1, lines: at..end });
        list.found.push(Found {
            value: 0,
            sign: label.replace(['∗', '⁎'], "*"),
            lines: std::iter::once(at..end).chain(rest(lines, at..end)).collect(),
            text_at,
            markers: vec![marker],
        });
    }
}

/// The signs a text starts with, if the text of a note may follow.
fn sign(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|c| SIGNS.contains(c))?;
    let length: usize = text.chars().take_while(|c| *c == first).map(char::len_utf8).sum();
    let rest = text[length..].trim_start();
    let label = &text[..length];
    (label.chars().count() <= MOST
        && rest.starts_with(|c: char| c.is_alphanumeric() || "“\"«„‘[(".contains(c)))
    .then_some(label)
}

/// Where the signs stand behind a word of the page's text, and nothing but they.
fn marker(lines: &[Line], page: Range<usize>, label: &str) -> Option<Candidate> {
    let own = label.chars().next()?;
    page.filter(|at| !lines[*at].foot() && lines[*at].printed()).find_map(|at| {
        let text = lines[at].text;
        text.match_indices(label).map(|(start, _)| start).find_map(|start| {
            let end = start + label.len();
            let before = text[..start].chars().next_back();
            let raised = lines[at].raised().iter().any(|range| range.contains(&start));
            let follows = before.is_some_and(|c| c != own && (raised || !c.is_whitespace()));
            let ended = !text[end..].starts_with(|c: char| c == own || c.is_alphanumeric());
            (follows && ended).then(|| candidate(at, start, end))
        })
    })
}

fn candidate(line: usize, start: usize, end: usize) -> Candidate {
    const CERTAIN: i32 = 50;
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Candidate {
        value: 0,
        line: offset(line),
        start: offset(start),
        end: offset(end),
        weight: CERTAIN,
        bracketed: false,
    }
}

/// Where the note ends: at the next label, or with the foot.
fn end(lines: &[Line], at: usize, page_end: usize) -> usize {
    let goes_on = |line: &Line| {
        line.part == lines[at].part
            && (line.blank || line.foot() && sign(line.trimmed()).is_none() && !opens(line))
    };
    let end = at + 1 + lines[at + 1..page_end].iter().take_while(|line| goes_on(line)).count();
    let blanks = lines[at + 1..end].iter().rev().take_while(|line| line.blank).count();
    end - blanks
}

/// What is left of the last note of a page or column at the foot of the next: its text cannot end
/// where the foot does, and no label stands above the rest.
fn rest(lines: &[Line], note: Range<usize>) -> Option<Range<usize>> {
    let last = lines[note.clone()].iter().rfind(|line| line.printed())?;
    let open = continuation::unfinished(last.text) || shape::is_address(shape::last_word(last.text));
    let near = |line: &Line| line.page <= last.page + 1;
    let below = lines[note.end..].iter().take_while(|line| near(line));
    let start = note.end + below.take_while(|line| !line.foot() || !line.printed()).count();
    let first = lines.get(start).filter(|line| open && near(line) && line.part != last.part)?;
    let labelled = |line: &Line| sign(line.trimmed()).is_some() || super::label::of(line).is_some();
    (!labelled(first)).then(|| start..end(lines, start, lines.len()))
}

/// Whether a numbered note starts with the line: its number is raised, or 1.
fn opens(line: &Line) -> bool {
    super::label::of(line)
        .is_some_and(|label| label.family == super::label::Family::Raised || label.value == 1)
}

#[cfg(test)]
mod tests {
    use super::super::typeset::Setting;
    use super::*;

    #[test]
    fn a_sign_opens_a_note() {
        assert_eq!(sign("* Professor of Law."), Some("*"));
        assert_eq!(sign("∗∗Fellow."), Some("∗∗"));
        assert_eq!(sign("† http://a.example"), Some("†"));
        assert_eq!(sign("* * *"), None);
        assert_eq!(sign("Text*"), None);
    }

    fn lines<'a>(set: &'a [(&'static str, u32, Setting)]) -> Vec<Line<'a>> {
        set.iter()
            .map(|(text, page, setting)| Line {
                text,
                number: 0,
                page: *page,
                part: *page,
                blank: false,
                rule: false,
                furniture: false,
                setting: Some(setting),
            })
            .collect()
    }

    fn found(feet: [&'static str; 2]) -> Vec<Vec<Range<usize>>> {
        let foot = || Setting { foot: true, ..Setting::default() };
        let set = [
            ("Nobody was asked.‡", 1, Setting::default()),
            (feet[0], 1, foot()),
            ("The wells were dry.*", 2, Setting::default()),
            (feet[1], 2, foot()),
            ("* Ibid.", 2, foot()),
        ];
        let list = find(&lines(&set)).expect("notes");
        list.found.into_iter().map(|found| found.lines).collect()
    }

    #[test]
    fn a_note_goes_on_overleaf() {
        let two = vec![vec![1..2, 3..4], vec![4..5]];
        assert_eq!(found(["‡ See the report of the", "ministry, 2012."]), two);
        assert_eq!(found(["‡ See http://wells.exa", "mple/2012.html."]), two);
    }

    #[test]
    fn what_is_no_rest_of_a_note_is_left() {
        let one = vec![vec![1..2], vec![4..5]];
        assert_eq!(found(["‡ See the report.", "Printed in Karsk."]), one);
        assert_eq!(found(["‡ See the report of the", "12 Ibid."]), one);
    }
}
