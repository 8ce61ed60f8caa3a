//! From the paths that were named to the documents that are audited.
//!
//! What is named is audited, whatever it is; what is only found in a named folder must look like
//! a report, must not be hidden or ruled out by a `.ibidignore`, and must not be an audit that
//! the program itself wrote.

mod databases;
mod gather;
mod stdin;
mod walk;

pub(crate) use gather::{Documents, gather, say_troubles};
pub(crate) use walk::Avoid;

#[cfg(test)]
mod tests;
