//! The audit as a workbook (Office Open XML, ISO/IEC 29500), for editors who live in Excel.
//!
//! - `Summary`: what the audit comes to, by verdict, by advice, by document, with a chart.
//! - `Findings`: the audit's table, then two columns for the editor, `decision` and `editor_note`,
//!   which the next audit takes over ([`decisions`]).
//! - `Changes`, only where the audit was held against an earlier one: what is new, and what is gone.
//!
//! Everything that came from a document or the web is written as text: never as a formula, and as
//! a link only where it is an `http` or `https` address that Excel can hold. Days and times are
//! true dates, so that they sort and filter; a date known to the year or the month stays text.

mod carry;
mod changes;
mod dates;
mod findings;
mod links;
mod style;
mod summary;
mod workbook;

pub use carry::{UnreadableWorkbook, decisions};
pub use workbook::xlsx;

pub(in crate::report) use dates::{day, time};
