//! What pages say about themselves, in many languages.
//!
//! Sites word the same thing in endless ways. Most of what they say is an object and a state
//! ("the record you asked for" + "is no longer available"), so the tables hold the two apart and a
//! sentence that has both says it. All tables stand in one Aho–Corasick automaton, over folded
//! text, whatever the language: a stem of five letters means what it means nowhere else, and a
//! page's declared language is wrong too often to choose a table by.

mod gone;
mod junk;
mod matcher;
mod sale;
mod site;
mod wall;

pub(in crate::check) use matcher::{Class, Hits, hits, sentences};

/// A class of phrases.
///
/// A phrase is written as a reader would; it is folded when the automaton is built. `*` at its end
/// lets the last word go on. In scripts without spaces, and in Arabic with its prefixes, a phrase
/// may stand anywhere; elsewhere it begins a word.
struct Table {
    class: Class,
    phrases: &'static [&'static str],
}

/// Every table.
fn tables() -> impl Iterator<Item = &'static Table> {
    [gone::TABLES, sale::TABLES, wall::TABLES, site::TABLES, junk::TABLES].into_iter().flatten()
}
