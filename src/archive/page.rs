//! Whether two addresses are the same page, as far as an address can tell.
//!
//! An archive files captures under a key in which what makes no other page does not count
//! ([`surt`]). The same key on this side tells a capture of another page in an archive's answer from
//! a variant of the one asked for. It is taken a little wider: archives differ in which session ids
//! they know, and whether an empty parameter is one.

use percent_encoding::percent_decode_str;
use url::Url;

use super::surt::surt;

/// Query parameters that name a visit, not a page.
const SESSION_IDS: [&str; 7] =
    ["phpsessid", "jsessionid", "aspsessionid", "sid", "cfid", "cftoken", "sessionid"];

/// Path segments of pages that a redirect leads to when the page asked for is gone.
const ASTRAY: [&str; 8] = ["login", "log-in", "signin", "sign-in", "404", "not-found", "notfound", "error"];

/// The key under which all variants of an address are the same; none if it is no web address.
pub(super) fn key(address: &str) -> Option<String> {
    let mut url = parse(address)?;
    url.host_str()?;
    let path = strip_session(url.path()).to_owned();
    url.set_path(&path);
    let kept: Vec<&str> = url.query().unwrap_or_default().split('&').filter(|part| tells(part)).collect();
    let query = kept.join("&");
    url.set_query((!query.is_empty()).then_some(query.as_str()));
    Some(surt(&url))
}

/// An address as an archive writes it, as a URL: without a scheme, or with the double slash
/// folded by a proxy (`http:/a.example`), it is still one.
pub(super) fn parse(address: &str) -> Option<Url> {
    let address = address.trim();
    let rest = ["http:", "https:"].iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| (*scheme, &address[scheme.len()..]))
    });
    let text = match rest {
        Some((scheme, rest)) => format!("{scheme}//{}", rest.trim_start_matches('/')),
        None => format!("http://{address}"),
    };
    let mut url = Url::parse(&text).ok()?;
    url.set_fragment(None);
    Some(url)
}

/// Whether both addresses name the same page.
pub(super) fn same(one: &str, other: &str) -> bool {
    matches!((key(one), key(other)), (Some(one), Some(other)) if one == other)
}

/// Whether a redirect from `cited` to `landed` may lead to the same work, judged without looking
/// at the page: not to a home page or a login, and to another site only where the last part of
/// the path goes along (`/news/3312` to `/n/3312/`).
pub(super) fn may_be_same_work(cited: &Url, landed: &Url) -> bool {
    if same(cited.as_str(), landed.as_str()) {
        return true;
    }
    let lost = |is_bad: fn(&Url) -> bool| is_bad(landed) && !is_bad(cited);
    if lost(is_home) || lost(is_astray) {
        return false;
    }
    same_site(cited, landed) || last_segment(cited).is_some_and(|slug| last_segment(landed) == Some(slug))
}

/// Whether an address is a site's front door.
pub(super) fn is_home(url: &Url) -> bool {
    let path = url.path().trim_start_matches('/');
    (path.is_empty() || is_default_name(path)) && url.query().is_none_or(str::is_empty)
}

/// `index.html` and the like: a name that says nothing.
fn is_default_name(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, _)| ["index", "default", "home"].contains(&stem))
}

/// Whether an address ends like that of a file other than a web page (`.pdf`, `.xls` …), so that
/// a capture of type HTML is an error page or a login.
pub(super) fn is_file(url: &Url) -> bool {
    const FILES: [&str; 14] =
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "rtf", "csv", "zip", "jpg", "png", "mp3"];
    let name = url.path().rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, end)| FILES.contains(&end.to_ascii_lowercase().as_str()))
}

fn strip_session(path: &str) -> &str {
    path.find(";jsessionid=").map_or(path, |at| &path[..at])
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().to_lowercase()
}

/// Whether a part of a query says which page is asked for: it is not empty, and no session id.
fn tells(part: &str) -> bool {
    let name = part.split('=').next().unwrap_or_default().to_ascii_lowercase();
    !(part.is_empty()
        || part == "="
        || SESSION_IDS.contains(&name.as_str())
        || name.starts_with("aspsessionid"))
}

fn is_astray(url: &Url) -> bool {
    url.path_segments().is_some_and(|segments| {
        segments
            .map(|segment| segment.rsplit_once('.').map_or(segment, |(stem, _)| stem).to_ascii_lowercase())
            .any(|stem| ASTRAY.contains(&stem.as_str()))
    })
}

fn same_site(one: &Url, other: &Url) -> bool {
    let domain = |url: &Url| url.host_str().and_then(psl::domain_str).map(str::to_owned);
    domain(one).is_some_and(|name| domain(other) == Some(name))
}

fn last_segment(url: &Url) -> Option<String> {
    let name = url.path_segments()?.rev().find(|segment| !segment.is_empty())?;
    (!is_default_name(name)).then(|| decoded(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_the_same_page() {
        let cited = "https://www.gazette.example/News/item?b=2&a=1";
        for variant in [
            "http://gazette.example/news/item?a=1&b=2",
            "http://www2.gazette.example:80/News/item/?b=2&a=1",
            "gazette.example/news/item?a=1&b=2&PHPSESSID=0123",
            "http:/gazette.example/news/item?&a=1&b=2",
            "https://gazette.example:443/news/%69tem?a=1&b=2#part",
        ] {
            assert!(same(cited, variant), "{variant}");
        }
    }

    #[test]
    fn an_international_address_is_the_same_however_written() {
        assert!(same(
            "http://газета.example/новости/1",
            "http://xn--80aahjj1e.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1"
        ));
    }

    #[test]
    fn other_pages_are_not() {
        let cited = "http://gazette.example/news/1";
        for other in [
            "http://gazette.example/",
            "http://gazette.example/news/12",
            "http://news.gazette.example/news/1",
            "http://gazette.example:8080/news/1",
            "http://gazette.example/news/1?page=2",
            "mailto:desk@gazette.example",
            "",
        ] {
            assert!(!same(cited, other), "{other}");
        }
    }

    #[test]
    fn a_redirect_may_keep_the_work_or_lose_it() {
        let url = |text: &str| Url::parse(text).expect("an address");
        let cited = url("http://gazette.example/news/3312");
        for (landed, kept) in [
            ("https://www.gazette.example/news/3312/", true),
            ("https://gazette.example/2013/the-dam", true),
            ("https://media-group.example/n/3312/", true),
            ("https://media-group.example/welcome", false),
            ("https://gazette.example/", false),
            ("https://gazette.example/index.html", false),
            ("https://gazette.example/index.php?id=3312", true),
            ("https://media-group.example/index.html", false),
            ("https://gazette.example/login?to=3312", false),
            ("https://gazette.example/errors/404.html", false),
        ] {
            assert_eq!(may_be_same_work(&cited, &url(landed)), kept, "{landed}");
        }
        let named = url("http://one.example/old/index.html");
        assert!(
            !may_be_same_work(&named, &url("http://two.example/new/index.html")),
            "a name that says nothing"
        );
    }

    #[test]
    fn files_are_known_by_their_ends() {
        let url = |text: &str| Url::parse(text).expect("an address");
        assert!(is_file(&url("http://a.example/reports/2013.PDF?download=1")));
        assert!(!is_file(&url("http://a.example/reports/2013.html")));
        assert!(!is_file(&url("http://a.example/")));
    }
}
