//! A WARC file as any reader sees it.

use std::io::Read as _;

use flate2::bufread::GzDecoder;

/// A record.
#[derive(Debug)]
pub(crate) struct Record {
    head: String,
    block: Vec<u8>,
}

/// The records of a file, each of which is a gzip member of its own.
pub(crate) fn records(file: &[u8]) -> Vec<Record> {
    let (records, end) = whole_records(file);
    assert_eq!(end, file.len(), "a whole member");
    records
}

/// The whole records that a file begins with, and where they end.
pub(crate) fn whole_records(file: &[u8]) -> (Vec<Record>, usize) {
    let (mut records, mut rest) = (Vec::new(), file);
    while !rest.is_empty() {
        let mut member = GzDecoder::new(rest);
        let mut bytes = Vec::new();
        if member.read_to_end(&mut bytes).is_err() {
            break;
        }
        rest = member.into_inner();
        records.push(record(&bytes));
    }
    (records, file.len() - rest.len())
}

fn record(bytes: &[u8]) -> Record {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head ends");
    let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
    assert!(head.starts_with("WARC/1.1\r\n"), "{head}");
    let block =
        bytes[end + 4..].strip_suffix(b"\r\n\r\n").expect("a record ends with two line ends").to_vec();
    let record = Record { head, block };
    assert_eq!(record.header("Content-Length"), record.block.len().to_string(), "{}", record.head);
    record
}

impl Record {
    pub(crate) fn header(&self, name: &str) -> &str {
        let find = |line: &'_ str| {
            line.split_once(": ").filter(|(found, _)| *found == name).map(|(_, value)| value.len())
        };
        let line = self.head.lines().find(|line| find(line).is_some());
        line.and_then(|line| line.split_once(": ")).map(|(_, value)| value).unwrap_or_default()
    }

    pub(crate) fn kind(&self) -> &str {
        self.header("WARC-Type")
    }

    pub(crate) fn target(&self) -> &str {
        self.header("WARC-Target-URI")
    }

    /// The payload: what stands behind the head of the HTTP answer.
    pub(crate) fn body(&self) -> &[u8] {
        let end = self.block.windows(4).position(|four| four == b"\r\n\r\n").expect("an HTTP head ends");
        &self.block[end + 4..]
    }

    /// The status of the HTTP answer.
    pub(crate) fn status(&self) -> &str {
        let line = self.block.split(|byte| *byte == b'\r').next().unwrap_or_default();
        std::str::from_utf8(line).ok().and_then(|line| line.split(' ').nth(1)).unwrap_or_default()
    }
}
