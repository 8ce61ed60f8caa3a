//! An audit as bytes: one table, one file a format. Nothing here touches a file or a terminal.
//!
//! # What every format keeps
//! - The columns, their order and their values come from [`Row`], in one place.
//! - The same findings give the same bytes: findings keep the order of the documents, and no time
//!   of the run is written but `checked_at`.
//! - Secrets in addresses are masked (`Finding::masked`).
//! - Text from documents and from the web is untrusted. [`clean`] drops control characters and
//!   bidirectional overrides, and each format escapes what is left for its own reader; only
//!   `http` and `https` addresses can be clicked.
//!
//! What a verdict, a reason and an advice mean is said in [`words`], and in full in [`Topic`], and nowhere
//! else.

mod actions;
mod annotations;
mod baseline;
mod cell;
mod changes;
mod clean;
mod count;
mod csv;
mod days;
mod explain;
mod format;
mod gitlab;
mod history;
mod html;
mod json;
mod junit;
mod markdown;
mod outcome;
mod place;
mod receipts;
mod sarif;
mod since;
mod step_summary;
mod table;
mod terms;
mod urgent;
pub mod words;
mod xlsx;

pub use self::csv::csv;
pub use actions::{Action, actions};
pub use annotations::github_annotations;
pub use baseline::{UnreadableAudit, baseline};
pub use changes::{BeforeRecord, ChangeRecord, GoneRecord, SaidRecord, SinceRecord};
pub use clean::{clean, is_hidden, shorten};
pub use count::Count;
pub use explain::{Explanation, Topic, reasons_page};
pub use format::{ReportError, ReportFormat, render, render_with};
pub use gitlab::gitlab;
pub use history::{HistoryColumn, HistoryFormat, HistoryWriter};
pub use html::html;
pub use json::{CopyRecord, FindingRecord, Origin, Record, RunRecord, Sources, json};
pub use junit::junit;
pub use markdown::markdown;
pub use receipts::receipts_csv;
pub use sarif::sarif;
pub use since::changes_in_words;
pub use step_summary::{COMMENT_BYTES, STEP_SUMMARY_BYTES, step_summary};
pub use table::{Cell, Column, Row};
pub use terms::Terms;
pub use xlsx::{UnreadableWorkbook, decisions, xlsx};
