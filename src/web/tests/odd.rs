//! What servers do that is allowed, old or wrong, and must not cost a source its verdict.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::server::{Names, Server, http, open_to, read_head, web, web_with};
use super::trust::{acceptor_for, ask, speak_http2};
use crate::web::fake::get;
use crate::web::{Answer, Failure, Fetch, Settings};

const LOOPBACK: &str = "127.0.0.1";

async fn answer_to(bytes: impl Into<Vec<u8>>) -> Answer {
    let server = Server::saying(bytes).await;
    web(open_to(LOOPBACK)).fetch(get(&server.url("/"))).await.outcome.expect("an answer")
}

#[tokio::test]
async fn answers_before_the_answer_are_passed_over() {
    let early = "HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
    let answer = answer_to([early.as_bytes(), &http("200 OK", "", b"page")].concat()).await;
    assert_eq!((answer.status, answer.body.as_slice()), (200, &b"page"[..]));
}

#[tokio::test]
async fn answers_without_a_body_are_answers() {
    for status in ["204 No Content", "205 Reset Content", "304 Not Modified"] {
        let answer = answer_to(format!("HTTP/1.1 {status}\r\nconnection: close\r\n\r\n")).await;
        assert_eq!((format!("{}", answer.status), answer.truncated), (status[..3].to_owned(), false));
    }
    assert_eq!(
        answer_to(http("206 Partial Content", "content-range: bytes 0-3/9\r\n", b"part")).await.body,
        b"part"
    );
}

#[tokio::test]
async fn a_redirect_without_an_address_or_with_two_is_survived() {
    assert_eq!(answer_to(http("302 Found", "", b"<a href=/x>here</a>")).await.status, 302);
    let server = Server::answering(LOOPBACK, |head| match head.split(' ').nth(1) {
        Some("/first") => http("200 OK", "", b"first"),
        _ => http("301 Moved", "location: /first\r\nlocation: /second\r\n", b""),
    })
    .await;
    let seen = web(open_to(LOOPBACK)).fetch(get(&server.url("/"))).await;
    assert_eq!(seen.outcome.expect("an answer").body, b"first");
}

#[tokio::test]
async fn text_that_is_labelled_as_compressed_is_read_as_text() {
    for encoding in ["gzip", "br", "deflate", "zstd"] {
        let answer =
            answer_to(http("200 OK", &format!("content-encoding: {encoding}\r\n"), b"plain text")).await;
        assert_eq!(answer.body, b"plain text", "{encoding}");
    }
}

#[tokio::test]
async fn an_answer_without_a_head_is_no_http() {
    let server = Server::saying("<html>HTTP/0.9, 1991</html>").await;
    let seen = web(open_to(LOOPBACK)).fetch(get(&server.url("/"))).await;
    assert!(matches!(seen.outcome, Err(Failure::ConnectionReset(_))), "{:?}", seen.outcome);
}

#[tokio::test]
async fn a_body_that_drips_is_an_answer_as_far_as_it_came() {
    let server = Server::start(LOOPBACK, |mut stream| async move {
        read_head(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok();
        let mut drip = tokio::time::interval(Duration::from_millis(5));
        while stream.write_all(b".").await.is_ok() {
            drip.tick().await;
        }
    })
    .await;
    let settings = Settings { timeout: Duration::from_millis(300), ..open_to(LOOPBACK) };
    let answer = web(settings).fetch(get(&server.url("/"))).await.outcome.expect("an answer");
    assert!(answer.truncated && answer.body.starts_with(b"."));
}

#[tokio::test]
async fn a_host_may_have_ipv6_only() {
    if TcpListener::bind("[::1]:0").await.is_err() {
        return; // This machine has no IPv6 at all.
    }
    let server = Server::answering("::1", |_| http("200 OK", "", b"six")).await;
    let names = Names::default().to("six.example", &[server.address]);
    let seen = web_with(open_to("::1"), names).fetch(get("http://six.example/")).await;
    assert_eq!(seen.outcome.expect("an answer").body, b"six");
}

#[tokio::test]
async fn of_two_addresses_one_may_be_dead() {
    let closed = TcpListener::bind((LOOPBACK, 0)).await.expect("loopback").local_addr().expect("bound");
    for dead_first in [true, false] {
        let server = Server::answering(LOOPBACK, |_| http("200 OK", "", b"four")).await;
        let mut addresses = vec![server.address, closed];
        if dead_first {
            addresses.reverse();
        }
        let names = Names::default().to("two.example", &addresses);
        let seen = web_with(open_to(LOOPBACK), names).fetch(get("http://two.example/")).await;
        assert_eq!(seen.outcome.expect("an answer").body, b"four");
    }
}

/// RFC 9113 §6: a `SETTINGS` frame, then one that ends the stream or the connection.
const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
/// `REFUSED_STREAM` for stream 1.
const RST_STREAM: [u8; 13] = [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 7];
/// No stream was processed; no error.
const GOAWAY: [u8; 17] = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

#[tokio::test]
async fn an_http2_server_that_sends_one_away_is_asked_again() {
    for farewell in [&RST_STREAM[..], &GOAWAY[..]] {
        let acceptor = acceptor_for("a.example", &["h2"]);
        let connections = Arc::new(AtomicUsize::new(0));
        let server = Server::start(LOOPBACK, move |stream| {
            let (acceptor, first) = (acceptor.clone(), connections.fetch_add(1, Ordering::SeqCst) == 0);
            async move {
                if !first {
                    return speak_http2(acceptor, stream).await;
                }
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                stream.write_all(&SETTINGS).await.ok();
                // The preface, the client's settings, the request.
                let Ok(1..) = stream.read(&mut [0; 4096]).await else { return };
                stream.write_all(farewell).await.ok();
                stream.shutdown().await.ok();
            }
        })
        .await;
        assert_eq!(ask(&server).await.outcome.expect("an answer").body, b"second");
    }
}
