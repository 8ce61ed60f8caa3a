//! What comes over a real wire: answers well-formed and not, bodies of every kind, and failures.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use futures::future::pending;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::server::{Names, Server, http, open_to, read_head, web, web_with};
use crate::web::fake::get;
use crate::web::{Answer, Failure, Fetch, Observation, ResolveError, Settings};

const LOOPBACK: &str = "127.0.0.1";

async fn fetch(server: &Server) -> Observation {
    web(open_to(LOOPBACK)).fetch(get(&server.url("/"))).await
}

async fn answer(server: &Server) -> Answer {
    fetch(server).await.outcome.expect("an answer")
}

async fn answer_to(bytes: impl Into<Vec<u8>>) -> Answer {
    answer(&Server::saying(bytes).await).await
}

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(data).expect("memory");
    encoder.finish().expect("memory")
}

fn encoded(encoding: &str, body: &[u8]) -> Vec<u8> {
    http("200 OK", &format!("content-encoding: {encoding}\r\n"), body)
}

#[tokio::test]
async fn status_headers_and_body_come_as_they_were_sent() {
    let answer = answer_to(http("404 Not Found", "x-a: 1\r\nx-a: 2\r\n", b"nothing here")).await;
    assert_eq!((answer.status, answer.body.as_slice(), answer.truncated), (404, &b"nothing here"[..], false));
    assert_eq!(answer.headers.get_all("x-a").iter().count(), 2);
}

#[tokio::test]
async fn old_and_sloppy_answers_are_answers() {
    for (bytes, body) in [
        ("HTTP/1.0 200 OK\r\n\r\nold", "old"),
        ("HTTP/1.1 200\r\ncontent-length: 2\r\n\r\nok", "ok"),
        ("HTTP/1.1 200 OK\r\nServer : sloppy\r\nno colon at all\r\ncontent-length: 2\r\n\r\nok", "ok"),
        ("HTTP/1.1 200 OK\r\nx-folded: a\r\n b\r\ncontent-length: 2\r\n\r\nok", "ok"),
        ("HTTP/1.1 200 OK\ncontent-length: 2\n\nok", "ok"),
        ("HTTP/1.1 200 OK\r\nx-latin: caf\u{e9}\r\ncontent-length: 2\r\n\r\nok", "ok"),
    ] {
        let answer = answer_to(bytes).await;
        assert_eq!((answer.status, String::from_utf8_lossy(&answer.body).as_ref()), (200, body), "{bytes:?}");
    }
}

#[tokio::test]
async fn three_hundred_headers_are_not_too_many() {
    let headers = "x-many: yes\r\n".repeat(300);
    assert_eq!(answer_to(http("200 OK", &headers, b"")).await.headers.get_all("x-many").iter().count(), 300);
}

#[tokio::test]
async fn bodies_are_decompressed() {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(b"hello").expect("memory");
    // RFC 8878 and RFC 7932: one uncompressed block each
    let zstd = b"\x28\xb5\x2f\xfd\x20\x05\x29\x00\x00hello".to_vec();
    let brotli = b"\x0b\x02\x80hello\x03".to_vec();
    for (encoding, body) in [
        ("gzip", gzip(b"hello")),
        ("deflate", zlib.finish().expect("memory")),
        ("zstd", zstd),
        ("br", brotli),
        ("identity", b"hello".to_vec()),
    ] {
        let answer = answer_to(encoded(encoding, &body)).await;
        assert_eq!((answer.body.as_slice(), answer.truncated), (&b"hello"[..], false), "{encoding}");
    }
}

#[tokio::test]
async fn a_body_ends_at_the_cap() {
    let settings = Settings { max_body: 1000, ..open_to(LOOPBACK) };
    for (size, kept, truncated) in [(999, 999, false), (1000, 1000, false), (1001, 1000, true)] {
        let server = Server::saying(http("200 OK", "", &vec![b'x'; size])).await;
        let seen = web(settings.clone()).fetch(get(&server.url("/"))).await;
        let answer = seen.outcome.expect("an answer");
        assert_eq!((answer.body.len(), answer.truncated), (kept, truncated), "{size}");
    }
}

#[tokio::test]
async fn a_bomb_goes_off_no_further_than_the_cap() {
    let bomb = gzip(&vec![0; 64 * 1024 * 1024]);
    let answer = answer_to(encoded("gzip", &bomb)).await;
    assert_eq!((answer.body.len(), answer.truncated), (2 * 1024 * 1024, true));
}

#[tokio::test]
async fn an_endless_body_is_left_at_the_cap() {
    let (hung_up, left) = oneshot::channel();
    let hung_up = Arc::new(Mutex::new(Some(hung_up)));
    let server = Server::start(LOOPBACK, move |mut stream| {
        let hung_up = hung_up.lock().expect("no panic").take();
        async move {
            read_head(&mut stream).await;
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok();
            while stream.write_all(&[b'x'; 8192]).await.is_ok() {}
            hung_up.expect("one connection").send(()).ok();
        }
    })
    .await;
    let answer = answer(&server).await;
    assert_eq!((answer.body.len(), answer.truncated), (2 * 1024 * 1024, true));
    left.await.expect("the connection was closed");
}

