//! TLS with the certificates that the system trusts.
//!
//! `SSL_CERT_FILE` and `SSL_CERT_DIR`, where set, replace the system's store on every platform,
//! as they do for OpenSSL. The crypto provider is handed over explicitly and never installed for
//! the whole process, which belongs to whoever uses this library.

use std::env;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};

use super::build::WebError;

/// A client's configuration that trusts the system's authorities and `extra` ones, for HTTP/2
/// and HTTP/1.1.
pub(super) fn config(extra: Vec<CertificateDer<'static>>) -> Result<ClientConfig, WebError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier =
        verifier(extra, Arc::clone(&provider)).map_err(|error| WebError::Tls(error.to_string()))?;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| WebError::Tls(error.to_string()))?
        .dangerous() // rustls' word for any verifier but its own
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

fn verifier(
    extra: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, Box<dyn std::error::Error>> {
    if env::var_os("SSL_CERT_FILE").is_none() && env::var_os("SSL_CERT_DIR").is_none() {
        let verifier = rustls_platform_verifier::Verifier::new_with_extra_roots(extra, provider)?;
        return Ok(Arc::new(verifier));
    }
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(extra);
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    Ok(WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build()?)
}
