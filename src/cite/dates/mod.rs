//! When a work came out and when the author read it.
//!
//! Own tables of months and cues: the general date parsers read `02.07.2013` as 7 February and
//! know neither "Sept." nor a month outside English.

mod choose;
mod cues;
mod find;
mod months;
mod parse;
mod tokens;
mod vocabulary;

pub(super) use choose::{accessed, published};
pub(super) use cues::Role;
pub(super) use find::{Dated, dates};
pub(super) use vocabulary::{is_known_word, is_link_word, is_month, opens_with_access, says_read};
