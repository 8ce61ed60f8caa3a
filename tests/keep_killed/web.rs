//! A web of every kind of body: chunked, gzip, brotli, HTTP/2, empty, and very large.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock, mpsc};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::{BodyExt as _, Full, StreamBody, combinators::BoxBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// How many pages there are; an invented number is none of them.
const PAGES: usize = 1_000;

const LARGE: usize = 50_000_000;

/// The page with this number. Two are very large: one that cannot be compressed comes whole, one that
/// can be comes compressed.
pub(crate) fn body(number: usize) -> Bytes {
    static NOISE: LazyLock<Bytes> = LazyLock::new(noise);
    static DAMS: LazyLock<Bytes> = LazyLock::new(|| b"dam ".repeat(LARGE / 4).into());
    match number {
        400 => NOISE.clone(),
        700 => DAMS.clone(),
        _ if number % 10 == 5 => Bytes::new(),
        _ if number % 10 == 7 => Bytes::from_static(b"<title>A dam</title><h1>A dam</h1><p>The same on all."),
        _ => page(number).into(),
    }
}

fn page(number: usize) -> Vec<u8> {
    // A page called 404 would be taken for what it says.
    let number = number + 1_000;
    let text = format!("<p>What capture {number} says of the dam.</p>").repeat(number % 40 + 1);
    format!("<title>Dam {number}</title><h1>Dam {number}</h1>{text}").into_bytes()
}

fn noise() -> Bytes {
    let mut state = 7_u64;
    let next = |state: &mut u64| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 32).to_le_bytes()
    };
    (0..LARGE / 4).flat_map(|_| next(&mut state).into_iter().take(4)).collect()
}

/// How a page travels.
fn answer(number: usize) -> Response<BoxBody<Bytes, Infallible>> {
    if number % 10 == 5 {
        let to = format!("/moved/page-{number}");
        let redirect = Response::builder().status(301).header("location", to);
        return redirect.body(Full::new(Bytes::new()).boxed()).unwrap();
    }
    let page = body(number);
    let (encoding, sent) = match number % 10 {
        _ if number == 400 => (None, page),
        _ if number == 700 => {
            static SENT: LazyLock<Bytes> = LazyLock::new(|| gzip(&body(700)));
            (Some("gzip"), SENT.clone())
        }
        0 | 1 => (Some("gzip"), gzip(&page)),
        2 => (Some("br"), brotli(&page)),
        _ => (None, page),
    };
    let mut response = Response::builder();
    response = match number {
        400 | 700 => response.header("content-type", "application/pdf"),
        _ => response.header("content-type", "text/html; charset=utf-8"),
    };
    if let Some(encoding) = encoding {
        response = response.header("content-encoding", encoding);
    }
    let is_chunked = number % 10 == 3 || sent.len() > 1_000_000;
    let body = if is_chunked { chunked(&sent) } else { Full::new(sent).boxed() };
    response.body(body).unwrap()
}

/// Without a length: HTTP/1.1 sends it in chunks.
fn chunked(body: &Bytes) -> BoxBody<Bytes, Infallible> {
    let chunks: Vec<_> = body.chunks(60_000).map(|chunk| Ok(Frame::data(body.slice_ref(chunk)))).collect();
    StreamBody::new(futures::stream::iter(chunks)).boxed()
}

fn gzip(body: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap().into()
}

/// Brotli without compression (RFC 7932 §9.2): a window, meta-blocks of plain bytes, the empty last one.
fn brotli(body: &[u8]) -> Bytes {
    assert!((1..=1 << 16).contains(&body.len()));
    // WBITS 16 (bit 0), ISLAST 0, MNIBBLES 4 (00), MLEN - 1 (16 bits), ISUNCOMPRESSED 1; then whole bytes.
    let head = ((body.len() - 1) as u32) << 4 | 1 << 20;
    let mut stream = head.to_le_bytes()[..3].to_vec();
    stream.extend_from_slice(body);
    stream.push(0b11);
    stream.into()
}

