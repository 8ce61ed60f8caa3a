//! Notes without an address of their own that point back at an earlier one.

mod index;
mod phrases;

pub(super) use index::{Entry, Index, Reference};
