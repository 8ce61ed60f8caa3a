//! From a page to a document.

use crate::model::{Document, Format};

use super::super::apparatus;
use super::super::draft::{Draft, DraftBlock, DraftNote};
use super::super::limits::Limit;
use super::dom::{Dom, Id};
use super::frame::Frame;
use super::notes::{self, Linked};
use super::page::Page;
use super::writer::Writer;
use super::{article, link_outs, meta, plain};

/// Reads a page.
pub(in crate::read) fn read_html(html: &str) -> Document {
    let page = Page::new(&html.replace("\r\n", "\n"));
    let mut document = plain::read(&page).unwrap_or_else(|| read_page(&page));
    document.title = meta::title(&page).or(document.title);
    document.date = meta::date(&page).or(document.date);
    document
}

fn read_page(page: &Page) -> Document {
    let mut document = Document::new(Format::Html);
    let linked = notes::find(page);
    let draft = draft(page, &linked, article::find(page));
    apparatus::settle(draft, &mut document);
    document
}

/// The text of `article`, and the notes that links declare.
pub(super) fn draft(page: &Page, linked: &Linked, article: Id) -> Draft {
    let mut writer = Writer::new(page, linked, 0);
    let notes = linked.notes.iter().map(|note| DraftNote::new(String::new(), note.kind));
    writer.draft.notes.extend(notes);
    for index in 0..linked.notes.len() {
        writer.write_note(index);
    }
    writer.frame = Frame::of(page, linked, article);
    writer.write_body(article);
    writer.draft.cut_off = page.dom.cut_off.then_some(Limit::Nodes);
    link_outs::settle(&mut writer.draft);
    writer.draft
}

/// Reads a part of a page that stands in a document of another format, from `line` on. Notes are
/// left to that document to find.
pub(in crate::read) fn fragment(html: &str, line: Option<u32>) -> Vec<DraftBlock> {
    let page = Page::new(html);
    let linked = Linked::default();
    let mut writer = Writer::new(&page, &linked, line.unwrap_or(1) - 1);
    writer.write_body(Dom::ROOT);
    writer.draft.blocks
}
