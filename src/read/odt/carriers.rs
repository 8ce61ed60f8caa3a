//! The hyperlinks of a part, or of a flat file.

use super::super::fields::hyperlink;
use super::super::flow::Sign;
use super::super::places::Carrier;
use super::super::xml::{Element, Node, Xml};
use crate::model::Piece;

/// The hyperlinks of the part `name`, whose text is `source`, in the order in which they end.
pub(in crate::read) fn carriers(source: &str, name: Option<&str>) -> Vec<Carrier> {
    let (mut open, mut carriers) = (Vec::new(), Vec::new());
    let mut xml = Xml::new(source);
    loop {
        let at = xml.position();
        match xml.next() {
            Some(Node::Start(element)) if element.name() == b"a" => {
                open.push(carrier(&element, source, name, xml.position()));
            }
            Some(Node::End(end)) if end == b"a" => {
                carriers.extend(
                    open.pop()
                        .flatten()
                        .map(|carrier: Carrier| Carrier { inside: carrier.inside.start..at, ..carrier }),
                );
            }
            Some(_) => {}
            None => return carriers,
        }
    }
}

fn carrier(element: &Element, source: &str, name: Option<&str>, from: usize) -> Option<Carrier> {
    let Sign::Link(target) = hyperlink(&element.attribute("href")?, None)? else { return None };
    let piece =
        Piece { part: name.map(str::to_owned), relation: None, bytes: element.value_in(source, "href")? };
    Some(Carrier { inside: from..from, target, written: vec![piece] })
}
