//! EPUB: e-books, versions 2 and 3 (the W3C's EPUB 3.3, the IDPF's OPF 2.0.1).
//!
//! A book is a package of pages in an order (the spine), and its notes are seldom on the page
//! that refers to them. So its pages become one before they are read: then a note in another
//! file is a note further down, which the reader of HTML knows how to find.

mod container;
mod drm;
mod opf;
mod reader;

pub(super) use reader::{is_epub, read_epub};

#[cfg(test)]
mod tests;
