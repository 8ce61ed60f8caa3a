//! What a WARC file holds, and where its whole records end: behind them stands what a crash left
//! of another, or something that is nobody's to cut off.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use flate2::bufread::GzDecoder;
use jiff::Timestamp;
use url::Url;

use super::index::Entry;
use super::ready::REQUISITES;

/// As much of a record is looked at: its own head and the answer's.
const HEAD: u64 = 1 << 20;

/// What every record begins with, whatever the version.
const RECORD: &[u8] = b"WARC/";

/// What every member begins with (RFC 1952 §2.3.1).
const MEMBER: &[u8] = b"\x1f\x8b\x08";

/// What was found in a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// The answers in it.
    pub(super) entries: Vec<Entry>,
    /// The length of its leading whole records, in bytes.
    pub(super) whole: u64,
    /// What stands behind them.
    pub(super) tail: Tail,
}

/// What stands behind the whole records of a file.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nothing.
    #[default]
    Nothing,
    /// The beginning of a record that was never finished.
    Torn,
    /// Something damaged, and whole records behind it.
    Damaged,
    /// No records at all.
    Foreign,
}

/// Reads `file`, called `name`, to the end of its last whole record.
///
/// # Errors
/// If the file cannot be read.
pub(super) fn scan(file: impl Read + Seek, name: &str) -> io::Result<Scan> {
    let mut source = Counted { inner: BufReader::new(file), taken: 0 };
    let mut scan = Scan::default();
    while !source.fill_buf()?.is_empty() {
        match member(&mut source)? {
            Ok(head) if head.starts_with(RECORD) => {
                let offset = scan.whole;
                scan.whole = source.taken;
                scan.entries.extend(entry(&head, name, offset, source.taken - offset));
            }
            Ok(_) => {
                scan.tail = Tail::Foreign;
                break;
            }
            Err(beginning) => {
                scan.tail = tail(source.inner.into_inner(), scan.whole, &beginning)?;
                break;
            }
        }
    }
    Ok(scan)
}

/// What stands in a file from `start` on, of which no more than `beginning` can be decompressed.
fn tail(mut file: impl Read + Seek, start: u64, beginning: &[u8]) -> io::Result<Tail> {
    if has_record_behind(&mut file, start + 1)? {
        return Ok(Tail::Damaged);
    }
    let mut raw = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.take(MEMBER.len() as u64).read_to_end(&mut raw)?;
    let is_record = is_beginning(beginning, RECORD) && is_beginning(&raw, MEMBER);
    // Where the power failed there may be zeros: the length was written, the bytes were not.
    Ok(if is_record || raw.iter().all(|byte| *byte == 0) { Tail::Torn } else { Tail::Foreign })
}

/// Whether one begins like the other, as far as both go.
fn is_beginning(text: &[u8], of: &[u8]) -> bool {
    let length = text.len().min(of.len());
    text[..length] == of[..length]
}

/// Whether a whole record begins anywhere from `start` on.
fn has_record_behind(file: &mut (impl Read + Seek), start: u64) -> io::Result<bool> {
    let mut at = start;
    while let Some(place) = find_member(file, at)? {
        file.seek(SeekFrom::Start(place))?;
        let mut source = BufReader::new(&mut *file);
        if begins_record(&mut source) {
            file.seek(SeekFrom::Start(place))?;
            if member(&mut BufReader::new(&mut *file))?.is_ok() {
                return Ok(true);
            }
        }
        at = place + 1;
    }
    Ok(false)
}

fn begins_record(source: &mut impl BufRead) -> bool {
    let mut beginning = [0; RECORD.len()];
    GzDecoder::new(source).read_exact(&mut beginning).is_ok() && beginning == RECORD
}

