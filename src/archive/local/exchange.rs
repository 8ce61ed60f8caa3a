//! A question and its answer, as HTTP writes them.

use jiff::Timestamp;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use url::{Position, Url};

use crate::web::Answer;

/// Headers that told of the transfer, not of the page: what they said is no longer true of the
/// body that is kept.
const OF_THE_TRANSFER: [&str; 4] = ["content-length", "transfer-encoding", "content-encoding", "connection"];

/// A question to the web and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The address asked.
    pub url: Url,
    /// When the answer came.
    pub time: Timestamp,
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body, decoded.
    pub body: Vec<u8>,
    /// Whether the body went on.
    pub truncated: bool,
}

impl Exchange {
    /// An answer that came at `time`.
    pub fn new(answer: Answer, time: Timestamp) -> Self {
        let Answer { url, status, headers, body, truncated } = answer;
        Self { url, time, status, headers, body, truncated }
    }

    /// The media type, for the index.
    pub(super) fn media_type(&self) -> String {
        let header = self.headers.get("content-type").and_then(|value| value.to_str().ok());
        let essence = header.and_then(|value| value.split(';').next()).unwrap_or_default().trim();
        if essence.is_empty() { "unk".to_owned() } else { essence.to_ascii_lowercase() }
    }

    /// The head of the answer: HTTP/1.1 whatever the version on the wire (WARC/1.1 knows no other).
    pub(super) fn head(&self) -> Vec<u8> {
        let reason = StatusCode::from_u16(self.status).ok().and_then(|status| status.canonical_reason());
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason.unwrap_or_default()).into_bytes();
        for (name, value) in &self.headers {
            if !OF_THE_TRANSFER.contains(&name.as_str()) {
                head.extend_from_slice(name.as_str().as_bytes());
                head.extend_from_slice(b": ");
                head.extend_from_slice(value.as_bytes());
                head.extend_from_slice(b"\r\n");
            }
        }
        head.extend_from_slice(format!("content-length: {}\r\n\r\n", self.body.len()).as_bytes());
        head
    }

    /// The question, with the headers that are the same for every one.
    pub(super) fn request(&self, user_agent: &str) -> Vec<u8> {
        let path = &self.url[Position::BeforePath..Position::AfterQuery];
        let host = &self.url[Position::BeforeHost..Position::AfterPort];
        let agent = user_agent.replace(['\r', '\n'], " ");
        format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {agent}\r\n\r\n").into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn an_answer_is_written_with_its_true_length() {
        let mut headers = HeaderMap::new();
        for (name, value) in
            [("transfer-encoding", "chunked"), ("content-type", "text/HTML; x"), ("x-a", "1")]
        {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let exchange = Exchange {
            url: Url::parse("http://a.example:8080/x?y#z").expect("an address"),
            time: Timestamp::UNIX_EPOCH,
            status: 404,
            headers,
            body: b"gone".to_vec(),
            truncated: false,
        };
        assert_eq!(
            String::from_utf8_lossy(&exchange.head()),
            "HTTP/1.1 404 Not Found\r\ncontent-type: text/HTML; x\r\nx-a: 1\r\ncontent-length: 4\r\n\r\n"
        );
        assert_eq!(exchange.media_type(), "text/html");
        assert_eq!(
            String::from_utf8_lossy(&exchange.request("ibid/1")),
            "GET /x?y HTTP/1.1\r\nHost: a.example:8080\r\nUser-Agent: ibid/1\r\n\r\n"
        );
    }
}
