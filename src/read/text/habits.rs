//! How the notes and the body of a text are set, learned from what is certain: the lines between
//! two labels of one page are note text, the lines before a page's first label are body.

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
        const BEFORE: usize = 10;
        let (mut note, mut body) = (Vec::new(), Vec::new());
        let (mut pairs, mut after_first, mut indented, mut no_break) = (0, 0, 0, 0);
        for labels in zones {
            for pair in labels.windows(2) {
                let inner = &lines[pair[0]..pair[1]];
                note.extend(inner.iter().filter(|line| line.printed()).map(length));
                indented +=
                    usize::from(inner.iter().any(|line| line.printed() && line.text.starts_with(' ')));
                no_break += usize::from(
                    inner.iter().filter(|line| line.printed()).all(|line| spaced_without_break(line.text)),
                );
                after_first +=
                    usize::from(inner.len() > 2 && inner[1].blank && inner[2..].iter().any(Line::printed));
                pairs += 1;
            }
            if let Some(first) = labels.first() {
                body.extend(
                    lines[first.saturating_sub(BEFORE)..*first]
                        .iter()
                        .filter(|line| line.printed())
                        .map(length),
                );
            }
        }
        let above = |test: fn(&Line) -> bool| {
            let count = zones
                .iter()
                .filter_map(|labels| labels.first()?.checked_sub(1))
                .filter(|at| test(&lines[*at]))
                .count();
            count * 10 >= zones.len() * 7
        };
        Self {
            note_width: full(note, 90),
            body_width: full(body, 97),
            indented: pairs == 0 || indented > 0,
            no_break: pairs > 0 && no_break * 10 >= pairs * 8,
            gap_after_first: after_first * 5 >= pairs.max(1),
            gap_above: above(|line| line.blank),
            rule_above: above(|line| line.rule),
        }
    }

    /// Whether a line is longer than the body's lines are.
    pub(super) fn too_long_for_body(&self, line: &Line) -> bool {
        self.body_width > 0 && self.note_width > self.body_width && length(line) > self.body_width + 2
    }
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
