//! Addresses as an editor compares them: which are the same, which are a home page, what to offer.

use url::Url;

use super::ruling::listed;

/// Query parameters that follow the reader, not the work: campaign tags, click and session ids.
/// Collected from the vendors' own documentation (Google, Meta, Microsoft, Yandex, `HubSpot`,
/// Marketo, Mailchimp, Adobe, AT Internet) and from Firefox's query-stripping list.
const TRACKING: &str = "
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid mc_eid
    mkt_tok _ga _gl _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_enc_id
    oly_anon_id _openstat s_cid cmpid ref_src ref_url at_medium at_campaign at_custom1 xtor spm scm __s
    rb_clickid wickedid phpsessid jsessionid sessionid session_id cfid cftoken _rdr nocookie nocookies
    cookieset cookiecheck __cf_chl_tk __cf_chl_rt_tk
";

const TRACKING_PREFIXES: &[&str] = &["utm_", "utm-", "wt.", "pk_", "mtm_", "aspsessionid", "hsa_"];

/// Last segments that stand for the folder they are in.
const INDEX_STEMS: &[&str] =
    &["index", "default", "home", "homepage", "main", "accueil", "startseite", "start"];

/// The registrable domain of a host (Public Suffix List); the host itself where there is none.
pub(super) fn registrable(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

/// Whether two addresses belong to the same registrable domain.
pub(super) fn same_site(a: &Url, b: &Url) -> bool {
    host(a) == host(b) || registrable(host(a)) == registrable(host(b))
}

/// The host, or nothing for the addresses that have none.
pub(super) fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default()
}

/// The address without tracking parameters, session ids and fragment: fit to be printed.
#[must_use]
pub fn suggested_url(url: &Url) -> Url {
    let mut tidy = url.clone();
    tidy.set_fragment(None);
    if let Some(query) = url.query() {
        let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracking(pair)).collect();
        let kept = kept.join("&");
        tidy.set_query((!kept.is_empty()).then_some(kept.as_str()));
    }
    if let Some((path, session)) = url.path().split_once(';')
        && session.to_ascii_lowercase().starts_with("jsessionid")
    {
        tidy.set_path(path);
    }
    tidy
}

/// The address that answered, without the trackers that the one asked did not have.
pub(super) fn without_added_trackers(answered: &Url, asked: &Url) -> Url {
    if answered.query() == asked.query() { answered.clone() } else { suggested_url(answered) }
}

/// Whether an editor would call them the same address: scheme, `www.`, a trailing slash, an index
/// file, the case of percent escapes and tracking parameters make no difference.
pub(super) fn same_address(a: &Url, b: &Url) -> bool {
    key(a) == key(b)
}

/// Whether it is the front page of a site, its language versions included.
pub(super) fn is_home(url: &Url) -> bool {
    let tidy = suggested_url(url);
    let telling_query = tidy.query().is_some_and(|query| query.split('&').any(|pair| !is_display(pair)));
    let segments: Vec<&str> = segments(&tidy).collect();
    !telling_query
        && match segments.as_slice() {
            [] => true,
            [only] => is_index(only) || is_language(only),
            [language, index] => is_language(language) && is_index(index),
            _ => false,
        }
}

/// The path's segments that are not empty.
pub(super) fn segments(url: &Url) -> impl DoubleEndedIterator<Item = &str> {
    url.path().split('/').filter(|segment| !segment.is_empty())
}

/// A segment without percent escapes.
pub(super) fn decoded(segment: &str) -> String {
    percent_decode(segment)
}

