//! What a document may cost.

use std::time::Duration;

/// Pages that are read; the longest reports have a few thousand.
pub(super) const PAGES: usize = 20_000;
/// Glyphs of one page that are read; a newspaper page has about 30,000.
pub(super) const GLYPHS_A_PAGE: usize = 200_000;
/// Glyphs of one document that are read: ten books.
pub(super) const GLYPHS: usize = 20_000_000;
/// Rules and links of one page that are looked at.
pub(super) const MARKS_A_PAGE: usize = 5_000;
/// Drawing steps of one page; maps and plots draw many, and no text comes of them.
pub(super) const STEPS_A_PAGE: usize = 2_000_000;
/// How long one page may take.
pub(super) const PAGE_TIME: Duration = Duration::from_secs(3);
/// How long the whole document may take; what was read by then is kept.
pub(super) const TIME: Duration = Duration::from_mins(1);
/// The stack of the interpreter's thread, in bytes: page content nests up to 50 forms deep.
pub(super) const STACK: usize = 32 << 20;
