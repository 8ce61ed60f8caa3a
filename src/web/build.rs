//! Putting a [`Web`] together.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;

use super::client::Web;
use super::dns::GuardedNames;
use super::guard::Guard;
use super::http::Http;
use super::machine::{Machine, NameService};
use super::network::{Network, Watch};
use super::proxies::Proxies;
use super::resolve::Resolve;
use super::settings::{Settings, SettingsError};
use super::tls;

/// Open files that a big run may need; the usual soft limits are 1,024 and 256.
#[cfg(unix)]
const WANTED_FILES: u64 = 16_384;

/// Why there is no web to ask. Each text fits behind "the web cannot be asked: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebError {
    /// The settings are unusable.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// No certificates of authorities, or TLS cannot be set up for another reason.
    #[error(
        "no authority's certificate can be had ({0})\nhint: install the system's certificates, or name a file of them in SSL_CERT_FILE"
    )]
    Tls(String),
    /// The HTTP client cannot be set up: a proxy's address, say, is none.
    #[error("the HTTP client cannot be set up: {0}")]
    Client(String),
}

/// Puts a [`Web`] together.
pub struct Builder {
    settings: Settings,
    resolver: Arc<dyn Resolve>,
    proxies: Proxies,
    roots: Vec<CertificateDer<'static>>,
    network: Option<Arc<dyn Network>>,
}

impl Builder {
    pub(super) fn new(settings: Settings, resolver: Arc<dyn Resolve>) -> Self {
        Self { settings, resolver, proxies: Proxies::default(), roots: Vec::new(), network: None }
    }

    /// Other proxies than the environment's.
    #[must_use]
    pub fn proxies(mut self, proxies: Proxies) -> Self {
        self.proxies = proxies;
        self
    }

    /// Trusts further authorities beside the system's.
    #[must_use]
    pub fn roots(mut self, roots: impl IntoIterator<Item = CertificateDer<'static>>) -> Self {
        self.roots.extend(roots);
        self
    }

    /// Another way to tell whether the network is up than to look at this machine.
    #[must_use]
    pub fn network(mut self, network: Arc<dyn Network>) -> Self {
        self.network = Some(network);
        self
    }

    /// The web. Raises the process's soft limit of open files where it is low.
    ///
    /// # Errors
    /// [`WebError`] if the settings are unusable or TLS cannot be set up.
    pub fn build(self) -> Result<Web, WebError> {
        self.settings.validate()?;
        raise_file_limit();
        let routes = self.proxies.routes();
        let network = self.network.unwrap_or_else(|| {
            Arc::new(Machine { resolver: Arc::clone(&self.resolver), proxies: routes.places().to_vec() })
        });
        let service = Watch::new(Arc::new(NameService(Arc::clone(&self.resolver))));
        let names = GuardedNames {
            resolver: self.resolver,
            guard: Guard::new(self.settings.allow_net.clone()),
            routes,
            service,
            // so that a name service that says nothing is told from a host that says nothing
            patience: self.settings.connect_timeout * 3 / 4,
        };
        let http = Http::new(&self.settings, names, &self.proxies, &tls::config(self.roots)?)
            .map_err(|error| WebError::Client(error.to_string()))?;
        Ok(Web::over(Box::new(http), network, self.settings)?)
    }
}

/// Best effort: with fewer files a run is slower in the worst case, not wrong.
fn raise_file_limit() {
    #[cfg(unix)]
    if let Err(error) = rlimit::increase_nofile_limit(WANTED_FILES) {
        tracing::debug!("the limit of open files could not be raised: {error}");
    }
}