/// A segment or a parameter's name without its extension, ASCII letters and digits only, in lower case:
/// `Sign-In.aspx` as `signin`.
pub(super) fn squashed_stem(segment: &str) -> String {
    let stem = segment.rsplit_once('.').map_or(segment, |(stem, _)| stem);
    stem.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The extension of the last segment, lower case.
pub(super) fn extension(url: &Url) -> Option<String> {
    let (_, extension) = segments(url).next_back()?.rsplit_once('.')?;
    let plausible =
        (1..=5).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    plausible.then(|| extension.to_ascii_lowercase())
}

fn key(url: &Url) -> String {
    let tidy = suggested_url(url);
    let host = host(&tidy).strip_prefix("www.").unwrap_or(host(&tidy));
    let mut path: Vec<String> = segments(&tidy).map(escapes_in_upper_case).collect();
    if path.last().is_some_and(|last| is_index_file(last)) && tidy.query().is_none() {
        path.pop();
    }
    let port = tidy.port().map(|port| format!(":{port}")).unwrap_or_default();
    let query = tidy.query().map(|query| format!("?{}", escapes_in_upper_case(query))).unwrap_or_default();
    format!("{host}{port}/{}{query}", path.join("/"))
}

fn escapes_in_upper_case(text: &str) -> String {
    let mut since_percent = 3_usize;
    text.chars()
        .map(|c| {
            since_percent = if c == '%' { 0 } else { since_percent.saturating_add(1) };
            if since_percent <= 2 { c.to_ascii_uppercase() } else { c }
        })
        .collect()
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'%').then(|| hex_pair(tail)).flatten();
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex_pair(bytes: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

fn name_of(pair: &str) -> String {
    pair.split('=').next().unwrap_or_default().to_ascii_lowercase()
}

fn is_tracking(pair: &str) -> bool {
    let name = name_of(pair);
    listed(TRACKING, &name) || TRACKING_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// Parameters that choose how a page is shown or say where the reader came from.
fn is_display(pair: &str) -> bool {
    let name = name_of(pair);
    pair.is_empty()
        || ["lang", "language", "locale", "hl", "ref", "from", "src", "source", "redirect", "redirected", "r"]
            .contains(&name.as_str())
}

fn is_index(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    // `index_en.html`, `default-rus.asp`: the front page in a language.
    let plain = match stem.split_once(['_', '-']) {
        Some((stem @ ("index" | "default"), language)) if is_language(language) => stem,
        _ => stem,
    };
    INDEX_STEMS.contains(&plain) && lower.matches('.').count() <= 1
}

/// An index with an extension: `index.html` is the folder itself, a page `/home` need not be.
fn is_index_file(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let (stem, extension) = lower.split_once('.').unwrap_or((&lower, ""));
    ["index", "default"].contains(&stem) && !extension.is_empty() && !extension.contains('.')
}

/// `en`, `en-us`, `pt_BR`, `rus`: a language tag as sites put it into paths.
fn is_language(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let (language, region) = lower.split_once(['-', '_']).unwrap_or((&lower, "us"));
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    letters(language)
        && region.len() == 2
        && letters(region)
        && (language.len() == 2
            || ["eng", "rus", "kaz", "ukr", "fra", "deu", "spa", "global", "english"].contains(&language))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("a test address")
    }

    #[test]
    fn trivial_differences_make_no_other_address() {
        for (a, b) in [
            ("http://a.example/x", "https://www.a.example/x/"),
            ("http://a.example", "http://a.example/index.html"),
            ("http://a.example/x/default.aspx", "http://a.example/x"),
            ("http://A.example:80/x#part", "http://a.example/x"),
            ("http://a.example/x?utm_source=n&id=1", "http://a.example/x?id=1&fbclid=2"),
            ("http://a.example/%d1%8f", "http://a.example/%D1%8F"),
            ("http://a.example/x;jsessionid=AB12", "http://a.example/x"),
        ] {
            assert!(same_address(&url(a), &url(b)), "{a} {b}");
        }
        for (a, b) in [
            ("http://a.example/x?id=1", "http://a.example/x?id=2"),
            ("http://a.example/x", "http://b.example/x"),
            ("http://a.example/X", "http://a.example/x"),
            ("http://a.example:8080/x", "http://a.example/x"),
        ] {
            assert!(!same_address(&url(a), &url(b)), "{a} {b}");
        }
    }

    #[test]
    fn home_pages_are_known_in_their_languages() {
        for home in
            ["", "?lang=ru", "index.php", "en/", "ru/index.html", "pt-BR", "home", "?utm_source=x", "eng/"]
        {
            assert!(is_home(&url(&format!("http://a.example/{home}"))), "{home}");
        }
        for deep in ["?p=7", "news/", "en/news", "index.php?id=3", "homework", "xy1"] {
            assert!(!is_home(&url(&format!("http://a.example/{deep}"))), "{deep}");
        }
    }

    #[test]
    fn the_suggestion_carries_no_trackers() {
        assert_eq!(
            suggested_url(&url("https://a.example/x?utm_medium=e&id=4&PHPSESSID=1a#top")).as_str(),
            "https://a.example/x?id=4"
        );
        assert_eq!(suggested_url(&url("https://a.example/x?gclid=1")).as_str(), "https://a.example/x");
        assert_eq!(
            suggested_url(&url("https://a.example/a;b?c=%26")).as_str(),
            "https://a.example/a;b?c=%26"
        );
    }

    #[test]
    fn parts_come_out_plain() {
        assert_eq!(extension(&url("http://a.example/x/Report.PDF?x=.doc")).as_deref(), Some("pdf"));
        assert_eq!(extension(&url("http://a.example/v1.2-notes.and more/")), None);
        assert_eq!(decoded("%D1%8F-100%25-%zz%"), "я-100%-%zz%");
        assert_eq!(registrable("a.b.example.co.uk"), "example.co.uk");
    }
}
