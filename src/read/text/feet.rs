//! Footnotes below a list of works: where a page ends a chapter, starts its bibliography and
//! still has notes at its foot, the foot is none of the list.

use std::ops::Range;

use super::label::{self, Family};
use super::lines::Line;
use super::notes::Found;
use super::sections::Section;

/// Which lines under headings are notes of the page.
pub(super) fn of_sections(lines: &[Line], sections: &[Section]) -> Vec<Range<usize>> {
    let mut feet = Vec::new();
    for section in sections {
        let mut start = section.lines.start;
        for part in lines[section.lines.clone()].chunk_by(|one, other| one.part == other.part) {
            feet.extend(
                foot(lines, start..start + part.len())
                    .or_else(|| counted_on(lines, start..start + part.len())),
            );
            start += part.len();
        }
    }
    feet
}

/// The foot of a part, if it opens with a label or has a raised one, and text that is no foot stands above it.
fn foot(lines: &[Line], part: Range<usize>) -> Option<Range<usize>> {
    let mut printed = part.clone().filter(|at| lines[*at].printed());
    let first = printed.clone().find(|at| lines[*at].foot())?;
    let above = printed.next()? < first;
    let labelled = label::of(&lines[first]).is_some()
        || (first..part.end)
            .any(|at| label::of(&lines[at]).is_some_and(|label| label.family == Family::Raised));
    (above && labelled).then_some(first..part.end)
}

/// The foot of a part that has nothing above it but the heading, if its notes count on from those at
/// the foot before.
fn counted_on(lines: &[Line], part: Range<usize>) -> Option<Range<usize>> {
    let first = part.clone().find(|at| lines[*at].printed()).filter(|at| lines[*at].foot())?;
    let value = label::of(&lines[first]).map(|label| label.value).filter(|value| *value > 1)?;
    let mut before = lines[..part.start].iter().rev().filter(|line| line.foot());
    let last = before.find_map(label::of)?;
    (last.value + 1 == value).then_some(first..part.end)
}

/// Takes lines away from notes.
pub(super) fn take_away(feet: &[Range<usize>], found: &mut [Found]) {
    for foot in feet {
        for found in found.iter_mut() {
            let lines = std::mem::take(&mut found.lines);
            found.lines = lines.into_iter().flat_map(|lines| without(lines, foot)).collect();
        }
    }
}

fn without(lines: Range<usize>, foot: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let before = lines.start..lines.end.min(foot.start.max(lines.start));
    let behind = lines.start.max(foot.end.min(lines.end))..lines.end;
    let apart = lines.end <= foot.start || foot.end <= lines.start;
    let pieces = if apart { [lines, 0..0] } else { [before, behind] };
    pieces.into_iter().filter(|lines| !lines.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::headings::Heading;
    use super::super::typeset::Setting;
    use super::*;

    fn line(text: &'static str, part: u32, setting: &'static Setting) -> Line<'static> {
        Line {
            text,
            number: 0,
            page: part,
            part,
            blank: false,
            rule: false,
            furniture: false,
            setting: Some(setting),
        }
    }

    #[test]
    fn a_foot_below_nothing_but_a_heading_counts_on() {
        static FOOT: Setting = Setting {
            raised: Vec::new(),
            slanted: Vec::new(),
            links: Vec::new(),
            marks: Vec::new(),
            led: false,
            foot: true,
        };
        let feet = |label: &'static str| {
            let lines = [line("6 Ibid.", 1, &FOOT), line(label, 2, &FOOT), line("more", 2, &FOOT)];
            of_sections(&lines, &[Section { heading: Heading::References, lines: 1..3 }])
        };
        assert_eq!(feet("7 See the report."), vec![1..3; 1]);
        assert_eq!(feet("1 See the report."), Vec::<Range<usize>>::new());
    }

    #[test]
    fn lines_are_taken_out_of_the_middle() {
        let left = |foot| without(2..9, &foot).map(|left| (left.start, left.end)).collect::<Vec<_>>();
        assert_eq!(left(4..6), [(2, 4), (6, 9)]);
        assert_eq!(left(4..12), [(2, 4)]);
        assert_eq!(left(0..5), [(5, 9)]);
        assert_eq!(left(9..12), [(2, 9)]);
    }
}
