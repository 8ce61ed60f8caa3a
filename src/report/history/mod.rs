//! A store's history for desks: every finding of every run as one long table, a file a format.
//!
//! A store of years holds millions of findings, so writers take them one by one and give them on:
//! CSV and JSON Lines row by row, Parquet by groups of rows, the workbook too.
//! The page of trends counts instead. Columns, their order and their kinds stand in [`HistoryColumn`], in one place.
//!
//! Text is as untrusted here as in an audit: what spreadsheets open is cleaned and holds no formula;
//! JSON Lines and Parquet keep every character, for programs.

mod column;
mod csv;
mod format;
mod jsonl;
mod parquet;
mod trend;
mod xlsx;

pub use column::HistoryColumn;
pub use format::{HistoryFormat, HistoryWriter};

#[cfg(test)]
mod tests;
