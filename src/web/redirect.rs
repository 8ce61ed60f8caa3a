//! Where an answer sends its asker, and when that is going round in circles.

use reqwest::Method;
use reqwest::header::{
    AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HeaderMap, HeaderValue, LOCATION,
    PROXY_AUTHORIZATION,
};
use url::Url;

use super::observation::{Answer, Failure};

/// The address an answer redirects to; none if it is a final answer. A 3xx without `Location`
/// (304, most 300) is final.
///
/// # Errors
/// [`Failure::BadRedirect`] and [`Failure::NotHttp`].
pub(super) fn target(answer: &Answer) -> Result<Option<Url>, Failure> {
    if !matches!(answer.status, 300..=303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = answer.headers.get(LOCATION) else { return Ok(None) };
    let location = text(location);
    let bad = || Failure::BadRedirect(location.clone());
    if location.trim().is_empty() {
        return Err(bad());
    }
    let mut target = answer.url.join(&location).map_err(|_| bad())?;
    if !is_web(&target) {
        return Err(Failure::NotHttp(target.into()));
    }
    if target.fragment().is_none() {
        target.set_fragment(answer.url.fragment());
    }
    Ok(Some(target))
}

/// Whether an address can be asked over HTTP at all.
pub(super) fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

/// Many servers put raw UTF-8 into `Location`, some Latin-1; RFC 9110 §5.5 allows neither.
fn text(location: &HeaderValue) -> String {
    let bytes = location.as_bytes();
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().copied().map(char::from).collect(), str::to_owned)
}

/// What becomes of the method: 303, and by old habit 301 and 302, turn a `POST` into a `GET`
/// (RFC 9110 §15.4). Returns whether they did.
pub(super) fn becomes_get(status: u16, method: &Method) -> bool {
    matches!(status, 301..=303) && !matches!(*method, Method::GET | Method::HEAD)
}

/// Takes out what is meant for the first host only, and what described a body that is gone.
pub(super) fn strip(headers: &mut HeaderMap, elsewhere: bool, without_body: bool) {
    if elsewhere {
        for name in [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE] {
            headers.remove(name);
        }
    }
    if without_body {
        for name in [CONTENT_TYPE, CONTENT_LENGTH] {
            headers.remove(name);
        }
    }
}

/// The requests of a chain so far. The same address with the same cookies again is a circle; with
/// other cookies it may be a cookie wall, which is walked through once.
#[derive(Debug, Default)]
pub(super) struct Trail(Vec<(Url, Option<HeaderValue>)>);

impl Trail {
    /// Notes a request. False if it closes a circle.
    pub(super) fn go_on(&mut self, url: &Url, cookies: Option<&HeaderValue>) -> bool {
        let mut url = url.clone();
        url.set_fragment(None);
        let mut visits = self.0.iter().filter(|(visited, _)| *visited == url);
        let circle = match (visits.next(), visits.next()) {
            (None, _) => false,
            (Some((_, with)), None) => with.as_ref() == cookies,
            (Some(_), Some(_)) => true,
        };
        self.0.push((url, cookies.cloned()));
        !circle
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::fake::answer;

    fn to(location: &str) -> Result<Option<Url>, Failure> {
        target(&Answer {
            url: url("http://a.example/dir/page?q=1#part"),
            ..answer(302, &[("location", location)])
        })
    }

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn locations_are_resolved_like_a_browser_does() {
        for (location, expected) in [
            ("http://b.example/", "http://b.example/#part"),
            ("//b.example/x", "http://b.example/x#part"),
            ("/x", "http://a.example/x#part"),
            ("x", "http://a.example/dir/x#part"),
            ("?q=2", "http://a.example/dir/page?q=2#part"),
            (" /x y#other ", "http://a.example/x%20y#other"),
            ("HTTP://B.EXAMPLE:80", "http://b.example/#part"),
            ("http://0x7f.1/", "http://127.0.0.1/#part"),
        ] {
            assert_eq!(to(location), Ok(Some(url(expected))), "{location}");
        }
    }

    #[test]
    fn raw_bytes_are_read_as_utf_8_and_else_as_latin_1() {
        for (bytes, expected) in
            [("/caf\u{e9}".as_bytes(), "/caf%C3%A9"), (b"/caf\xe9".as_slice(), "/caf%C3%A9")]
        {
            let mut answer = answer(301, &[]);
            answer.headers.insert(LOCATION, HeaderValue::from_bytes(bytes).expect("a header"));
            assert_eq!(target(&answer).expect("a target").expect("some").path(), expected);
        }
    }

    #[test]
    fn what_is_no_address_or_none_of_the_web_ends_the_chain() {
        assert_eq!(to("http://[::1"), Err(Failure::BadRedirect("http://[::1".into())));
        assert_eq!(to("http://"), Err(Failure::BadRedirect("http://".into())));
        assert_eq!(to(""), Err(Failure::BadRedirect(String::new())));
        assert_eq!(to("mailto:a@b.example"), Err(Failure::NotHttp("mailto:a@b.example".into())));
        assert_eq!(to("itms-apps://x/y"), Err(Failure::NotHttp("itms-apps://x/y".into())));
        assert_eq!(to("javascript:alert(1)"), Err(Failure::NotHttp("javascript:alert(1)".into())));
    }

    #[test]
    fn answers_without_a_location_are_answers() {
        for status in [200, 300, 301, 302, 304, 305, 404] {
            assert_eq!(target(&answer(status, &[])), Ok(None), "{status}");
        }
        for status in [200, 201, 304, 305, 306] {
            assert_eq!(target(&answer(status, &[("location", "/x")])), Ok(None), "{status}");
        }
    }

    #[test]
    fn the_same_request_twice_is_a_circle() {
        let mut trail = Trail::default();
        assert!(trail.go_on(&url("http://a.example/"), None));
        assert!(trail.go_on(&url("http://a.example/b"), None));
        assert!(!trail.go_on(&url("http://a.example/#part"), None));
    }

    #[test]
    fn a_cookie_wall_is_walked_through_once() {
        let mut trail = Trail::default();
        assert!(trail.go_on(&url("http://a.example/"), None));
        assert!(trail.go_on(&url("http://a.example/"), Some(&HeaderValue::from_static("s=1"))));
        assert!(!trail.go_on(&url("http://a.example/"), Some(&HeaderValue::from_static("s=2"))));
    }

    #[test]
    fn a_post_becomes_a_get_where_browsers_make_it_one() {
        assert!(becomes_get(303, &Method::POST));
        assert!(becomes_get(302, &Method::POST));
        assert!(!becomes_get(307, &Method::POST));
        assert!(!becomes_get(308, &Method::POST));
        assert!(!becomes_get(303, &Method::HEAD));
    }

    #[test]
    fn secrets_stay_with_their_host() {
        let mut headers = HeaderMap::new();
        for name in [AUTHORIZATION, COOKIE, CONTENT_TYPE] {
            headers.insert(name, HeaderValue::from_static("x"));
        }
        strip(&mut headers, false, false);
        assert_eq!(headers.len(), 3);
        strip(&mut headers, true, true);
        assert!(headers.is_empty());
    }
}
