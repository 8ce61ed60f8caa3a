//! LaTeX, and what of plain TeX looks like it.
//!
//! TeX is a programming language; nobody but TeX reads all of it. What a report uses of it is
//! small, and this reader takes that from the source as it stands: it never fails, and whatever
//! it does not know it leaves out. It works as TeX does where that decides what is printed: a
//! stack of inputs into which macros are expanded ([`source`], within a budget), a stack of
//! groups ([`reader`]), arguments that end at a blank line when their brace is missing, counters
//! that say what a note is labelled ([`counters`]). Everything is read once, so that time is
//! linear in the size of the source and its expansions.

mod accents;
mod address;
mod bibitem;
mod biblatex_list;
mod catalogue;
mod cites;
mod commands;
mod counters;
mod environments;
mod footnotes;
mod frames;
mod inline;
mod links;
mod macros;
mod mentions;
mod numbers;
mod outline;
mod reader;
mod source;
mod symbols;
mod typography;

pub(super) use inline::{address_of, plain};
pub(super) use reader::read_latex;
pub use source::bibliographies;

#[cfg(test)]
mod tests;