/// The web, whose every request rings a bell.
pub(crate) struct Web {
    urls: Vec<String>,
    certificate: String,
    bell: mpsc::Receiver<()>,
}

impl Web {
    pub(crate) async fn start(pages: usize) -> Self {
        let (ring, bell) = mpsc::channel();
        let key = rcgen::generate_simple_self_signed(["127.0.3.1".to_owned()]).unwrap();
        let certificate = key.cert.pem();
        let mut plain = Vec::new();
        for host in 1..=4 {
            plain.push(serve(Ipv4Addr::new(127, 0, 3, host + 1), None, ring.clone()).await);
        }
        let secure = serve(Ipv4Addr::new(127, 0, 3, 1), Some(tls(&key)), ring).await;
        let url = |number: usize| {
            if number % 10 == 4 {
                return format!("https://{secure}/p/page-{number}");
            }
            format!("http://{}/p/page-{number}", plain[number % plain.len()])
        };
        Self { urls: (0..pages).map(url).collect(), certificate, bell }
    }

    pub(crate) fn urls(&self) -> &[String] {
        &self.urls
    }

    pub(crate) fn certificate(&self) -> &str {
        &self.certificate
    }

    pub(crate) fn wait_for(&mut self, requests: usize) {
        for _ in 0..requests {
            if self.bell.recv_timeout(Duration::from_secs(5)).is_err() {
                return;
            }
        }
    }

    /// Waits until something is so, or for so long.
    #[expect(clippy::unused_self, reason = "the test waits for its web")]
    pub(crate) fn wait_until(&self, most: Duration, is_so: impl Fn() -> bool) {
        let start = Instant::now();
        while start.elapsed() < most && !is_so() {
            std::thread::yield_now();
        }
    }

    pub(crate) fn forget(&mut self) {
        while self.bell.try_recv().is_ok() {}
    }
}

fn tls(key: &rcgen::CertifiedKey<rcgen::KeyPair>) -> TlsAcceptor {
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.signing_key.serialize_der()));
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![key.cert.der().clone()], private)
        .unwrap();
    config.alpn_protocols = vec![b"h2".to_vec()];
    TlsAcceptor::from(Arc::new(config))
}

async fn serve(ip: Ipv4Addr, tls: Option<TlsAcceptor>, ring: mpsc::Sender<()>) -> SocketAddr {
    let listener = TcpListener::bind((ip, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (tls, ring) = (tls.clone(), ring.clone());
            tokio::spawn(async move {
                let service = service_fn(move |request: Request<Incoming>| {
                    // The test may have ended; then nobody listens.
                    let _ = ring.send(());
                    let response = respond(request.uri().path());
                    async { Ok::<_, Infallible>(response) }
                });
                // An error here is a client that was killed.
                if let Some(tls) = tls {
                    let Ok(stream) = tls.accept(stream).await else { return };
                    let http = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
                    let _ = http.serve_connection(TokioIo::new(stream), service).await;
                } else {
                    let http = hyper::server::conn::http1::Builder::new();
                    let _ = http.serve_connection(TokioIo::new(stream), service).await;
                }
            });
        }
    });
    address
}

fn respond(path: &str) -> Response<BoxBody<Bytes, Infallible>> {
    let number = |prefix| path.strip_prefix(prefix).and_then(|number| number.parse().ok());
    match (number("/p/page-"), number("/moved/page-")) {
        (Some(number), _) if number < PAGES => answer(number),
        (_, Some(number)) if number < PAGES => {
            let page = Response::builder().header("content-type", "text/html");
            page.body(Full::new(page_of(number)).boxed()).unwrap()
        }
        _ => missing(),
    }
}

fn page_of(number: usize) -> Bytes {
    page(number).into()
}

fn missing() -> Response<BoxBody<Bytes, Infallible>> {
    Response::builder().status(404).body(Full::new(Bytes::new()).boxed()).unwrap()
}
