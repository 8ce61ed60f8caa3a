//! What a page needs to look as it did: images, styles, scripts, fonts.

use std::collections::BTreeSet;

use html5gum::{StartTag, Token, Tokenizer};
use url::Url;

/// Most requisites of a page.
const MOST: usize = 200;

/// The requisites of a page of HTML, in order of their addresses, without repeats.
pub(super) fn of_html(page: &Url, html: &[u8]) -> Vec<Url> {
    let text = String::from_utf8_lossy(html);
    let mut base = page.clone();
    let mut found = BTreeSet::new();
    for Ok(token) in Tokenizer::new(text.as_ref()) {
        let Token::StartTag(tag) = token else { continue };
        if tag.name.as_slice() == b"base"
            && let Some(address) = attribute(&tag, "href").and_then(|address| page.join(&address).ok())
        {
            base = address;
        }
        found.extend(addresses(&tag).iter().filter_map(|address| web(&base, address)));
    }
    found.into_iter().filter(|url| url != page).take(MOST).collect()
}

/// The requisites of a style sheet: what its `url()` and `@import` name.
pub(super) fn of_css(sheet: &Url, css: &[u8]) -> Vec<Url> {
    let text = String::from_utf8_lossy(css);
    let found: BTreeSet<Url> = in_css(&text).filter_map(|address| web(sheet, address)).collect();
    found.into_iter().take(MOST).collect()
}

fn addresses(tag: &StartTag<()>) -> Vec<String> {
    let of = |names: &[&str]| names.iter().filter_map(|name| attribute(tag, name)).collect::<Vec<_>>();
    let mut addresses = match tag.name.as_slice() {
        b"img" | b"source" => [of(&["src"]), sources(attribute(tag, "srcset"))].concat(),
        b"script" | b"audio" | b"embed" | b"track" => of(&["src"]),
        b"video" => of(&["src", "poster"]),
        b"link" if is_requisite(attribute(tag, "rel").as_deref()) => of(&["href"]),
        b"body" | b"table" | b"td" => of(&["background"]),
        _ => Vec::new(),
    };
    addresses.extend(attribute(tag, "style").iter().flat_map(|style| in_css(style)).map(str::to_owned));
    addresses
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value.as_slice()).trim().to_owned())
}

fn is_requisite(rel: Option<&str>) -> bool {
    let mut kinds = rel.unwrap_or_default().split_ascii_whitespace();
    kinds.any(|kind| {
        ["stylesheet", "icon", "apple-touch-icon"].iter().any(|known| kind.eq_ignore_ascii_case(known))
    })
}

/// The addresses of a `srcset`, without their widths.
fn sources(set: Option<String>) -> Vec<String> {
    let set = set.unwrap_or_default();
    set.split(", ").filter_map(|source| source.split_ascii_whitespace().next()).map(str::to_owned).collect()
}

/// The addresses in `url(…)` and behind `@import`.
fn in_css(css: &str) -> impl Iterator<Item = &str> {
    let called =
        css.split("url(").skip(1).filter_map(|rest| rest.split_once(')').map(|(address, _)| address));
    let imported = css.split("@import").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        rest[1..].split_once(quote).map(|(address, _)| address)
    });
    called.chain(imported).map(|address| address.trim().trim_matches(['"', '\'']))
}

fn web(base: &Url, address: &str) -> Option<Url> {
    let mut url = base.join(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_fragment(None);
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str) -> Vec<String> {
        let page = Url::parse("http://a.example/x/page").expect("an address");
        of_html(&page, html.as_bytes()).into_iter().map(String::from).collect()
    }

    #[test]
    fn a_page_needs_what_it_shows_not_what_it_links_to() {
        assert_eq!(
            found(
                "<link rel='Stylesheet' href=s.css><link rel=canonical href=/c><script src=//b.example/j.js></script>\
                 <a href=/next>x</a><img src='i.png?a=1&amp;b=2#z' srcset='i1.png 1x, i2.png 2x'>\
                 <p style=\"background: url('p.png')\"><img src='data:image/png;base64,x'><img src=''>"
            ),
            [
                "http://a.example/x/i.png?a=1&b=2",
                "http://a.example/x/i1.png",
                "http://a.example/x/i2.png",
                "http://a.example/x/p.png",
                "http://a.example/x/s.css",
                "http://b.example/j.js",
            ]
        );
        assert_eq!(found("<base href='http://c.example/'><img src=i.png>"), ["http://c.example/i.png"]);
    }

    #[test]
    fn a_style_sheet_needs_its_images_and_imports() {
        let sheet = Url::parse("http://a.example/css/s.css").expect("an address");
        let css = b"@import \"b.css\"; @font-face { src: url( 'f.woff2' ) } p { background: url(../i.png) }";
        let found: Vec<String> = of_css(&sheet, css).into_iter().map(String::from).collect();
        assert_eq!(
            found,
            ["http://a.example/css/b.css", "http://a.example/css/f.woff2", "http://a.example/i.png"]
        );
    }

    #[test]
    fn no_page_needs_more_than_a_few_hundred() {
        let html: String = (0..1_000).map(|number| format!("<img src={number}.png>")).collect();
        assert_eq!(found(&html).len(), MOST);
    }
}
