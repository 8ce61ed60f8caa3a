//! A capture made ready to be written: compressing is most of the work, and needs no file.

use std::io;

use jiff::Timestamp;
use url::Url;

use super::digest::sha1;
use super::exchange::Exchange;
use super::index::Entry;
use super::record::{IDENTICAL, Record, fresh_id};

/// What an index calls a revisit (WARC/1.1 §6.7).
pub(super) const REVISIT: &str = "warc/revisit";

/// A field of our own, which other readers pass over, at the answer of an address that was asked for with
/// all that its page needs: a later run knows by it whether there is more to fetch.
pub(super) const REQUISITES: &str = "Ibid-Requisites";

/// What that field says.
const ASKED: &str = "asked";

/// The records of a capture, in the order in which its addresses were asked.
#[derive(Debug)]
pub struct Ready(pub(super) Vec<Made>);

/// The records of one exchange.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) url: Url,
    pub(super) time: Timestamp,
    pub(super) digest: String,
    pub(super) is_empty: bool,
    /// The member of the answer.
    pub(super) answer: Vec<u8>,
    /// The member of the question.
    pub(super) question: Vec<u8>,
    id: String,
    status: u16,
    mime: String,
    head: Vec<u8>,
    with_requisites: bool,
}

impl Ready {
    /// Makes the records; `user_agent` is what the program called itself, `with_requisites` whether what
    /// the page needs was asked for as well.
    ///
    /// # Errors
    /// If memory cannot be written to, which does not happen.
    pub fn new(exchanges: &[Exchange], user_agent: &str, with_requisites: bool) -> io::Result<Self> {
        // The first is the address that was asked.
        let made = |(at, exchange)| Made::new(exchange, user_agent, with_requisites && at == 0);
        exchanges.iter().enumerate().map(made).collect::<io::Result<_>>().map(Self)
    }
}

impl Made {
    fn new(exchange: &Exchange, user_agent: &str, with_requisites: bool) -> io::Result<Self> {
        let mut url = exchange.url.clone();
        url.set_fragment(None);
        let (time, id, head) = (exchange.time, fresh_id(), exchange.head());
        let digest = sha1(&[&exchange.body]);
        let mut answer = answer("response", &id, &url, time, &digest, with_requisites);
        if exchange.truncated {
            answer = answer.with("WARC-Truncated", "length");
        }
        let question = exchange.request(user_agent);
        let question = Record::new("request", &fresh_id(), time, "application/http; msgtype=request")
            .with("WARC-Target-URI", url.as_str())
            .with("WARC-Concurrent-To", &id)
            .block(&question, b"");
        Ok(Self {
            answer: answer.block(&head, &exchange.body).member()?,
            question: question.member()?,
            is_empty: exchange.body.is_empty(),
            status: exchange.status,
            mime: exchange.media_type(),
            url,
            time,
            digest,
            id,
            head,
            with_requisites,
        })
    }

    /// Points at the place where the payload stands already, instead of holding it.
    pub(super) fn revisit(&mut self, (url, time): &(Url, Timestamp)) -> io::Result<()> {
        let record = answer("revisit", &self.id, &self.url, self.time, &self.digest, self.with_requisites)
            .with("WARC-Profile", IDENTICAL)
            .with("WARC-Refers-To-Target-URI", url.as_str())
            .with("WARC-Refers-To-Date", &time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        self.answer = record.block(&self.head, b"").member()?;
        REVISIT.clone_into(&mut self.mime);
        Ok(())
    }

    /// Where the answer stands.
    pub(super) fn entry(&self, file: &str, offset: u64) -> Entry {
        Entry {
            url: self.url.clone(),
            time: self.time,
            status: self.status,
            mime: self.mime.clone(),
            digest: self.digest.clone(),
            file: file.to_owned(),
            offset,
            length: self.answer.len() as u64,
            with_requisites: self.with_requisites,
        }
    }
}

fn answer(
    kind: &str,
    id: &str,
    url: &Url,
    time: Timestamp,
    digest: &str,
    with_requisites: bool,
) -> Record<'static> {
    let record = Record::new(kind, id, time, "application/http; msgtype=response")
        .with("WARC-Target-URI", url.as_str())
        .with("WARC-Payload-Digest", digest);
    if with_requisites { record.with(REQUISITES, ASKED) } else { record }
}
