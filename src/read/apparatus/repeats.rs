//! Notes that are printed twice: in a tooltip at their marker, and in a list.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::flow::Sign;
use super::sections::Found;

/// Drops the tooltip where the list has a note of the same label, and lets its marker mean the
/// note of the list.
pub(super) fn drop(draft: &mut Draft, found: &[Found]) {
    let listed: HashMap<&str, usize> =
        found.iter().rev().map(|found| (found.label.as_str(), found.note)).collect();
    let mut moved: HashMap<usize, usize> = HashMap::new();
    for (index, note) in draft.notes.iter_mut().enumerate().filter(|(_, note)| note.aside) {
        if let Some(same) = listed.get(note.label.as_str()) {
            moved.insert(index, *same);
        }
    }
    if moved.is_empty() {
        return;
    }
    for (_, sign) in draft.flows().flat_map(|flow| &mut flow.signs) {
        if let Sign::NoteRef(note) = sign {
            *note = moved.get(note).copied().unwrap_or(*note);
        }
    }
    for index in moved.into_keys() {
        draft.notes[index].dropped = true;
    }
}
