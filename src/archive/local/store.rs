//! The WARC files of a folder: appended to, never rewritten, whole whatever happens.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use url::Url;

use super::exchange::Exchange;
use super::index::Entry;
use super::ready::{REVISIT, Ready};
use super::record::{Record, fresh_id};
use super::scan::{Scan, Tail, scan};

/// A file that has grown to this size gets a successor, in bytes (1 GB, the custom of archives).
pub const ROTATE_AT: u64 = 1_000_000_000;

/// Why nothing could be kept. Fits behind "could not be saved: ".
#[derive(Debug, thiserror::Error)]
pub enum LocalError {
    /// The disk said no.
    #[error("{path}: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it said.
        error: io::Error,
    },
    /// Another run writes there.
    #[error("{0} is being written to by another run")]
    Busy(PathBuf),
    /// There is a file of that name which is no WARC file, or holds something else behind its records.
    #[error("{0} holds something that is no WARC record; it is left as it is")]
    Foreign(PathBuf),
    /// The archive was opened to be looked at.
    #[error("{0} is not open to be written to")]
    Closed(PathBuf),
}

/// The WARC files of one name in a folder.
#[derive(Debug)]
pub struct Warcs {
    folder: PathBuf,
    prefix: String,
    rotate_at: u64,
    software: String,
    /// The last file; none if the archive is only looked at.
    file: Option<File>,
    /// How many files there are.
    number: u32,
    length: u64,
    entries: Vec<Entry>,
    seen: Seen,
    damaged: Vec<PathBuf>,
}

/// Where each payload stands, by its digest.
type Seen = HashMap<String, (Url, Timestamp)>;

impl Warcs {
    /// Opens the files called `prefix-00001.warc.gz` and so on, cuts off what a crash tore, and
    /// goes on behind it; behind a file that is damaged elsewhere, in a new one. `software` names the
    /// program in new files.
    ///
    /// # Errors
    /// [`LocalError`] if the folder cannot be read or written, another run writes there, or a file is
    /// no WARC file. Nothing is then changed.
    pub fn open(folder: &Path, prefix: &str, rotate_at: u64, software: &str) -> Result<Self, LocalError> {
        fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
        let mut warcs = Self::empty(folder, prefix, rotate_at, software);
        warcs.number = count(folder, prefix).max(1);
        let file = opened(&warcs.path())?;
        if warcs.survey()? == Tail::Damaged {
            warcs.rotate()?;
        } else {
            file.set_len(warcs.length).map_err(|error| at(&warcs.path(), error))?;
            warcs.file = Some(file);
        }
        if warcs.length == 0 {
            warcs.begin()?;
        }
        Ok(warcs)
    }

    /// Looks at the same files and changes nothing.
    ///
    /// # Errors
    /// As [`Warcs::open`].
    pub fn look(folder: &Path, prefix: &str) -> Result<Self, LocalError> {
        let mut warcs = Self::empty(folder, prefix, ROTATE_AT, "");
        warcs.number = count(folder, prefix);
        warcs.survey()?;
        Ok(warcs)
    }

