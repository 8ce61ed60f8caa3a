//! Words as they are compared: folded, cut to terms, told apart by language.
//!
//! A cited title and a page's title are seldom the same string: typographic quotes, case, accents
//! lost in a PDF, full-width forms, an inflected ending. Everything that is compared is folded
//! first, and compared by terms that survive inflection.

mod fold;
mod language;
mod likeness;
mod stopwords;
mod terms;

pub(in crate::check) use fold::fold;
pub(in crate::check) use language::comparable;
pub(in crate::check) use likeness::{closest_window, segments, title_likeness};
pub(in crate::check) use stopwords::is_stopword;
pub(in crate::check) use terms::{content_terms, hash, word_count};
