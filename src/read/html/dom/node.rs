//! Nodes in an arena.

use html5ever::tendril::StrTendril;
use html5ever::{LocalName, QualName};

/// The index of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::read::html) struct Id(pub(super) u32);

impl Id {
    pub(in crate::read::html) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A tree of nodes; the first is the document.
#[derive(Debug, Default)]
pub(in crate::read::html) struct Dom {
    pub(super) nodes: Vec<Node>,
    /// Whether the page goes on, but is beyond the limit on nodes.
    pub(in crate::read::html) cut_off: bool,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<Id>,
    pub(super) first: Option<Id>,
    pub(super) last: Option<Id>,
    pub(super) previous: Option<Id>,
    pub(super) next: Option<Id>,
    pub(super) depth: u32,
    pub(super) data: Data,
}

#[derive(Debug)]
pub(super) enum Data {
    /// The document, a comment, an instruction: nothing to read.
    Nothing,
    Element(Box<Element>),
    /// Text in pieces, each with the line it begins on.
    Text(Vec<(StrTendril, u32)>),
}

/// An element.
#[derive(Debug)]
pub(in crate::read::html) struct Element {
    pub(super) name: QualName,
    pub(super) attributes: Vec<(LocalName, StrTendril)>,
}

impl Element {
    /// The name of its tag, lower case.
    pub(in crate::read::html) fn name(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute, if it has it and it is one of those kept.
    pub(in crate::read::html) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| &**known == name);
        found.map(|(_, value)| &**value)
    }

    /// Its class, identifiers and roles, as far as they say what it is for.
    pub(in crate::read::html) fn labels(&self) -> impl Iterator<Item = &str> {
        ["id", "class", "role", "epub:type", "name", "data-component-name"]
            .into_iter()
            .filter_map(|name| self.attribute(name))
            .flat_map(str::split_whitespace)
    }
}

impl Dom {
    /// The document itself.
    pub(in crate::read::html) const ROOT: Id = Id(0);

    pub(in crate::read::html) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(in crate::read::html) fn element(&self, id: Id) -> Option<&Element> {
        match &self.nodes[id.index()].data {
            Data::Element(element) => Some(element),
            Data::Nothing | Data::Text(_) => None,
        }
    }

    /// The name of an element; empty for other nodes.
    pub(in crate::read::html) fn name(&self, id: Id) -> &str {
        self.element(id).map_or("", Element::name)
    }

    /// The pieces of a text node with the lines they begin on; none for other nodes.
    pub(in crate::read::html) fn text(&self, id: Id) -> &[(StrTendril, u32)] {
        match &self.nodes[id.index()].data {
            Data::Text(pieces) => pieces,
            Data::Nothing | Data::Element(_) => &[],
        }
    }

    pub(in crate::read::html) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id.index()].parent
    }

    pub(in crate::read::html) fn next(&self, id: Id) -> Option<Id> {
        self.nodes[id.index()].next
    }

    pub(in crate::read::html) fn previous(&self, id: Id) -> Option<Id> {
        self.nodes[id.index()].previous
    }

    pub(in crate::read::html) fn first(&self, id: Id) -> Option<Id> {
        self.nodes[id.index()].first
    }

    pub(in crate::read::html) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first(id), |child| self.next(*child))
    }

    /// The node itself and everything around it, from the inside.
    pub(in crate::read::html) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(id), |node| self.parent(*node))
    }
}
