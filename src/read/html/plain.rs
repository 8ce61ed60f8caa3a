//! A page that is only a wrapper around plain text, as browsers and archives save it.

use crate::model::{Document, Format, Passage};

use super::super::text;
use super::dom::Dom;
use super::page::Page;

/// From this share of the page on, in percent, preformatted text is the document.
const SHARE: u64 = 80;

/// Reads the preformatted text of a page, if the page is little else.
pub(super) fn read(page: &Page) -> Option<Document> {
    let pre = page.dom.nodes(Dom::ROOT).find(|id| page.dom.name(*id) == "pre" && page.holds(*id, SHARE))?;
    let linked = page.dom.nodes(pre).any(|id| page.dom.name(id) == "a");
    let first = page.dom.nodes(pre).find_map(|id| page.dom.text(id).first().map(|(_, line)| *line))?;
    if linked || page.weight(pre) == 0 {
        return None;
    }
    let mut document = text::read_text(&page.dom.text_of(pre));
    document.format = Format::Html;
    let passages = document.body.iter_mut().map(|block| &mut block.text);
    for passage in passages.chain(document.notes.iter_mut().map(|note| &mut note.text)) {
        shift(passage, first - 1);
    }
    Some(document)
}

fn shift(passage: &mut Passage, lines: u32) {
    for (_, place) in &mut passage.places {
        place.line = place.line.map(|line| line + lines);
    }
}
