//! How a document wants its notes to be numbered.

use super::super::note_numbers::Rules;
use super::super::xml::{Node, Xml};

/// Takes in a `footnotePr` or `endnotePr` that has just begun.
pub(super) fn take(rules: &mut Rules, xml: &mut Xml, endnotes: bool) {
    let rule = if endnotes { &mut rules.endnotes } else { &mut rules.footnotes };
    xml.each(|_, element| match element.name() {
        b"numFmt" => rule.format = element.attribute("val"),
        b"numStart" => rule.start = element.number("val"),
        b"numRestart" => rule.restart = element.attribute("val"),
        _ => {}
    });
}

/// The rules of a document's settings.
pub(super) fn of_settings(settings: &str) -> Rules {
    let mut rules = Rules::default();
    let mut xml = Xml::new(settings);
    while let Some(node) = xml.next() {
        let Node::Start(element) = node else { continue };
        match element.name() {
            b"footnotePr" => take(&mut rules, &mut xml, false),
            b"endnotePr" => take(&mut rules, &mut xml, true),
            _ => {}
        }
    }
    rules
}
