//! Proxies, and what the guard can still promise with one.
//!
//! A proxy looks names up and connects by itself, so the address connected to is out of sight.
//! With a proxy the guard covers what it can see: addresses written as numbers, and names that
//! resolve here to closed addresses only. The proxy itself was named by a person and may well
//! live on a private address: it is let through, but only as a proxy, never as a source.

use hyper_util::client::proxy::matcher::Matcher;
use reqwest::ClientBuilder;
use url::Url;

/// Which proxies are used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Proxies {
    /// Those of `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` (either case), and of the
    /// system's settings where there are any.
    #[default]
    Environment,
    /// None, whatever the environment says.
    None,
    /// This one for everything.
    Only(Url),
}

impl Proxies {
    pub(super) fn apply(&self, client: ClientBuilder) -> reqwest::Result<ClientBuilder> {
        Ok(match self {
            Self::Environment => client,
            Self::None => client.no_proxy(),
            Self::Only(url) => client.proxy(reqwest::Proxy::all(url.clone())?),
        })
    }

    pub(super) fn routes(&self) -> Routes {
        Routes::new(match self {
            Self::Environment => Matcher::from_system(),
            Self::None => Matcher::builder().build(),
            Self::Only(url) => Matcher::builder().all(url.as_str().to_owned()).build(),
        })
    }
}

/// Tells which addresses go through a proxy, by the same rules as the client.
pub(super) struct Routes {
    matcher: Matcher,
    hosts: Vec<String>,
}

impl Routes {
    fn new(matcher: Matcher) -> Self {
        let hosts = ["http://source.invalid/", "https://source.invalid/"]
            .into_iter()
            .filter_map(|source| Some(matcher.intercept(&source.parse().ok()?)?.uri().host()?.to_owned()))
            .collect();
        Self { matcher, hosts }
    }

    /// Whether `url` is asked through a proxy.
    pub(super) fn is_proxied(&self, url: &Url) -> bool {
        url.as_str().parse().is_ok_and(|uri| self.matcher.intercept(&uri).is_some())
    }

    /// Whether a name is that of a proxy.
    pub(super) fn is_proxy(&self, host: &str) -> bool {
        self.hosts.iter().any(|proxy| proxy.eq_ignore_ascii_case(host))
    }

    /// Whether there is any proxy.
    pub(super) fn any(&self) -> bool {
        !self.hosts.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn a_proxy_is_known_by_its_name_and_takes_everything() {
        let routes = Proxies::Only(url("http://proxy.corp.example:3128")).routes();
        assert!(routes.any());
        assert!(routes.is_proxy("proxy.corp.example"));
        assert!(routes.is_proxy("Proxy.Corp.example"));
        assert!(!routes.is_proxy("a.example"));
        assert!(routes.is_proxied(&url("https://a.example/")));
        assert!(routes.is_proxied(&url("http://a.example/")));
    }

    #[test]
    fn without_proxies_nothing_goes_through_one() {
        let routes = Proxies::None.routes();
        assert!(!routes.any());
        assert!(!routes.is_proxied(&url("http://a.example/")));
    }

    #[test]
    fn exceptions_are_not_proxied() {
        let matcher = Matcher::builder().all("http://proxy.example:3128").no("inside.example").build();
        let routes = Routes::new(matcher);
        assert!(!routes.is_proxied(&url("http://www.inside.example/")));
        assert!(routes.is_proxied(&url("http://outside.example/")));
    }
}
