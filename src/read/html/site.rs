//! Which site a page belongs to, and which links stay on it.

use std::collections::{HashMap, HashSet};

use super::dom::{Dom, Id};

/// From this share of all links on, in percent, the site they lead to is the page's own.
const OWN_SHARE: usize = 40;
/// How many links there must be for their shares to tell anything.
const ENOUGH_LINKS: usize = 10;

/// A site: a registrable domain.
#[derive(Debug, Default)]
pub(super) struct Site(Option<String>);

impl Site {
    /// The site that a page names as its own, or that most of its links lead to.
    pub(super) fn of(dom: &Dom) -> Self {
        let mut named = None;
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut links = 0;
        for id in dom.nodes(Dom::ROOT) {
            named = named.or_else(|| own_address(dom, id).and_then(domain));
            if let Some(domain) = href(dom, id).and_then(domain) {
                links += 1;
                *counts.entry(domain).or_default() += 1;
            }
        }
        let usual = || {
            let (domain, count) =
                counts.into_iter().max_by_key(|(domain, count)| (*count, domain.clone()))?;
            (links >= ENOUGH_LINKS && count * 100 >= links * OWN_SHARE).then_some(domain)
        };
        Self(named.or_else(usual))
    }

    /// Addresses that a page gives as its own: of itself, of its work.
    pub(super) fn addresses(dom: &Dom) -> HashSet<String> {
        dom.nodes(Dom::ROOT)
            .filter_map(|id| own_address(dom, id).or_else(|| identifier(dom, id)))
            .map(plain)
            .collect()
    }

    /// Whether a link stays on the site.
    pub(super) fn is_own(&self, href: &str) -> bool {
        if href.contains("://") || href.starts_with("//") {
            self.0.is_some() && domain(href) == self.0
        } else {
            !href.starts_with("mailto:")
        }
    }
}

/// The target of a link.
pub(super) fn href(dom: &Dom, id: Id) -> Option<&str> {
    let element = dom.element(id).filter(|element| element.name() == "a")?;
    element.attribute("href").map(str::trim)
}

/// The page's own address, if the element gives it.
fn own_address(dom: &Dom, id: Id) -> Option<&str> {
    let element = dom.element(id)?;
    match element.name() {
        "link" if element.attribute("rel") == Some("canonical") => element.attribute("href"),
        "meta" if element.attribute("property") == Some("og:url") => element.attribute("content"),
        _ => None,
    }
}

/// Names of metadata that give an identifier or an address of the page's work.
static IDENTIFIERS: [&str; 9] = [
    "citation_doi",
    "citation_abstract_html_url",
    "citation_fulltext_html_url",
    "citation_pdf_url",
    "bepress_citation_doi",
    "dc.identifier",
    "dc.identifier.doi",
    "dc.identifier.uri",
    "prism.doi",
];

/// The identifier of the page's work, if the element gives it.
fn identifier(dom: &Dom, id: Id) -> Option<&str> {
    let element = dom.element(id).filter(|element| element.name() == "meta")?;
    let name = element.attribute("name")?.to_ascii_lowercase();
    IDENTIFIERS.contains(&name.as_str()).then(|| element.attribute("content")).flatten()
}

/// An address as it is compared: without what makes no difference. A bare DOI is an address.
pub(super) fn plain(address: &str) -> String {
    let lower = address.trim().to_ascii_lowercase();
    let lower = lower.split('#').next().unwrap_or_default();
    let rest = lower.split_once("://").map_or(lower, |(_, rest)| rest);
    let rest = ["doi:", "doi.org/", "dx.doi.org/", "www."]
        .iter()
        .find_map(|start| rest.strip_prefix(start))
        .unwrap_or(rest);
    rest.trim_end_matches('/').to_owned()
}

/// The registrable domain of an address.
fn domain(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("//")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?.to_ascii_lowercase();
    psl::domain_str(&host).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::dom::parse;
    use super::*;

    #[test]
    fn knows_its_own_links() {
        let site = Site::of(&parse("<link rel=canonical href='https://www.herald.co.uk/dams'>"));
        for (href, own) in [
            ("http://sport.herald.co.uk/", true),
            ("//herald.co.uk", true),
            ("/about", true),
            ("https://other.co.uk/", false),
            ("mailto:a@herald.co.uk", false),
        ] {
            assert_eq!(site.is_own(href), own, "{href}");
        }
    }

    #[test]
    fn takes_what_most_links_lead_to() {
        let links = "<a href='http://a.herald.com/'>a</a>".repeat(9) + "<a href='http://b.org/'>b</a>";
        assert!(Site::of(&parse(&links)).is_own("https://herald.com/"));
        assert!(!Site::of(&parse("<a href='http://herald.com/'>a</a>")).is_own("http://herald.com/"));
    }
}
