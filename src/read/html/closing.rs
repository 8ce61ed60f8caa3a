//! The lists of notes or works of a page that no links declare.

use std::ops::Range;

use super::super::apparatus;
use super::dom::Id;
use super::page::Page;

/// Entries that make a list, at least.
pub(super) const LEAST_NOTES: usize = 3;

/// The places of the lists of notes or works: those under a heading that says so, and paragraphs with
/// numbers that count up and with sources.
pub(super) fn lists(page: &Page, article: Id) -> Vec<Range<u32>> {
    let headings = page.dom.nodes(article).filter(|id| is_heading(page, *id)).filter(|id| {
        let text = page.dom.text_up_to(*id, 120);
        apparatus::section_of(&text).is_some()
    });
    let headed = headings.filter_map(|heading| entries_below(page, heading));
    let counted = page.dom.nodes(article).filter_map(|parent| counted(page, parent));
    headed.chain(counted).collect()
}

/// The places of the entries right below a heading.
pub(super) fn entries_below(page: &Page, heading: Id) -> Option<Range<u32>> {
    const AROUND: usize = 2;
    let next = |id: Id| siblings(page, id).next();
    let alone = |id: Id| page.dom.parent(id).filter(|parent| page.weight(*parent) == page.weight(id));
    let mut headings = std::iter::successors(Some(heading), |id| alone(*id)).take(AROUND + 1);
    let below = headings.find_map(next)?;
    let inner = |id: Id| page.dom.children(id).find(|child| page.weight(*child) > 0);
    let lists = std::iter::successors(Some(below), |id| inner(*id)).take(AROUND + 1);
    let list = lists.clone().find(|id| matches!(page.dom.name(*id), "ol" | "ul"));
    if let Some(list) = list {
        let entries = page.dom.children(list).filter(|id| page.dom.name(*id) == "li").take(LEAST_NOTES);
        return (entries.count() == LEAST_NOTES).then(|| page.span(list));
    }
    let first = lists.into_iter().find(|id| page.dom.name(*id) == "p")?;
    let works: Vec<Id> = std::iter::once(first)
        .chain(siblings(page, first))
        .take_while(|id| page.dom.name(*id) == "p" && names_source(page, *id))
        .collect();
    let last = works.get(LEAST_NOTES - 1..)?.last()?;
    Some(page.place(first)..page.span(*last).end)
}

/// What stands beside a node, behind it, and has text.
fn siblings(page: &Page, id: Id) -> impl Iterator<Item = Id> {
    std::iter::successors(page.dom.next(id), |id| page.dom.next(*id)).filter(|id| page.weight(*id) > 0)
}

/// The places of the last children of a node that begin with numbers from 1 on, if most of them name
/// sources.
fn counted(page: &Page, parent: Id) -> Option<Range<u32>> {
    let (mut start, mut length, mut sources) = (0, 0, 0);
    let mut best = None;
    for child in page.dom.children(parent).filter(|id| matches!(page.dom.name(*id), "p" | "div")) {
        match number(page, child) {
            Some(number) if number == length + 1 => length += 1,
            Some(1) => length = 1,
            _ => length = 0,
        }
        if length <= 1 {
            (start, sources) = (page.place(child), 0);
        }
        sources += usize::from(names_source(page, child));
        if length >= LEAST_NOTES && sources * 2 >= length {
            best = Some(start..page.span(child).end);
        }
    }
    best
}

/// The number that a block begins with.
fn number(page: &Page, id: Id) -> Option<usize> {
    let text = page.dom.text_up_to(id, 12);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '('));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits).then(|| text[..digits].parse().ok())?
}

/// Whether a block has a link, an address or a year.
fn names_source(page: &Page, id: Id) -> bool {
    const LOOKED_AT: usize = 600;
    let text = page.dom.text_up_to(id, LOOKED_AT);
    let year = |run: &&str| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"));
    page.links(id).count > 0
        || text.contains("://")
        || text.split(|c: char| !c.is_ascii_digit()).any(|run| year(&run))
}

/// Whether a node is a heading.
pub(super) fn is_heading(page: &Page, id: Id) -> bool {
    matches!(page.dom.name(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
