//! The style sheet, as far as it says what a text is. What it looks like is said at every text
//! again.

use std::collections::HashMap;

#[derive(Debug, Default)]
struct Style {
    /// Its name, in lower case.
    name: String,
    level: Option<u8>,
}

/// The styles of a document by their numbers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<i32, Style>,
    name: String,
}

/// Longest name that is kept, in bytes.
const LONGEST_NAME: usize = 200;

impl Styles {
    /// The name of the style being told of goes on.
    pub(super) fn name(&mut self, text: &str) {
        if self.name.len() < LONGEST_NAME {
            self.name.push_str(text);
        }
    }

    /// What was told is the style `number`.
    pub(super) fn add(&mut self, number: i32, level: Option<u8>) {
        let name = std::mem::take(&mut self.name);
        let name = name.split([';', ',']).next().unwrap_or_default().trim().to_lowercase();
        self.styles.insert(number, Style { name, level });
    }

    /// The level of the heading that a paragraph of this style is.
    pub(super) fn level(&self, number: i32) -> Option<u8> {
        let style = self.styles.get(&number)?;
        if style.name == "title" {
            return Some(1);
        }
        let named = style.name.strip_prefix("heading").and_then(|level| level.trim().parse().ok());
        style.level.or(named).filter(|level| (1..=9).contains(level))
    }

    /// Whether paragraphs of this style are entries of a table of contents.
    pub(super) fn is_contents(&self, number: i32) -> bool {
        self.styles.get(&number).is_some_and(|style| style.name.starts_with("toc "))
    }

    /// Whether paragraphs of this style are entries of a list of works.
    pub(super) fn is_work(&self, number: i32) -> bool {
        self.styles
            .get(&number)
            .is_some_and(|style| style.name.starts_with("bibliography") && !style.name.contains("heading"))
    }
}
