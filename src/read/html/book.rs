//! Many pages as one: the pages of a book, whose links lead from one to another.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::limits::NODES;
use super::dom::{Dom, parse_to};
use super::notes;
use super::page::Page;
use super::reader::draft;
use super::xhtml::Ruled;
use crate::model::Source;

/// A page of a book.
#[derive(Debug)]
pub(in crate::read) struct Chapter {
    /// Its name in the package.
    pub(in crate::read) name: String,
    pub(in crate::read) source: String,
}

/// The pages of a book as one.
#[derive(Debug, Default)]
pub(in crate::read) struct Book {
    pub(in crate::read) draft: Draft,
    /// Where each line of its texts was read from: of which page, counted as they were given, and at
    /// which byte.
    pub(in crate::read) sources: Vec<Option<Source>>,
}

/// Reads the pages of a book. `resolve` tells which part an address leads to, from the name of
/// the part that it stands in.
pub(in crate::read) fn book(chapters: Vec<Chapter>, resolve: impl Fn(&str, &str) -> String) -> Book {
    let indexes: HashMap<String, usize> =
        chapters.iter().enumerate().map(|(index, chapter)| (chapter.name.clone(), index)).collect();
    let mut whole = Dom::default();
    let mut sources = Vec::new();
    for (index, chapter) in chapters.into_iter().enumerate() {
        let left = NODES.saturating_sub(whole.len());
        if left == 0 {
            whole.cut_off = true;
            break;
        }
        let ruled = Ruled::new(&chapter.source);
        let mut dom = parse_to(&ruled.html, left);
        whole.cut_off |= dom.cut_off;
        dom.move_lines(sources.len());
        sources.extend(ruled.starts.into_iter().map(|start| Source::at(index, start)));
        dom.rename(|attribute, value| match attribute {
            "id" | "name" => Some(anchor(index, value)),
            "href" => {
                let (file, fragment) = value.split_once('#').unwrap_or((value, ""));
                let other = if file.is_empty() {
                    index
                } else if file.contains(':') {
                    return None;
                } else {
                    *indexes.get(&resolve(&chapter.name, file))?
                };
                Some(format!("#{}", anchor(other, fragment)))
            }
            _ => None,
        });
        whole.add_page(dom, &anchor(index, ""));
    }
    if whole.len() == 0 {
        return Book::default();
    }
    let page = Page::of_book(whole);
    let linked = notes::find(&page);
    Book { draft: draft(&page, &linked, Dom::ROOT), sources }
}

/// An identifier that is unique in the whole book. Its letters are those of the page: they may
/// say what is there.
fn anchor(chapter: usize, identifier: &str) -> String {
    format!("{chapter}.{identifier}")
}
