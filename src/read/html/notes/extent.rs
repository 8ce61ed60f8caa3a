//! Where the text of a note begins and ends.

use std::collections::HashMap;

use super::super::super::apparatus::marker_label;
use super::super::dom::Id;
use super::super::page::{Page, is_inline};

/// Longest label of an entry, in bytes.
const LONGEST_LABEL: u32 = 12;

/// The nodes that hold the text of each of the notes at `targets` (in the order of the page);
/// targets without a text are left out.
pub(super) fn contents(page: &Page, targets: &[Id]) -> Vec<(Id, Vec<Id>)> {
    let surveyor = Surveyor { page, places: targets.iter().map(|target| page.place(*target)).collect() };
    let blocks: Vec<Id> = targets.iter().map(|target| surveyor.block(*target)).collect();
    let mut shared: HashMap<Id, usize> = HashMap::new();
    for block in &blocks {
        *shared.entry(*block).or_default() += 1;
    }
    let mut contents = Vec::with_capacity(targets.len());
    for (target, block) in targets.iter().zip(&blocks) {
        let content = if shared[block] > 1 || surveyor.has_text_before(*target, *block) {
            surveyor.stretch(*target, *block)
        } else {
            surveyor.with_continuation(surveyor.widened(*block))
        };
        if content.iter().any(|id| page.weight(*id) > 0) {
            contents.push((*target, content));
        }
    }
    contents
}

struct Surveyor<'a> {
    page: &'a Page,
    /// The places of all targets.
    places: Vec<u32>,
}

impl Surveyor<'_> {
    /// How many targets stand in a node.
    fn targets_in(&self, id: Id) -> usize {
        let span = self.page.span(id);
        self.places.partition_point(|place| *place < span.end)
            - self.places.partition_point(|place| *place < span.start)
    }

    /// The block that a target opens: itself, the paragraph it stands in, or, if that has no
    /// text of its own, the next one. A cell's note is its row.
    fn block(&self, target: Id) -> Id {
        let dom = &self.page.dom;
        let block = dom.ancestors(target).find(|id| !is_inline(dom.name(*id))).unwrap_or(target);
        let next = || {
            std::iter::successors(dom.next(block), |next| dom.next(*next))
                .find(|id| dom.element(*id).is_some())
        };
        match dom.name(block) {
            "td" | "th" => dom.parent(block).unwrap_or(block),
            _ if self.page.weight(block) == 0 => {
                next().filter(|next| self.targets_in(*next) == 0).unwrap_or(block)
            }
            _ => block,
        }
    }

    /// The largest element around a block that holds nothing but this one note.
    fn widened(&self, block: Id) -> Id {
        let dom = &self.page.dom;
        let mut widest = block;
        while let Some(parent) = dom.parent(widest) {
            let wrapper = matches!(
                dom.name(parent),
                "div" | "li" | "dd" | "aside" | "blockquote" | "span" | "tr" | "td"
            );
            let alone = self.targets_in(parent) <= 1 && !self.page.is_large(parent);
            if !(wrapper && alone && self.is_first(widest))
                || dom.children(parent).any(|id| is_heading(dom.name(id)))
            {
                break;
            }
            // A wrapper is one note's only where other notes have wrappers of their own.
            if widest == block && !self.has_peers(parent) {
                break;
            }
            widest = parent;
        }
        widest
    }

    /// Whether no text stands before a node in its parent, but perhaps a label.
    fn is_first(&self, id: Id) -> bool {
        let before =
            std::iter::successors(self.page.dom.previous(id), |before| self.page.dom.previous(*before));
        let mut filled = before.filter(|id| self.page.weight(*id) > 0);
        match (filled.next(), filled.next()) {
            (None, _) => true,
            (Some(only), None) => is_numbering(self.page, only),
            _ => false,
        }
    }

    /// Whether the block's text begins before the target: the note is a line of it.
    fn has_text_before(&self, target: Id, block: Id) -> bool {
        if !self.page.contains(block, target) {
            return false;
        }
        self.page.dom.ancestors(target).take_while(|id| *id != block).any(|id| !self.is_first(id))
    }

    /// Whether the elements beside a node hold other notes, or it is an entry by nature.
    fn has_peers(&self, id: Id) -> bool {
        let dom = &self.page.dom;
        let around = dom.parent(id).is_some_and(|parent| self.targets_in(parent) > self.targets_in(id));
        around || matches!(dom.name(id), "li" | "dd" | "aside" | "tr")
    }

    /// A block with the paragraphs between it and the next note.
    fn with_continuation(&self, block: Id) -> Vec<Id> {
        let dom = &self.page.dom;
        let mut content = vec![block];
        if matches!(dom.name(block), "li" | "tr" | "aside") {
            return content;
        }
        let mut rest = Vec::new();
        for id in std::iter::successors(dom.next(block), |next| dom.next(*next)).take(64) {
            if self.targets_in(id) > 0 {
                content.append(&mut rest);
                return content;
            }
            match dom.name(id) {
                "dd" if matches!(dom.name(block), "dt" | "dd") => {
                    content.append(&mut rest);
                    content.push(id);
                }
                name if is_heading(name) || !name.is_empty() && is_inline(name) => break,
                _ => rest.push(id),
            }
        }
        content
    }

    /// Within a block of several notes, or of text and a note: from a target to the next, the
    /// last one to the end of its line.
    fn stretch(&self, target: Id, block: Id) -> Vec<Id> {
        let dom = &self.page.dom;
        let top = dom.ancestors(target).find(|id| dom.parent(*id) == Some(block)).unwrap_or(target);
        let last = self.places.binary_search(&self.page.place(target)).is_ok_and(|index| {
            self.places.get(index + 1).is_none_or(|next| !self.page.span(block).contains(next))
        });
        let mut content = vec![top];
        for id in std::iter::successors(dom.next(top), |next| dom.next(*next)) {
            let name = dom.name(id);
            if self.targets_in(id) > 0 || last && !name.is_empty() && !is_inline(name) {
                break;
            }
            content.push(id);
        }
        content
    }
}

/// Whether a node is the number of an entry, in an element of its own.
fn is_numbering(page: &Page, id: Id) -> bool {
    let set_off = page.dom.element(id).is_some_and(|element| is_inline(element.name()));
    set_off && page.weight(id) <= LONGEST_LABEL && marker_label(&page.dom.text_up_to(id, 40)).is_some()
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
