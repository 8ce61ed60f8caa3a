//! Certificates for the demo's hosts: good ones, an expired one, and one that nobody vouches for.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, Error, IsCa, KeyPair, date_time_ymd};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{self, ServerConfig};

/// A certificate authority made for one run of the demo.
pub(super) struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

/// How a server's certificate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quality {
    Good,
    Expired,
    SelfSigned,
}

/// A certificate could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// By the generator.
    #[error("a demo certificate could not be made: {0}")]
    Generate(#[from] Error),
    /// By the TLS library.
    #[error("a demo certificate could not be used: {0}")]
    Tls(#[from] rustls::Error),
}

impl Authority {
    pub(super) fn new() -> Result<Self, CertificateError> {
        let mut params = CertificateParams::new(Vec::new())?;
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Ok(Self { issuer: CertifiedIssuer::self_signed(params, KeyPair::generate()?)? })
    }

    /// The root certificate (DER) that a client must trust.
    pub(super) fn root(&self) -> Vec<u8> {
        self.issuer.der().to_vec()
    }

    /// A server's TLS for these hosts.
    pub(super) fn tls(&self, hosts: &[String], quality: Quality) -> Result<ServerConfig, CertificateError> {
        let key = KeyPair::generate()?;
        let mut params = CertificateParams::new(hosts)?;
        if quality == Quality::Expired {
            params.not_before = date_time_ymd(2015, 1, 1);
            params.not_after = date_time_ymd(2016, 1, 1);
        }
        let certificate = match quality {
            Quality::SelfSigned => params.self_signed(&key)?,
            Quality::Good | Quality::Expired => params.signed_by(&key, &self.issuer)?,
        };
        server(certificate.der().clone(), &key)
    }
}

fn server(certificate: CertificateDer<'static>, key: &KeyPair) -> Result<ServerConfig, CertificateError> {
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    Ok(ServerConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)?)
}
