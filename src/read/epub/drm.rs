//! Whether a book's pages are locked (EPUB Open Container Format 3.3, 4.2.6.3.2).

use std::collections::HashSet;

use super::super::package::Package;
use super::super::xml::{Node, Xml};
use super::container::resolve;

/// Methods that only hide fonts.
static FONTS: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// The names of the parts that are encrypted.
pub(super) fn locked(package: &mut Package) -> HashSet<String> {
    let source = package.part("META-INF/encryption.xml").unwrap_or_default();
    let mut locked = HashSet::new();
    let mut font = false;
    let mut xml = Xml::new(&source);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"EncryptedData" => font = false,
            b"EncryptionMethod" => {
                let method = element.attribute("Algorithm").unwrap_or_default();
                font |= FONTS.contains(&method.as_str());
            }
            b"CipherReference" if !font => {
                locked.extend(element.attribute("URI").map(|address| resolve("", &address)));
            }
            _ => {}
        }
    }
    locked
}
