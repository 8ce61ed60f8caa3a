//! PDF, read from where its glyphs stand.
//!
//! A PDF says neither what a line is nor what a note is: it places glyphs. What is left of the
//! layout is found again in steps, each in a file of its own: glyphs are strung into segments,
//! segments into columns and lines, lines that come back on every page are set aside, and the
//! foot of a column is told by its rule and its size. The lines then go, with what their setting
//! says of them, to the reader of plain text, which knows notes by how their labels count.
//!
//! The parser of files and fonts (hayro, pure Rust) stands behind the trait of `source`, because it is
//! young and its interface changes with every release.

mod apart;
mod band;
mod below;
mod cell;
mod collection;
mod column;
mod content;
mod cover;
mod edges;
mod face;
mod foot;
mod furniture;
mod ghosts;
mod glyph;
mod hayro;
mod hyphen;
mod info;
mod jumps;
mod layers;
mod leads;
mod leftward;
mod limits;
mod line_numbers;
mod links;
#[cfg(test)]
mod made;
mod marks;
mod outline;
mod paint;
mod pen;
mod prose;
mod reader;
mod row;
mod run_in;
mod scripts;
mod segment;
mod slant;
mod source;
mod spread;
mod state;
mod strips;
#[cfg(test)]
mod tests;
mod worker;

pub(super) use reader::read_pdf;
