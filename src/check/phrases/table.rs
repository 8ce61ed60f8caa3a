//! The form in which phrases are written down.

use super::{Class, ended, gone, gone_further, junk, sale, site, wall};

/// A class of phrases.
///
/// Phrases are separated by commas, lines that begin with `#` say the language. A phrase is
/// written as a reader would; it is folded when the automaton is built. `*` at its end
/// lets the last word go on. In scripts without spaces, and in Arabic with its prefixes, a phrase
/// may stand anywhere; elsewhere it begins a word.
pub(super) struct Table {
    pub(super) class: Class,
    pub(super) phrases: &'static str,
}

impl Table {
    /// The phrases, one by one.
    pub(super) fn each(&self) -> impl Iterator<Item = &'static str> {
        let lines = self.phrases.lines().map(str::trim).filter(|line| !line.starts_with('#'));
        lines.flat_map(|line| line.split(',')).map(str::trim).filter(|phrase| !phrase.is_empty())
    }
}

/// Every table.
pub(super) fn tables() -> impl Iterator<Item = &'static Table> {
    [
        gone::TABLES,
        gone_further::TABLES,
        ended::TABLES,
        sale::TABLES,
        wall::TABLES,
        site::TABLES,
        junk::TABLES,
    ]
    .into_iter()
    .flatten()
}
