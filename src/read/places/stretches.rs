//! Through a passage by what its stretches were read from.

use std::ops::Range;

use crate::model::{Passage, Place};

/// The stretches of one place each that `range` of a passage lies in, in bytes of the passage, with their
/// places. None if it begins before the first place.
pub(super) fn stretches<'p>(
    passage: &'p Passage,
    range: &Range<usize>,
) -> Option<impl Iterator<Item = (Range<usize>, &'p Place)>> {
    let first = passage.places.partition_point(|(start, _)| *start <= range.start).checked_sub(1)?;
    let end = range.end;
    let from = passage.places.iter().enumerate().skip(first).take_while(move |(_, (start, _))| *start < end);
    Some(from.map(|(index, (start, place))| {
        let next = passage.places.get(index + 1).map_or(passage.text.len(), |(next, _)| *next);
        (*start..next, place)
    }))
}
