//! ibid audits the citations of a report: is every source still in the same place, and if not,
//! where does it survive?
//!
//! The pipeline, in the order in which data flows:
//!
//! ```text
//! read      bytes → Document            one file a format
//! cite      Document → Citations        pure, no I/O, cannot fail
//! check     Link → Check                is it alive, and is it still the cited source?
//! archive   Link → Lookup               which capture is nearest to the day it was cited?
//! audit     joined in document order    one Finding a citation, with advice
//! report    Audit → bytes               CSV, Markdown, JSON, XLSX, HTML
//! ```
//!
//! Stages never import each other; only [`audit`] sees them all, and only [`cli`] speaks to a
//! terminal.

pub mod archive;
pub mod audit;
pub mod check;
pub mod cite;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod model;
pub mod read;
pub mod report;
pub mod store;
pub mod web;
