//! Addresses within addresses: mail programs, editors and social networks put their own before a
//! link to see who follows it. The cited source is the one inside; Google Docs writes every link of
//! an exported document so.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// A service that wraps addresses.
struct Wrapper {
    /// Its host, or with a dot in front the end of it.
    host: &'static str,
    /// What its paths begin with.
    path: &'static str,
    /// The parameters that may hold the address.
    parameters: &'static [&'static str],
}

const fn wrapper(host: &'static str, path: &'static str, parameters: &'static [&'static str]) -> Wrapper {
    Wrapper { host, path, parameters }
}

static WRAPPERS: [Wrapper; 15] = [
    wrapper("www.google.com", "/url", &["q", "url"]),
    wrapper("google.com", "/url", &["q", "url"]),
    wrapper(".safelinks.protection.outlook.com", "/", &["url"]),
    wrapper("l.facebook.com", "/l.php", &["u"]),
    wrapper("lm.facebook.com", "/l.php", &["u"]),
    wrapper("www.youtube.com", "/redirect", &["q"]),
    wrapper("www.linkedin.com", "/redir/", &["url"]),
    wrapper("slack-redir.net", "/link", &["url"]),
    wrapper("out.reddit.com", "/", &["url"]),
    wrapper("vk.com", "/away.php", &["to"]),
    wrapper("t.umblr.com", "/redirect", &["z"]),
    wrapper("redirecter.toolforge.org", "/", &["url"]),
    wrapper("l.instagram.com", "/", &["u"]),
    wrapper("deref-gmx.net", "/mail/client/", &["redirectUrl"]),
    wrapper("deref-web.de", "/mail/client/", &["redirectUrl"]),
];

/// What Proofpoint's third version puts before and behind an address.
const PROOFPOINT: (&str, &str) = ("https://urldefense.com/v3/__", "__;");

/// The address inside `href`, or `href` itself.
pub(super) fn unwrapped(href: &str) -> Cow<'_, str> {
    inside(href).map_or(Cow::Borrowed(href), Cow::Owned)
}

fn inside(href: &str) -> Option<String> {
    if let Some(rest) = href.strip_prefix(PROOFPOINT.0) {
        let (address, _) = rest.split_once(PROOFPOINT.1)?;
        // An asterisk stands for a character that is told elsewhere.
        return Some(address.to_owned()).filter(|address| is_address(address) && !address.contains('*'));
    }
    let (_, rest) = href.split_once("://")?;
    let (host, rest) = rest.split_at(rest.find(['/', '?', '#'])?);
    let (path, query) = rest.split_once('?')?;
    let host = host.to_ascii_lowercase();
    let is_of = |wrapper: &&Wrapper| {
        let host_is =
            if wrapper.host.starts_with('.') { host.ends_with(wrapper.host) } else { host == wrapper.host };
        host_is && path.starts_with(wrapper.path)
    };
    let wrapper = WRAPPERS.iter().find(is_of)?;
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    query.split('&').filter_map(|pair| pair.split_once('=')).find_map(|(name, value)| {
        let value =
            wrapper.parameters.contains(&name).then(|| percent_decode_str(value).decode_utf8().ok())??;
        is_address(&value).then(|| value.into_owned())
    })
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn the_address_inside_is_the_cited_one() {
        for (href, address) in [
            (
                "https://www.google.com/url?q=https://a.example/x?b%3D1%26c%3D2&sa=D&source=docs&ust=163#f",
                "https://a.example/x?b=1&c=2",
            ),
            (
                "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05",
                "https://a.example/x",
            ),
            ("https://l.facebook.com/l.php?u=http%3A%2F%2Fa.example%2F&h=AT0", "http://a.example/"),
            ("https://redirecter.toolforge.org/?url=http%3A%2F%2Fa.example%2Fx", "http://a.example/x"),
            ("https://urldefense.com/v3/__https://a.example/x__;!!Ab!cd$", "https://a.example/x"),
        ] {
            assert_eq!(unwrapped(href), address);
        }
    }

    #[test]
    fn what_wraps_nothing_stays() {
        for href in [
            "https://www.google.com/search?q=https://a.example/",
            "https://www.google.com/url?q=a+search",
            "https://www.google.com/url",
            "https://a.example/url?q=https://b.example/",
            "https://urldefense.com/v3/__https://a.example/*x__;!!Ab!cd$",
            "https://vk.com/away.php?to=%FF",
            "http://",
        ] {
            assert_eq!(unwrapped(href), href);
        }
    }
}
