//! What is audited.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use regex::Regex;

use crate::cli::value::pattern;

#[derive(Debug, Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArgs {
    /// Reports, or folders of reports; - is standard input [default: reports]
    #[arg(value_name = "PATHS", value_hint = ValueHint::AnyPath, help_heading = None::<&str>)]
    pub(crate) paths: Vec<PathBuf>,
    /// Check only addresses that match; can be given more than once.
    #[arg(long, value_name = "REGEX", value_parser = pattern)]
    pub(crate) include: Vec<Regex>,
    /// Skip addresses that match; can be given more than once.
    #[arg(long, value_name = "REGEX", value_parser = pattern)]
    pub(crate) exclude: Vec<Regex>,
    /// Password that opens protected PDFs.
    #[arg(long, value_name = "PASSWORD")]
    pub(crate) password: Option<String>,
}
