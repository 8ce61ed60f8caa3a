//! Addresses broken over lines and pages, put together again.

mod blanks;
mod fork;
mod join;
mod shape;
mod stops;
#[cfg(test)]
mod tests;

pub(super) use blanks::over_blank;
pub(super) use fork::Fork;
pub(super) use join::{Around, Gap, over_break};
pub(super) use stops::is_cue;
