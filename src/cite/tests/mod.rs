//! The stage as a whole, on invented documents.

mod builder;
mod contract;
mod never_panics;
mod sentences;
