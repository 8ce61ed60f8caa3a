//! ODT: `OpenDocument` texts of `LibreOffice` and others (ISO/IEC 26300, ODF 1.0 to 1.4), packed or
//! in one flat XML file, templates and master documents too.
//!
//! The format writes down what a reader sees: notes stand where they are referred to, with the
//! labels that were printed, and deleted text is kept apart from the text. Only the numbers of
//! list entries have to be counted again.

mod carriers;
mod list_styles;
mod lists;
mod meta;
mod paragraph;
mod reader;
mod styles;
mod writer;

pub(super) use carriers::carriers;
pub(super) use reader::{is_flat, is_locked, is_odt, read_flat, read_odt};

#[cfg(test)]
mod tests;