    fn empty(folder: &Path, prefix: &str, rotate_at: u64, software: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            prefix: prefix.to_owned(),
            rotate_at,
            software: software.to_owned(),
            file: None,
            number: 0,
            length: 0,
            entries: Vec::new(),
            seen: Seen::new(),
            damaged: Vec::new(),
        }
    }

    /// Reads all files; says how the last one ends.
    fn survey(&mut self) -> Result<Tail, LocalError> {
        let mut tail = Tail::Nothing;
        for path in self.files() {
            let scan = scanned(&path)?;
            let is_last = path == self.path();
            match scan.tail {
                Tail::Foreign => return Err(LocalError::Foreign(path)),
                Tail::Torn if is_last => {}
                Tail::Torn | Tail::Damaged => self.damaged.push(path),
                Tail::Nothing => {}
            }
            (tail, self.length) = (scan.tail, scan.whole);
            self.entries.extend(scan.entries);
        }
        for entry in self.entries.iter().filter(|entry| entry.mime != REVISIT) {
            self.seen.entry(entry.digest.clone()).or_insert_with(|| (entry.url.clone(), entry.time));
        }
        Ok(tail)
    }

    /// Files that are damaged: they are left as they are, and what stands behind the damage is not
    /// indexed.
    pub fn damaged(&self) -> &[PathBuf] {
        &self.damaged
    }

    /// Every answer that is kept.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The name of the file that is written to.
    pub fn file_name(&self) -> String {
        name(&self.prefix, self.number)
    }

    /// The files, in order.
    pub fn files(&self) -> Vec<PathBuf> {
        (1..=self.number).map(|number| self.folder.join(name(&self.prefix, number))).collect()
    }

    /// Keeps a capture: the redirects and the page, without the requisites. All of it is on the disk when
    /// this returns, or none of it.
    ///
    /// # Errors
    /// As [`Warcs::add`].
    pub fn keep(&mut self, exchanges: &[Exchange], user_agent: &str) -> Result<(), LocalError> {
        let ready = Ready::new(exchanges, user_agent, false).map_err(|error| at(&self.path(), error))?;
        self.add(ready)
    }

    /// Adds a capture. The address that was asked comes last: where it stands, everything stands.
    ///
    /// # Errors
    /// [`LocalError::Io`]; the file is then as it was before.
    pub fn add(&mut self, ready: Ready) -> Result<(), LocalError> {
        if self.length >= self.rotate_at {
            self.rotate()?;
        }
        let (file, path) = (self.file_name(), self.path());
        let (mut members, mut entries) = (Vec::new(), Vec::new());
        let mut fresh = Seen::new();
        let mut offset = self.length;
        for mut made in ready.0.into_iter().rev() {
            let earlier = self.seen.get(&made.digest).or_else(|| fresh.get(&made.digest));
            match earlier.filter(|_| !made.is_empty) {
                Some(place) => made.revisit(place).map_err(|error| at(&path, error))?,
                None => drop(fresh.insert(made.digest.clone(), (made.url.clone(), made.time))),
            }
            offset += made.question.len() as u64;
            entries.push(made.entry(&file, offset));
            offset += made.answer.len() as u64;
            members.extend([made.question, made.answer]);
        }
        self.append(&members)?;
        for (digest, place) in fresh {
            self.seen.entry(digest).or_insert(place);
        }
        self.entries.extend(entries);
        Ok(())
    }

    fn path(&self) -> PathBuf {
        self.folder.join(name(&self.prefix, self.number))
    }

    fn rotate(&mut self) -> Result<(), LocalError> {
        let file = opened(&self.folder.join(name(&self.prefix, self.number + 1)))?;
        (self.file, self.number, self.length) = (Some(file), self.number + 1, 0);
        self.begin()
    }

    /// The record that every file begins with (WARC/1.1 §6.2).
    fn begin(&mut self) -> Result<(), LocalError> {
        let file = name(&self.prefix, self.number);
        let fields = format!(
            "software: {}\r\nformat: WARC file version 1.1\r\n\
             conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n",
            self.software
        );
        let record = Record::new("warcinfo", &fresh_id(), Timestamp::now(), "application/warc-fields");
        let member = record.with("WARC-Filename", &file).block(fields.as_bytes(), b"").member();
        let member = member.map_err(|error| at(&self.path(), error))?;
        self.append(&[member])
    }

    fn append(&mut self, members: &[Vec<u8>]) -> Result<(), LocalError> {
        let path = self.path();
        let Some(file) = &mut self.file else { return Err(LocalError::Closed(path)) };
        let written = file
            .seek(SeekFrom::Start(self.length))
            .and_then(|_| members.iter().try_for_each(|member| file.write_all(member)))
            .and_then(|()| file.sync_data());
        if let Err(error) = written {
            // Best effort: what cannot be cut off now is cut off when the file is next opened.
            let _ = file.set_len(self.length);
            return Err(at(&path, error));
        }
        self.length += members.iter().map(|member| member.len() as u64).sum::<u64>();
        Ok(())
    }
}

/// How many files there are.
fn count(folder: &Path, prefix: &str) -> u32 {
    (0..u32::MAX).find(|number| !folder.join(name(prefix, number + 1)).is_file()).unwrap_or(u32::MAX)
}

fn name(prefix: &str, number: u32) -> String {
    format!("{prefix}-{number:05}.warc.gz")
}

/// The file, locked against other runs.
fn opened(path: &Path) -> Result<File, LocalError> {
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    let file = opened.map_err(|error| at(path, error))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(LocalError::Busy(path.to_owned())),
        // A file system without locks (some network shares) is no reason not to save.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

fn scanned(path: &Path) -> Result<Scan, LocalError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    File::open(path).and_then(|file| scan(file, &name)).map_err(|error| at(path, error))
}

fn at(path: &Path, error: io::Error) -> LocalError {
    LocalError::Io { path: path.to_owned(), error }
}
