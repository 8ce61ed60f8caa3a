//! What pages say about themselves, in many languages.
//!
//! Sites word the same thing in endless ways. Most of what they say is an object and a state
//! ("the record you asked for" + "is no longer available"), so the tables hold the two apart and a
//! sentence that has both says it. All tables stand in one Aho–Corasick automaton, over folded
//! text, whatever the language: a stem of five letters means what it means nowhere else, and a
//! page's declared language is wrong too often to choose a table by.

mod ended;
mod gone;
mod gone_further;
mod junk;
mod matcher;
mod sale;
mod site;
mod table;
mod wall;

pub(in crate::check) use matcher::{Class, Hits, hits, is_unbounded, sentences, without};
