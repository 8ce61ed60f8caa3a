//! From a package, or one file of XML, to a document.

use crate::model::{Document, Format, Ground};

use super::super::apparatus;
use super::super::flow::Flow;
use super::super::package::Package;
use super::super::torn;
use super::super::xml::{Node, Xml};
use super::meta::{Meta, meta};
use super::styles::Styles;
use super::writer::Writer;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
/// What the types of texts begin with: templates, master documents and web pages have longer ones.
const TYPE: &str = "application/vnd.oasis.opendocument.text";
/// How far into a flat file its type is looked for, in bytes.
const HEAD: usize = 8192;

/// Whether a package is a text of `OpenDocument`.
pub(in crate::read) fn is_odt(package: &mut Package) -> bool {
    let typed = package.part("mimetype").is_some_and(|kind| kind.trim_start().starts_with(TYPE));
    typed || package.has(CONTENT) && package.part(MANIFEST).is_some_and(|manifest| manifest.contains(TYPE))
}

/// Whether the text of a package opens with a password only (ODF 1.3 part 2, 3.4.1; since
/// `LibreOffice` 24.8 as one package within another).
pub(in crate::read) fn is_locked(package: &mut Package) -> bool {
    if package.has("encrypted-package") {
        return true;
    }
    let manifest = package.part(MANIFEST).unwrap_or_default();
    let mut xml = Xml::new(&manifest);
    let mut content = false;
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"file-entry" => content = element.attribute("full-path").as_deref() == Some(CONTENT),
            b"encryption-data" if content => return true,
            _ => {}
        }
    }
    false
}

/// Reads a text of `OpenDocument`.
pub(in crate::read) fn read_odt(mut package: Package) -> Document {
    let mut document = Document::new(Format::Odt);
    let mut styles = Styles::default();
    if let Some(source) = package.part("styles.xml") {
        common_styles(&source, &mut styles);
    }
    let about = package.part("meta.xml").map(|source| meta(&source)).unwrap_or_default();
    let content = package.part(CONTENT);
    document.warnings.append(&mut package.warnings);
    document.ground = Ground::Parts(vec![CONTENT.to_owned()]);
    match content {
        Some(source) => read_content(&source, styles, about, &mut document),
        None if !package.has(CONTENT) => document.warnings.push(format!("the part {CONTENT} is missing")),
        None => {}
    }
    document
}

/// Whether a text is `OpenDocument` in one file.
pub(in crate::read) fn is_flat(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let has = |needle: &str| head.windows(needle.len()).any(|window| window == needle.as_bytes());
    has("<office:document") && has(TYPE)
}

/// Reads a text of `OpenDocument` in one file.
pub(in crate::read) fn read_flat(source: &str) -> Document {
    let mut document = Document::new(Format::Odt);
    document.ground = Ground::Parts(vec![String::new()]);
    read_content(source, Styles::default(), meta(source), &mut document);
    document
}

/// The styles of a package that are not made for one paragraph only; those of the page's header
/// have the same names as others in the text.
fn common_styles(source: &str, styles: &mut Styles) {
    let mut xml = Xml::new(source);
    while let Some(node) = xml.next() {
        match node {
            Node::Start(element) if element.name() == b"styles" => return styles.take(&mut xml),
            Node::Start(element) if element.name() != b"document-styles" => xml.skip(),
            _ => {}
        }
    }
}

fn read_content(source: &str, mut styles: Styles, about: Meta, document: &mut Document) {
    let mut xml = Xml::new(source);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"styles" | b"automatic-styles" => styles.take(&mut xml),
            b"body" => break,
            b"document" | b"document-content" => {}
            _ => xml.skip(),
        }
    }
    let mut writer = Writer::new(&styles);
    writer.page = Some(1);
    writer.read(&mut xml);
    document.warnings.extend(xml.fault().map(|fault| format!("the part {CONTENT} {fault}")));
    // Breaks are written down only by programs that have laid the pages out.
    let paged = about.pages.is_some() && about.pages == writer.page && about.pages != Some(1);
    let elsewhere = std::mem::take(&mut writer.elsewhere);
    let note = writer.open_note();
    let mut draft = writer.finish();
    if xml.fault().is_some() {
        document.warnings.extend(torn::warning(&draft, note));
    }
    if !paged {
        draft.flows().for_each(Flow::forget_pages);
    }
    let texts = draft.blocks.iter().filter(|block| !block.flow.text.is_empty()).count();
    if texts == 0 && !elsewhere.is_empty() {
        let parts = elsewhere.join(", ");
        document.warnings.push(format!("the text stands in other documents, which are not read: {parts}"));
    }
    document.title = about.title.or_else(|| draft.title());
    document.date = about.date;
    apparatus::settle(draft, document);
}
