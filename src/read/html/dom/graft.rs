//! Trees that become parts of another.

use html5ever::{LocalName, QualName, local_name, ns};

use super::node::{Data, Dom, Element, Id, Node};

impl Dom {
    /// Gives attributes the values that `new` says, where it says one.
    pub(in crate::read::html) fn rename(&mut self, new: impl Fn(&str, &str) -> Option<String>) {
        for node in &mut self.nodes {
            let Data::Element(element) = &mut node.data else { continue };
            for (name, value) in &mut element.attributes {
                if let Some(new) = new(name, value) {
                    *value = new.into();
                }
            }
        }
    }

    /// So many lines stand before the page.
    pub(in crate::read::html) fn move_lines(&mut self, before: usize) {
        let before = u32::try_from(before).unwrap_or(u32::MAX);
        for node in &mut self.nodes {
            if let Data::Text(pieces) = &mut node.data {
                for (_, line) in pieces {
                    *line = line.saturating_add(before);
                }
            }
        }
    }

    /// Appends the body of another page, in an element with this identifier.
    pub(in crate::read::html) fn add_page(&mut self, mut other: Self, identifier: &str) {
        if self.nodes.is_empty() {
            self.push(Data::Nothing, None);
        }
        let attributes = vec![(local_name!("id"), identifier.into())];
        let part =
            self.push(Data::Element(Box::new(Element { name: division(), attributes })), Some(Self::ROOT));
        let Some(body) = other.nodes(Self::ROOT).find(|id| other.name(*id) == "body") else { return };
        if let Data::Element(element) = &mut other.nodes[body.index()].data {
            element.name = division();
        }
        let shift = self.nodes.len() as u32;
        let moved = |id: Option<Id>| id.map(|Id(index)| Id(index + shift));
        self.nodes.extend(other.nodes.into_iter().map(|node| Node {
            parent: moved(node.parent),
            first: moved(node.first),
            last: moved(node.last),
            previous: moved(node.previous),
            next: moved(node.next),
            ..node
        }));
        let body = Id(body.0 + shift);
        let node = &mut self.nodes[body.index()];
        (node.parent, node.previous, node.next) = (Some(part), None, None);
        let part = &mut self.nodes[part.index()];
        (part.first, part.last) = (Some(body), Some(body));
    }

    /// Adds a node at the end of `parent`.
    fn push(&mut self, data: Data, parent: Option<Id>) -> Id {
        let id = Id(self.nodes.len() as u32);
        let previous = parent.and_then(|parent| self.nodes[parent.index()].last);
        self.nodes.push(Node { parent, first: None, last: None, previous, next: None, depth: 0, data });
        if let Some(previous) = previous {
            self.nodes[previous.index()].next = Some(id);
        }
        if let Some(parent) = parent {
            let parent = &mut self.nodes[parent.index()];
            parent.first = parent.first.or(Some(id));
            parent.last = Some(id);
        }
        id
    }
}

fn division() -> QualName {
    QualName::new(None, ns!(html), LocalName::from("div"))
}
