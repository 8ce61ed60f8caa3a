//! Page furniture: running heads, page numbers and footers, told by how they repeat.
//!
//! In a text that tells its pages they stand at the edges of pages; in one that does not, what
//! is left to tell them by is that they come back word for word at the pace of pages, or with a
//! number that counts up.

mod face;
mod mark;
mod paged;
mod unpaged;

pub(super) use mark::mark;
