//! From the words of the command line, and `ibid.toml`, to what was asked for.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, FromArgMatches as _};

use super::args::{Cli, SAVE, command};
use super::config::{ConfigError, ConfigFile, find, with_config};

/// The commands whose flags the configuration holds.
const CONFIGURED: [&str; 2] = ["audit", SAVE];

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The command with its flags.
    pub(crate) cli: Cli,
    /// The configuration file that had a say in it.
    pub(crate) config: Option<PathBuf>,
}

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
pub(crate) fn parse(words: Vec<OsString>, working: &Path) -> Result<Asked, ParseError> {
    let typed = command().try_get_matches_from(&words)?;
    let asked = typed.subcommand().filter(|(name, _)| CONFIGURED.contains(name));
    let config = match asked {
        Some((_, flags)) => find(named(flags), working)?,
        None => None,
    };
    let matches = match (asked, &config) {
        (Some((name, flags)), Some(file)) => configured(words, name, flags, file)?,
        _ => typed,
    };
    Ok(Asked { cli: Cli::from_arg_matches(&matches)?, config: config.map(|file| file.path) })
}

fn named(flags: &ArgMatches) -> Option<&Path> {
    flags.get_one::<PathBuf>("config").map(PathBuf::as_path)
}

/// The words read again, with the configuration's before those of the command.
fn configured(
    mut words: Vec<OsString>,
    name: &str,
    typed: &ArgMatches,
    file: &ConfigFile,
) -> Result<ArgMatches, ParseError> {
    let program = command();
    let matched = "the command was just matched";
    let flags = with_config(program.find_subcommand(name).expect(matched), typed, file)?;
    // The program itself may have that name.
    let at = 1 + words.iter().skip(1).position(|word| word == name).expect(matched);
    words.splice(at + 1..=at, flags);
    Ok(program.try_get_matches_from(words)?)
}

#[cfg(test)]
mod tests;
