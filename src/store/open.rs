//! Opening a store: where it lies, whether it is one, and how it is used by several at once.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use super::error::StoreError;
use super::schema::{self, Identity};

/// How long a call waits for another process to finish writing.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// Up to this size a file is read through for damage when it is opened (some tenths of a second);
/// beyond it damage is found when it is met.
const READ_THROUGH: u64 = 64 << 20;

/// How many prepared statements are kept; there are fewer.
const STATEMENTS: usize = 32;

/// What was learned, kept in one file. Threads share one store; processes share one file.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
    path: PathBuf,
    pub(super) archive: String,
}

impl Store {
    /// Opens the store at `path`, and makes it and its folder if there is none.
    ///
    /// # Errors
    /// Every variant of [`StoreError`]; the file is left as it was.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        make_folder(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::on_file(path, flags)
    }

    pub(super) fn on_file(path: &Path, flags: OpenFlags) -> Result<Self, StoreError> {
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| StoreError::from_sqlite(path, error))?;
        let store = Self::prepare(connection, path)?;
        store.read_through()?;
        Ok(store)
    }

    /// A store that ends with the program.
    ///
    /// # Errors
    /// [`StoreError::Failed`] if `SQLite` has no memory left.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(":memory:");
        let connection =
            Connection::open_in_memory().map_err(|error| StoreError::from_sqlite(path, error))?;
        Self::prepare(connection, path)
    }

    /// The same store, with look-ups recorded and recalled as answers of `archive` (its address or
    /// name): what one archive lacks another may have.
    #[must_use]
    pub fn for_archive(self, archive: impl Into<String>) -> Self {
        Self { archive: archive.into(), ..self }
    }

    /// The file; `:memory:` if there is none.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn prepare(mut connection: Connection, path: &Path) -> Result<Self, StoreError> {
        let failed = |error| StoreError::from_sqlite(path, error);
        connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
        refuse_foreign(&mut connection, path)?;
        if connection.is_readonly("main").map_err(failed)? {
            let detail = "the file is read-only".to_owned();
            return Err(StoreError::NotWritable { path: path.to_owned(), detail });
        }
        write_ahead(&connection).map_err(failed)?;
        connection.pragma_update(None, "synchronous", "NORMAL").map_err(failed)?;
        connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
        schema::migrate(&mut connection).map_err(failed)?;
        Ok(Self::with(connection, path))
    }

    pub(super) fn with(connection: Connection, path: &Path) -> Self {
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Self { connection: Mutex::new(connection), path: path.to_owned(), archive: String::new() }
    }

    /// Looks for damage in a file that is small enough.
    pub(super) fn read_through(&self) -> Result<(), StoreError> {
        if fs::metadata(&self.path).map_or(0, |file| file.len()) > READ_THROUGH {
            return Ok(());
        }
        let detail: String =
            self.read(|connection| connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        if detail == "ok" {
            return Ok(());
        }
        Err(StoreError::Damaged { path: self.path.clone(), detail })
    }

    /// Does `work`, which only reads.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&self.lock()).map_err(|error| StoreError::from_sqlite(&self.path, error))
    }

    /// Does `work` as a whole or not at all; it is committed when this returns. The right to write
    /// is taken at the start: a reader that turns into a writer half-way could not wait its turn.
    pub(super) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let mut connection = self.lock();
        let committed = || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        committed().map_err(|error| StoreError::from_sqlite(&self.path, error))
    }

    /// The connection. A thread that panicked while it held it has left no transaction open.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn make_folder(path: &Path) -> Result<(), StoreError> {
    let not_writable = |detail: String| StoreError::NotWritable { path: path.to_owned(), detail };
    if path.is_dir() {
        return Err(not_writable("it is a folder".to_owned()));
    }
    match path.parent() {
        Some(folder) => fs::create_dir_all(folder).map_err(|error| not_writable(error.to_string())),
        None => Ok(()),
    }
}

/// Refuses a file before anything in it is changed.
fn refuse_foreign(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let identity = schema::identify(connection).map_err(|error| StoreError::from_sqlite(path, error))?;
    match identity {
        Identity::Foreign => Err(StoreError::NotAStore { path: path.to_owned() }),
        Identity::Store(found) if found > schema::known_version() => {
            Err(StoreError::Newer { path: path.to_owned(), found, known: schema::known_version() })
        }
        Identity::Empty | Identity::Store(_) => Ok(()),
    }
}

/// Switches to write-ahead mode, which is kept in the file. `SQLite` does not wait when two
/// processes switch a new file at once (<https://www.sqlite.org/wal.html>, "exclusive lock"), so
/// the waiting is done here.
fn write_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let begun = Instant::now();
    loop {
        match connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())) {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && begun.elapsed() < BUSY_TIMEOUT =>
            {
                thread::sleep(Duration::from_millis(10));
            }
            done => return done,
        }
    }
}
