//! Cookies, for the length of one ask.
//!
//! Cookie walls answer the first request with a cookie and a redirect to the same page; without
//! the cookie they do so for ever. Nothing is kept beyond the ask: no source learns what else
//! the report cites.

use cookie_store::{CookieStore, RawCookie};
use reqwest::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use url::Url;

/// The cookies of one ask. Empty, as nearly always, it costs a pointer.
#[derive(Debug, Default)]
pub(super) struct Jar(Option<Box<CookieStore>>);

impl Jar {
    /// Keeps what an answer from `url` sets.
    pub(super) fn keep(&mut self, url: &Url, headers: &HeaderMap) {
        let mut set = headers.get_all(SET_COOKIE).iter().filter_map(parse).peekable();
        if set.peek().is_some() {
            self.0.get_or_insert_default().store_response_cookies(set, url);
        }
    }

    /// The `Cookie` header for a request to `url`.
    pub(super) fn header(&self, url: &Url) -> Option<HeaderValue> {
        let mut pairs: Vec<_> =
            self.0.as_ref()?.get_request_values(url).map(|(name, value)| format!("{name}={value}")).collect();
        pairs.sort_unstable();
        if pairs.is_empty() { None } else { HeaderValue::from_str(&pairs.join("; ")).ok() }
    }

    /// Puts `cookies`, this jar's for a request, into its headers. A jar that holds anything
    /// outranks a `Cookie` header given by a person.
    pub(super) fn dress(&self, headers: &mut HeaderMap, cookies: Option<HeaderValue>) {
        match cookies {
            Some(cookies) => drop(headers.insert(COOKIE, cookies)),
            None if self.0.is_some() => drop(headers.remove(COOKIE)),
            None => {}
        }
    }
}

fn parse(header: &HeaderValue) -> Option<RawCookie<'static>> {
    RawCookie::parse(header.to_str().ok()?.to_owned()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    fn set(cookies: &[&'static str]) -> HeaderMap {
        cookies.iter().map(|cookie| (SET_COOKIE, HeaderValue::from_static(cookie))).collect()
    }

    #[test]
    fn a_cookie_goes_back_where_it_came_from_and_nowhere_else() {
        let mut jar = Jar::default();
        jar.keep(&url("https://a.example/in"), &set(&["s=1; Path=/", "t=2; Secure", "=;;"]));
        assert_eq!(jar.header(&url("https://a.example/x")), Some(HeaderValue::from_static("s=1; t=2")));
        assert_eq!(jar.header(&url("http://a.example/x")), Some(HeaderValue::from_static("s=1")));
        assert_eq!(jar.header(&url("https://b.example/x")), None);
    }

    #[test]
    fn an_empty_jar_sends_nothing() {
        let mut jar = Jar::default();
        jar.keep(&url("https://a.example/"), &HeaderMap::new());
        assert_eq!(jar.header(&url("https://a.example/")), None);
        assert!(jar.0.is_none());
    }
}
