//! The file's keys as flags, put where the typed ones win over them.

use std::error::Error as _;
use std::ffi::OsString;
use std::ops::Range;
use std::path::Path;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use toml::de::{DeTable, DeValue};

use super::entry::{example, values, words};
use super::error::ConfigError;
use super::find::ConfigFile;
use crate::cli::closest::closest;

/// Flags that speak about the configuration, the program or one run alone, and so are no keys.
const NO_KEYS: [&str; 5] = ["config", "help", "version", "dry-run", "max"];
/// Two flags of which the later wins: if one is typed, the file has no say in the other.
const LOUDNESS: [&str; 2] = ["quiet", "verbose"];

/// What the file would have typed, without what is typed already. `command` is the subcommand
/// whose flags are the keys, `typed` what it was given.
///
/// # Errors
/// If the file is no TOML, or a key or a value is none; the first in the file.
pub(crate) fn with_config(
    command: &Command,
    typed: &ArgMatches,
    file: &ConfigFile,
) -> Result<Vec<OsString>, ConfigError> {
    let reader = Reader { command, file, folder: file.path.parent().unwrap_or(Path::new("")) };
    let mut flags = Vec::new();
    for entry in reader.entries()? {
        let arg = reader.arg(&entry)?;
        let words = reader.words(arg, &entry)?;
        if !is_typed(arg, typed) {
            flags.extend(words);
        }
    }
    Ok(flags)
}

struct Reader<'a> {
    command: &'a Command,
    file: &'a ConfigFile,
    folder: &'a Path,
}

struct Entry<'a> {
    key: String,
    value: DeValue<'a>,
    span: Range<usize>,
}

impl<'a> Reader<'a> {
    /// The keys with their values, in the order of the file.
    fn entries(&self) -> Result<Vec<Entry<'a>>, ConfigError> {
        let table = DeTable::parse(&self.file.text).map_err(|error| ConfigError::Syntax {
            path: self.file.path.clone(),
            line: self.line(error.span().map_or(0, |span| span.start)),
            message: error.message().to_owned(),
        })?;
        let entry = |(key, value): (toml::Spanned<_>, toml::Spanned<_>)| Entry {
            span: key.span(),
            key: String::from(key.into_inner()),
            value: value.into_inner(),
        };
        let mut entries: Vec<_> = table.into_inner().into_iter().map(entry).collect();
        entries.sort_by_key(|entry: &Entry| entry.span.start);
        Ok(entries)
    }

    fn arg(&self, entry: &Entry<'_>) -> Result<&'a Arg, ConfigError> {
        self.keys().find(|(key, _)| *key == entry.key).map(|(_, arg)| arg).ok_or_else(|| {
            ConfigError::UnknownKey {
                path: self.file.path.clone(),
                line: self.line(entry.span.start),
                key: entry.key.clone(),
                nearest: self.nearest(&entry.key),
            }
        })
    }

    /// Long flags, and the positional argument by its name.
    fn keys(&self) -> impl Iterator<Item = (&'a str, &'a Arg)> {
        self.command
            .get_arguments()
            .map(|arg| (arg.get_long().unwrap_or_else(|| arg.get_id().as_str()), arg))
            .filter(|(key, _)| !NO_KEYS.contains(key))
    }

    fn nearest(&self, key: &str) -> Option<String> {
        let key = key.replace('_', "-").to_lowercase();
        closest(&key, self.keys().map(|(known, _)| known)).map(str::to_owned)
    }

    fn words(&self, arg: &Arg, entry: &Entry<'_>) -> Result<Vec<OsString>, ConfigError> {
        let values = values(arg, &entry.value).map_err(|expected| ConfigError::WrongType {
            path: self.file.path.clone(),
            line: self.line(entry.span.start),
            key: entry.key.clone(),
            expected,
            found: entry.value.type_str(),
            example: example(arg),
        })?;
        values
            .iter()
            .map(|value| self.checked(arg, value, entry))
            .collect::<Result<Vec<_>, _>>()
            .map(|all| all.concat())
    }

    /// The words of one value, once clap has taken them by themselves.
    fn checked(&self, arg: &Arg, value: &str, entry: &Entry<'_>) -> Result<Vec<OsString>, ConfigError> {
        let words = words(arg, value, self.folder);
        let line = [OsString::from("audit")].into_iter().chain(words.iter().cloned());
        match self.command.clone().try_get_matches_from(line) {
            Ok(_) => Ok(words),
            Err(error) => Err(ConfigError::InvalidValue {
                path: self.file.path.clone(),
                line: self.line(entry.span.start),
                key: entry.key.clone(),
                value: value.to_owned(),
                reason: reason(&error),
            }),
        }
    }

    fn line(&self, offset: usize) -> usize {
        let before = self.file.text.as_bytes().iter().take(offset);
        1 + before.filter(|byte| **byte == b'\n').count()
    }
}

/// Why clap refuses a value, as a fragment.
fn reason(error: &clap::Error) -> String {
    if let Some(source) = error.source() {
        return source.to_string();
    }
    match error.get(clap::error::ContextKind::ValidValue) {
        Some(valid) => format!("is none of {valid}"),
        None => "is no value for it".to_owned(),
    }
}

fn is_typed(arg: &Arg, typed: &ArgMatches) -> bool {
    let from_line = |id: &str| typed.value_source(id) == Some(ValueSource::CommandLine);
    let id = arg.get_id().as_str();
    from_line(id) || (LOUDNESS.contains(&id) && LOUDNESS.iter().any(|other| from_line(other)))
}
