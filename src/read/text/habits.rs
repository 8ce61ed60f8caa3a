//! How the notes and the body of a text are set, learned from what is certain: the lines between
//! two labels of one page are note text, the lines before a page's first label are body.

use std::ops::Range;

use super::lines::Line;
use super::shape;

/// How notes and body are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "habits that do not depend on each other")]
pub(super) struct Habits {
    /// The length of a full line of a note, in characters; 0 if not known.
    pub note_width: usize,
    /// The length of a full line of the body, in characters; 0 if not known.
    pub body_width: usize,
    /// Whether note lines may be indented.
    pub indented: bool,
    /// Whether words of notes stand apart by no-break spaces.
    pub no_break: bool,
    /// Whether a gap may follow a note's first line, as where its label is set higher.
    pub gap_after_first: bool,
    /// Whether a gap stands above the first note of a page.
    pub gap_above: bool,
    /// Whether a rule stands above the first note of a page.
    pub rule_above: bool,
}

impl Habits {
    /// Learns from the labels' lines: `zones` holds those of each page.
    pub(super) fn of(lines: &[Line], zones: &[Vec<usize>]) -> Self {
        let (mut note, mut pairs) = (Vec::new(), Pairs::default());
        for pair in zones.iter().flat_map(|labels| labels.windows(2)) {
            let inner = &lines[pair[0]..pair[1]];
            note.extend(inner.iter().filter(|line| line.printed()).map(length));
            pairs.count(inner);
        }
        let mut body = body(lines, zones, FAR_ABOVE);
        if body.len() < FEW {
            body = self::body(lines, zones, RIGHT_ABOVE);
        }
        let first = || zones.iter().filter_map(|labels| labels.first().copied());
        let rules = first().filter(|at| at.checked_sub(1).is_some_and(|above| lines[above].rule)).count();
        Self {
            note_width: full(note, 90),
            body_width: full(body, 95),
            indented: pairs.long == 0 || pairs.indented > 0,
            no_break: pairs.all > 0 && pairs.no_break * 10 >= pairs.all * 8,
            gap_after_first: pairs.gap_after_first * 5 >= pairs.all.max(1),
            gap_above: gap_above(lines, first()),
            rule_above: rules * 10 >= zones.len() * 7,
        }
    }

    /// Whether a line is longer than the body's lines are.
    pub(super) fn too_long_for_body(&self, line: &Line) -> bool {
        self.body_width > 0 && self.note_width > self.body_width && length(line) > self.body_width + 2
    }
}

/// How many notes, of those that another follows on the page, are set how.
#[derive(Default)]
struct Pairs {
    all: usize,
    /// Of more than one line.
    long: usize,
    indented: usize,
    no_break: usize,
    gap_after_first: usize,
}

impl Pairs {
    fn count(&mut self, note: &[Line]) {
        let printed = || note.iter().filter(|line| line.printed());
        self.all += 1;
        self.long += usize::from(printed().nth(1).is_some());
        self.indented += usize::from(printed().any(|line| line.text.starts_with(' ')));
        self.no_break += usize::from(printed().all(|line| spaced_without_break(line.text)));
        self.gap_after_first +=
            usize::from(note.len() > 2 && note[1].blank && note[2..].iter().any(Line::printed));
    }
}

/// Lines above a page's first label that are body even where the rest of a note stands between.
const FAR_ABOVE: Range<usize> = 12..30;
/// Lines above a page's first label that are body if no rest of a note stands between.
const RIGHT_ABOVE: Range<usize> = 1..10;
/// Fewer lines than these say nothing.
const FEW: usize = 20;

/// The lengths of the lines so far above the first label of each page, the page before left out.
fn body(lines: &[Line], zones: &[Vec<usize>], above: Range<usize>) -> Vec<usize> {
    let mut body = Vec::new();
    let mut end = 0;
    for labels in zones {
        let (Some(first), Some(last)) = (labels.first(), labels.last()) else { continue };
        let own = lines[end..*first].iter().rev().take_while(|line| line.part == lines[*first].part);
        body.extend(own.take(above.end).skip(above.start - 1).filter(|line| line.printed()).map(length));
        end = *last + 1;
    }
    body
}

/// Whether a gap stands above the first labels of pages. Where a few lines stand between the gap
/// and the label, they may be the rest of a note, and the page says nothing.
fn gap_above(lines: &[Line], first: impl Iterator<Item = usize>) -> bool {
    const FEW: usize = 12;
    let (mut gaps, mut none) = (0, 0);
    for at in first {
        let part = lines[at].part;
        let above = lines[..at].iter().rev().take_while(|line| line.part == part).take(FEW + 1);
        match above.take_while(|line| !line.blank).count() {
            0 => gaps += 1,
            count if count > FEW => none += 1,
            _ => {}
        }
    }
    gaps > none * 2
}

fn length(line: &Line) -> usize {
    line.trimmed().chars().count()
}

/// The length that so many in a hundred lines do not exceed.
fn full(mut lengths: Vec<usize>, hundredths: usize) -> usize {
    lengths.sort_unstable();
    lengths.get(lengths.len() * hundredths / 100).copied().unwrap_or(0)
}

/// Whether no plain space stands between the words.
pub(super) fn spaced_without_break(text: &str) -> bool {
    !text.trim().contains(' ') || shape::is_address(text.trim())
}
