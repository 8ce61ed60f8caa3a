//! TLS: whom the web trusts, and how it tells that it does not.

use std::convert::Infallible;
use std::sync::{Arc, LazyLock};

use http_body_util::Full;
use hyper::service::service_fn;
use hyper::{Request, Response, Version};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use super::server::{Names, Server, http, open_to, read_head, web_with};
use crate::web::fake::get;
use crate::web::{Failure, Fetch, Observation};

const LOOPBACK: &str = "127.0.0.1";

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Authority {
    let mut params = CertificateParams::new([]).expect("no names");
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    Authority::self_signed(params, KeyPair::generate().expect("a key")).expect("an authority")
}

static ROOT: LazyLock<Authority> = LazyLock::new(|| authority("known"));

/// The authority that every web of these tests trusts.
pub(super) fn root() -> CertificateDer<'static> {
    ROOT.der().clone()
}

fn params(name: &str) -> CertificateParams {
    CertificateParams::new([name.to_owned()]).expect("a name")
}

fn acceptor(params: &CertificateParams, issuer: &Authority, protocols: &[&str]) -> TlsAcceptor {
    let key = KeyPair::generate().expect("a key");
    let certificate = params.signed_by(&key, issuer).expect("a certificate");
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("a key that fits");
    config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
    TlsAcceptor::from(Arc::new(config))
}

/// Accepts TLS for a name with a certificate that every web of these tests trusts.
pub(super) fn acceptor_for(name: &str, protocols: &[&str]) -> TlsAcceptor {
    acceptor(&params(name), &ROOT, protocols)
}

async fn say_ok(acceptor: TlsAcceptor, stream: TcpStream) {
    if let Ok(mut stream) = acceptor.accept(stream).await {
        read_head(&mut stream).await;
        stream.write_all(&http("200 OK", "", b"safe")).await.ok();
    }
}

/// Asks `https://a.example/` of a server with this certificate.
async fn ask_with(params: &CertificateParams, issuer: &Authority) -> (Observation, usize) {
    let acceptor = acceptor(params, issuer, &["http/1.1"]);
    let server = Server::start(LOOPBACK, move |stream| say_ok(acceptor.clone(), stream)).await;
    (ask(&server).await, server.connections())
}

pub(super) async fn ask(server: &Server) -> Observation {
    let names = Names::default().to("a.example", &[server.address]);
    web_with(open_to(LOOPBACK), names).fetch(get("https://a.example/")).await
}

fn invalid(why: &str) -> Failure {
    Failure::TlsInvalid(format!("a.example: {why}"))
}

#[tokio::test]
async fn a_certificate_of_a_known_authority_is_trusted() {
    let (seen, _) = ask_with(&params("a.example"), &ROOT).await;
    assert_eq!(seen.outcome.expect("an answer").body, b"safe");
}

#[tokio::test]
async fn an_expired_certificate_is_told_as_such_and_not_asked_again() {
    let mut expired = params("a.example");
    expired.not_before = date_time_ymd(2019, 1, 1);
    expired.not_after = date_time_ymd(2020, 1, 1);
    let (seen, connections) = ask_with(&expired, &ROOT).await;
    assert_eq!(seen.outcome.err(), Some(Failure::TlsExpired("a.example".into())));
    assert_eq!((seen.attempts, connections), (1, 1));
}

#[tokio::test]
async fn other_faults_of_certificates_are_told_in_words() {
    let mut early = params("a.example");
    early.not_before = date_time_ymd(2999, 1, 1);
    early.not_after = date_time_ymd(3000, 1, 1);
    let (seen, _) = ask_with(&early, &ROOT).await;
    assert_eq!(seen.outcome.err(), Some(invalid("it is not valid yet")));
    let (seen, _) = ask_with(&params("b.example"), &ROOT).await;
    assert_eq!(seen.outcome.err(), Some(invalid("it is for another name")));
    let (seen, connections) = ask_with(&params("a.example"), &authority("unknown")).await;
    assert_eq!(seen.outcome.err(), Some(invalid("nobody known has issued it")));
    assert_eq!((seen.attempts, connections), (1, 1));
}

#[tokio::test]
async fn a_server_without_tls_is_not_to_be_trusted() {
    let server = Server::start(LOOPBACK, |mut stream| async move {
        stream.write_all(&http("400 Bad Request", "", b"speak plainly")).await.ok();
    })
    .await;
    let seen = ask(&server).await;
    assert!(matches!(seen.outcome, Err(Failure::TlsInvalid(_))), "{:?}", seen.outcome);
}

#[tokio::test]
async fn a_server_that_does_not_know_the_name_is_not_to_be_trusted() {
    // The alert `unrecognized_name` (RFC 6066 §3), fatal, in a record of its own.
    let server = Server::start(LOOPBACK, |mut stream| async move {
        stream.read_u8().await.ok();
        stream.write_all(&[21, 3, 3, 0, 2, 2, 112]).await.ok();
        stream.shutdown().await.ok();
    })
    .await;
    let seen = ask(&server).await;
    assert!(matches!(seen.outcome, Err(Failure::TlsInvalid(_))), "{:?}", seen.outcome);
}

#[tokio::test]
async fn a_handshake_that_breaks_off_is_a_broken_connection() {
    let server = Server::start(LOOPBACK, |stream| async move { drop(stream) }).await;
    let seen = ask(&server).await;
    assert!(matches!(seen.outcome, Err(Failure::ConnectionReset(_))), "{:?}", seen.outcome);
}

pub(super) async fn speak_http2(acceptor: TlsAcceptor, stream: TcpStream) {
    let Ok(stream) = acceptor.accept(stream).await else { return };
    let answer = service_fn(|request: Request<_>| async move {
        let _: &hyper::body::Incoming = request.body();
        assert_eq!(request.version(), Version::HTTP_2);
        Ok::<_, Infallible>(Response::new(Full::new(&b"second"[..])))
    });
    let server = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
    server.serve_connection(TokioIo::new(stream), answer).await.ok();
}

#[tokio::test]
async fn http2_is_spoken_where_the_server_offers_it() {
    let acceptor = acceptor(&params("a.example"), &ROOT, &["h2", "http/1.1"]);
    let server = Server::start(LOOPBACK, move |stream| speak_http2(acceptor.clone(), stream)).await;
    assert_eq!(ask(&server).await.outcome.expect("an answer").body, b"second");
}
