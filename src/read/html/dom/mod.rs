//! A page as a tree.
//!
//! html5ever parses; the tree is our own, for three reasons. It knows on which line of the
//! source a text stands. It keeps only the attributes that are asked for. And it is guarded:
//! the parser takes quadratic time for elements nested ever deeper and memory for formatting
//! that is repeated in every paragraph, so what goes beyond a browser's limits is flattened.

mod graft;
mod guard;
mod node;
mod parse;
mod sink;
mod walk;

pub(super) use node::{Dom, Element, Id};
pub(super) use parse::{parse, parse_to};
pub(super) use walk::Step;
