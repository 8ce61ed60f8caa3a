//! The commands.

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use super::{AuditArgs, ExportArgs, LoudnessArgs, OutputArgs, SAVE, SaveArgs, of_save};

const AFTER_HELP: &str = "\
Exit codes: 0 nothing to fail on; 1 the run itself failed; 2 findings with a verdict of --fail-on; \
3 bad usage or configuration; 130 stopped by Ctrl-C.";

/// The demo's own folder, so that it never writes over an audit of the user's.
const DEMO_OUTPUT: &str = "output/demo";

/// Audits the citations of a report: is every source still in the same place, and if not, where
/// does it survive?
#[derive(Debug, Parser)]
#[command(name = "ibid", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) loudness: LoudnessArgs,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check every cited address, look up its captures, write the audit.
    Audit(Box<AuditArgs>),
    /// Have the archive capture cited sources that are alive and not yet captured.
    Save(Box<SaveArgs>),
    /// Print the citations of documents as JSON Lines; asks nobody.
    Extract(ExtractArgs),
    /// Write what every run found, from the store, as tables and a page; asks nobody.
    Export(ExportArgs),
    /// Audit a bundled report against a small web inside the program; needs no network.
    Demo(DemoArgs),
    /// Print what a word of an audit or a receipt means, how ibid came to it, and what to do.
    Explain {
        /// The word, such as http-404; without one all are listed.
        word: Option<String>,
    },
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page of the program or of a command.
    Man {
        /// The command.
        name: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ExtractArgs {
    /// Documents, or folders of documents; - is standard input.
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// Password that opens protected PDFs.
    #[arg(long, value_name = "PASSWORD")]
    pub(crate) password: Option<String>,
}

#[derive(Debug, Args)]
#[command(mut_arg("output", |output| output.default_value(DEMO_OUTPUT)))]
pub(crate) struct DemoArgs {
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// The whole command line, built: global flags are known to every subcommand.
pub(crate) fn command() -> clap::Command {
    let mut command = Cli::command().mut_subcommand(SAVE, of_save);
    command.build();
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_flag_is_explained_in_a_sentence() {
        for sub in command().get_subcommands() {
            for arg in sub.get_arguments().filter(|arg| !arg.is_global_set()) {
                let help = arg.get_help().unwrap_or_else(|| panic!("{} {}", sub.get_name(), arg.get_id()));
                assert!(help.to_string().len() < 160, "{help}");
            }
        }
    }
}