/// Where, from `start` on, something begins as members do.
fn find_member(file: &mut (impl Read + Seek), start: u64) -> io::Result<Option<u64>> {
    let mut at = file.seek(SeekFrom::Start(start))?;
    let mut window: Vec<u8> = Vec::new();
    loop {
        let kept = window.len().min(MEMBER.len() - 1);
        window.drain(..window.len() - kept);
        if file.by_ref().take(1 << 16).read_to_end(&mut window)? == 0 {
            return Ok(None);
        }
        let from = at - kept as u64;
        if let Some(found) = window.windows(MEMBER.len()).position(|three| three == MEMBER) {
            return Ok(Some(from + found as u64));
        }
        at = from + window.len() as u64;
    }
}

/// The beginning of the next member; as an error, what could be read of a torn one.
fn member(source: &mut impl BufRead) -> io::Result<Result<Vec<u8>, Vec<u8>>> {
    let mut decoder = GzDecoder::new(source);
    let mut head = Vec::new();
    let read = decoder
        .by_ref()
        .take(HEAD)
        .read_to_end(&mut head)
        .and_then(|_| io::copy(&mut decoder, &mut io::sink()));
    match read {
        Ok(_) => Ok(Ok(head)),
        Err(error) if is_torn(&error) => Ok(Err(head)),
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
        with_requisites: header(record, REQUISITES).is_some(),
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
        let block = b"HTTP/1.1 404 Not Found\r\nContent-Type: Text/HTML; charset=x\r\n\r\ngone\r\n\r\n";
        record.block(block, b"").member().expect("memory")
    }

    #[test]
    fn a_torn_end_is_told_from_whole_records_at_every_byte() {
        let member = answer();
        let file = [member.as_slice(), &member].concat();
        for cut in 0..=file.len() {
            let found = scanned(&file[..cut]);
            let whole = cut / member.len();
            let tail = if cut.is_multiple_of(member.len()) { Tail::Nothing } else { Tail::Torn };
            assert_eq!(
                (found.entries.len(), found.whole, found.tail),
                (whole, (whole * member.len()) as u64, tail),
                "cut at {cut}"
            );
        }
    }

    #[test]
    fn what_is_no_torn_record_is_told_from_one() {
        let member = answer();
        let mut broken = member.clone();
        broken[20] ^= 0xff;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut gzip, b"letters of my grandmother").expect("memory");
        let gzip = gzip.finish().expect("memory");
        for (behind, tail) in [
            (b"\0\0\0\0".to_vec(), Tail::Torn),
            (b"\x1f".to_vec(), Tail::Torn),
            (b"my notes".to_vec(), Tail::Foreign),
            (b"PK\x03\x04".to_vec(), Tail::Foreign),
            (gzip[..gzip.len() - 4].to_vec(), Tail::Foreign),
            (gzip, Tail::Foreign),
            ([broken.as_slice(), &member].concat(), Tail::Damaged),
            ([b"my notes", member.as_slice()].concat(), Tail::Damaged),
        ] {
            for whole in [&[], member.as_slice()] {
                let found = scanned(&[whole, behind.as_slice()].concat());
                assert_eq!((found.whole, found.tail), (whole.len() as u64, tail), "{behind:?}");
            }
        }
        assert_eq!(scanned(&[]), Scan::default());
    }

    fn scanned(bytes: &[u8]) -> Scan {
        scan(std::io::Cursor::new(bytes), "a.warc.gz").expect("memory")
    }

    #[test]
    fn an_answer_is_found_where_it_stands() {
        let info = Record::new("warcinfo", "<urn:uuid:0>", Timestamp::UNIX_EPOCH, "application/warc-fields");
        let info = info.member().expect("memory");
        let member = answer();
        let file = [info.as_slice(), &member].concat();
        assert_eq!(
            scanned(&file).entries,
            [Entry {
                url: Url::parse("http://a.example/x").expect("an address"),
                time: "2013-07-02T10:00:00Z".parse().expect("a time"),
                status: 404,
                mime: "text/html".to_owned(),
                digest: "sha1:X".to_owned(),
                file: "a.warc.gz".to_owned(),
                offset: info.len() as u64,
                length: member.len() as u64,
                with_requisites: false,
            }]
        );
    }
}
