//! A second opinion on HTML: what CSS selectors find in the notes of a page is what is cited.
//!
//! The reader builds a tree of its own on html5ever, for the lines of the source and for its limits;
//! `scraper` builds the usual one on the same parser, and serves here as the oracle.

use ibid::cite::cite;
use ibid::read::read;
use scraper::{Html, Selector};

const PAGE: &str = include_str!("../reports/half-life.html");

#[test]
fn the_notes_links_are_the_citations() {
    let page = Html::parse_document(PAGE);
    let links = Selector::parse("section.footnotes li[id] a[href^=http]").expect("a selector");
    let labels = |link: scraper::ElementRef<'_>| {
        let item = link.ancestors().find_map(|node| Some(node.value().as_element()?.id()?.to_owned()));
        item.map(|id| id.trim_start_matches("fn").to_owned())
    };
    let expected: Vec<(Option<String>, Option<String>)> =
        page.select(&links).map(|link| (labels(link), link.attr("href").map(str::to_owned))).collect();
    assert_eq!(expected.len(), 3, "the page has three linked notes");

    let document = read("half-life.html", PAGE.as_bytes()).expect("the page can be read");
    let cited: Vec<(Option<String>, Option<String>)> = cite("half-life.html", &document)
        .into_iter()
        .filter(|citation| citation.url.is_some())
        .map(|citation| (citation.note, citation.url))
        .collect();
    assert_eq!(cited, expected);
}
