//! Properties of paragraphs and runs, as far as they change what is read.

use super::super::ink::Looks;
use super::super::note_numbers::Rules;
use super::super::xml::{Element, Xml};
use super::note_rules;

/// What is said of a paragraph.
#[derive(Debug, Default)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    /// The level of the heading it is; 0 for body text.
    pub(super) level: Option<u8>,
    /// The list it belongs to and its level there; an empty id says that it belongs to none.
    pub(super) list: Option<(String, usize)>,
    /// Whether its end was deleted: the next paragraph goes on in it.
    pub(super) joined: bool,
    /// The rules of the section that ends with it.
    pub(super) section: Option<Rules>,
}

/// What is said of a run.
#[derive(Debug, Default, Clone)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    pub(super) looks: Looks,
}

/// Reads a `pPr` that has just begun.
pub(super) fn paragraph(xml: &mut Xml) -> ParagraphProperties {
    let mut properties = ParagraphProperties::default();
    xml.each(|xml, element| match element.name() {
        b"pStyle" => properties.style = element.attribute("val"),
        b"outlineLvl" => {
            let level = element.number("val").and_then(|level| u8::try_from(level).ok());
            properties.level = level.map(|level| if level < 9 { level + 1 } else { 0 });
        }
        b"numPr" => properties.list = Some(list(xml)),
        b"rPr" => xml.each(|xml, element| match element.name() {
            b"del" | b"moveFrom" => properties.joined = true,
            b"rPrChange" => xml.skip(),
            _ => {}
        }),
        b"sectPr" => properties.section = Some(section(xml)),
        b"pPrChange" => xml.skip(),
        _ => {}
    });
    properties
}

/// The list and the level of a paragraph; the list has no name where numbering is switched off.
fn list(xml: &mut Xml) -> (String, usize) {
    let (mut id, mut level) = (None, 0);
    xml.each(|_, element| match element.name() {
        b"numId" => id = element.attribute("val"),
        b"ilvl" => level = element.number("val").unwrap_or(0) as usize,
        _ => {}
    });
    (id.filter(|id| id != "0").unwrap_or_default(), level)
}

/// Reads a `sectPr` that has just begun.
pub(super) fn section(xml: &mut Xml) -> Rules {
    let mut rules = Rules::default();
    xml.each(|xml, element| match element.name() {
        b"footnotePr" => note_rules::take(&mut rules, xml, false),
        b"endnotePr" => note_rules::take(&mut rules, xml, true),
        b"sectPrChange" => xml.skip(),
        _ => {}
    });
    rules
}

/// Reads an `rPr` that has just begun.
pub(super) fn run(xml: &mut Xml) -> RunProperties {
    let mut properties = RunProperties::default();
    xml.each(|xml, element| match element.name() {
        b"rStyle" => properties.style = element.attribute("val"),
        b"i" => properties.looks.italic = Some(is_on(&element)),
        b"vanish" => properties.looks.hidden = Some(is_on(&element)),
        b"vertAlign" => {
            properties.looks.raised = Some(element.attribute("val").as_deref() == Some("superscript"));
        }
        b"rPrChange" => xml.skip(),
        _ => {}
    });
    properties
}

/// A property without a value is on.
pub(super) fn is_on(element: &Element) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// Whether a `trPr` that has just begun says that its row was deleted.
pub(super) fn is_deleted_row(xml: &mut Xml) -> bool {
    let mut deleted = false;
    xml.each(|xml, element| match element.name() {
        b"del" => deleted = true,
        b"trPrChange" => xml.skip(),
        _ => {}
    });
    deleted
}
