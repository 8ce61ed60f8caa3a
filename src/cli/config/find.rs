//! Where the configuration is: named, or found upward from the working folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::ConfigError;

/// The file's name where none is given.
const NAME: &str = "ibid.toml";

/// A configuration file's text and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ConfigFile {
    /// As given, or relative to the working folder.
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) text: String,
}

/// The named file, or the nearest `ibid.toml` of the working folder and the folders above it.
///
/// # Errors
/// If a file is named and cannot be read, or one is found and cannot be read.
pub(crate) fn find(named: Option<&Path>, working: &Path) -> Result<Option<ConfigFile>, ConfigError> {
    match named {
        Some(path) => read(path.to_owned(), &working.join(path)).map(Some),
        None => nearest(working).map(|(shown, real)| read(shown, &real)).transpose(),
    }
}

/// The nearest file, as it is shown (`../../ibid.toml`) and as it is opened.
fn nearest(working: &Path) -> Option<(PathBuf, PathBuf)> {
    let mut shown = PathBuf::new();
    for folder in working.ancestors() {
        let real = folder.join(NAME);
        if real.is_file() {
            return Some((shown.join(NAME), real));
        }
        shown.push("..");
    }
    None
}

fn read(path: PathBuf, real: &Path) -> Result<ConfigFile, ConfigError> {
    match fs::read_to_string(real) {
        Ok(text) => Ok(ConfigFile { path, text }),
        Err(source) => Err(ConfigError::Unreadable { path, source }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_above_is_found() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("a/b/c");
        fs::create_dir_all(&deep).unwrap();
        fs::write(root.path().join("ibid.toml"), "far").unwrap();
        fs::write(root.path().join("a/ibid.toml"), "near").unwrap();
        let found = find(None, &deep).unwrap();
        assert_eq!(found, Some(ConfigFile { path: "../../ibid.toml".into(), text: "near".to_owned() }));
        let here = find(None, &root.path().join("a")).unwrap();
        assert_eq!(here, Some(ConfigFile { path: "ibid.toml".into(), text: "near".to_owned() }));
    }

    #[test]
    fn a_named_file_must_be_there() {
        let root = tempfile::tempdir().unwrap();
        let error = find(Some(Path::new("mine.toml")), root.path()).unwrap_err();
        assert!(error.to_string().starts_with("mine.toml: cannot be read: "), "{error}");
    }
}
