//! The parts of an archive.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::encoding;
use super::{flat, rescue};

/// Most members that are looked at.
const MEMBERS: usize = 50_000;
/// How large all parts may become together, in bytes (a report of 3,000 pages has 40 MB of XML).
pub(super) const TOTAL: u64 = 128_000_000;
/// From this size on, in bytes, a part is suspected of being a bomb …
pub(super) const SUSPECT: u64 = 4_000_000;
/// … if it is this many times larger than it is stored. The text of a real report shrinks to a
/// tenth, the most repetitive one to a hundredth.
const RATIO: u64 = 300;
/// All parts together, many small bombs being one large one, may become this many times larger.
const RATIO_OF_ALL: u64 = 100;

const DAMAGED: &str = "is damaged and was left out";

/// An archive being read.
pub(in crate::read) struct Package<'a> {
    archive: Option<ZipArchive<Cursor<&'a [u8]>>>,
    /// The members by their names in lower case: some writers are careless of it.
    members: HashMap<String, usize>,
    /// Parts that are in no archive, or were saved from one.
    loose: HashMap<String, Vec<u8>>,
    left: u64,
    /// What could not be read, in plain words.
    pub(in crate::read) warnings: Vec<String>,
}

impl<'a> Package<'a> {
    /// Opens an archive; none if nothing in it can be read or it is absurd.
    pub(in crate::read) fn open(bytes: &'a [u8]) -> Option<Self> {
        let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
            let loose = Some(rescue::members(bytes)).filter(|members| !members.is_empty())?;
            let warnings = vec!["the file is damaged: what could be read of it was".to_owned()];
            return Some(Self { archive: None, members: HashMap::new(), loose, left: TOTAL, warnings });
        };
        if archive.len() > MEMBERS {
            return None;
        }
        let named = |index| Some((key(&archive.name_for_index(index)?.ok()?), index));
        let members = (0..archive.len()).rev().filter_map(named).collect();
        Some(Self {
            archive: Some(archive),
            members,
            loose: HashMap::new(),
            left: most(bytes.len() as u64),
            warnings: Vec::new(),
        })
    }

    /// The parts of a package in one file of XML.
    pub(in crate::read) fn of_flat(text: &str) -> Self {
        let loose = flat::parts(text);
        Self { archive: None, members: HashMap::new(), loose, left: TOTAL, warnings: Vec::new() }
    }

    /// Whether a part of this name is there.
    pub(in crate::read) fn has(&self, name: &str) -> bool {
        self.members.contains_key(&key(name)) || self.loose.contains_key(&key(name))
    }

    /// The name, in lower case, of a part that is wanted; of the first in their order if there are
    /// several.
    pub(in crate::read) fn named(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        self.members.keys().chain(self.loose.keys()).filter(|name| wanted(name)).min().cloned()
    }

    /// The text of a part; none if it is not there or cannot be read, of which a warning tells.
    pub(in crate::read) fn part(&mut self, name: &str) -> Option<String> {
        let text = match self.loose.get(&key(name)) {
            Some(bytes) => text(bytes.clone()),
            None => self.unpacked(*self.members.get(&key(name))?).and_then(text),
        };
        if let Err(reason) = &text {
            self.warnings.push(format!("the part {name} {reason}"));
        }
        text.ok()
    }

    /// A part as it is stored, with its name as the archive spells it.
    pub(in crate::read) fn stored(&mut self, name: &str) -> Option<(String, Vec<u8>)> {
        let index = *self.members.get(&key(name))?;
        let name = self.archive.as_ref()?.name_for_index(index)?.ok()?.into_owned();
        Some((name, self.unpacked(index).ok()?))
    }

    fn unpacked(&mut self, index: usize) -> Result<Vec<u8>, &'static str> {
        const LARGE: &str = "is larger than any report and was left out";
        let archive = self.archive.as_mut().ok_or(DAMAGED)?;
        let member = archive.by_index(index).map_err(|_| DAMAGED)?;
        let bomb = member.size() > SUSPECT && member.size() / RATIO > member.compressed_size();
        if bomb || member.size() > self.left {
            return Err(LARGE);
        }
        let limit = self.left.min(SUSPECT.max(member.compressed_size().saturating_mul(RATIO)));
        let mut bytes = Vec::new();
        let read = member.take(limit + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        self.left = self.left.saturating_sub(size);
        if size > limit {
            return Err(LARGE);
        }
        if read.is_err() && bytes.is_empty() {
            return Err(DAMAGED);
        }
        Ok(bytes)
    }
}

/// How large the parts of an archive of so many bytes may become together.
fn most(stored: u64) -> u64 {
    TOTAL.min(SUSPECT.max(stored.saturating_mul(RATIO_OF_ALL)))
}

fn text(bytes: Vec<u8>) -> Result<String, &'static str> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(other) => {
            let decoded = encoding::decode(other.as_bytes()).map_err(|_| DAMAGED)?;
            Ok(decoded.text.into_owned())
        }
    }
}

/// The name of a part as it is looked up.
pub(super) fn key(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}
