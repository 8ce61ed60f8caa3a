//! The commands, a file each.

mod audit;
mod completions;
mod demo;
mod explain;
mod export;
mod extract;
mod man;
mod save;

pub(crate) use audit::audit;
pub(crate) use completions::completions;
pub(crate) use demo::demo;
pub(crate) use explain::explain;
pub(crate) use export::export;
pub(crate) use extract::extract;
pub(crate) use man::man;
pub(crate) use save::save;
