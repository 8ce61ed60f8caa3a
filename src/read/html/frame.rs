//! What stands around an article where nothing is labelled.
//!
//! Many pages are built of elements whose classes say nothing. What is left to tell their menus,
//! author boxes, comments and footers by is where they stand: short lines with links before the main
//! heading, and whatever follows the list of notes at the end of the text.

use std::collections::HashMap;
use std::ops::Range;

use super::super::apparatus;
use super::closing::{LEAST_NOTES, entries_below, is_heading, lists};
use super::dom::Id;
use super::labels;
use super::notes::Linked;
use super::page::{Links, Page, is_inline};

/// Bytes of text between two notes of a list, at most: its heading, numbers, arrows.
const LARGEST_GAP: u64 = 80;

/// Share of the page's text, in percent, that may stand before its heading, behind its notes, or outside of the
/// element that holds its paragraphs: where more does, it is text.
const MARGIN_SHARE: u64 = 35;

/// Bytes of text in a line with links before the heading, at most.
const LONGEST_LINE: u32 = 300;

/// Bytes of text in the first paragraph of the text, at least: more than a name and a day.
const SENTENCE: u32 = 40;

/// Bytes of text in the paragraphs by which the element that holds them is found, at least.
const LINE: u32 = 80;

/// Bytes of text in a block that is a paragraph of the text, at least.
const PARAGRAPH: u32 = 300;

/// Bytes of text in a block that only leads to another page of the site, at most.
const LONGEST_POINTER: u32 = 160;

/// Headings of lists that belong to the text and are neither notes nor works, lower case.
#[rustfmt::skip]
static LISTS: [&str; 26] = [
    "external links", "links", "see also", "further information", "resources", "weblinks", "siehe auch", "liens externes", "voir aussi",
    "enlaces externos", "véase también", "ligações externas", "ver também", "collegamenti esterni", "voci correlate", "ссылки", "см. также",
    "посилання", "див. також", "сілтемелер", "linki zewnętrzne", "externí odkazy", "externe links", "externa länkar", "外部リンク", "外部链接",
];

/// Where the article of a page begins and ends, in the places of its nodes.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The place of the main heading; 0 if there is none.
    opening: u32,
    /// The place of the first paragraph or marker behind it.
    text: u32,
    /// The places of the element that holds the paragraphs.
    body: Option<Range<u32>>,
    /// The places of the list of notes that ends the text.
    notes: Option<Range<u32>>,
    /// The places behind it that belong to the text all the same, in order, none within another.
    kept: Vec<Range<u32>>,
}

impl Frame {
    /// The frame of the text in `article`.
    pub(super) fn of(page: &Page, linked: &Linked, article: Id) -> Self {
        if page.is_book {
            return Self::default();
        }
        let text = Text::of(page, article);
        let all = page.span(article);
        let margin = |places: Range<u32>| text.weight(places) * 100 < text.weight(all.clone()) * MARGIN_SHARE;
        let mut markers = linked.markers.keys().map(|marker| page.place(*marker));
        let (first, last) =
            markers.by_ref().fold((u32::MAX, 0), |(first, last), at| (first.min(at), last.max(at)));
        let lists = lists(page, article);
        let last_list = lists.iter().max_by_key(|places| places.end).cloned();
        let notes = end_notes(page, linked, &text).or(last_list);
        let notes = notes.filter(|notes| margin(notes.end..all.end) && last < notes.end);
        let linked_notes = linked.notes.iter().flat_map(|note| &note.content).map(|id| page.span(*id));
        let apparatus = merged(lists.into_iter().chain(linked_notes).collect());
        let body = body(page, article, &apparatus).map(|body| page.span(body)).filter(|body| {
            let (whole, within) = (text.weight(all.clone()), text.weight(body.clone()));
            (whole - within) * 100 < whole * MARGIN_SHARE
        });
        if notes.is_none() && body.is_none() {
            return Self::default();
        }
        let heading = page.dom.nodes(article).find(|id| page.dom.name(*id) == "h1" && page.weight(*id) > 0);
        let opening = heading.map_or(0, |heading| page.place(heading));
        let opening = if margin(all.start..opening) && first >= opening { opening } else { 0 };
        let begins =
            |id: &Id| page.place(*id) > opening && page.dom.name(*id) == "p" && page.weight(*id) >= SENTENCE;
        let begun = page.dom.nodes(article).find(begins).map_or(u32::MAX, |id| page.place(id));
        let end = notes.as_ref().map_or(opening, |notes| notes.end);
        let kept = merged(kept(page, article, end));
        let text = begun.min(first).min(notes.as_ref().map_or(u32::MAX, |notes| notes.start));
        Self { opening, text, body, notes, kept }
    }

    /// Whether a block stands outside of the text, or only leads to another page of the site.
    pub(super) fn leaves_out(&self, page: &Page, id: Id) -> bool {
        let links = page.links(id);
        if links.count == 0 || is_inline(page.dom.name(id)) && page.dom.name(id) != "a" {
            return false;
        }
        let Range { start, end } = page.span(id);
        if end <= self.opening {
            return page.weight(id) <= LONGEST_LINE;
        }
        let next = self.kept.partition_point(|kept| kept.end <= start);
        if self.kept.get(next).is_some_and(|kept| kept.start < end) {
            return false;
        }
        let (from, to) = self.notes.as_ref().map_or((u32::MAX, u32::MAX), |notes| (notes.start, notes.end));
        let outside = self.body.as_ref().is_some_and(|body| end <= body.start || start >= body.end);
        if start >= to || outside && end <= from {
            return true;
        }
        let byline = end <= self.text && links.own > 0 && page.weight(id) <= LONGEST_POINTER;
        let block = !is_inline(page.dom.name(id));
        (self.notes.is_some() || self.body.is_some())
            && end <= from
            && block
            && (byline || is_pointer(page, id, links))
    }
}

