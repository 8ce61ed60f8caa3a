//! The stretches of a text that stand under a heading of notes or works.

use std::ops::Range;

use super::headings::{Heading, heading};
use super::lines::Line;

/// A stretch under such a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// What the heading announces.
    pub heading: Heading,
    /// The lines behind the heading's, up to the next such heading.
    pub lines: Range<usize>,
}

/// Finds the sections of notes and works.
pub(super) fn sections(lines: &[Line]) -> Vec<Section> {
    let announced: Vec<(usize, Heading)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.printed())
        .filter_map(|(at, line)| Some((at, heading(line.text)?)))
        .collect();
    let ends = announced.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]);
    announced
        .iter()
        .zip(ends)
        .filter(|((_, heading), _)| *heading != Heading::Other)
        .map(|((at, heading), end)| Section { heading: *heading, lines: at + 1..end })
        .collect()
}
