//! BibTeX and BibLaTeX: databases of references (`.bib`).
//!
//! The files come from reference managers and from hands, and one broken entry must not cost
//! the file: it is first cut at what begins an entry ([`records`]), and an entry that is broken
//! is read line by line ([`fields`]). Only the fields that a bibliography prints are read
//! ([`entry`]): abstracts, attached files and the like have addresses in them that nobody cites.

mod dates;
mod entry;
mod fields;
mod reader;
mod records;
mod strings;

pub(super) use entry::Entry;
pub(super) use reader::{entries, read_bibtex};

#[cfg(test)]
mod tests;
