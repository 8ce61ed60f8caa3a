//! Servers on loopback that say exactly the bytes a test wants, and names that lead to them.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::web::fake::hasty;
use crate::web::{AlwaysUp, Builder, Proxies, Resolve, ResolveError, Settings, Web};

/// A server on loopback.
pub(super) struct Server {
    pub(super) address: SocketAddr,
    connections: Arc<AtomicUsize>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Hands every connection to `serve`.
    pub(super) async fn start<F>(ip: &str, serve: impl Fn(TcpStream) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind((ip, 0)).await.expect("loopback");
        let address = listener.local_addr().expect("bound");
        let connections = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&connections);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream));
            }
        });
        Self { address, connections, heads: Arc::default() }
    }

    /// Answers every request, on connections that stay open, with what `answer` makes of its
    /// head; an empty answer closes the connection.
    pub(super) async fn answering(
        ip: &str,
        answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(answer);
        let heads: Arc<Mutex<Vec<String>>> = Arc::default();
        let log = Arc::clone(&heads);
        let server = Self::start(ip, move |mut stream| {
            let (answer, log) = (Arc::clone(&answer), Arc::clone(&log));
            async move {
                while let Some(head) = read_head(&mut stream).await {
                    let bytes = answer(&head);
                    log.lock().expect("no panic").push(head);
                    if bytes.is_empty() || stream.write_all(&bytes).await.is_err() {
                        return;
                    }
                }
            }
        });
        Self { heads, ..server.await }
    }

    /// Sends these bytes to everyone and closes.
    pub(super) async fn saying(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::start("127.0.0.1", move |mut stream| {
            let bytes = bytes.clone();
            async move {
                read_head(&mut stream).await;
                stream.write_all(&bytes).await.ok();
                stream.shutdown().await.ok();
            }
        })
        .await
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// The heads of the requests so far.
    pub(super) fn heads(&self) -> Vec<String> {
        self.heads.lock().expect("no panic").clone()
    }
}

/// Reads to the end of a request's head; none if the connection ends before.
pub(super) async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    Some(String::from_utf8_lossy(&head).into_owned())
}

/// A well-formed answer.
pub(super) fn http(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// What a name leads to, the same each time or each time the next.
type Lookup = Result<Vec<SocketAddr>, ResolveError>;

/// Names of a test's own.
#[derive(Default)]
pub(super) struct Names {
    table: HashMap<String, Vec<Lookup>>,
    asked: AtomicUsize,
}

impl Names {
    pub(super) fn with(mut self, host: &str, lookups: impl IntoIterator<Item = Lookup>) -> Self {
        self.table.insert(host.into(), lookups.into_iter().collect());
        self
    }

    pub(super) fn to(self, host: &str, addresses: &[SocketAddr]) -> Self {
        self.with(host, [Ok(addresses.to_vec())])
    }

    pub(super) fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl Resolve for Names {
    fn resolve<'a>(&'a self, host: &'a str) -> BoxFuture<'a, Lookup> {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst);
        let lookup = match self.table.get(host) {
            Some(lookups) => lookups[turn % lookups.len()].clone(),
            None => Err(ResolveError::NotFound),
        };
        ready(lookup).boxed()
    }
}

/// Settings that let a test reach one loopback address and get over failures quickly.
pub(super) fn open_to(ip: &str) -> Settings {
    let ip: IpAddr = ip.parse().expect("an address");
    Settings { allow_net: vec![ip.into()], retry_delay: Duration::from_millis(1), ..hasty() }
}

/// A web that knows no proxy and trusts `root` only beside the system's authorities.
pub(super) fn builder(settings: Settings, names: Arc<Names>) -> Builder {
    let root = super::trust::root();
    Web::builder(settings, names).proxies(Proxies::None).network(Arc::new(AlwaysUp)).roots([root])
}

pub(super) fn web(settings: Settings) -> Web {
    web_with(settings, Names::default())
}

pub(super) fn web_with(settings: Settings, names: Names) -> Web {
    builder(settings, Arc::new(names)).build().expect("a web")
}
