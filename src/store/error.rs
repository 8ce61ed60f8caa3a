//! What can be wrong with a store, told apart as far as the reader can do something about it.

use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

/// The store cannot be used. Each text stands by itself; [`hint`](Self::hint) says what helps.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A later version of the program has changed the file's schema.
    #[error("the store {} was written by a newer version (schema {found}, this one knows {known})", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },
    /// A run of this version has yet to bring the file's schema up to date, and it was only to be read.
    #[error("the store {} was last written by an older version (schema {found}, this one reads {known})", path.display())]
    Older {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: i64,
        /// The schema version that this program reads.
        known: i64,
    },
    /// `SQLite` finds the file damaged.
    #[error("the store {} is damaged: {detail}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What `SQLite` says.
        detail: String,
    },
    /// No `SQLite` file, or another program's.
    #[error("{} is a file, but no store of ibid", path.display())]
    NotAStore {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder cannot be opened or written.
    #[error("the store {} cannot be opened for writing: {detail}", path.display())]
    NotWritable {
        /// The file.
        path: PathBuf,
        /// What `SQLite` or the system says.
        detail: String,
    },
    /// The file cannot be opened, not even to be read.
    #[error("the store {} cannot be read: {detail}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What `SQLite` or the system says.
        detail: String,
    },
    /// No space is left.
    #[error("no space is left for the store {}", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Another process kept it locked for longer than [`BUSY_TIMEOUT`](super::BUSY_TIMEOUT).
    #[error("the store {} is kept locked by another process", path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The disk failed, or `SQLite` refused for a reason without a name of its own here.
    #[error("the store {} failed: {source}", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What `SQLite` says.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// What the reader can do about it: one sentence without capital or full stop.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "update ibid, or name another file with --store",
            Self::Older { .. } => {
                "`ibid audit --offline` with this --store brings it up to date; copy the file first if it must stay as it is"
            }
            Self::Damaged { .. } => {
                "move the file away to begin a new store, or rescue what is left with `sqlite3 FILE .recover`"
            }
            Self::NotAStore { .. } => "name another file with --store",
            Self::NotWritable { .. } => "name a file in a folder you may write to with --store",
            Self::Unreadable { .. } => {
                "copy the file, with the files -wal and -shm beside it, to a folder of yours and name that with --store"
            }
            Self::Full { .. } => "make space and run the same command again: it goes on where it stopped",
            Self::Busy { .. } => "wait for the other run to end, or name another file with --store",
            Self::Failed { .. } => {
                "look whether the disk is full or failing, or name a file elsewhere with --store"
            }
        }
    }

    /// What a failure of `SQLite` means for the store at `path`.
    pub(super) fn from_sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let extended = source.sqlite_error().map(|error| error.extended_code);
        if extended == Some(ffi::SQLITE_IOERR_SHMSIZE) {
            // The write-ahead log's index could not grow: what a full disk looks like there.
            return Self::Full { path };
        }
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAStore { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail: source.to_string() },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::NotWritable { path, detail: source.to_string() }
            }
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            _ => Self::Failed { path, source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_known_by_either_sign() {
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_SHMSIZE] {
            let source = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let error = StoreError::from_sqlite(Path::new("s"), source);
            assert_eq!(error.to_string(), "no space is left for the store s");
        }
        let source = rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_IOERR), None);
        let error = StoreError::from_sqlite(Path::new("s"), source);
        assert!(matches!(error, StoreError::Failed { .. }), "{error:?}");
    }
}
