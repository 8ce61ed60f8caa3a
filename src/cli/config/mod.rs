//! `ibid.toml`: every long flag of `ibid audit` as a key.
//!
//! The file is read as if its keys had been typed as flags, before the ones that really were: a
//! key means what the flag means, is checked by the same code, and a flag wins over it. What is
//! added here is what a file needs and a command line does not: where the mistake is, which key
//! was probably meant, and that paths are relative to the file.

mod entry;
mod error;
mod find;
mod merge;

pub(crate) use error::ConfigError;
pub(crate) use find::{ConfigFile, find};
pub(crate) use merge::with_config;
