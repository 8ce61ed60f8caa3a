//! The numbers of list entries, which Word counts whenever it prints them.

use std::collections::HashMap;

use super::super::numerals::numeral;
use super::super::xml::{Node, Xml};

/// Most levels of a list (ISO/IEC 29500-1, 17.9.6).
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: String,
}

#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document, with what has been counted so far.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, HashMap<usize, Level>>,
    lists: HashMap<String, List>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists whose own start was used up.
    begun: std::collections::HashSet<(String, usize)>,
}

impl Numbering {
    pub(super) fn new(source: &str) -> Self {
        let mut numbering = Self::default();
        let mut xml = Xml::new(source);
        while let Some(node) = xml.next() {
            let Node::Start(element) = node else { continue };
            match (element.name(), element.attribute("abstractNumId"), element.attribute("numId")) {
                (b"abstractNum", Some(id), _) => {
                    numbering.definitions.insert(id, levels(&mut xml));
                }
                (b"num", _, Some(id)) => {
                    numbering.lists.insert(id, list(&mut xml));
                }
                _ => {}
            }
        }
        numbering
    }

    /// Counts the next entry of the list `id` at `level`; its number as printed, without brackets
    /// and full stop. None if the list has bullets.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Option<String> {
        let list = self.lists.get(id)?;
        let level = level.min(LEVELS - 1);
        let levels = self.definitions.get(&list.definition);
        let of = |level: usize| list.levels.get(&level).or_else(|| levels?.get(&level));
        let counters = self.counters.entry(list.definition.clone()).or_default();
        let own = list.starts.get(&level).filter(|_| self.begun.insert((id.to_owned(), level)));
        let first = of(level).and_then(|level| level.start).unwrap_or(1);
        let number = match (own, counters[level]) {
            (Some(start), _) => *start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => first,
        };
        counters[level] = Some(number);
        counters[level + 1..].fill(None);
        let here = of(level)?;
        numeral(number, &here.format)?;
        let mut text = here.text.clone();
        for (outer, counter) in counters.iter().enumerate().take(level + 1) {
            let format = of(outer).map_or("decimal", |level| level.format.as_str());
            let printed = counter.and_then(|number| numeral(number, format)).unwrap_or_default();
            text = text.replace(&format!("%{}", outer + 1), &printed);
        }
        let text = text.trim_matches(|c: char| c.is_whitespace() || "[](){}.:".contains(c));
        (!text.is_empty()).then(|| text.to_owned())
    }
}

fn levels(xml: &mut Xml) -> HashMap<usize, Level> {
    let mut levels = HashMap::new();
    xml.each(|xml, element| {
        if let (b"lvl", Some(index)) = (element.name(), element.number("ilvl")) {
            levels.insert(index as usize, level(xml));
        }
    });
    levels
}

fn level(xml: &mut Xml) -> Level {
    let mut level = Level::default();
    xml.each(|xml, element| match element.name() {
        b"start" => level.start = element.number("val"),
        b"numFmt" => level.format = element.attribute("val").unwrap_or_default(),
        b"lvlText" => level.text = element.attribute("val").unwrap_or_default(),
        b"pPr" | b"rPr" => xml.skip(),
        _ => {}
    });
    level
}

fn list(xml: &mut Xml) -> List {
    let mut list = List::default();
    let mut at = 0;
    xml.each(|xml, element| match element.name() {
        b"abstractNumId" => list.definition = element.attribute("val").unwrap_or_default(),
        b"lvlOverride" => at = element.number("ilvl").unwrap_or(0) as usize,
        b"startOverride" => {
            list.starts.insert(at, element.number("val").unwrap_or(1));
        }
        b"lvl" => {
            list.levels.insert(at, level(xml));
        }
        _ => {}
    });
    list
}
