//! Styles, as far as they say what a text is.

use std::collections::HashMap;

use super::super::ink::Looks;
use super::super::xml::{Element, Xml};
use super::list_styles::{ListStyle, list_style};

/// Longest chain of styles that are based on each other.
const CHAIN: usize = 20;

#[derive(Debug, Default)]
struct Style {
    /// Its name as the user reads it, in lower case.
    name: String,
    parent: Option<String>,
    /// The level of the heading that it makes of a paragraph; 0 for body text.
    level: Option<u8>,
    list: Option<String>,
    looks: Looks,
    /// Whether a page begins with it.
    breaks: Option<bool>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Those of paragraphs, texts and tables: by family, then by name.
    families: HashMap<String, HashMap<String, Style>>,
    pub(super) lists: HashMap<String, ListStyle>,
}

impl Styles {
    /// Takes in the styles of an element that has just begun, such as `office:styles`.
    pub(super) fn take(&mut self, xml: &mut Xml) {
        xml.each(|xml, element| match (element.name(), element.attribute("name")) {
            (b"style", Some(name)) => {
                let family = element.attribute("family").unwrap_or_default();
                let style = style(&element, &name, xml);
                self.families.entry(family).or_default().insert(name, style);
            }
            (b"list-style", Some(name)) => {
                self.lists.insert(name, list_style(xml));
            }
            _ => xml.skip(),
        });
    }

    fn chain(&self, family: &str, name: &str) -> impl Iterator<Item = &Style> {
        let family = self.families.get(family);
        let get = move |name: &str| family.and_then(|family| family.get(name));
        std::iter::successors(get(name), move |style| get(style.parent.as_deref()?)).take(CHAIN)
    }

    /// What a text of this style looks like.
    pub(super) fn looks(&self, family: &str, name: &str) -> Looks {
        self.chain(family, name).fold(Looks::default(), |looks, style| looks.over(style.looks))
    }

    /// The level of the heading that a paragraph of this style is.
    pub(super) fn level(&self, name: &str) -> Option<u8> {
        self.chain("paragraph", name).find_map(|style| style.level).filter(|level| *level > 0)
    }

    /// The list that paragraphs of this style are entries of.
    pub(super) fn list(&self, name: &str) -> Option<&str> {
        self.chain("paragraph", name).find_map(|style| style.list.as_deref()).filter(|list| !list.is_empty())
    }

    /// Whether a paragraph of this style is an entry of a list of works.
    pub(super) fn is_work(&self, name: &str) -> bool {
        let is_work =
            |style: &Style| style.name.starts_with("bibliography") && !style.name.contains("heading");
        self.chain("paragraph", name).any(is_work)
    }

    /// Whether a paragraph or table of this style begins a page.
    pub(super) fn begins_page(&self, family: &str, name: &str) -> bool {
        self.chain(family, name).find_map(|style| style.breaks).unwrap_or(false)
    }
}

fn style(element: &Element, name: &str, xml: &mut Xml) -> Style {
    let shown = element.attribute("display-name").unwrap_or_else(|| name.replace("_20_", " "));
    let shown = shown.to_lowercase();
    let level = element.attribute("default-outline-level").map(|level| level.parse().unwrap_or(0));
    let mut style = Style {
        parent: element.attribute("parent-style-name"),
        level: level.or_else(|| named_level(&shown)),
        list: element.attribute("list-style-name"),
        breaks: element.attribute("master-page-name").filter(|page| !page.is_empty()).map(|_| true),
        name: shown,
        ..Style::default()
    };
    xml.each(|_, properties| match properties.name() {
        b"text-properties" => style.looks = looks(&properties),
        b"paragraph-properties" | b"table-properties" => {
            let breaks = properties.attribute("break-before").map(|kind| kind == "page");
            style.breaks = style.breaks.or(breaks);
        }
        _ => {}
    });
    style
}

fn looks(properties: &Element) -> Looks {
    Looks {
        italic: properties.attribute("font-style").map(|style| style == "italic" || style == "oblique"),
        raised: properties.attribute("text-position").map(|position| is_raised(&position)),
        hidden: properties.attribute("display").map(|display| display == "none"),
    }
}

/// `super 58%`, `33% 58%`; lowered text is `sub` or negative.
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    first == "super" || first.trim_end_matches('%').parse::<f32>().is_ok_and(|percent| percent > 0.0)
}

/// `heading 2`, `title`.
fn named_level(name: &str) -> Option<u8> {
    if name == "title" {
        return Some(1);
    }
    name.strip_prefix("heading ")?.parse().ok().filter(|level| (1..=10).contains(level))
}
