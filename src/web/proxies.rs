//! Proxies, and what the guard can still promise with one.
//!
//! A proxy looks names up and connects by itself, so the address connected to is out of sight.
//! With a proxy the guard covers what it can see: addresses written as numbers, and names that
//! resolve here to closed addresses only. The proxy itself was named by a person and may well
//! live on a private address: it is let through, but only as a proxy, never as a source.

use std::fmt;

use hyper_util::client::proxy::matcher::{Intercept, Matcher};
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

    /// Whether the proxies can be used as they are written.
    ///
    /// # Errors
    /// [`UnusableProxy`] for the first variable of the environment that cannot.
    pub fn check(&self) -> Result<(), UnusableProxy> {
        match self {
            Self::Environment => check(|name| std::env::var(name).ok()),
            Self::None | Self::Only(_) => Ok(()),
        }
    }

    pub(super) fn routes(&self) -> Routes {
        Routes::new(match self {
            Self::Environment => Matcher::from_system(),
            Self::None => Matcher::builder().build(),
            Self::Only(url) => Matcher::builder().all(url.as_str().to_owned()).build(),
        })
    }
}

/// A proxy variable with a value that is no proxy's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable} is {value:?}, which is no proxy's address")]
pub struct UnusableProxy {
    /// The variable.
    pub variable: String,
    /// Its value, without credentials.
    pub value: String,
}

/// The variables with a proxy's address; either case of each.
const VARIABLES: [[&str; 2]; 3] =
    [["HTTP_PROXY", "http_proxy"], ["HTTPS_PROXY", "https_proxy"], ["ALL_PROXY", "all_proxy"]];

/// Looks at the proxies of an environment: the client would pass over a value that it cannot read,
/// or take a mere word for a host.
fn check(value_of: impl Fn(&str) -> Option<String>) -> Result<(), UnusableProxy> {
    for names in VARIABLES {
        let set =
            names.iter().find_map(|name| Some((*name, value_of(name).filter(|value| !value.is_empty())?)));
        if let Some((variable, value)) = set
            && !is_usable(&value)
        {
            let value = value.rsplit('@').next().unwrap_or_default().to_owned();
            return Err(UnusableProxy { variable: variable.to_owned(), value });
        }
    }
    Ok(())
}

fn is_usable(value: &str) -> bool {
    let Ok(source) = "http://source.invalid/".parse() else { return false };
    let proxy = Matcher::builder().all(value.to_owned()).build().intercept(&source);
    let named = value.contains([':', '.']) || value == "localhost";
    named && proxy.is_some_and(|proxy| place(&proxy).is_some())
}

/// Where a proxy is. Shown without its credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ProxyPlace {
    pub(super) host: String,
    pub(super) port: u16,
}

impl fmt::Display for ProxyPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

fn place(proxy: &Intercept) -> Option<ProxyPlace> {
    let uri = proxy.uri();
    let usual = match uri.scheme_str() {
        Some("https") => 443,
        Some(scheme) if scheme.starts_with("socks") => 1080,
        _ => 80,
    };
    let host = uri.host()?.trim_matches(['[', ']']).to_owned();
    (!host.is_empty()).then(|| ProxyPlace { host, port: uri.port_u16().unwrap_or(usual) })
}

/// Tells which addresses go through a proxy, by the same rules as the client.
pub(super) struct Routes {
    matcher: Matcher,
    places: Vec<ProxyPlace>,
}

impl Routes {
    fn new(matcher: Matcher) -> Self {
        let mut places: Vec<ProxyPlace> = Vec::new();
        for source in ["http://source.invalid/", "https://source.invalid/"] {
            let proxy = source.parse().ok().and_then(|source| matcher.intercept(&source));
            if let Some(place) = proxy.and_then(|proxy| place(&proxy))
                && !places.contains(&place)
            {
                places.push(place);
            }
        }
        Self { matcher, places }
    }

    /// The proxy through which `url` is asked.
    pub(super) fn proxy(&self, url: &Url) -> Option<ProxyPlace> {
        place(&self.matcher.intercept(&url.as_str().parse().ok()?)?)
    }

    /// Whether `url` is asked through a proxy.
    pub(super) fn is_proxied(&self, url: &Url) -> bool {
        self.proxy(url).is_some()
    }

    /// Whether a name is that of a proxy.
    pub(super) fn is_proxy(&self, host: &str) -> bool {
        self.places.iter().any(|proxy| proxy.host.eq_ignore_ascii_case(host))
    }

    /// All proxies.
    pub(super) fn places(&self) -> &[ProxyPlace] {
        &self.places
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
        assert_eq!(
            routes.places().iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["proxy.corp.example:3128"]
        );
        assert!(routes.is_proxy("proxy.corp.example"));
        assert!(routes.is_proxy("Proxy.Corp.example"));
        assert!(!routes.is_proxy("a.example"));
        assert!(routes.is_proxied(&url("https://a.example/")));
        assert!(routes.is_proxied(&url("http://a.example/")));
    }

    #[test]
    fn without_proxies_nothing_goes_through_one() {
        let routes = Proxies::None.routes();
        assert!(routes.places().is_empty());
        assert!(!routes.is_proxied(&url("http://a.example/")));
    }

    #[test]
    fn exceptions_are_not_proxied() {
        let matcher = Matcher::builder().all("http://proxy.example:3128").no("inside.example").build();
        let routes = Routes::new(matcher);
        assert!(!routes.is_proxied(&url("http://www.inside.example/")));
        assert!(routes.is_proxied(&url("http://outside.example/")));
    }

    #[test]
    fn a_value_that_is_no_address_is_refused_without_its_secrets() {
        let with = |name: &'static str, value: &'static str| {
            check(move |asked| (asked == name).then(|| value.to_owned()))
        };
        for good in ["http://proxy.example:3128", "127.0.0.1:9", "socks5h://[::1]:1080", "proxy.example", ""]
        {
            assert_eq!(with("HTTP_PROXY", good), Ok(()), "{good}");
        }
        for (value, shown) in
            [("foo", "foo"), ("me:secret@foo bar", "foo bar"), ("ftp://a.example", "ftp://a.example")]
        {
            let refused = UnusableProxy { variable: "https_proxy".to_owned(), value: shown.to_owned() };
            assert_eq!(with("https_proxy", value), Err(refused), "{value}");
        }
    }
}
