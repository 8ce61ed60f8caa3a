//! The wire on reqwest: one request, guarded, capped, with nothing followed or retried.
//!
//! One client serves a whole run. It keeps no cookies (a chain has its own), follows nothing (a
//! chain does) and holds few idle connections, for few moments: a run meets thousands of hosts
//! and most of them once.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::{Client, ClientBuilder, Response, StatusCode, redirect};
use rustls::ClientConfig;
use tokio::time::{Instant, sleep, timeout_at};
use url::Host;

use super::body::{self, End};
use super::dns::{ClientNames, GuardedNames, LookupError};
use super::failure::{classify, classify_proxied, from_lookup};
use super::observation::{Answer, Failure};
use super::outage::Outage;
use super::proxies::{Proxies, ProxyPlace};
use super::settings::Settings;
use super::wire::{Hear, NoAnswer, Outcome, Request, Wire};

/// Idle connections kept for each host.
const MAX_IDLE: usize = 2;
/// For how long one is kept.
const MAX_IDLE_TIME: Duration = Duration::from_secs(5);
/// Some sites set a hundred headers and more; hyper's default is 100.
const MAX_HEADERS: usize = 512;
/// The same for HTTP/2, in bytes; the default is 16 KiB.
const MAX_HEADER_BYTES: u32 = 256 * 1024;
/// As much of a redirect's body is read, so that its connection can be used again.
const REDIRECT_BODY: usize = 64 * 1024;

/// The wire on reqwest.
pub(super) struct Http {
    client: Client,
    /// The same without decompression, for servers whose label lies.
    plain: Client,
    names: Arc<GuardedNames>,
    connect_timeout: Duration,
    interval: Duration,
    pause: Duration,
    cap: usize,
}

impl Http {
    pub(super) fn new(
        settings: &Settings,
        names: GuardedNames,
        proxies: &Proxies,
        tls: &ClientConfig,
    ) -> reqwest::Result<Self> {
        let names = Arc::new(names);
        let builder = || {
            tolerant(Client::builder())
                .tls_backend_preconfigured(tls.clone())
                .dns_resolver(ClientNames(Arc::clone(&names)))
                .redirect(redirect::Policy::none())
                .referer(false)
                .connect_timeout(settings.connect_timeout)
                .pool_max_idle_per_host(MAX_IDLE.min(settings.host_concurrency))
                .pool_idle_timeout(MAX_IDLE_TIME)
        };
        let plain = builder().no_gzip().no_brotli().no_deflate().no_zstd().pool_max_idle_per_host(0);
        Ok(Self {
            client: proxies.apply(builder())?.build()?,
            plain: proxies.apply(plain)?.build()?,
            interval: settings.host_interval,
            names: Arc::clone(&names),
            connect_timeout: settings.connect_timeout,
            pause: settings.progress_timeout,
            cap: settings.max_body,
        })
    }

    async fn ask(&self, request: &Request, hear: &Hear<'_>) -> Outcome {
        self.admit(request).await?;
        let now = Instant::now();
        let (head_by, deadline) = (now + request.patience, now + request.left);
        let proxy = self.names.routes.proxy(&request.url);
        match timeout_at(head_by, self.client.execute(prepare(request))).await {
            Ok(Ok(response)) => {
                if let Some(proxy) = proxy.filter(|_| is_proxys_own(&response, request)) {
                    return Err(wants_credentials(&proxy));
                }
                hear(response.status().as_u16(), response.headers());
                let (answer, end) = self.read(request, response, deadline).await;
                let nothing_came = end == End::Broken && answer.body.is_empty();
                Ok(if nothing_came {
                    self.ask_plainly(request, deadline).await.unwrap_or(answer)
                } else {
                    answer
                })
            }
            Ok(Err(error)) => Err(match proxy {
                Some(proxy) => classify_proxied(&error, host(request), &proxy, self.connect_timeout),
                None => classify(&error, host(request), self.connect_timeout),
            }),
            Err(_) => Err(NoAnswer::silence(Failure::Timeout(request.limit))),
        }
    }

