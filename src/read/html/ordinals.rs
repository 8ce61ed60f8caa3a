//! The numbers that lists give their entries.

use super::super::roman;
use super::dom::{Element, Id};
use super::page::Page;

/// How a list counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counter {
    next: i64,
    step: i64,
    style: Style,
}

#[derive(Debug, Clone, Copy)]
enum Style {
    Number,
    Letter,
    Roman,
}

impl Counter {
    /// The counter of a list; none if its entries have no numbers.
    pub(super) fn of(page: &Page, list: Id) -> Option<Self> {
        let element = page.dom.element(list).filter(|element| element.name() == "ol")?;
        let reversed = element.attribute("reversed").is_some();
        let entries = || page.dom.children(list).filter(|id| page.dom.name(*id) == "li").count();
        let start = element.attribute("start").and_then(|start| start.trim().parse().ok());
        let first = if reversed { i64::try_from(entries()).unwrap_or(i64::MAX) } else { 1 };
        let style = match element.attribute("type") {
            Some("a" | "A") => Style::Letter,
            Some("i" | "I") => Style::Roman,
            _ => Style::Number,
        };
        Some(Self { next: start.unwrap_or(first), step: if reversed { -1 } else { 1 }, style })
    }

    /// The number of the next entry.
    pub(super) fn number(&mut self, entry: &Element) -> String {
        let value = entry.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        match (self.style, u32::try_from(value)) {
            (Style::Letter, Ok(value @ 1..=26)) => {
                char::from_u32(u32::from('a') + value - 1).into_iter().collect()
            }
            (Style::Roman, Ok(value @ 1..=399)) => roman::numeral(value),
            _ => value.to_string(),
        }
    }
}
