//! The commands, a file each.

mod completions;
mod extract;
mod man;

pub(crate) use completions::completions;
pub(crate) use extract::extract;
pub(crate) use man::man;
