//! Where pages come from: all that the rest of the reader knows of the interpreter.

use super::glyph::Page;

/// A document that gives its pages.
pub(super) trait Source {
    /// How many pages it has.
    fn pages(&self) -> usize;
    /// What page `index` (from 0) draws; what cannot be drawn is left out.
    fn page(&mut self, index: usize) -> Page;
    /// The title in its metadata.
    fn title(&self) -> Option<String>;
}