    /// Asks again for a body that could not be read at all: some servers label plain text as
    /// compressed. Keeps the distance that the host is owed.
    async fn ask_plainly(&self, request: &Request, deadline: Instant) -> Option<Answer> {
        let again = async {
            sleep(self.interval).await;
            self.plain.execute(prepare(request)).await.ok()
        };
        let response = timeout_at(deadline, again).await.ok()??;
        let (answer, _) = self.read(request, response, deadline).await;
        (!answer.body.is_empty()).then_some(answer)
    }

    /// Looks at what the client would not show to the guard: an address written as a number goes
    /// by the resolver, and a name that a proxy looks up never comes to it.
    async fn admit(&self, request: &Request) -> Result<(), NoAnswer> {
        let address: IpAddr = match request.url.host() {
            Some(Host::Ipv4(address)) => address.into(),
            Some(Host::Ipv6(address)) => address.into(),
            Some(Host::Domain(name)) => return self.admit_name(request, name).await,
            None => return Err(NoAnswer::heard(Failure::NotHttp(request.url.to_string()))),
        };
        if self.names.guard.allows(address) {
            return Ok(());
        }
        Err(NoAnswer::heard(Failure::PrivateAddress(address.to_string())))
    }

    async fn admit_name(&self, request: &Request, name: &str) -> Result<(), NoAnswer> {
        let routes = &self.names.routes;
        if !routes.is_proxied(&request.url) && !routes.is_proxy(name) {
            return Ok(());
        }
        match self.names.allowed(name).await {
            Err(error @ LookupError::Forbidden) => Err(from_lookup(&error, name)),
            _ => Ok(()),
        }
    }

    async fn read(&self, request: &Request, mut response: Response, deadline: Instant) -> (Answer, End) {
        let status = response.status().as_u16();
        let headers = std::mem::take(response.headers_mut());
        let cap = request.max_body.unwrap_or(self.cap);
        let cap = if matches!(status, 300..400) { cap.min(REDIRECT_BODY) } else { cap };
        let limits = body::Limits { cap, pause: self.pause, deadline };
        let (body, end) = body::read(&mut response, limits).await;
        let truncated = end != End::Whole;
        (Answer { url: request.url.clone(), status, headers, body, truncated }, end)
    }
}

impl Wire for Http {
    fn send<'a>(&'a self, request: &'a Request, hear: &'a Hear<'a>) -> BoxFuture<'a, Outcome> {
        self.ask(request, hear).boxed()
    }
}

/// Answers need not be well-formed to be answers.
fn tolerant(client: ClientBuilder) -> ClientBuilder {
    client
        .http1_ignore_invalid_headers_in_responses(true)
        .http1_allow_spaces_after_header_name_in_responses(true)
        .http1_allow_obsolete_multiline_headers_in_responses(true)
        .http1_max_headers(MAX_HEADERS)
        .http2_max_header_list_size(MAX_HEADER_BYTES)
}

fn prepare(request: &Request) -> reqwest::Request {
    let mut prepared = reqwest::Request::new(request.method.clone(), request.url.clone());
    *prepared.headers_mut() = request.headers.clone();
    *prepared.body_mut() = request.body.clone().map(Into::into);
    prepared
}

/// Whether the proxy itself has answered: it can do so in the open only, since `https` passes it
/// in a tunnel.
fn is_proxys_own(response: &Response, request: &Request) -> bool {
    response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED && request.url.scheme() == "http"
}

fn wants_credentials(proxy: &ProxyPlace) -> NoAnswer {
    NoAnswer::heard(Failure::Offline(Outage::ProxyCredentials(proxy.to_string())))
}

fn host(request: &Request) -> &str {
    request.url.host_str().unwrap_or_default()
}