/// The innermost element with nearly all paragraphs of the text, those of the `apparatus` left aside; none if
/// they stand in the cells of a table.
fn body(page: &Page, article: Id, apparatus: &[Range<u32>]) -> Option<Id> {
    const LEAST: u64 = 600;
    const SHARE: u64 = 80;
    let mut sums: HashMap<Id, u64> = HashMap::new();
    let paragraphs =
        page.dom.nodes(article).filter(|id| page.dom.name(*id) == "p" && page.weight(*id) >= LINE);
    let paragraphs = paragraphs.filter(|id| {
        let next = apparatus.partition_point(|places| places.end <= page.place(*id));
        apparatus.get(next).is_none_or(|places| places.start > page.place(*id))
    });
    for paragraph in paragraphs {
        for ancestor in page.dom.ancestors(paragraph).skip(1) {
            *sums.entry(ancestor).or_default() += u64::from(page.weight(paragraph));
        }
    }
    let all = sums.get(&article).copied().filter(|all| *all >= LEAST)?;
    let holds = |id: &Id| sums.get(id).is_some_and(|sum| sum * 100 >= all * SHARE);
    let mut body = article;
    while let Some(inner) = page.dom.children(body).find(|id| holds(id)) {
        body = inner;
    }
    let in_cells = matches!(page.dom.name(body), "table" | "tbody" | "tr");
    (body != article && !in_cells).then_some(body)
}

/// The visible text of a page: the places of what has text, and how much there is up to each.
struct Text {
    places: Vec<u32>,
    sums: Vec<u64>,
}

impl Text {
    fn of(page: &Page, outer: Id) -> Self {
        let leaves = page.dom.nodes(outer).filter(|id| page.dom.first(*id).is_none() && page.weight(*id) > 0);
        let (mut places, mut sums, mut sum) = (Vec::new(), vec![0], 0);
        for id in leaves {
            sum += u64::from(page.weight(id));
            places.push(page.place(id));
            sums.push(sum);
        }
        Self { places, sums }
    }

    /// Bytes of text in these places.
    fn weight(&self, places: Range<u32>) -> u64 {
        let before = |place: u32| self.sums[self.places.partition_point(|there| *there < place)];
        before(places.end.max(places.start)) - before(places.start)
    }
}

/// Whether a block is little but links to other pages of the site.
fn is_pointer(page: &Page, id: Id, links: Links) -> bool {
    links.own == links.count && page.weight(id) <= LONGEST_POINTER && links.weight * 10 >= page.weight(id) * 6
}

/// Whether a block is a paragraph of running text.
fn is_paragraph(page: &Page, id: Id) -> bool {
    matches!(page.dom.name(id), "p" | "blockquote")
        && page.weight(id) >= PARAGRAPH
        && page.links(id).weight * 3 < page.weight(id)
}

/// The places of the list of notes that stands last: notes with hardly anything between them.
fn end_notes(page: &Page, linked: &Linked, text: &Text) -> Option<Range<u32>> {
    let mut spans: Vec<Range<u32>> = linked
        .notes
        .iter()
        .filter_map(|note| {
            let start = note.content.iter().map(|id| page.span(*id).start).min()?;
            Some(start..note.content.iter().map(|id| page.span(*id).end).max()?)
        })
        .collect();
    spans.sort_by_key(|span| span.start);
    let mut notes = spans.pop()?;
    let mut count = 1;
    for span in spans.into_iter().rev() {
        if text.weight(span.end..notes.start) > LARGEST_GAP {
            break;
        }
        notes.start = span.start.min(notes.start);
        count += 1;
    }
    (count >= LEAST_NOTES).then_some(notes)
}

/// Places in order, those that overlap as one.
fn merged(mut places: Vec<Range<u32>>) -> Vec<Range<u32>> {
    places.sort_by_key(|places| places.start);
    let mut merged: Vec<Range<u32>> = Vec::with_capacity(places.len());
    for range in places {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The places behind `from` under headings of works and links, of elements labelled so, and of paragraphs.
fn kept(page: &Page, article: Id, from: u32) -> Vec<Range<u32>> {
    let mut kept: Vec<Range<u32>> = Vec::new();
    let mut open: Option<u32> = None;
    for id in page.dom.nodes(article).filter(|id| page.place(*id) >= from) {
        if is_heading(page, id) {
            let text = page.dom.text_up_to(id, 120);
            let title = text.trim().trim_end_matches(':').to_lowercase();
            let belongs = apparatus::section_of(&text).is_some() || LISTS.contains(&title.as_str());
            kept.extend(open.take().map(|start| start..page.place(id)));
            match entries_below(page, id).filter(|_| belongs) {
                Some(list) => kept.push(page.place(id)..list.end),
                None => open = belongs.then(|| page.place(id)),
            }
        } else if page.dom.element(id).and_then(labels::section).is_some() || is_paragraph(page, id) {
            kept.push(page.span(id));
        }
    }
    kept.extend(open.map(|start| start..u32::MAX));
    kept
}
