//! `ibid completions`.

use clap_complete::Shell;

use crate::cli::args::command;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::print;

/// Prints the completion script for a shell.
///
/// # Errors
/// If stdout cannot be written.
pub(crate) fn completions(shell: Shell) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "ibid", &mut script);
    print(&script)
}
