//! Markdown: `CommonMark` with the footnotes of GitHub and pandoc.
//!
//! pulldown-cmark does the parsing and gives byte offsets into the source; what it does not know
//! is done around it. Before: front matter is cut off, and shortcodes and fences of site
//! generators are blanked out ([`mask`]). After: inline notes (`^[…]`) are split off, and an
//! address that stands in the text as it is keeps every character, though Markdown takes `_`,
//! `*` and `\` in it for markup ([`address`]).

mod address;
mod cited;
mod front_matter;
mod inline;
mod inline_note;
mod mask;
mod mentions;
mod reader;
mod tag;

pub(super) use reader::read_markdown;

#[cfg(test)]
mod tests;
