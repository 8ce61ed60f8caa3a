//! Where a document comes from.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A document to be audited.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name it has in the audit: its path as given, or `-`.
    pub name: String,
    /// Where its bytes are.
    pub origin: Origin,
}

/// Where a document's bytes are.
#[derive(Debug, Clone)]
pub enum Origin {
    /// In a file.
    File(PathBuf),
    /// Already here (standard input, the demo's sample).
    Bytes(Vec<u8>),
}

/// A document could not be had.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The file could not be read.
    #[error("cannot be read: {}", in_words(.0))]
    Io(#[from] io::Error),
    /// The file is larger than [`Input::MAX_BYTES`].
    #[error("is larger than {} MB", Input::MAX_BYTES / 1_000_000)]
    TooLarge,
}

/// What went wrong with a file, in words for those who never saw an error number.
pub fn in_words(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let words = match error.kind() {
        Kind::NotFound => "there is no such file or folder",
        Kind::PermissionDenied => "it may not be opened by you",
        Kind::IsADirectory => "it is a folder",
        Kind::NotADirectory => "what should be a folder on the way to it is a file",
        Kind::AlreadyExists => "something else has that name",
        Kind::StorageFull => "no space is left on the disk",
        Kind::QuotaExceeded => "your share of the disk is used up",
        Kind::ReadOnlyFilesystem => "the disk may only be read",
        Kind::InvalidData => "it is not text",
        _ => {
            let text = error.to_string();
            return text.split(" (os error").next().unwrap_or(&text).to_owned();
        }
    };
    words.to_owned()
}

impl InputError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => "check the path",
            Self::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                "check the file's permissions"
            }
            Self::Io(_) => "check that the file can be opened",
            Self::TooLarge => "split the document, or audit the part that carries the notes",
        }
    }
}

impl Input {
    /// The largest document that is read, in bytes.
    pub const MAX_BYTES: u64 = 256_000_000;

    /// A document in a file, named by its path as given.
    pub fn file(path: &Path) -> Self {
        Self { name: path.display().to_string(), origin: Origin::File(path.to_owned()) }
    }

    /// A document whose bytes are already here.
    pub fn bytes(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), origin: Origin::Bytes(bytes) }
    }

    /// The file it is in, if it is in one.
    pub(super) fn path(&self) -> Option<PathBuf> {
        match &self.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Bytes(_) => None,
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// If the file cannot be read, or is larger than [`Self::MAX_BYTES`].
    pub fn load(self) -> Result<Vec<u8>, InputError> {
        match self.origin {
            Origin::Bytes(bytes) if bytes.len() as u64 > Self::MAX_BYTES => Err(InputError::TooLarge),
            Origin::Bytes(bytes) => Ok(bytes),
            Origin::File(path) => load_file(&path),
        }
    }
}

/// Reads at most the limit and one byte, so that neither a huge file nor an endless one (a pipe,
/// a device) fills the memory.
pub(super) fn load_file(path: &Path) -> Result<Vec<u8>, InputError> {
    let file = File::open(path)?;
    let size = file.metadata().map_or(0, |told| told.len()).min(Input::MAX_BYTES);
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(Input::MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > Input::MAX_BYTES { Err(InputError::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_without_its_number() {
        let error = Input::file(Path::new("/nowhere/at-all.md")).load().expect_err("no such file");
        assert_eq!(error.to_string(), "cannot be read: there is no such file or folder");
        let other = io::Error::from_raw_os_error(5);
        assert!(
            !in_words(&other).contains("os error") && !in_words(&other).is_empty(),
            "{}",
            in_words(&other)
        );
    }
}
