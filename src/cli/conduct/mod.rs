//! One run from the opened store to the written audit: what `ibid audit` and `ibid demo` share.

mod annotate;
mod interrupt;
mod job;
mod keep;
mod logged;
mod outside;
mod ticker;
mod write;

pub(crate) use job::{Job, conduct};
pub(crate) use keep::open_archive;
pub(crate) use outside::{Outside, Surroundings};
pub(crate) use write::{RECEIPTS, file_name};
