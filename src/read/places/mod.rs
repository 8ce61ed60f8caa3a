//! Where addresses stand in a file that is no lines of text.
//!
//! Readers say for every stretch of a text where it was read from
//! ([`Place::source`](crate::model::Place)); what became of its blanks, entities and cuts on the way
//! is their own business. So the characters of an address are looked for there again, and a place is
//! either exact or missing: a wrong one would make somebody write over the wrong bytes.
//!
//! ```text
//! locate    the citations of a document, one by one
//! part      a part of a package, and the hyperlinks in it
//! strand    a text of a part as it is written: where each character stands
//! printed   the bytes of an address that is printed
//! pages     its rectangles in a PDF
//! ```

mod locate;
mod pages;
mod part;
mod printed;
mod strand;
mod stretches;

pub use locate::locate;
pub(super) use part::{Carrier, Text};
pub(super) use strand::Strand;
