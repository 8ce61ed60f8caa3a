//! Documents that are ZIP archives of XML parts: DOCX, ODT, EPUB.
//!
//! An archive may claim to be anything: its parts are read one by one, within limits that a
//! report never reaches and that a bomb cannot pass.

mod archive;
mod flat;
mod rescue;

pub(super) use archive::Package;
pub(super) use flat::is_flat;

#[cfg(test)]
pub(super) mod tests;
