//! Identifiers and short addresses: their redirect is their purpose, not a move.

use url::Url;

use crate::check::address;
use crate::check::case::Case;
use crate::check::ruling::{Ruling, listed};
use crate::model::{Hop, Reason};

use super::status;

/// Resolvers of persistent identifiers: DOI, Handle, ARK, URN, PURL, w3id, permanent archives.
const IDENTIFIERS: &str = "
    doi.org dx.doi.org www.doi.org hdl.handle.net n2t.net ark.bnf.fr purl.org w3id.org purl.oclc.org
    purl.stanford.edu nbn-resolving.org nbn-resolving.de resolver.obvsg.at urn.nb.no urn.fi urn.kb.se
    id.loc.gov lccn.loc.gov identifiers.org orcid.org perma.cc
";

/// URL shorteners.
const SHORTENERS: &str = "
    bit.ly j.mp goo.gl t.co tinyurl.com ow.ly is.gd v.gd buff.ly fb.me lnkd.in dlvr.it ift.tt wp.me
    youtu.be amzn.to nyti.ms wapo.st bbc.in reut.rs econ.st on.ft.com on.wsj.com cnn.it gu.com bloom.bg
    apple.co git.io rb.gy cutt.ly shorturl.at t.ly tiny.cc soo.gd s.id short.io rebrand.ly adf.ly clck.ru
    vk.cc goo.su u.to qps.ru bitly.kz db.tt flic.kr redd.it msft.it trib.al tcrn.ch zpr.io mzl.la
    politi.co usat.ly hrw.org.ly p.dw.com aje.io gph.is goo.gle forms.gle maps.app.goo.gl dwz.cn url.cn
    t.cn suo.im 0rz.tw ppt.cc reurl.cc kutt.it lc.cx urlz.fr cli.gs
";

/// An identifier that its resolver knows: the publisher's own answer does not count, since the
/// large publishers answer 403 to every machine; only an outright "not found" does.
pub(super) fn resolved(case: &Case<'_>) -> Option<Ruling> {
    let resolved = resolved_identifier(case.requested, case.hops)?;
    if case.is_not_found() || !case.was_redirected() {
        return None;
    }
    let answer = status::phrase(case.answer.status);
    Some(Ruling::new(Reason::Ok, format!("{resolved} leads to {}, which answers {answer}", case.answer.url)))
}

/// The resolver's host, if the address is an identifier and the resolver redirected it elsewhere.
pub(in crate::check) fn resolved_identifier<'a>(requested: &'a Url, hops: &[Hop]) -> Option<&'a str> {
    let host = address::host(requested);
    let resolver_redirects = hops.iter().any(|hop| address::same_site(&hop.url, requested));
    (is_identifier_resolver(requested) && resolver_redirects).then_some(host)
}

pub(in crate::check) fn is_identifier_resolver(url: &Url) -> bool {
    listed(IDENTIFIERS, address::host(url))
}

/// Whether the cited address is a short one that leads to another site.
pub(super) fn is_shortened(case: &Case<'_>) -> bool {
    is_shortener(case.requested) && !address::same_site(case.requested, &case.answer.url)
}

/// A known shortener, or what looks like one: a short host and a single short segment in which
/// cases or digits are mixed as no word mixes them.
pub(in crate::check) fn is_shortener(url: &Url) -> bool {
    let host = address::host(url);
    let plain = host.strip_prefix("www.").unwrap_or(host);
    if listed(SHORTENERS, plain) {
        return true;
    }
    let segments: Vec<&str> = address::segments(url).collect();
    matches!(segments.as_slice(), [code] if plain.len() <= 12 && is_code(code)) && url.query().is_none()
}

fn is_code(segment: &str) -> bool {
    let letters = segment.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = segment.bytes().filter(u8::is_ascii_digit).count();
    let inner_capital = segment.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    let lower = segment.bytes().any(|byte| byte.is_ascii_lowercase());
    (4..=10).contains(&segment.len())
        && letters + digits == segment.len()
        && letters > 0
        && (digits > 0 || (inner_capital && lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_addresses_are_known_by_name_or_by_shape() {
        let short = |text: &str| is_shortener(&Url::parse(text).expect("a test address"));
        for yes in [
            "https://bit.ly/abcdef",
            "https://www.tinyurl.com/y",
            "http://ab-c.cc/9xPq2",
            "https://qx.to/aBcDe",
        ] {
            assert!(short(yes), "{yes}");
        }
        for no in [
            "http://abc.kz/about",
            "http://abc.kz/",
            "http://abc.kz/news/9xPq2",
            "http://abc.kz/12345",
            "http://abc.kz/9xPq2?id=1",
            "http://a-long-outlet-name.example/9xPq2",
        ] {
            assert!(!short(no), "{no}");
        }
    }
}
