//! What a document says of itself.

use crate::model::PartialDate;

use super::super::dates::document_date;
use super::super::xml::{Node, Xml};

/// What a document says of itself.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub(super) title: Option<String>,
    /// When it was last saved, else when it was begun.
    pub(super) date: Option<PartialDate>,
    /// How many pages it had then.
    pub(super) pages: Option<u32>,
}

/// Reads `office:meta`, which may stand in a part of its own or in a flat document.
pub(super) fn meta(source: &str) -> Meta {
    let mut meta = Meta::default();
    let mut begun = None;
    let mut xml = Xml::new(source);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"title" => {
                let title = xml.text().split_whitespace().collect::<Vec<_>>().join(" ");
                meta.title = meta.title.or(Some(title)).filter(|title| !title.is_empty());
            }
            b"date" => meta.date = meta.date.or(document_date(&xml.text())),
            b"creation-date" => begun = document_date(&xml.text()),
            b"document-statistic" => meta.pages = element.number("page-count"),
            b"settings" | b"styles" | b"automatic-styles" | b"body" => break,
            _ => {}
        }
    }
    meta.date = meta.date.or(begun);
    meta
}
