//! What a book says of itself: its title, its date, the order of its pages.

use std::collections::{HashMap, HashSet};

use crate::model::PartialDate;

use super::super::dates::document_date;
use super::super::xml::{Element, Node, Xml};
use super::container::resolve;

/// What pages without text of the report are called, in guides and in names of files.
static FURNITURE: [&str; 14] = [
    "cover",
    "coverpage",
    "cover-page",
    "title-page",
    "titlepage",
    "title_page",
    "copyright",
    "copyright-page",
    "copyright_page",
    "copyrightpage",
    "toc",
    "nav",
    "contents",
    "colophon",
];

/// Most pages of a book.
const PAGES: usize = 10_000;

/// What a book says of itself.
#[derive(Debug, Default)]
pub(super) struct Opf {
    pub(super) title: Option<String>,
    pub(super) date: Option<PartialDate>,
    /// The names of the parts that are pages, in the order in which they are read.
    pub(super) pages: Vec<String>,
    /// Those of them that have no text of the book, such as a table of contents.
    pub(super) furniture: HashSet<String>,
}

/// Reads the description `source`, which is the part `name`.
pub(super) fn opf(source: &str, name: &str) -> Opf {
    let mut opf = Opf::default();
    let mut items: HashMap<String, String> = HashMap::new();
    let mut aside = Vec::new();
    let mut xml = Xml::new(source);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"title" => opf.set_title(&xml.text()),
            b"date" => {
                let event = element.attribute("event");
                opf.set_date(&xml.text(), event.as_deref());
            }
            b"item" => opf.add_item(&element, name, &mut items),
            b"itemref" => {
                let page = element.attribute("idref").and_then(|id| items.remove(&id));
                let linear = element.attribute("linear").as_deref() != Some("no");
                let order = if linear { &mut opf.pages } else { &mut aside };
                order.extend(page);
            }
            b"reference" => opf.add_reference(&element, name),
            _ => {}
        }
    }
    opf.pages.append(&mut aside);
    opf.pages.truncate(PAGES);
    opf
}

impl Opf {
    fn set_title(&mut self, title: &str) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.title.is_none() && !title.is_empty() {
            self.title = Some(title);
        }
    }

    /// The date of publication, before others; never that of a change to the file.
    fn set_date(&mut self, text: &str, event: Option<&str>) {
        let publication = event.is_none_or(|event| event.contains("publication"));
        let changed = event.is_some_and(|event| event.contains("modification"));
        if let Some(date) = document_date(text).filter(|_| !changed && (self.date.is_none() || publication)) {
            self.date = Some(date);
        }
    }

    fn add_item(&mut self, element: &Element, name: &str, items: &mut HashMap<String, String>) {
        let kind = element.attribute("media-type").unwrap_or_default();
        let (Some(id), Some(address)) = (element.attribute("id"), element.attribute("href")) else { return };
        if !(kind.contains("html") || kind.contains("oeb1-document")) {
            return;
        }
        let page = resolve(name, &address);
        let file = page.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
        let properties = element.attribute("properties").unwrap_or_default();
        if properties.split_whitespace().any(|property| property == "nav") || is_furniture(&stem) {
            self.furniture.insert(page.clone());
        }
        items.insert(id, page);
    }

    /// An entry of the guide of EPUB 2.
    fn add_reference(&mut self, element: &Element, name: &str) {
        let kind = element.attribute("type").unwrap_or_default().to_lowercase();
        let address = element.attribute("href").unwrap_or_default();
        if is_furniture(&kind) && !address.contains('#') {
            self.furniture.insert(resolve(name, &address));
        }
    }
}

fn is_furniture(word: &str) -> bool {
    FURNITURE.contains(&word)
}
