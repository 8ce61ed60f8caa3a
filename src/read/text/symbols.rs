//! Notes marked by signs: `*`, `†`, `**`.
//!
//! They count through a page at most, and an author's note is the only one of its kind, so no
//! chain tells them. What tells them is that the sign opens a line at the foot of the page and
//! stands in the text above it as well. Where the foot is not known, a paragraph that a sign opens
//! takes its place.

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
    if lines.iter().all(|line| line.setting.is_none()) {
        below_text(lines, &mut list);
        return (!list.found.is_empty()).then_some(list);
    }
    let mut start = 0;
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        of_page(lines, start..start + page.len(), &mut list);
        start += page.len();
    }
    (!list.found.is_empty()).then_some(list)
}

/// The notes of a text that says nothing of its setting: paragraphs that different signs open, each of
/// which stands in the text above, up to the paragraph before of this kind.
fn below_text(lines: &[Line], list: &mut List) {
    const FARTHEST: usize = 400;
    let mut from = 0;
    let mut at = 0;
    while at < lines.len() {
        if !opens_paragraph(lines, at) {
            at += 1;
            continue;
        }
        let end = paragraphs_end(lines, at);
        let above = from.max(at.saturating_sub(FARTHEST))..at;
        let labels: Vec<(usize, &str)> =
            (at..end).filter_map(|at| Some((at, lone_sign(lines[at].trimmed())?))).collect();
        let repeated = labels
            .iter()
            .enumerate()
            .any(|(nth, (_, label))| labels[..nth].iter().any(|(_, before)| before == label));
        let found = || labels.iter().map(|(_, label)| marker(lines, above.clone(), label)).collect();
        let markers: Option<Vec<Candidate>> = if repeated { None } else { found() };
        if let Some(markers) = markers {
            let ends = labels.iter().skip(1).map(|(at, _)| *at).chain([end]);
            for (((at, label), end), marker) in labels.iter().zip(ends).zip(markers) {
                list.add(lines, label, std::iter::once(*at..end).collect(), marker);
            }
            from = end;
        }
        at = end.max(at + 1);
    }
}

/// Whether a sign that stands for itself opens a paragraph here.
fn opens_paragraph(lines: &[Line], at: usize) -> bool {
    let first = at == 0 || !lines[at - 1].printed() || lines[at - 1].page < lines[at].page;
    first && lines[at].printed() && lone_sign(lines[at].trimmed()).is_some()
}

/// Where the paragraphs that signs open from `at` on end: at a numbered note, with the page, or before a
/// paragraph without a sign.
fn paragraphs_end(lines: &[Line], at: usize) -> usize {
    let mut end = at + 1;
    while end < lines.len() && lines[end].page == lines[at].page && !opens(&lines[end]) {
        if !lines[end].printed() {
            let next = (end..lines.len()).find(|at| lines[*at].printed());
            match next.filter(|next| opens_paragraph(lines, *next) && lines[*next].page == lines[at].page) {
                Some(next) => end = next,
                None => return end,
            }
        }
        end += 1;
    }
    end
}

/// The signs a text starts with, if they mark no emphasis: `*so*`.
fn lone_sign(text: &str) -> Option<&str> {
    let label = sign(text)?;
    let rest = &text[label.len()..];
    (rest.starts_with(' ') || !rest.contains(&label[..label.chars().next()?.len_utf8()])).then_some(label)
}

impl List {
    /// Adds the note with this label.
    fn add(&mut self, lines: &[Line], label: &str, range: Vec<Range<usize>>, marker: Candidate) {
        let Some(first) = range.first().cloned() else { return };
        let text = lines[first.start].text;
        let behind = text.len() - lines[first.start].trimmed().len() + label.len();
        let text_at = behind + text[behind..].len() - text[behind..].trim_start().len();
        self.zones.push(Zone { notes: self.found.len()..self.found.len() + 1, lines: first });
        self.found.push(Found {
            value: 0,
            sign: label.replace(['∗', '⁎'], "*"),
            lines: range,
            text_at,
            markers: vec![marker],
        });
    }
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
        list.add(lines, label, std::iter::once(at..end).chain(rest(lines, at..end)).collect(), marker);
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
            let emphasis = !raised && opens_emphasis(&text[..start], own);
            (follows && ended && !emphasis).then(|| candidate(at, start, end))
        })
    })
}

/// Whether a sign right before a word is still open at the end of a text: `a *very`.
fn opens_emphasis(text: &str, own: char) -> bool {
    let last = text.rfind(own);
    last.is_some_and(|at| {
        let apart = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != own);
        apart && text[at + own.len_utf8()..].starts_with(char::is_alphanumeric)
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

    fn signs(text: &str) -> Vec<(String, Vec<Range<usize>>)> {
        let found = find(&super::super::lines::split(text)).map(|list| list.found).unwrap_or_default();
        found.into_iter().map(|found| (found.sign, found.lines)).collect()
    }

    #[test]
    fn text_without_setting_has_paragraphs_of_signs() {
        let text = "Nobody was asked.* The wells\nwere dry.†\n\n* A title,\nhttp://a.example/.\n† Ibid.\n\n\
                    They were dug.*\n\n* Dr. Doe.\n1 See above.\n";
        let expected = [("*", 3..5), ("†", 5..6), ("*", 9..10)];
        assert_eq!(signs(text), expected.map(|(sign, lines)| (sign.to_owned(), vec![lines])));
    }

    #[test]
    fn bullets_and_emphasis_are_no_notes() {
        let none = Vec::<(String, Vec<Range<usize>>)>::new();
        assert_eq!(signs("Wells.*\n\n* one\n* two\n"), none);
        assert_eq!(signs("It is *dry* here.\n\n*Wells* are rare.\n"), none);
        assert_eq!(signs("It is *dry* here.\n\n* one well\n"), none);
        assert_eq!(signs("Nobody was asked.\n\n* A title.\n"), none);
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
