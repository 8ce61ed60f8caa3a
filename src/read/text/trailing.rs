//! Labels that a converter put behind their notes: `pdftotext` does so with labels that are set lower than
//! it takes a line to begin.
//!
//! The page then reads "text of 1, 1, text of 2, 2", and ends with a label.

use std::ops::Range;

use super::label;
use super::lines::Line;
use super::notes::Found;
use super::zones::Zone;

/// Notes that tell where labels stand, at least.
const LEAST: usize = 4;

/// The longest note above the first label of a page, in lines.
const LONGEST: usize = 12;

/// Gives the notes the text before their labels, if that is where it stands: nearly all labels stand on
/// lines of their own, and most pages end with one.
pub(super) fn turn(lines: &[Line], found: &mut [Found], zones: &[Zone]) {
    let alone = |found: &&Found| {
        found.lines.first().and_then(|range| label::of(&lines[range.start])).is_some_and(|label| label.alone)
    };
    let bare = |zone: &&Zone| zone.notes.clone().last().is_some_and(|last| !has_text(lines, &found[last]));
    let ended = zones.iter().filter(bare).count();
    if found.len() < LEAST
        || found.iter().filter(alone).count() * 10 < found.len() * 9
        || ended * 10 < zones.len() * 7
        || ended == 0
    {
        return;
    }
    for zone in zones {
        let labels: Vec<usize> = zone.notes.clone().map(|note| found[note].start()).collect();
        let mut from = above(lines, labels[0]);
        for (note, label) in zone.notes.clone().zip(labels) {
            let text = from..label;
            let first = text.clone().find(|at| lines[*at].printed()).unwrap_or(label);
            let Found { lines: own, text_at, .. } = &mut found[note];
            *text_at = lines[first].text.len() - lines[first].trimmed().len();
            *own = std::iter::once(first..label).collect();
            from = label + 1;
        }
    }
}

/// Whether a line is printed behind the label of a note.
fn has_text(lines: &[Line], found: &Found) -> bool {
    let label = found.start();
    found.lines.iter().flat_map(Range::clone).any(|at| at != label && lines[at].printed())
}

/// Where the paragraph above a label begins; at the label if it does not stand apart.
fn above(lines: &[Line], label: usize) -> usize {
    let near = (label.saturating_sub(LONGEST)..label).rev();
    let length = near.take_while(|at| lines[*at].printed() && lines[*at].part == lines[label].part).count();
    if length < LONGEST { label - length } else { label }
}

#[cfg(test)]
mod tests {
    use crate::read::text::read_text;

    fn notes(text: &str) -> Vec<(String, String)> {
        read_text(text).notes.into_iter().map(|note| (note.label, note.text.text)).collect()
    }

    #[test]
    fn labels_behind_their_notes() {
        let page = |first: u32| {
            let body: String = (first..first + 3)
                .map(|note| format!("Nobody in the valley was asked about the dam that year.{note}\n"))
                .collect();
            let notes: String = (first..first + 3)
                .map(|note| format!("Title of {note}, http://a.example/{note}.\n{note}\n\n"))
                .collect();
            format!("{body}\n{notes}")
        };
        let expected: Vec<_> = (1..=6)
            .map(|note| (note.to_string(), format!("Title of {note}, http://a.example/{note}.")))
            .collect();
        assert_eq!(notes(&format!("{}\x0c{}", page(1), page(4))), expected);
    }

    #[test]
    fn labels_before_their_notes_stay() {
        let body: String =
            (1..=5).map(|note| format!("Nobody in the valley was asked about it.{note}\n")).collect();
        let list: String =
            (1..=5).map(|note| format!("{note}\n\nTitle of {note}, http://a.example/{note}.\n")).collect();
        let expected: Vec<_> = (1..=5)
            .map(|note| (note.to_string(), format!("Title of {note}, http://a.example/{note}.")))
            .collect();
        assert_eq!(notes(&format!("{body}\n{list}")), expected);
    }
}
