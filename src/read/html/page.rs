//! A page with what is asked of it again and again.

use std::collections::{HashMap, HashSet};

use super::dom::{Dom, Id, Step, parse};
use super::site::{self, Site};

/// Bytes of text that any note may have, however short the page is.
const LARGEST_NOTE: u32 = 4000;

/// Bytes of text in a link within the page that may be the marker of a note.
const LONGEST_MARKER: u32 = 8;

/// The links in a part of a page; markers of notes do not count.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Links {
    /// How many there are.
    pub(super) count: u32,
    /// How many stay on the site.
    pub(super) own: u32,
    /// Bytes of visible text in them.
    pub(super) weight: u32,
}

/// A parsed page.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) dom: Dom,
    /// For every node its place in the order of the page, and the place of the first node behind
    /// everything in it.
    spans: Vec<(u32, u32)>,
    /// For every node the bytes of visible text in it, blanks not counted.
    weights: Vec<u32>,
    /// For every node the links in it.
    links: Vec<Links>,
    /// What bears which identifier (`id`, or `name` of an anchor).
    ids: HashMap<String, Id>,
    /// The page's own addresses.
    own: HashSet<String>,
    /// Whether it is a book, which has no menus, banners and comments around its text.
    pub(super) is_book: bool,
}

impl Page {
    pub(super) fn new(html: &str) -> Self {
        Self::of(parse(html), false)
    }

    /// All pages of a book.
    pub(super) fn of_book(dom: Dom) -> Self {
        Self::of(dom, true)
    }

    fn of(dom: Dom, is_book: bool) -> Self {
        let site = Site::of(&dom);
        let mut page = Self {
            spans: vec![(0, 0); dom.len()],
            weights: vec![0; dom.len()],
            links: vec![Links::default(); dom.len()],
            ids: HashMap::new(),
            own: Site::addresses(&dom),
            is_book,
            dom,
        };
        page.survey(&site);
        page
    }

    fn survey(&mut self, site: &Site) {
        let mut place = 0;
        let mut invisible = 0_u32;
        let mut step = Some(Step::Enter(Dom::ROOT));
        while let Some(current) = step {
            match current {
                Step::Enter(id) => {
                    self.spans[id.index()].0 = place;
                    place += 1;
                    invisible += u32::from(is_invisible(self.dom.name(id)));
                    self.register(id);
                    if invisible == 0 {
                        self.weights[id.index()] = weight(&self.dom, id);
                    }
                }
                Step::Leave(id) => {
                    self.spans[id.index()].1 = place;
                    invisible -= u32::from(is_invisible(self.dom.name(id)));
                    let weight = self.weights[id.index()];
                    let counts =
                        |href: &&str| weight > 0 && !(href.starts_with('#') && weight <= LONGEST_MARKER);
                    if let Some(href) = site::href(&self.dom, id).filter(counts) {
                        let own = u32::from(site.is_own(href));
                        self.links[id.index()] = Links { count: 1, own, weight };
                    }
                    if let Some(parent) = self.dom.parent(id) {
                        self.weights[parent.index()] += self.weights[id.index()];
                        let links = self.links[id.index()];
                        let sum = &mut self.links[parent.index()];
                        sum.count += links.count;
                        sum.own += links.own;
                        sum.weight += links.weight;
                    }
                }
            }
            step = self.dom.after(current, Dom::ROOT);
        }
    }

    fn register(&mut self, id: Id) {
        let Some(element) = self.dom.element(id) else { return };
        let name = element.attribute("name").filter(|_| element.name() == "a");
        for identifier in [element.attribute("id"), name].into_iter().flatten() {
            self.ids.entry(identifier.to_owned()).or_insert(id);
        }
    }

    /// What a link to this fragment leads to.
    pub(super) fn target(&self, fragment: &str) -> Option<Id> {
        self.ids.get(fragment).copied().or_else(|| self.ids.get(&percent_decoded(fragment)?).copied())
    }

    /// Whether an address is that of the page itself.
    pub(super) fn is_own_address(&self, href: &str) -> bool {
        !self.own.is_empty() && href.contains("://") && self.own.contains(&site::plain(href))
    }

    /// Bytes of visible text in a node.
    pub(super) fn weight(&self, id: Id) -> u32 {
        self.weights[id.index()]
    }

    /// The links in a node.
    pub(super) fn links(&self, id: Id) -> Links {
        self.links[id.index()]
    }

    /// Whether a node holds at least `percent` of the page's visible text.
    pub(super) fn holds(&self, id: Id, percent: u64) -> bool {
        u64::from(self.weight(id)) * 100 >= u64::from(self.weight(Dom::ROOT)) * percent
    }

    /// Whether a node is too large a part of the page to be a note.
    pub(super) fn is_large(&self, id: Id) -> bool {
        self.weight(id) > LARGEST_NOTE && self.holds(id, 40)
    }

    /// Whether `inner` is `outer` or within it.
    pub(super) fn contains(&self, outer: Id, inner: Id) -> bool {
        let (start, end) = self.spans[outer.index()];
        (start..end).contains(&self.spans[inner.index()].0)
    }

    /// The place of a node in the order of the page.
    pub(super) fn place(&self, id: Id) -> u32 {
        self.spans[id.index()].0
    }

    /// The places of a node and of everything in it.
    pub(super) fn span(&self, id: Id) -> std::ops::Range<u32> {
        self.spans[id.index()].0..self.spans[id.index()].1
    }
}

fn weight(dom: &Dom, id: Id) -> u32 {
    let pieces = dom.text(id).iter();
    let bytes: usize =
        pieces.map(|(piece, _)| piece.bytes().filter(|byte| !byte.is_ascii_whitespace()).count()).sum();
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// `fn%3A1` as `fn:1`.
fn percent_decoded(fragment: &str) -> Option<String> {
    if !fragment.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let hex = behind.get(..2).filter(|_| byte == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(decoded) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(decoded);
            rest = &behind[2..];
        } else {
            bytes.push(byte);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

/// Elements whose content is never read.
pub(super) fn is_invisible(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "head"
            | "iframe"
            | "object"
            | "embed"
            | "canvas"
            | "audio"
            | "video"
            | "button"
            | "select"
            | "textarea"
            | "option"
            | "datalist"
            | "dialog"
            | "title"
            | "map"
            | "noembed"
            | "noframes"
    )
}

/// Elements that stand in a line of text.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "input"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "picture"
            | "o:p"
    ) || is_invisible(name)
}
