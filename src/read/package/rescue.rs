//! What is left of an archive without its directory, such as a download that broke off: every
//! member stands behind a header of its own (APPNOTE 6.3.10, 4.3.7).

use std::collections::HashMap;
use std::io::Read;

use flate2::bufread::DeflateDecoder;

use super::archive::{SUSPECT, TOTAL, key};

const HEADER: &[u8] = b"PK\x03\x04";
/// Length of a header without name and extra field, in bytes.
const FIXED: usize = 30;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// The members that can still be read, as far as they go.
pub(super) fn members(bytes: &[u8]) -> HashMap<String, Vec<u8>> {
    let mut members = HashMap::new();
    let (mut at, mut left) = (0, TOTAL);
    while let Some(start) = find(bytes, at) {
        let Some((name, content, end)) = member(bytes, start, left) else {
            at = start + HEADER.len();
            continue;
        };
        left = left.saturating_sub(content.len() as u64);
        if !content.is_empty() {
            members.entry(key(&name)).or_insert(content);
        }
        at = end;
    }
    members
}

fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let found = bytes.get(from..)?.windows(HEADER.len()).position(|window| window == HEADER)?;
    Some(from + found)
}

/// The member whose header stands at `start`: its name, its content, and where it ends.
fn member(bytes: &[u8], start: usize, left: u64) -> Option<(String, Vec<u8>, usize)> {
    let header = bytes.get(start..start + FIXED)?;
    let short = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
    let name_start = start + FIXED;
    let name = bytes.get(name_start..name_start + usize::from(short(26)))?;
    let data = name_start + name.len() + usize::from(short(28));
    let rest = bytes.get(data..)?;
    let mut content = Vec::new();
    let length = match short(8) {
        DEFLATED => {
            let mut decoder = DeflateDecoder::new(rest);
            // What follows a fault is lost, and what came before it is kept.
            let _ = decoder.by_ref().take(SUSPECT.saturating_mul(8).min(left)).read_to_end(&mut content);
            decoder.total_in() as usize
        }
        STORED => {
            let size = u32::from_le_bytes([header[18], header[19], header[20], header[21]]) as usize;
            content.extend(rest.iter().take(size.min(left as usize)));
            size.min(rest.len())
        }
        _ => return None,
    };
    Some((String::from_utf8_lossy(name).into_owned(), content, data + length))
}
