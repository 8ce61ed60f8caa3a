//! Abbreviations: what `@string` defines, and the months.

use std::collections::HashMap;

/// The abbreviations of months that every style defines.
static MONTHS: [(&str, &str); 12] = [
    ("jan", "January"),
    ("feb", "February"),
    ("mar", "March"),
    ("apr", "April"),
    ("may", "May"),
    ("jun", "June"),
    ("jul", "July"),
    ("aug", "August"),
    ("sep", "September"),
    ("oct", "October"),
    ("nov", "November"),
    ("dec", "December"),
];

/// The longest text that an abbreviation may grow to, in bytes.
const LONGEST: usize = 10_000;

/// Abbreviations by their names, lower case.
#[derive(Debug, Clone)]
pub(super) struct Strings(HashMap<String, String>);

impl Default for Strings {
    fn default() -> Self {
        Self(MONTHS.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }
}

impl Strings {
    pub(super) fn define(&mut self, name: &str, text: String) {
        if text.len() <= LONGEST {
            self.0.insert(name.to_lowercase(), text);
        }
    }

    /// What an abbreviation stands for; an unknown one stands for itself.
    pub(super) fn text<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(&name.to_lowercase()).map_or(name, String::as_str)
    }
}
