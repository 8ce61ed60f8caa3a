//! Wikitext, as the wikis of the Wikimedia Foundation and their kin write it.
//!
//! Notes are `<ref>…</ref>`, may have names and groups and be defined apart from their markers,
//! and mostly hold a template that gives the reference field by field (`{{cite web|url=…}}`).
//! Pages are scanned once: brackets are paired first ([`pairs`]), so that what spans lines is
//! known, then lines become blocks ([`reader`]) and their text is written ([`writer`]). Other
//! templates than those of references give no text; notes in them are found all the same.

mod citation;
mod entities;
mod links;
mod mask;
mod names;
mod notes;
mod pairs;
mod parameters;
mod reader;
mod refs;
mod tags;
mod template;
mod templates;
mod writer;

pub(super) use reader::{is_wikitext, read_wikitext};

#[cfg(test)]
mod tests;
