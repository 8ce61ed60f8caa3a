//! The Wayback Machine against its double.

mod bench;
mod look_into;
mod look_up;
mod trace;
mod trouble;
