//! A server on loopback that answers for any number of hosts and remembers what it was asked.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, HOST, HeaderName, USER_AGENT};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

use super::reply::{Reply, Request};

/// Most bytes of a request body that are read.
const MAX_REQUEST: usize = 1 << 20;

type Handler = Arc<dyn Fn(&Request) -> Reply + Send + Sync>;

/// A listening server; it stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    log: Arc<Mutex<Vec<Request>>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Listens on a free port of `127.0.0.1`.
    ///
    /// # Errors
    /// If no port can be had.
    pub async fn http(handler: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> io::Result<Self> {
        Self::start(Ipv4Addr::LOCALHOST, None, Arc::new(handler)).await
    }

    /// The same on another address of the loopback range, so that a test has several hosts
    /// without names.
    ///
    /// # Errors
    /// If no port can be had.
    pub async fn http_on(
        address: Ipv4Addr,
        handler: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        Self::start(address, None, Arc::new(handler)).await
    }

    /// The same over TLS.
    ///
    /// # Errors
    /// If no port can be had.
    pub async fn https(
        tls: ServerConfig,
        handler: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        Self::start(Ipv4Addr::LOCALHOST, Some(TlsAcceptor::from(Arc::new(tls))), Arc::new(handler)).await
    }

    async fn start(address: Ipv4Addr, tls: Option<TlsAcceptor>, handler: Handler) -> io::Result<Self> {
        let listener = TcpListener::bind((address, 0)).await?;
        let address = listener.local_addr()?;
        let log = Arc::default();
        let task = tokio::spawn(accept(listener, tls, handler, Arc::clone(&log)));
        Ok(Self { address, log, task })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Every request so far, in order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often a path and query of a host was asked.
    pub fn hits(&self, host: &str, target: &str) -> usize {
        self.requests().iter().filter(|request| request.host == host && request.target == target).count()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    handler: Handler,
    log: Arc<Mutex<Vec<Request>>>,
) {
    while let Ok((stream, _)) = listener.accept().await {
        let (tls, handler, log) = (tls.clone(), Arc::clone(&handler), Arc::clone(&log));
        tokio::spawn(async move {
            match tls {
                Some(tls) => serve_tls(&tls, stream, handler, log).await,
                None => serve(stream, handler, log).await,
            }
        });
    }
}

/// A client that does not trust the certificate breaks off here; that is its right.
async fn serve_tls(tls: &TlsAcceptor, stream: TcpStream, handler: Handler, log: Arc<Mutex<Vec<Request>>>) {
    if let Ok(stream) = tls.accept(stream).await {
        serve(stream, handler, log).await;
    }
}

async fn serve<S>(stream: S, handler: Handler, log: Arc<Mutex<Vec<Request>>>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let service = service_fn(|request| answer(request, &handler, &log));
    // An error here is a connection that broke, by the client's or by the reply's own will.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(
    request: hyper::Request<Incoming>,
    handler: &Handler,
    log: &Mutex<Vec<Request>>,
) -> Result<hyper::Response<Full<Bytes>>, io::Error> {
    let request = seen(request).await?;
    log.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
    handler(&request).into_response().await.ok_or_else(|| io::Error::from(io::ErrorKind::ConnectionReset))
}

async fn seen(request: hyper::Request<Incoming>) -> Result<Request, io::Error> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, MAX_REQUEST).collect().await.map_err(io::Error::other)?.to_bytes();
    let header = |name: HeaderName| {
        head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let host = header(HOST);
    Ok(Request {
        method: head.method.to_string(),
        host: host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name).to_ascii_lowercase(),
        target: head.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        body: String::from_utf8_lossy(&body).into_owned(),
        user_agent: header(USER_AGENT),
        authorization: header(AUTHORIZATION),
    })
}
