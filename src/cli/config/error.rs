//! What can be wrong with a configuration file.

use std::io;
use std::path::PathBuf;

use crate::audit::in_words;

/// A configuration file that cannot be used. Lines count from 1.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// It cannot be read.
    #[error("{}: cannot be read: {}", path.display(), in_words(source))]
    Unreadable { path: PathBuf, source: io::Error },
    /// It is no TOML.
    #[error("{}:{line}: {message}", path.display())]
    Syntax { path: PathBuf, line: usize, message: String },
    /// A key that no flag has.
    #[error("{}:{line}: there is no key {key:?}", path.display())]
    UnknownKey { path: PathBuf, line: usize, key: String, nearest: Option<String> },
    /// A value of another type than the key takes.
    #[error("{}:{line}: {key} takes {expected}, not {found}", path.display())]
    WrongType {
        path: PathBuf,
        line: usize,
        key: String,
        expected: &'static str,
        found: &'static str,
        /// A value of the right type, as TOML.
        example: String,
    },
    /// A value of the right type that the flag would refuse as well.
    #[error("{}:{line}: {key}: {value:?}: {reason}", path.display())]
    InvalidValue { path: PathBuf, line: usize, key: String, value: String, reason: String },
}

impl ConfigError {
    /// What to do about it.
    pub(crate) fn hint(&self) -> String {
        match self {
            Self::Unreadable { .. } => "check the path given to --config and its permissions".to_owned(),
            Self::Syntax { .. } => "a line is written key = value, such as timeout = \"30s\"".to_owned(),
            Self::UnknownKey { nearest: Some(nearest), .. } => format!("did you mean {nearest:?}?"),
            Self::UnknownKey { nearest: None, .. } => {
                "the keys are the long flags of `ibid audit --help`, at the top level".to_owned()
            }
            Self::WrongType { key, example, .. } => format!("write it like {key} = {example}"),
            Self::InvalidValue { key, .. } => format!("`ibid audit --help` says what --{key} takes"),
        }
    }
}
