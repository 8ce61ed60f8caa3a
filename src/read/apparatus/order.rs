//! In which order notes stand: as they first appear, works at the end.

use crate::model::Kind;

use super::super::draft::Draft;
use super::super::flow::Sign;

/// For every note of the draft its place among the notes of the document.
///
/// Footnotes come in the order of their first markers; one without a marker follows the one
/// before which it stands in the source. Works come last, in the order of the source. A dropped
/// note has no place.
pub(super) fn places(draft: &Draft) -> Vec<Option<usize>> {
    let mut ranks: Vec<Option<usize>> = vec![None; draft.notes.len()];
    let mut next = 1;
    for (_, sign) in draft.blocks.iter().flat_map(|block| &block.flow.signs) {
        if let Sign::NoteRef(note) = sign
            && let Some(rank) = ranks.get_mut(*note)
            && rank.is_none()
        {
            *rank = Some(next);
            next += 1;
        }
    }
    let mut before = 0;
    let mut keys: Vec<(bool, usize, usize)> = Vec::with_capacity(ranks.len());
    for (index, (note, rank)) in draft.notes.iter().zip(&ranks).enumerate() {
        let works = note.kind == Kind::Bibliography;
        before = if works { 0 } else { rank.unwrap_or(before) };
        keys.push((works, before, index));
    }
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|index| keys[*index]);
    order.retain(|index| !draft.notes[*index].dropped);
    let mut places = vec![None; keys.len()];
    for (place, index) in order.into_iter().enumerate() {
        places[index] = Some(place);
    }
    places
}
