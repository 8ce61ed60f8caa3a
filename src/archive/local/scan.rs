//! What a WARC file holds, and where its whole records end: behind them stands what a crash left
//! of another.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;
use jiff::Timestamp;
use url::Url;

use super::index::Entry;

/// As much of a record is looked at: its own head and the answer's.
const HEAD: u64 = 1 << 20;

/// What was found in a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// The answers in it.
    pub(super) entries: Vec<Entry>,
    /// The length of its leading whole members, in bytes.
    pub(super) whole: u64,
}

/// Reads `file`, called `name`, to the end of its last whole record.
///
/// # Errors
/// If the file cannot be read.
pub(super) fn scan(file: impl Read, name: &str) -> io::Result<Scan> {
    let mut source = Counted { inner: BufReader::new(file), taken: 0 };
    let mut scan = Scan::default();
    while !source.fill_buf()?.is_empty() {
        let Some(head) = member(&mut source)? else { break };
        let offset = scan.whole;
        scan.whole = source.taken;
        scan.entries.extend(entry(&head, name, offset, source.taken - offset));
    }
    Ok(scan)
}

/// The beginning of the next record; none if its member is torn.
fn member(source: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut decoder = GzDecoder::new(source);
    let mut head = Vec::new();
    let read = decoder
        .by_ref()
        .take(HEAD)
        .read_to_end(&mut head)
        .and_then(|_| io::copy(&mut decoder, &mut io::sink()));
    match read {
        Ok(_) => Ok(Some(head)),
        Err(error) if is_torn(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the data are at fault, not the disk.
fn is_torn(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}

/// The line of the index for a record; none for one that is no answer.
fn entry(head: &[u8], file: &str, offset: u64, length: u64) -> Option<Entry> {
    let text = String::from_utf8_lossy(head);
    let (record, block) = text.split_once("\r\n\r\n")?;
    let kind = header(record, "WARC-Type")?;
    let answer = matches!(kind, "response" | "revisit").then(|| block.split("\r\n\r\n").next())??;
    let status = answer.split_ascii_whitespace().nth(1)?.parse().ok()?;
    let media_type = header(answer, "content-type").and_then(|value| value.split(';').next());
    let media_type = media_type.map_or("unk".to_owned(), |essence| essence.trim().to_ascii_lowercase());
    Some(Entry {
        url: Url::parse(header(record, "WARC-Target-URI")?).ok()?,
        time: header(record, "WARC-Date")?.parse::<Timestamp>().ok()?,
        status,
        mime: if kind == "revisit" { "warc/revisit".to_owned() } else { media_type },
        digest: header(record, "WARC-Payload-Digest")?.to_owned(),
        file: file.to_owned(),
        offset,
        length,
    })
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// Counts the bytes that were used, not those that were read ahead.
struct Counted<R> {
    inner: BufReader<R>,
    taken: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.taken += read as u64;
        Ok(read)
    }
}

impl<R: Read> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.taken += amount as u64;
        self.inner.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::Record;
    use super::*;

    fn answer() -> Vec<u8> {
        let time = "2013-07-02T10:00:00Z".parse().expect("a time");
        let record = Record::new("response", "<urn:uuid:1>", time, "application/http; msgtype=response");
        let record =
            record.with("WARC-Target-URI", "http://a.example/x").with("WARC-Payload-Digest", "sha1:X");
        let block =
            b"HTTP/1.1 404 Not Found\r\nContent-Type: Text/HTML; charset=x\r\n\r\ngone\r\n\r\n".to_vec();
        record.block(block).member().expect("memory")
    }

    #[test]
    fn a_torn_end_is_told_from_whole_records_at_every_byte() {
        let member = answer();
        let file = [member.as_slice(), &member].concat();
        for cut in 0..=file.len() {
            let found = scan(&file[..cut], "a.warc.gz").expect("memory");
            let whole = cut / member.len();
            assert_eq!(
                (found.entries.len(), found.whole),
                (whole, (whole * member.len()) as u64),
                "cut at {cut}"
            );
        }
        let garbage = [member.as_slice(), b"\0\0\0\0"].concat();
        assert_eq!(scan(garbage.as_slice(), "a").expect("memory").whole, member.len() as u64);
    }

    #[test]
    fn an_answer_is_found_where_it_stands() {
        let info = Record::new("warcinfo", "<urn:uuid:0>", Timestamp::UNIX_EPOCH, "application/warc-fields");
        let info = info.member().expect("memory");
        let member = answer();
        let file = [info.as_slice(), &member].concat();
        assert_eq!(
            scan(file.as_slice(), "a.warc.gz").expect("memory").entries,
            [Entry {
                url: Url::parse("http://a.example/x").expect("an address"),
                time: "2013-07-02T10:00:00Z".parse().expect("a time"),
                status: 404,
                mime: "text/html".to_owned(),
                digest: "sha1:X".to_owned(),
                file: "a.warc.gz".to_owned(),
                offset: info.len() as u64,
                length: member.len() as u64,
            }]
        );
    }
}
