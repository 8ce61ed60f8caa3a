//! How the program behaves.

use std::path::PathBuf;

use clap::{ArgAction, Args, ValueHint};

use crate::cli::value::{Annotate, FailOn, fail_on};

#[derive(Debug, Args)]
#[command(next_help_heading = "Behaviour")]
pub(crate) struct BehaviourArgs {
    /// Hold the audit against an earlier one: its audit.json, or store for the last run in the store.
    #[arg(long, value_name = "JSON|store", value_hint = ValueHint::FilePath)]
    pub(crate) baseline: Option<PathBuf>,
    /// Verdicts that make the run end with exit code 2; new-dead and so on only those that the
    /// baseline had not.
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', value_parser = fail_on())]
    #[arg(default_value = "dead,changed")]
    pub(crate) fail_on: Vec<FailOn>,
    #[arg(long, value_name = "WHERE", value_enum, default_value_t = Annotate::Auto, hide_possible_values = true)]
    #[arg(help = "Annotate for a build server: github, none, or auto, which is github in GitHub Actions")]
    pub(crate) annotate: Annotate,
    /// Configuration file [default: ibid.toml, here or in a folder above]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,
    /// Show no progress.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, action = ArgAction::Set)]
    #[arg(default_value_t = false, default_missing_value = "true", hide_default_value = true)]
    #[arg(hide_possible_values = true)]
    pub(crate) no_progress: bool,
}
