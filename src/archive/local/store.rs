//! The WARC files of a folder: appended to, never rewritten, whole whatever happens.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use url::Url;

use super::digest::sha1;
use super::exchange::Exchange;
use super::index::Entry;
use super::record::{IDENTICAL, Record, fresh_id};
use super::scan::{Scan, scan};

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
}

/// The WARC files of one name in a folder.
#[derive(Debug)]
pub struct Warcs {
    folder: PathBuf,
    prefix: String,
    rotate_at: u64,
    software: String,
    file: File,
    number: u32,
    length: u64,
    entries: Vec<Entry>,
    seen: Seen,
}

/// Where each payload stands, by its digest.
type Seen = HashMap<String, (Url, Timestamp)>;

impl Warcs {
    /// Opens the files called `prefix-00001.warc.gz` and so on, cuts off what a crash tore, and
    /// goes on behind it. `software` names the program in new files.
    ///
    /// # Errors
    /// [`LocalError`] if the folder cannot be read or written, or another run writes there.
    pub fn open(folder: &Path, prefix: &str, rotate_at: u64, software: &str) -> Result<Self, LocalError> {
        fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
        let mut entries = Vec::new();
        let mut number = 1;
        while folder.join(name(prefix, number + 1)).is_file() {
            let earlier = folder.join(name(prefix, number));
            entries.extend(scanned(&earlier)?.entries);
            number += 1;
        }
        let path = folder.join(name(prefix, number));
        let file = opened(&path)?;
        let last = scanned(&path)?;
        file.set_len(last.whole).map_err(|error| at(&path, error))?;
        entries.extend(last.entries);
        let seen = entries.iter().filter(|entry| entry.mime != "warc/revisit");
        let seen = seen.map(|entry| (entry.digest.clone(), (entry.url.clone(), entry.time))).collect();
        let mut warcs = Self {
            folder: folder.to_owned(),
            prefix: prefix.to_owned(),
            rotate_at,
            software: software.to_owned(),
            file,
            number,
            length: last.whole,
            entries,
            seen,
        };
        if warcs.length == 0 {
            warcs.begin()?;
        }
        Ok(warcs)
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

    /// Keeps a capture: the redirects and the page, the requisites. All of it is on the disk when
    /// this returns, or none of it.
    ///
    /// # Errors
    /// [`LocalError::Io`]; the file is then as it was before.
    pub fn keep(&mut self, exchanges: &[Exchange], user_agent: &str) -> Result<(), LocalError> {
        if self.length >= self.rotate_at {
            self.rotate()?;
        }
        let file = name(&self.prefix, self.number);
        let (mut members, mut entries) = (Vec::new(), Vec::new());
        let mut fresh = Seen::new();
        for exchange in exchanges {
            let digest = sha1(&exchange.body);
            let earlier = self.seen.get(&digest).or_else(|| fresh.get(&digest));
            let earlier = earlier.filter(|_| !exchange.body.is_empty());
            let made =
                made(exchange, &digest, earlier, user_agent).map_err(|error| at(&self.path(), error))?;
            fresh.entry(digest).or_insert_with(|| (made.entry.url.clone(), exchange.time));
            let offset = self.length + members.len() as u64;
            entries.push(Entry {
                file: file.clone(),
                offset,
                length: made.answer.len() as u64,
                ..made.entry
            });
            members.extend(made.answer);
            members.extend(made.question);
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
        self.number += 1;
        self.file = opened(&self.path())?;
        self.length = 0;
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
        let member = record.with("WARC-Filename", &file).block(fields.into_bytes()).member();
        self.append(&member.map_err(|error| at(&self.path(), error))?)
    }

    fn append(&mut self, members: &[u8]) -> Result<(), LocalError> {
        let written = self
            .file
            .seek(SeekFrom::Start(self.length))
            .and_then(|_| self.file.write_all(members))
            .and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // Best effort: what cannot be cut off now is cut off when the file is next opened.
            let _ = self.file.set_len(self.length);
            return Err(at(&self.path(), error));
        }
        self.length += members.len() as u64;
        Ok(())
    }
}

/// The records of one exchange.
struct Made {
    answer: Vec<u8>,
    question: Vec<u8>,
    entry: Entry,
}

fn made(
    exchange: &Exchange,
    digest: &str,
    earlier: Option<&(Url, Timestamp)>,
    user_agent: &str,
) -> io::Result<Made> {
    let id = fresh_id();
    let kind = if earlier.is_some() { "revisit" } else { "response" };
    let mut url = exchange.url.clone();
    url.set_fragment(None);
    let mut record = Record::new(kind, &id, exchange.time, "application/http; msgtype=response")
        .with("WARC-Target-URI", url.as_str())
        .with("WARC-Payload-Digest", digest);
    if let Some((earlier, time)) = earlier {
        record = record
            .with("WARC-Profile", IDENTICAL)
            .with("WARC-Refers-To-Target-URI", earlier.as_str())
            .with("WARC-Refers-To-Date", &time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
            .block(exchange.head());
    } else {
        if exchange.truncated {
            record = record.with("WARC-Truncated", "length");
        }
        record = record.block([exchange.head(), exchange.body.clone()].concat());
    }
    let question = Record::new("request", &fresh_id(), exchange.time, "application/http; msgtype=request")
        .with("WARC-Target-URI", url.as_str())
        .with("WARC-Concurrent-To", &id)
        .block(exchange.request(user_agent));
    let mime = if earlier.is_some() { "warc/revisit".to_owned() } else { exchange.media_type() };
    let entry = Entry {
        url,
        time: exchange.time,
        status: exchange.status,
        mime,
        digest: digest.to_owned(),
        file: String::new(),
        offset: 0,
        length: 0,
    };
    Ok(Made { answer: record.member()?, question: question.member()?, entry })
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
