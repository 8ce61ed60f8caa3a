//! A body, as much of it as is wanted and as came.
//!
//! The cap counts decompressed bytes, so that a bomb goes off no further than a page may. A body
//! that breaks off, stalls or stops decompressing is kept as far as it came: the head has said
//! that the page is there, and its beginning tells most of what there is to know.

use std::time::Duration;

use reqwest::Response;
use tokio::time::{Instant, timeout_at};

/// How much is read, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes after decompression.
    pub(super) cap: usize,
    /// The longest pause.
    pub(super) pause: Duration,
    /// The end of all patience.
    pub(super) deadline: Instant,
}

/// How a body ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// As it should.
    Whole,
    /// At a limit.
    Cut,
    /// It broke off, or could not be decompressed.
    Broken,
}

/// Reads a body and says how it ended.
pub(super) async fn read(response: &mut Response, limits: Limits) -> (Vec<u8>, End) {
    let mut body = Vec::new();
    loop {
        let until = limits.deadline.min(Instant::now() + limits.pause);
        let chunk = match timeout_at(until, response.chunk()).await {
            Ok(Ok(Some(chunk))) => chunk,
            Ok(Ok(None)) => return (body, End::Whole),
            Ok(Err(_)) => return (body, End::Broken),
            Err(_) => return (body, End::Cut),
        };
        let room = limits.cap - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return (body, End::Cut);
        }
    }
}
