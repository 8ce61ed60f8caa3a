//! How the entries of a list are numbered.

use std::collections::HashMap;

use super::super::numerals::numeral;
use super::super::xml::{Element, Xml};

/// Most levels of a list (ODF 1.3 part 3, 19.880); more are never printed apart.
pub(super) const LEVELS: usize = 10;

/// The numbering of one level.
#[derive(Debug)]
struct Level {
    /// The form of the numbers, by the name that Word gives it.
    form: &'static str,
    prefix: String,
    suffix: String,
    /// How many levels are printed together: `2.1` are two.
    shown: usize,
    start: u32,
}

/// The numbering of a list: level by level, none where entries have bullets or nothing.
#[derive(Debug, Default)]
pub(super) struct ListStyle(HashMap<usize, Level>);

impl ListStyle {
    /// The number of the first entry at `level`, from 0.
    pub(super) fn start(&self, level: usize) -> u32 {
        self.0.get(&level).map_or(1, |level| level.start)
    }

    /// What is printed before an entry at `level`, without brackets and full stop, when the
    /// levels have counted so far; none for a bullet.
    pub(super) fn printed(&self, level: usize, counted: &[Option<u32>; LEVELS]) -> Option<String> {
        let here = self.0.get(&level)?;
        let first = (level + 1).saturating_sub(here.shown);
        let number = |outer: usize| {
            let form = self.0.get(&outer).map_or("decimal", |level| level.form);
            numeral(counted[outer].unwrap_or(1), form)
        };
        let numbers: Vec<String> = (first..=level).filter_map(number).collect();
        let text = format!("{}{}{}", here.prefix, numbers.join("."), here.suffix);
        let text = text.trim_matches(|c: char| c.is_whitespace() || "[](){}.:".contains(c));
        (!text.is_empty()).then(|| text.to_owned())
    }
}

/// Reads a `text:list-style` that has just begun.
pub(super) fn list_style(xml: &mut Xml) -> ListStyle {
    let mut levels = HashMap::new();
    xml.each(|xml, element| {
        let index = element.number("level").and_then(|level| (level as usize).checked_sub(1));
        if let (b"list-level-style-number", Some(index @ 0..LEVELS)) = (element.name(), index) {
            levels.extend(level(&element).map(|level| (index, level)));
        }
        xml.skip();
    });
    ListStyle(levels)
}

fn level(element: &Element) -> Option<Level> {
    let form = match element.attribute("num-format")?.as_str() {
        "" => return None,
        "i" => "lowerRoman",
        "I" => "upperRoman",
        "a" => "lowerLetter",
        "A" => "upperLetter",
        cyrillic if cyrillic.starts_with('а') => "russianLower",
        cyrillic if cyrillic.starts_with('А') => "russianUpper",
        _ => "decimal",
    };
    Some(Level {
        form,
        prefix: element.attribute("num-prefix").unwrap_or_default(),
        suffix: element.attribute("num-suffix").unwrap_or_default(),
        shown: element.number("display-levels").unwrap_or(1) as usize,
        start: element.number("start-value").unwrap_or(1),
    })
}
