//! One WARC record (WARC/1.1 §4) as one gzip member (§ annex D).

use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use uuid::Uuid;

use super::digest::sha1;

/// What a revisit's payload is equal to (WARC/1.1 §6.7.2).
pub(super) const IDENTICAL: &str = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

/// A record in the making.
#[derive(Debug, Clone)]
pub(super) struct Record<'a> {
    headers: Vec<(&'static str, String)>,
    block: [&'a [u8]; 2],
}

impl<'a> Record<'a> {
    /// A record of this type and identity, dated `time`.
    pub(super) fn new(kind: &str, id: &str, time: Timestamp, content_type: &str) -> Self {
        let headers = vec![
            ("WARC-Type", kind.to_owned()),
            ("WARC-Record-ID", id.to_owned()),
            ("WARC-Date", time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            ("Content-Type", content_type.to_owned()),
        ];
        Self { headers, block: [&[], &[]] }
    }

    /// A further header. Line breaks in its value would begin another: they become blanks.
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.replace(['\r', '\n'], " ")));
        self
    }

    /// The record's content: a head and a body.
    pub(super) fn block(mut self, head: &'a [u8], body: &'a [u8]) -> Self {
        self.block = [head, body];
        self
    }

    /// The record, compressed by itself.
    pub(super) fn member(&self) -> io::Result<Vec<u8>> {
        let mut member = GzEncoder::new(Vec::new(), Compression::default());
        member.write_all(b"WARC/1.1\r\n")?;
        for (name, value) in &self.headers {
            write!(member, "{name}: {value}\r\n")?;
        }
        write!(member, "WARC-Block-Digest: {}\r\n", sha1(&self.block))?;
        let [head, body] = self.block;
        write!(member, "Content-Length: {}\r\n\r\n", head.len() + body.len())?;
        member.write_all(head)?;
        member.write_all(body)?;
        member.write_all(b"\r\n\r\n")?;
        member.finish()
    }
}

/// An identity that no other record has (RFC 9562).
pub(super) fn fresh_id() -> String {
    format!("<urn:uuid:{}>", Uuid::new_v4())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn a_record_is_one_member_with_head_block_and_end() {
        let time = "2013-07-02T10:00:00.9Z".parse().expect("a time");
        let record = Record::new("response", "<urn:uuid:1>", time, "application/http; msgtype=response")
            .with("WARC-Target-URI", "http://a.example/\r\nX: y")
            .block(b"HTTP/1.1 200 OK\r\n\r\n", b"x");
        let member = record.member().expect("memory");
        let mut text = String::new();
        let mut decoder = GzDecoder::new(member.as_slice());
        decoder.read_to_string(&mut text).expect("gzip");
        assert_eq!(decoder.into_inner(), b"", "nothing behind the member");
        assert_eq!(
            text,
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n\
             WARC-Date: 2013-07-02T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n\
             WARC-Target-URI: http://a.example/  X: y\r\n\
             WARC-Block-Digest: sha1:K5O6N36N3ZCSMWER4BP52B3XTVBC5GVP\r\nContent-Length: 20\r\n\r\n\
             HTTP/1.1 200 OK\r\n\r\nx\r\n\r\n"
        );
    }
}
