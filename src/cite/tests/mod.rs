//! The stage as a whole, on invented documents.

mod beside;
mod builder;
mod contract;
mod languages;
mod never_panics;
mod sentences;
