//! What a run is to do, once it is known to make sense.
//!
//! What was typed goes in, values that the stages take come out; whatever cannot be fails here,
//! before the first byte goes out.

mod archives;
mod audit;
mod demo;
mod keeping;
mod options;
mod saving;
mod web;

pub(crate) use archives::Archives;
pub(crate) use audit::{Earlier, Plan, each_once};
pub(crate) use demo::{demo_archives, demo_options, demo_saving, demo_web};
pub(crate) use keeping::KeepingPlan;
pub(crate) use saving::SavingPlan;

#[cfg(test)]
mod tests;