#[tokio::test]
async fn what_came_before_a_body_broke_is_kept() {
    let mut broken = gzip(&b"good beginning ".repeat(1000));
    let middle = broken.len() / 2;
    broken[middle..].fill(0xff);
    let answer = answer_to(encoded("gzip", &broken)).await;
    assert_eq!((answer.status, answer.truncated), (200, true));

    let answer = answer_to("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nthe beginning").await;
    assert_eq!((answer.body.as_slice(), answer.truncated), (&b"the beginning"[..], true));

    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nfirst\r\nzz\r\n";
    let answer = answer_to(chunked).await;
    assert_eq!((answer.body.as_slice(), answer.truncated), (&b"first"[..], true));
}

/// A server that sends a head and the beginning of a body, and then nothing.
async fn stalling() -> Server {
    Server::start(LOOPBACK, |mut stream| async move {
        read_head(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nthe beginning").await.ok();
        pending::<()>().await;
    })
    .await
}

#[tokio::test]
async fn a_body_that_stalls_or_outlasts_all_patience_is_an_answer() {
    let short = Duration::from_millis(50);
    for settings in [
        Settings { progress_timeout: short, ..open_to(LOOPBACK) },
        Settings { timeout: short * 10, ..open_to(LOOPBACK) },
    ] {
        let seen = web(settings).fetch(get(&stalling().await.url("/"))).await;
        let answer = seen.outcome.expect("an answer");
        assert_eq!((answer.body.as_slice(), answer.truncated), (&b"the beginning"[..], true));
    }
}

#[tokio::test]
async fn a_host_that_says_nothing_is_asked_twice() {
    let server = Server::start(LOOPBACK, |stream| async move {
        let _open = stream;
        pending::<()>().await;
    })
    .await;
    let limit = Duration::from_millis(100);
    let seen = web(Settings { timeout: limit, ..open_to(LOOPBACK) }).fetch(get(&server.url("/"))).await;
    assert_eq!(seen.outcome.err(), Some(Failure::Timeout(limit)));
    assert_eq!((seen.attempts, server.connections()), (2, 2));
}

#[tokio::test]
async fn nobody_listening_is_a_refusal() {
    let listener = TcpListener::bind((LOOPBACK, 0)).await.expect("loopback");
    let address = listener.local_addr().expect("bound");
    drop(listener);
    let seen = web(open_to(LOOPBACK)).fetch(get(&format!("http://{address}/"))).await;
    assert_eq!(seen.outcome.err(), Some(Failure::ConnectionRefused(LOOPBACK.into())));
    assert_eq!(seen.attempts, 3);
}

#[tokio::test]
async fn broken_connections_and_other_protocols_are_told_as_such() {
    let resetting = Server::start(LOOPBACK, |mut stream| async move {
        read_head(&mut stream).await;
        stream.set_zero_linger().expect("a socket");
    })
    .await;
    let servers = [resetting, Server::saying("").await, Server::saying("SSH-2.0-OpenSSH_9.9\r\n").await];
    for server in servers {
        let seen = fetch(&server).await;
        assert!(matches!(seen.outcome, Err(Failure::ConnectionReset(_))), "{:?}", seen.outcome);
        // three tries and one as a browser
        assert_eq!((seen.attempts, server.connections()), (4, 4));
    }
}

#[tokio::test]
async fn a_connection_serves_more_than_one_request() {
    let server = Server::answering(LOOPBACK, |head| match head.split(' ').nth(1) {
        Some("/new") => http("200 OK", "", b"here"),
        _ => http("301 Moved Permanently", "location: /new\r\n", b"moved"),
    })
    .await;
    let web = web(open_to(LOOPBACK));
    for _ in 0..3 {
        let answer = web.fetch(get(&server.url("/"))).await.outcome.expect("an answer");
        assert_eq!(answer.body, b"here");
    }
    assert_eq!((server.heads().len(), server.connections()), (6, 1));
}

#[tokio::test]
async fn names_that_do_not_exist_and_names_in_doubt_are_told_apart() {
    let failed = ResolveError::Failed("SERVFAIL".into());
    let names = Names::default().with("doubt.example", [Err(failed)]);
    let web = web_with(open_to(LOOPBACK), names);
    let seen = web.fetch(get("http://gone.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::DnsNotFound("gone.example".into())));
    assert_eq!(seen.attempts, 1);
    let seen = web.fetch(get("http://doubt.example/")).await;
    assert_eq!(seen.outcome.err(), Some(Failure::DnsFailure("doubt.example".into(), "SERVFAIL".into())));
    assert_eq!(seen.attempts, 3);
}
