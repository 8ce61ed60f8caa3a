//! The lists that have begun, and how far they have counted.

use std::collections::HashMap;

use super::super::draft::Role;
use super::super::xml::Element;
use super::list_styles::{LEVELS, ListStyle};

type Counters = [Option<u32>; LEVELS];

#[derive(Debug, Default)]
struct List {
    style: Option<String>,
    id: Option<String>,
    entry: Option<Entry>,
}

#[derive(Debug, Default)]
struct Entry {
    /// Whether the number was given to its first paragraph, or there is none.
    begun: bool,
    start: Option<u32>,
    /// The number that the document itself writes down.
    printed: Option<String>,
}

/// The lists that have begun, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    counters: Counters,
    /// How far lists that have ended had counted, by their identifiers and styles.
    ended: HashMap<String, Counters>,
    by_style: HashMap<String, Counters>,
}

impl Lists {
    pub(super) fn begin(&mut self, element: &Element) {
        let style = element.attribute("style-name").or_else(|| self.open.last()?.style.clone());
        let continues = element.attribute("continue-numbering").as_deref() == Some("true");
        if self.open.is_empty() {
            let of_style = || style.as_ref().and_then(|style| self.by_style.get(style)).filter(|_| continues);
            let before = element.attribute("continue-list").and_then(|id| self.ended.get(&id));
            self.counters = before.or_else(of_style).copied().unwrap_or_default();
        } else if let Some(counters) = self.counters.get_mut(self.open.len()..).filter(|_| !continues) {
            counters.fill(None);
        }
        self.open.push(List { style, id: element.attribute("id"), entry: None });
    }

    pub(super) fn end(&mut self) {
        let Some(list) = self.open.pop().filter(|_| self.open.is_empty()) else { return };
        self.ended.extend(list.id.map(|id| (id, self.counters)));
        self.by_style.extend(list.style.map(|style| (style, self.counters)));
    }

    /// Begins an entry; a header has no number.
    pub(super) fn begin_entry(&mut self, element: &Element, header: bool) {
        if let Some(list) = self.open.last_mut() {
            list.entry = Some(Entry { begun: header, start: element.number("start-value"), printed: None });
        }
    }

    pub(super) fn end_entry(&mut self) {
        if let Some(list) = self.open.last_mut() {
            list.entry = None;
        }
    }

    /// The document says what the number of the entry is.
    pub(super) fn print(&mut self, number: &str) {
        let number = number.trim_matches(|c: char| c.is_whitespace() || "[](){}.:".contains(c));
        let entry = self.open.last_mut().and_then(|list| list.entry.as_mut());
        if let Some(entry) = entry.filter(|_| !number.is_empty()) {
            entry.printed = Some(number.to_owned());
        }
    }

    /// The role of the next paragraph, if it stands in an entry. `usual` is the list that its
    /// style makes it an entry of.
    pub(super) fn role(&mut self, styles: &HashMap<String, ListStyle>, usual: Option<&str>) -> Option<Role> {
        let level = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let list = self.open.last_mut()?;
        let entry = list.entry.as_mut()?;
        if std::mem::replace(&mut entry.begun, true) {
            return Some(Role::ItemContinued);
        }
        let style = list.style.as_deref().or(usual).and_then(|style| styles.get(style));
        let first = style.map_or(1, |style| style.start(level));
        let number = entry.start.or(self.counters[level].map(|last| last.saturating_add(1))).unwrap_or(first);
        self.counters[level] = Some(number);
        self.counters[level + 1..].fill(None);
        let printed = entry.printed.take();
        Some(Role::Item(printed.or_else(|| style?.printed(level, &self.counters))))
    }
}
