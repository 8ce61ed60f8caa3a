//! A package in one file of XML (Flat OPC, as Word writes it: `pkg:package`).

use std::collections::HashMap;

use super::super::xml::{Node, Xml};
use super::archive::key;

/// How far into a text its first element is looked for, in bytes.
const HEAD: usize = 4096;

/// Whether a text is such a package.
pub(in crate::read) fn is_flat(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let has = |needle: &str| head.windows(needle.len()).any(|window| window == needle.as_bytes());
    has("<pkg:package") || has("http://schemas.microsoft.com/office/2006/xmlPackage")
}

/// The parts that are XML.
pub(super) fn parts(text: &str) -> HashMap<String, Vec<u8>> {
    let mut parts = HashMap::new();
    let mut name = None;
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"part" => name = element.attribute("name"),
            b"xmlData" => {
                let start = xml.position();
                xml.skip();
                let inside = text.get(start..xml.position()).unwrap_or_default();
                let inside =
                    inside.rfind("</").filter(|_| xml.fault().is_none()).map_or(inside, |end| &inside[..end]);
                if let Some(name) = name.take() {
                    parts.insert(key(&name), inside.as_bytes().to_vec());
                }
            }
            b"binaryData" => xml.skip(),
            _ => {}
        }
    }
    parts
}
