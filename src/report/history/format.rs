//! The formats of the history, and what a writer of one does.

use std::io::{self, Seek, Write};

use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::csv::Csv;
use super::jsonl::JsonLines;
use super::parquet::Parquet;
use super::trend::TrendPage;
use super::xlsx::Xlsx;
use crate::model::PastFinding;

/// A format of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display, EnumString, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum HistoryFormat {
    /// A table for spreadsheets.
    Csv,
    /// A JSON object a line, for programs.
    Jsonl,
    /// A workbook for Excel.
    Xlsx,
    /// Columns for data tools.
    Parquet,
    /// A page that shows the trends, for people.
    Html,
}

/// Takes findings one by one, and ends the file.
pub trait HistoryWriter {
    /// Adds a finding.
    ///
    /// # Errors
    /// If it cannot be written.
    fn add(&mut self, finding: &PastFinding) -> io::Result<()>;

    /// Writes what is left.
    ///
    /// # Errors
    /// If it cannot be written.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

impl HistoryFormat {
    /// Begins a file of this format.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn begin<'a>(self, out: impl Write + Seek + Send + 'a) -> io::Result<Box<dyn HistoryWriter + 'a>> {
        Ok(match self {
            Self::Csv => Box::new(Csv::begin(out)?),
            Self::Jsonl => Box::new(JsonLines::begin(out)),
            Self::Xlsx => Box::new(Xlsx::begin(out)?),
            Self::Parquet => Box::new(Parquet::begin(out)?),
            Self::Html => Box::new(TrendPage::begin(out)),
        })
    }

    /// The name of its file: `export.csv`.
    pub fn file_name(self) -> String {
        match self {
            Self::Html => "trend.html".to_owned(),
            table => format!("export.{table}"),
        }
    }
}
