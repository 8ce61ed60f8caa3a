//! What the parser builds the tree with.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

use super::node::{Data, Dom, Element, Id, Node};

/// Attributes that are kept.
static ATTRIBUTES: [&str; 28] = [
    "id",
    "class",
    "href",
    "name",
    "role",
    "epub:type",
    "hidden",
    "aria-hidden",
    "style",
    "datetime",
    "property",
    "content",
    "itemprop",
    "start",
    "value",
    "type",
    "reversed",
    "rel",
    "title",
    "data-component-name",
    "pubdate",
    "summary",
    "lang",
    "aria-label",
    "data-fn",
    "colspan",
    "rowspan",
    "headers",
];

#[derive(Debug)]
pub(super) struct Sink {
    dom: RefCell<Dom>,
    /// The line on which the text to be appended next begins.
    line: Cell<u32>,
    /// The depth of the innermost open element.
    depth: Cell<u32>,
}

impl Sink {
    pub(super) fn new() -> Self {
        let sink = Self { dom: RefCell::default(), line: Cell::new(1), depth: Cell::new(0) };
        sink.create(Data::Nothing);
        sink
    }

    pub(super) fn depth(&self) -> u32 {
        self.depth.get()
    }

    pub(super) fn size(&self) -> usize {
        self.dom.borrow().nodes.len()
    }

    /// The rest of the page is left out.
    pub(super) fn cut_off(&self) {
        self.dom.borrow_mut().cut_off = true;
    }

    pub(super) fn set_line(&self, line: u32) {
        self.line.set(line);
    }

    fn create(&self, data: Data) -> Id {
        let mut dom = self.dom.borrow_mut();
        let id = Id(u32::try_from(dom.nodes.len()).unwrap_or(u32::MAX));
        dom.nodes.push(Node {
            parent: None,
            first: None,
            last: None,
            previous: None,
            next: None,
            depth: 0,
            data,
        });
        id
    }

    fn append_text(&self, before: Option<Id>, text: StrTendril) -> Option<Id> {
        let line = self.line.get();
        let lines = text.bytes().filter(|byte| *byte == b'\n').count();
        self.line.set(line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)));
        if let Some(before) = before
            && let Data::Text(pieces) = &mut self.dom.borrow_mut().nodes[before.index()].data
        {
            pieces.push((text, line));
            return None;
        }
        Some(self.create(Data::Text(vec![(text, line)])))
    }
}

impl Dom {
    fn detach(&mut self, id: Id) {
        let node = &mut self.nodes[id.index()];
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        if let Some(previous) = previous {
            self.nodes[previous.index()].next = next;
        } else if let Some(parent) = parent {
            self.nodes[parent.index()].first = next;
        }
        if let Some(next) = next {
            self.nodes[next.index()].previous = previous;
        } else if let Some(parent) = parent {
            self.nodes[parent.index()].last = previous;
        }
    }

    fn append(&mut self, parent: Id, child: Id) {
        let last = self.nodes[parent.index()].last.replace(child);
        let depth = self.nodes[parent.index()].depth + 1;
        let node = &mut self.nodes[child.index()];
        (node.parent, node.previous, node.depth) = (Some(parent), last, depth);
        match last {
            Some(last) => self.nodes[last.index()].next = Some(child),
            None => self.nodes[parent.index()].first = Some(child),
        }
    }

    fn insert_before(&mut self, sibling: Id, child: Id) {
        let Some(parent) = self.nodes[sibling.index()].parent else { return };
        let previous = self.nodes[sibling.index()].previous.replace(child);
        let depth = self.nodes[parent.index()].depth + 1;
        let node = &mut self.nodes[child.index()];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, Some(sibling), depth);
        match previous {
            Some(previous) => self.nodes[previous.index()].next = Some(child),
            None => self.nodes[parent.index()].first = Some(child),
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Dom;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        Dom::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.dom.borrow(), |dom| match &dom.nodes[target.index()].data {
            Data::Element(element) => &element.name,
            Data::Nothing | Data::Text(_) => unreachable!("the parser asks elements only for their names"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        let kept = attributes.into_iter().filter(|attribute| ATTRIBUTES.contains(&&*attribute.name.local));
        let attributes = kept.map(|attribute| (attribute.name.local, attribute.value)).collect();
        self.create(Data::Element(Box::new(Element { name, attributes })))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.create(Data::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.create(Data::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendNode(node) => {
                self.depth.set(self.dom.borrow().nodes[parent.index()].depth + 1);
                Some(node)
            }
            NodeOrText::AppendText(text) => {
                let last = self.dom.borrow().nodes[parent.index()].last;
                self.append_text(last, text)
            }
        };
        if let Some(child) = child {
            self.dom.borrow_mut().append(*parent, child);
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.dom.borrow().parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &Id) {
        self.depth.set(self.dom.borrow().nodes[node.index()].depth.saturating_sub(1));
    }

    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let child = match child {
            NodeOrText::AppendNode(node) => {
                self.dom.borrow_mut().detach(node);
                Some(node)
            }
            NodeOrText::AppendText(text) => {
                let previous = self.dom.borrow().nodes[sibling.index()].previous;
                self.append_text(previous, text)
            }
        };
        if let Some(child) = child {
            self.dom.borrow_mut().insert_before(*sibling, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Data::Element(element) = &mut self.dom.borrow_mut().nodes[target.index()].data {
            for attribute in attributes.into_iter().filter(|new| ATTRIBUTES.contains(&&*new.name.local)) {
                if element.attribute(&attribute.name.local).is_none() {
                    element.attributes.push((attribute.name.local, attribute.value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.dom.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        let mut dom = self.dom.borrow_mut();
        while let Some(child) = dom.first(*node) {
            dom.detach(child);
            dom.append(*new_parent, child);
        }
    }
}
