//! (being written)
#![allow(dead_code, unused_imports, missing_docs)]
mod args;
mod exit;
mod failure;
mod terminal;
mod value;
mod config;
mod inputs;
mod folder;
mod summary;
mod progress;
mod parse;
