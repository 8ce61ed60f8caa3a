//! DOCX: Word's documents, whoever wrote them (ISO/IEC 29500, transitional and strict).
//!
//! The text is taken as the reader sees it: insertions kept, deletions and hidden text dropped,
//! the results of fields instead of their codes. Notes are numbered as Word numbers them, since
//! their numbers stand nowhere in the file.

mod carriers;
mod chunks;
mod note_rules;
mod numbering;
mod properties;
mod reader;
mod relations;
mod styles;
mod writer;

pub(super) use carriers::carriers;
pub(super) use reader::{is_docx, read_docx};

#[cfg(test)]
mod tests;
