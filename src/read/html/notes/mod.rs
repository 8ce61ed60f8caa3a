//! Notes that links declare: a marker in the text that leads to a note, and most often a link
//! in the note that leads back.
//!
//! Every publisher and every tool has names of its own for the two ends (`fn1`/`fnref1`,
//! `note-1`/`ref-1`, `_ftn1`/`_ftnref1`, `cite_note-1`/`cite_ref-1`, numbers that say nothing). What
//! they share is this: the marker is short, it comes first, and either the two ends point at
//! each other, or one of them is labelled or set as what it is.

mod extent;
mod links;
mod pairs;

pub(super) use pairs::{Linked, find};
