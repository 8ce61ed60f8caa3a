//! The audit as an editor reads and forwards it: what it comes to, what needs action, then the
//! rest, folded.
//!
//! The page is GitHub's Markdown (`CommonMark` with tables, GFM 0.29), and legible as plain text.
//! It is built of blocks: a paragraph, a list, a table, a heading each.

mod capture;
mod changes;
mod entry;
mod escape;
mod page;
mod rest;
mod summary;

pub(super) use escape::{code, literal};
pub use page::markdown;
pub(super) use summary::tables;
