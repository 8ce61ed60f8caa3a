//! Where the audit goes.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::audit::CitationStyle;
use crate::cli::value::{citation_style, report_format};
use crate::report::ReportFormat;

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Formats of the audit, written as audit.csv and so on.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = report_format())]
    #[arg(default_value = "csv,md,json,xlsx,html")]
    pub(crate) format: Vec<ReportFormat>,
    /// Folder to write to; made if need be.
    #[arg(long, short, value_name = "DIR", default_value = "output", value_hint = ValueHint::DirPath)]
    pub(crate) output: PathBuf,
    /// Style of the new wordings.
    #[arg(long, value_name = "STYLE", value_parser = citation_style())]
    #[arg(default_value_t = CitationStyle::default())]
    pub(crate) citation_style: CitationStyle,
    /// Take the editor's decisions over from this workbook of an earlier audit; by default from
    /// the audit.xlsx that is replaced.
    #[arg(long, value_name = "XLSX", value_hint = ValueHint::FilePath)]
    pub(crate) carry: Option<PathBuf>,
}
