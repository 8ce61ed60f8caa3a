//! Title and date of a page.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::PartialDate;

use super::super::dates::document_date;
use super::dom::{Dom, Id};
use super::page::Page;

/// Names of metadata that give the date of publication, best first.
static DATES: [&str; 16] = [
    "article:published_time",
    "og:published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "datepublished",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "date",
];

static STRUCTURED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#""datePublished"\s*:\s*"([^"]{4,40})""#).expect("a constant pattern that a test compiles")
});

/// The title: the first main heading, else the page's own.
pub(super) fn title(page: &Page) -> Option<String> {
    let heading =
        page.dom.nodes(Dom::ROOT).filter(|id| page.dom.name(*id) == "h1").find_map(|id| line(page, id));
    heading.or_else(|| {
        let titles = page.dom.nodes(Dom::ROOT).filter(|id| page.dom.name(*id) == "title");
        titles
            .filter(|id| page.dom.parent(*id).is_some_and(|parent| page.dom.name(parent) == "head"))
            .find_map(|id| line(page, id))
    })
}

fn line(page: &Page, id: Id) -> Option<String> {
    let text = page.dom.text_of(id);
    let line = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// The date of publication: from metadata, structured data, or the first time that is marked up.
pub(super) fn date(page: &Page) -> Option<PartialDate> {
    let metadata: Vec<(String, &str)> =
        page.dom.nodes(Dom::ROOT).filter_map(|id| metadata(page, id)).collect();
    let named = |name: &&str| {
        metadata.iter().filter(move |(known, _)| known == name).find_map(|(_, value)| document_date(value))
    };
    DATES.iter().find_map(named).or_else(|| structured(page)).or_else(|| marked(page))
}

fn metadata(page: &Page, id: Id) -> Option<(String, &str)> {
    let element = page.dom.element(id)?;
    let name = ["property", "name", "itemprop"].iter().find_map(|key| element.attribute(key))?;
    let value = ["content", "datetime"].iter().find_map(|key| element.attribute(key))?;
    Some((name.to_ascii_lowercase(), value))
}

fn structured(page: &Page) -> Option<PartialDate> {
    let scripts = page.dom.nodes(Dom::ROOT).filter(|id| {
        let element = page.dom.element(*id).filter(|element| element.name() == "script");
        element.and_then(|script| script.attribute("type")) == Some("application/ld+json")
    });
    scripts.into_iter().find_map(|script| document_date(&STRUCTURED.captures(&page.dom.text_of(script))?[1]))
}

fn marked(page: &Page) -> Option<PartialDate> {
    let times = page
        .dom
        .nodes(Dom::ROOT)
        .filter_map(|id| page.dom.element(id).filter(|element| element.name() == "time"));
    times.filter_map(|time| time.attribute("datetime")).find_map(document_date)
}
