//! The numbers of notes: Word counts them anew whenever it prints them.

use super::super::xml::{Node, Xml};
use super::numerals::numeral;

/// How the notes of a section are numbered.
#[derive(Debug, Default, Clone)]
pub(super) struct Rule {
    format: Option<String>,
    start: Option<u32>,
    restart: Option<String>,
}

/// The rules of a section, or of the whole document.
#[derive(Debug, Default, Clone)]
pub(super) struct Rules {
    pub(super) footnotes: Rule,
    pub(super) endnotes: Rule,
}

impl Rules {
    /// Takes in a `footnotePr` or `endnotePr` that has just begun.
    pub(super) fn take(&mut self, xml: &mut Xml, endnotes: bool) {
        let rule = if endnotes { &mut self.endnotes } else { &mut self.footnotes };
        xml.each(|_, element| match element.name() {
            b"numFmt" => rule.format = element.attribute("val"),
            b"numStart" => rule.start = element.number("val"),
            b"numRestart" => rule.restart = element.attribute("val"),
            _ => {}
        });
    }

    /// The rules of a document's settings.
    pub(super) fn of_settings(settings: &str) -> Self {
        let mut rules = Self::default();
        let mut xml = Xml::new(settings);
        while let Some(node) = xml.next() {
            let Node::Start(element) = node else { continue };
            match element.name() {
                b"footnotePr" => rules.take(&mut xml, false),
                b"endnotePr" => rules.take(&mut xml, true),
                _ => {}
            }
        }
        rules
    }
}

/// A note as it is first referred to.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) endnote: bool,
    /// The index of the section it stands in.
    pub(super) section: usize,
    pub(super) page: Option<u32>,
    /// The mark that the author chose for it, if it is not counted.
    pub(super) custom: Option<String>,
}

/// The labels of notes that are referred to in this order.
pub(super) fn labels(references: &[Reference], sections: &[Rules], settings: &Rules) -> Vec<String> {
    let mut counters = [Counter::default(), Counter::default()];
    let label = |reference: &Reference| {
        let of =
            |rules: &Rules| if reference.endnote { rules.endnotes.clone() } else { rules.footnotes.clone() };
        let section = sections.get(reference.section).map(of).unwrap_or_default();
        let general = of(settings);
        let usual = if reference.endnote { "lowerRoman" } else { "decimal" };
        let format = section.format.or(general.format).unwrap_or_else(|| usual.to_owned());
        let restart = section.restart.or(general.restart).unwrap_or_default();
        let start = section.start.or(general.start).unwrap_or(1);
        if let Some(custom) = &reference.custom {
            return custom.clone();
        }
        let number = counters[usize::from(reference.endnote)].next(reference, &restart, start);
        numeral(number, &format).unwrap_or_default()
    };
    references.iter().map(label).collect()
}

#[derive(Debug, Default)]
struct Counter {
    next: Option<u32>,
    section: usize,
    page: Option<u32>,
}

impl Counter {
    fn next(&mut self, reference: &Reference, restart: &str, start: u32) -> u32 {
        let anew = match restart {
            "eachSect" => reference.section != self.section,
            "eachPage" => reference.page != self.page,
            _ => false,
        };
        (self.section, self.page) = (reference.section, reference.page);
        let number = self.next.filter(|_| !anew).unwrap_or(start);
        self.next = Some(number.saturating_add(1));
        number
    }
}
