//! The hyperlinks of a part: elements with a relation, and fields with a code.

use std::collections::HashMap;
use std::ops::Range;

use super::super::fields::{hyperlink, meaning, written};
use super::super::flow::Sign;
use super::super::package::Package;
use super::super::places::{Carrier, Strand, Text};
use super::super::xml::{Element, Node, Xml};
use super::relations::{Relations, list_of};
use crate::model::Piece;

/// The hyperlinks of the part `name`, whose text is `source`, in the order in which they end.
pub(in crate::read) fn carriers(package: &mut Package, name: &str, source: &str) -> Vec<Carrier> {
    let relations = Relations::of(package, name);
    let written =
        package.stored(&list_of(name)).map(|(list, bytes)| targets(&list, bytes)).unwrap_or_default();
    let mut reader = Reader {
        name,
        source,
        relations,
        written,
        links: Vec::new(),
        fields: Vec::new(),
        carriers: Vec::new(),
    };
    let mut xml = Xml::new(source);
    loop {
        let at = xml.position();
        match xml.next() {
            Some(Node::Start(element)) => reader.start(&element, &mut xml, at),
            Some(Node::End(name)) => reader.end(&name, at),
            Some(Node::Text(_)) => {}
            None => return reader.carriers,
        }
    }
}

/// Where the targets of relations are written, by their identifiers.
fn targets(list: &str, bytes: Vec<u8>) -> HashMap<String, Piece> {
    let mut targets = HashMap::new();
    let Some(Text { text, base }) = Text::of(bytes) else { return targets };
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        if let (Some(id), Some(value)) = (element.attribute("Id"), element.value_in(&text, "Target")) {
            let bytes = value.start + base..value.end + base;
            targets.insert(id.clone(), Piece { part: Some(list.to_owned()), relation: Some(id), bytes });
        }
    }
    targets
}

/// A hyperlink that has begun.
struct Open {
    from: usize,
    /// Where it leads, if it leads out of the document.
    target: Option<String>,
    written: Vec<Piece>,
}

/// A field that has begun: its code, and its result if that has.
#[derive(Default)]
struct Field {
    code: String,
    strand: Strand,
    result: Option<Open>,
}

struct Reader<'a> {
    name: &'a str,
    source: &'a str,
    relations: Relations,
    written: HashMap<String, Piece>,
    links: Vec<Open>,
    fields: Vec<Field>,
    carriers: Vec<Carrier>,
}

impl Reader<'_> {
    fn start(&mut self, element: &Element, xml: &mut Xml, at: usize) {
        match element.name() {
            b"hyperlink" => {
                let open = self.hyperlink(element, xml.position());
                self.links.push(open);
            }
            b"fldSimple" => {
                let mut field =
                    Field { code: element.attribute("instr").unwrap_or_default(), ..Field::default() };
                if let Some(value) = element.value_in(self.source, "instr") {
                    field.strand.read(&self.source[..value.end], value.start);
                }
                self.fields.push(field);
                self.begin_result(xml.position());
            }
            b"fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field::default()),
                Some("separate") => self.begin_result(xml.position()),
                Some("end") => self.end_field(at),
                _ => {}
            },
            b"instrText" => {
                let at = xml.position();
                let text = xml.text();
                if let Some(field) = self.fields.last_mut().filter(|field| field.result.is_none()) {
                    field.code.push_str(&text);
                    field.strand.read(self.source, at);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], at: usize) {
        match name {
            b"hyperlink" => {
                if let Some(open) = self.links.pop() {
                    self.close(open, at);
                }
            }
            b"fldSimple" => self.end_field(at),
            _ => {}
        }
    }

    fn end_field(&mut self, at: usize) {
        if let Some(open) = self.fields.pop().and_then(|field| field.result) {
            self.close(open, at);
        }
    }

    fn close(&mut self, Open { from, target, written }: Open, at: usize) {
        if let Some(target) = target.filter(|_| !written.is_empty()) {
            self.carriers.push(Carrier { inside: from..at, target, written });
        }
    }

    /// A hyperlink whose text begins at byte `from`: the address is in the list of relations, the
    /// fragment may be here.
    fn hyperlink(&self, element: &Element, from: usize) -> Open {
        let id = element.attribute("id");
        let address = id.as_deref().and_then(|id| self.relations.target(id));
        let (name, fragment) = match element.attribute("anchor") {
            Some(anchor) => ("anchor", Some(anchor)),
            None => ("docLocation", element.attribute("docLocation")),
        };
        let target = outward(hyperlink(address.unwrap_or_default(), fragment.as_deref()));
        let mut written: Vec<Piece> = id.and_then(|id| self.written.get(&id)).cloned().into_iter().collect();
        if let Some(bytes) =
            fragment.filter(|_| !written.is_empty()).and_then(|_| element.value_in(self.source, name))
        {
            written.push(self.piece(bytes));
        }
        Open { from, target, written }
    }

    fn begin_result(&mut self, from: usize) {
        let (name, Some(field)) = (self.name, self.fields.last_mut()) else { return };
        let target = outward(meaning(&field.code).link);
        let bytes = target.as_deref().and_then(|target| written(&field.strand, target)).unwrap_or_default();
        let piece = |bytes| Piece { part: Some(name.to_owned()), relation: None, bytes };
        field.result = Some(Open { from, target, written: bytes.into_iter().map(piece).collect() });
    }

    fn piece(&self, bytes: Range<usize>) -> Piece {
        Piece { part: Some(self.name.to_owned()), relation: None, bytes }
    }
}

fn outward(link: Option<Sign>) -> Option<String> {
    match link {
        Some(Sign::Link(target)) => Some(target),
        _ => None,
    }
}
