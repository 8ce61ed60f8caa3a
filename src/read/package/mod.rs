//! Documents that are ZIP archives of XML parts: DOCX, ODT, EPUB.
//!
//! An archive may claim to be anything: its parts are read one by one, within limits that a
//! report never reaches and that a bomb cannot pass.

mod archive;

pub(super) use archive::Package;

#[cfg(test)]
pub(super) mod tests;
