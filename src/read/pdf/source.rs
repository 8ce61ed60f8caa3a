//! Where pages come from: all that the rest of the reader knows of the file.

use super::glyph::Page;
use super::worker::Cover;

/// A document that gives its pages.
pub(super) trait Source {
    /// What it says before its first page.
    fn cover(&self) -> &Cover;
    /// What the next page draws; none where the source gave up.
    fn page(&mut self) -> Option<Page>;
}
