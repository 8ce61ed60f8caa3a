//! The parts of an archive.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::encoding;

/// Most members that are looked at.
const MEMBERS: usize = 50_000;
/// How large all parts may become together, in bytes (a report of 3,000 pages has 40 MB of XML).
const TOTAL: u64 = 128_000_000;
/// From this size on, in bytes, a part is suspected of being a bomb …
const SUSPECT: u64 = 4_000_000;
/// … if it is this many times larger than it is stored. The text of a real report shrinks to a
/// tenth, the most repetitive one to a hundredth.
const RATIO: u64 = 300;

/// An archive being read.
pub(in crate::read) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The members by their names in lower case: some writers are careless of it.
    members: HashMap<String, usize>,
    left: u64,
    /// What could not be read, in plain words.
    pub(in crate::read) warnings: Vec<String>,
}

impl<'a> Package<'a> {
    /// Opens an archive; none if its directory cannot be read or is absurd.
    pub(in crate::read) fn open(bytes: &'a [u8]) -> Option<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok().filter(|archive| archive.len() <= MEMBERS)?;
        let named = |index| Some((key(&archive.name_for_index(index)?.ok()?), index));
        let members = (0..archive.len()).rev().filter_map(named).collect();
        Some(Self { archive, members, left: TOTAL, warnings: Vec::new() })
    }

    /// Whether a part of this name is there.
    pub(in crate::read) fn has(&self, name: &str) -> bool {
        self.members.contains_key(&key(name))
    }

    /// The text of a part; none if it is not there or cannot be read, of which a warning tells.
    pub(in crate::read) fn part(&mut self, name: &str) -> Option<String> {
        let index = *self.members.get(&key(name))?;
        let text = self.text(index);
        if let Err(reason) = &text {
            self.warnings.push(format!("the part {name} {reason}"));
        }
        text.ok()
    }

    fn text(&mut self, index: usize) -> Result<String, &'static str> {
        const DAMAGED: &str = "is damaged and was left out";
        const LARGE: &str = "is larger than any report and was left out";
        let member = self.archive.by_index(index).map_err(|_| DAMAGED)?;
        let bomb = member.size() > SUSPECT && member.size() / RATIO > member.compressed_size();
        if bomb || member.size() > self.left {
            return Err(LARGE);
        }
        let most = self.left.min(SUSPECT.max(member.compressed_size().saturating_mul(RATIO)));
        let mut bytes = Vec::new();
        let read = member.take(most + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        self.left = self.left.saturating_sub(size);
        if size > most {
            return Err(LARGE);
        }
        if read.is_err() && bytes.is_empty() {
            return Err(DAMAGED);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
            Err(other) => {
                let decoded = encoding::decode(other.as_bytes()).map_err(|_| DAMAGED)?;
                Ok(decoded.text.into_owned())
            }
        }
    }
}

fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}
