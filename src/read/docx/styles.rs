//! Styles, as far as they say what a text is.

use std::collections::HashMap;

use super::super::ink::Looks;
use super::super::xml::{Node, Xml};
use super::properties::{ParagraphProperties, RunProperties, paragraph, run};

/// Longest chain of styles that are based on each other.
const CHAIN: usize = 20;

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    pub(super) fn new(source: &str) -> Self {
        let mut styles = HashMap::new();
        let mut xml = Xml::new(source);
        while let Some(node) = xml.next() {
            let Node::Start(element) = node else { continue };
            if let (b"style", Some(id)) = (element.name(), element.attribute("styleId")) {
                styles.insert(id, style(&mut xml));
            }
        }
        Self(styles)
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| style.based_on.as_ref().and_then(|id| self.0.get(id));
        std::iter::successors(self.0.get(id), next).take(CHAIN)
    }

    /// The built-in name of a style, which is English in every edition of Word, in lower case.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, |style| &style.name)
    }

    /// The level of the heading that a paragraph of this style is; 0 for body text.
    pub(super) fn level(&self, id: &str) -> Option<u8> {
        let level = |style: &Style| named_level(&style.name).or(style.paragraph.level);
        if self.0.contains_key(id) { self.chain(id).find_map(level) } else { named_level(&id.to_lowercase()) }
    }

    /// The list that paragraphs of this style are entries of: its id and level.
    pub(super) fn list(&self, id: &str) -> Option<(String, usize)> {
        self.chain(id).find_map(|style| style.paragraph.list.clone())
    }

    /// What runs of this style look like.
    pub(super) fn run(&self, id: &str) -> Looks {
        let mut looks = Looks::default();
        for style in self.chain(id) {
            looks = looks.over(style.run.looks);
        }
        looks
    }
}

fn style(xml: &mut Xml) -> Style {
    let mut style = Style::default();
    xml.each(|xml, element| match element.name() {
        b"name" => style.name = element.attribute("val").unwrap_or_default().to_lowercase(),
        b"basedOn" => style.based_on = element.attribute("val"),
        b"pPr" => style.paragraph = paragraph(xml),
        b"rPr" => style.run = run(xml),
        b"tblStylePr" => xml.skip(),
        _ => {}
    });
    style
}

/// `heading 2`, `Heading2`, `title`.
fn named_level(name: &str) -> Option<u8> {
    if name == "title" {
        return Some(1);
    }
    name.strip_prefix("heading")?.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
