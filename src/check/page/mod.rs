//! A page, read once into the few things every signal needs.
//!
//! The body is tokenised, not built into a tree: the signals need titles, headings, running text
//! and a handful of elements, a tokeniser gives them in one pass with memory bound by what is
//! kept, and no nesting, however deep, can exhaust anything. The tokeniser is `html5gum`, which
//! follows the WHATWG states.

mod builder;
mod element;
mod extract;
mod structured;

pub(in crate::check) use extract::{Page, Refresh};
