//! `ibid export`: which part of the history goes where.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, ValueHint};
use jiff::civil::Date;
use strum::IntoEnumIterator as _;

use crate::cli::value::day;
use crate::report::HistoryFormat;

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// Formats of the history, written as export.csv and so on; html draws its trends, as trend.html.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = formats())]
    #[arg(default_value = "csv,jsonl,xlsx,parquet,html")]
    pub(crate) format: Vec<HistoryFormat>,
    /// First day of the runs that are written, such as 2026-01-31 (UTC).
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) since: Option<Date>,
    /// Last day of the runs that are written (UTC).
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) until: Option<Date>,
    /// Folder to write to; made if need be.
    #[arg(long, short, value_name = "DIR", default_value = "output", value_hint = ValueHint::DirPath)]
    pub(crate) output: PathBuf,
    /// File that keeps what was learned.
    #[arg(long, value_name = "PATH", default_value = ".ibid/store.sqlite", value_hint = ValueHint::FilePath)]
    pub(crate) store: PathBuf,
}

fn formats() -> impl clap::builder::TypedValueParser<Value = HistoryFormat> {
    PossibleValuesParser::new(HistoryFormat::iter().map(<&str>::from))
        .try_map(|name| name.parse::<HistoryFormat>())
}
