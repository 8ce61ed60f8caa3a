//! Documents to citations: which source is cited where, what it is called, when it came out and
//! when the author read it.
//!
//! A report is written for readers, and half of what it says of a source is typography: an
//! address broken over two lines, a title between quotation marks, a date behind a cue. This
//! stage undoes the typography. It is pure, cannot fail, and where a passage can be read in two
//! ways it keeps both ([`Citation::candidates`](crate::model::Citation::candidates)), for the
//! network decides better than any rule.
//!
//! ```text
//! urls       addresses in a passage, from hyperlinks and from text
//! repair     whether an address goes on behind a line break
//! flat       the passage in one line, for everything that is no address
//! beside     identifiers and archive copies of the same source
//! works      which stretch of a note speaks of which address
//! dates      published, accessed, or neither
//! language   which language a note is written in
//! titles     title, translation, outlet, author
//! backrefs   ibid. and its kin
//! sentences  the sentence of the body that cites
//! locate     line and column in the source, for formats that are lines of text
//! ```

mod backrefs;
mod beside;
mod body;
mod chars;
mod context;
mod copies;
mod dates;
mod document;
mod flat;
mod host;
mod language;
mod lexicon;
mod locate;
mod note;
mod quotes;
mod repair;
mod sentences;
mod structure;
#[cfg(test)]
mod tests;
mod titles;
mod urls;
mod words;
mod works;

pub use document::{cite, cite_in_place};
pub use locate::locate;
