//! Opening a store to read it and nothing else: it may be old, somebody else's, or on a medium that
//! cannot be written.
//!
//! `SQLite` keeps a log and an index beside a file in write-ahead mode, even to read it
//! (<https://www.sqlite.org/wal.html#read_only_databases>). Where it may make them, it takes them away
//! again. Where it may not, and no run has left a log behind, the file is read as one that nobody
//! changes: whoever could change it would first make a log.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use url::Url;

use super::error::StoreError;
use super::open::{BUSY_TIMEOUT, Store};
use super::schema::{self, Identity};

impl Store {
    /// Opens the store at `path` to read it. Nothing is made, changed or brought up to date.
    ///
    /// # Errors
    /// [`StoreError::Older`] if its schema is not today's, [`StoreError::Unreadable`] if it cannot be
    /// opened, and the others that fit.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        if path.is_dir() {
            let detail = "it is a folder".to_owned();
            return Err(StoreError::Unreadable { path: path.to_owned(), detail });
        }
        let (connection, identity) = identified(path).map_err(|error| unreadable(path, error))?;
        match identity {
            Identity::Store(found) if found < schema::known_version() => {
                Err(StoreError::Older { path: path.to_owned(), found, known: schema::known_version() })
            }
            Identity::Store(found) if found > schema::known_version() => {
                Err(StoreError::Newer { path: path.to_owned(), found, known: schema::known_version() })
            }
            Identity::Empty | Identity::Foreign => Err(StoreError::NotAStore { path: path.to_owned() }),
            Identity::Store(_) => {
                let store = Self::with(connection, path);
                store.read_through()?;
                Ok(store)
            }
        }
    }
}

fn identified(path: &Path) -> rusqlite::Result<(Connection, Identity)> {
    // Of itself read-only where the file is write-protected.
    match identify(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        Err(error) if may_not_make_a_log(&error) && !has_log(path) => match unchanging(path) {
            Some(uri) => identify(&uri, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI),
            None => Err(error),
        },
        opened => opened,
    }
}

fn identify(name: &Path, access: OpenFlags) -> rusqlite::Result<(Connection, Identity)> {
    let mut connection = Connection::open_with_flags(name, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "query_only", true)?;
    // What a killed run left in the log goes into the file with the next run, not with a reader.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log(name))?;
    let identity = schema::identify(&mut connection)?;
    Ok((connection, identity))
}

fn may_not_make_a_log(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// Whether a run is writing, or was killed and left a log.
fn has_log(path: &Path) -> bool {
    let mut log = OsString::from(path);
    log.push("-wal");
    fs::metadata(PathBuf::from(log)).is_ok_and(|log| log.len() > 0)
}

/// The name of a file that nobody changes (<https://www.sqlite.org/uri.html#uriimmutable>).
fn unchanging(path: &Path) -> Option<PathBuf> {
    let mut uri = Url::from_file_path(std::path::absolute(path).ok()?).ok()?;
    uri.set_query(Some("immutable=1"));
    Some(PathBuf::from(uri.as_str()))
}

fn unreadable(path: &Path, error: rusqlite::Error) -> StoreError {
    match StoreError::from_sqlite(path, error) {
        StoreError::NotWritable { path, detail } => StoreError::Unreadable { path, detail },
        other => other,
    }
}
