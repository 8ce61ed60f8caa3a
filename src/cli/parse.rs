//! From the words of the command line, and `ibid.toml`, to what was asked for.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, FromArgMatches as _};

use super::args::{Cli, command};
use super::config::{ConfigError, find, with_config};

/// The command whose flags the configuration holds.
const CONFIGURED: &str = "audit";

/// What was typed cannot be used, or was a question (`--help`, `--version`).
#[derive(Debug, thiserror::Error)]
pub(crate) enum ParseError {
    /// In clap's words.
    #[error(transparent)]
    Words(#[from] clap::Error),
    /// The configuration file.
    #[error(transparent)]
    Config(#[from] ConfigError),
}

/// Reads the words, the program's name first, and the configuration of the working folder.
///
/// # Errors
/// If either cannot be used.
pub(crate) fn parse(words: Vec<OsString>, working: &Path) -> Result<Cli, ParseError> {
    let typed = command().try_get_matches_from(&words)?;
    let matches = match typed.subcommand_matches(CONFIGURED) {
        Some(audit) => configured(words, audit, working)?.unwrap_or(typed),
        None => typed,
    };
    Ok(Cli::from_arg_matches(&matches)?)
}

/// The words read again with the configuration's before them; none if there is none.
fn configured(
    mut words: Vec<OsString>,
    typed: &ArgMatches,
    working: &Path,
) -> Result<Option<ArgMatches>, ParseError> {
    let named = typed.get_one::<PathBuf>("config").map(PathBuf::as_path);
    let Some(file) = find(named, working)? else { return Ok(None) };
    tracing::info!("configuration from {}", file.path.display());
    let program = command();
    let audit = program.find_subcommand(CONFIGURED).expect("the command was just matched");
    let flags = with_config(audit, typed, &file)?;
    let at = words.iter().position(|word| word == CONFIGURED).expect("the command was just matched");
    words.splice(at + 1..=at, flags);
    Ok(Some(program.try_get_matches_from(words)?))
}

#[cfg(test)]
mod tests;
