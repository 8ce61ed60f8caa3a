//! What a run is to do, once it is known to make sense.
//!
//! What was typed goes in, values that the stages take come out; whatever cannot be fails here,
//! before the first byte goes out.

mod archives;
mod audit;
mod options;
mod web;

pub(crate) use archives::{Archives, archives};
pub(crate) use audit::Plan;

#[cfg(test)]
mod tests;
