//! Plain text, of the kind a PDF gave up, into a document.
//!
//! Nothing in plain text says what a note is. What says it is the whole: labels that count up
//! through the document at the ends of pages, and digits that count up with them in the body.

mod bidi;
mod blocks;
mod candidate;
mod columns;
mod continuation;
mod cork;
mod detached;
mod eastern;
mod evidence;
mod feet;
mod furniture;
mod habits;
mod headings;
mod hyphens;
mod label;
mod lines;
mod mail;
mod markers;
mod notes;
mod passage;
mod reader;
mod resumption;
mod rising;
mod sections;
mod sequence;
mod shape;
mod symbols;
#[cfg(test)]
mod tests;
mod trailing;
mod typeset;
mod works;
mod zones;

pub(crate) use reader::read_text;
pub(in crate::read) use typeset::{Setting, Typeset, furniture_of_pages, read_typeset};
