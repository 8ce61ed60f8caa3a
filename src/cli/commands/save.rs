//! `ibid save`: an audit, so that only what is alive and not captured is saved, without its reports.

use super::audit::carry_out;
use crate::cli::args::SaveArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::plan::Plan;
use crate::cli::terminal::Terminal;

/// Saves what the documents cite and no archive has.
///
/// # Errors
/// As `ibid audit`; also if there is no login.
pub(crate) fn save(args: SaveArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    carry_out(Plan::to_save(args)?, terminal)
}
