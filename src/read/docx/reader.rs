//! From a package to a document.

use crate::model::{Document, Format, Ground, PartialDate};

use super::super::apparatus;
use super::super::dates::document_date;
use super::super::package::Package;
use super::super::xml::{Node, Xml};
use super::chunks::chunks;
use super::note_rules;
use super::numbering::Numbering;
use super::relations::Relations;
use super::styles::Styles;
use super::writer::{Paper, Writer};

/// The main part in nearly all files.
const MAIN: &str = "word/document.xml";
/// What the document says of itself.
const CORE: &str = "docProps/core.xml";

/// Whether a package is a Word document.
pub(in crate::read) fn is_docx(package: &mut Package) -> bool {
    package.has(MAIN) || package.has("[Content_Types].xml") && main_part(package).starts_with("word/")
}

/// Reads a Word document.
pub(in crate::read) fn read_docx(mut package: Package) -> Document {
    let mut document = Document::new(Format::Docx);
    let main = main_part(&mut package);
    let relations = Relations::of(&mut package, &main);
    let mut related =
        |kind: &str| relations.part(kind).and_then(|name| package.part(&name)).unwrap_or_default();
    let (styles, numbering, settings) = (related("styles"), related("numbering"), related("settings"));
    let paper = Paper { styles: Styles::new(&styles), settings: note_rules::of_settings(&settings) };
    let mut writer = Writer::new(&paper, Numbering::new(&numbering));
    let Some(source) = package.part(&main) else {
        document.warnings.append(&mut package.warnings);
        if !package.has(&main) {
            document.warnings.push(format!("the part {main} is missing"));
        }
        return document;
    };
    let pages = pages(&mut package, &source);
    writer.page = pages.then_some(1);
    writer.chunks = chunks(&mut package, &relations);
    document
        .warnings
        .extend(writer.read_body(&source, &relations).map(|fault| format!("the part {main} {fault}")));
    writer.number_notes();
    let mut parts = vec![main];
    for (kind, endnotes) in [("footnotes", false), ("endnotes", true)] {
        let Some(name) = relations.part(kind) else { continue };
        let links = Relations::of(&mut package, &name);
        let Some(source) = package.part(&name) else { continue };
        writer.part += 1;
        let fault = writer.read_notes(&source, &links, endnotes);
        document.warnings.extend(fault.map(|fault| format!("the part {name} {fault}")));
        parts.push(name);
    }
    document.ground = Ground::Parts(parts);
    document.title = title(&mut package);
    document.date = date(&mut package);
    let draft = writer.finish(&mut document.warnings);
    document.title = document.title.take().or_else(|| draft.title());
    document.warnings.append(&mut package.warnings);
    apparatus::settle(draft, &mut document);
    document
}

fn main_part(package: &mut Package) -> String {
    Relations::of(package, "")
        .part("officeDocument")
        .filter(|name| package.has(name) && !name.contains("_rels/"))
        .unwrap_or_else(|| MAIN.to_owned())
}

/// Whether the page breaks that Word left at its last saving are all there: they are as many as
/// the pages it counted. A file that only claims to have one page may come from any program.
fn pages(package: &mut Package, source: &str) -> bool {
    let counted =
        property(package, "docProps/app.xml", b"Pages").and_then(|pages| pages.trim().parse::<usize>().ok());
    counted.is_some_and(|pages| pages > 1 && pages == source.matches("<w:lastRenderedPageBreak").count() + 1)
}

fn title(package: &mut Package) -> Option<String> {
    let title = property(package, CORE, b"title")?;
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then_some(title)
}

/// When the document was last saved, else when it was begun.
fn date(package: &mut Package) -> Option<PartialDate> {
    let mut date = |name: &[u8]| document_date(&property(package, CORE, name)?);
    date(b"modified").or_else(|| date(b"created"))
}

fn property(package: &mut Package, part: &str, name: &[u8]) -> Option<String> {
    let source = package.part(part)?;
    let mut xml = Xml::new(&source);
    while let Some(node) = xml.next() {
        if matches!(&node, Node::Start(element) if element.name() == name) {
            return Some(xml.text());
        }
    }
    None
}
