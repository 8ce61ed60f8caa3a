//! What is shown while an audit runs: two bars on a terminal, a line now and then where there is
//! none, nothing with `-q` or `--no-progress`.
//!
//! The audit's events only count; drawing is done by a ticker, so that no task waits for a
//! terminal.

mod bars;
mod counts;
mod lines;
mod monitor;
mod pace;
mod troubles;

pub(crate) use monitor::{Monitor, Waiting};
