//! What is remembered.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::cli::value::MaxAgeRule;

#[derive(Debug, Args)]
#[command(next_help_heading = "Store")]
pub(crate) struct StoreArgs {
    /// File that keeps what was learned; made if need be.
    #[arg(long, value_name = "PATH", default_value = ".ibid/store.sqlite", value_hint = ValueHint::FilePath)]
    pub(crate) store: PathBuf,
    /// How long an answer is not asked for again: one time for all, or one for each kind.
    #[arg(long, value_name = "TIME", value_delimiter = ',')]
    #[arg(default_value = "alive=7d,trouble=1d,captures=30d")]
    pub(crate) max_age: Vec<MaxAgeRule>,
}
