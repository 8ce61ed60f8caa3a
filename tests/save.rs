//! Saving from the audit to the archive's desk: what is saved, what is not, and what a kill does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "save/audit.rs"]
mod audit;
#[path = "save/kill.rs"]
mod kill;
#[path = "save/place.rs"]
mod place;
