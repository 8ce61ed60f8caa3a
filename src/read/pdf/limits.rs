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
/// Links of one document whose places are kept.
pub(super) const LINKS: usize = 200_000;
/// Drawing steps of one page; maps and plots draw many, and no text comes of them.
pub(super) const STEPS_A_PAGE: usize = 2_000_000;
/// How long one page may take.
pub(super) const PAGE_TIME: Duration = Duration::from_secs(3);
/// How long the thread that draws may be silent before it is left behind.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);

/// How long a document of so many bytes may take; what was read by then is kept. Reports give ten
/// pages and more for every 100 kB, and take a tenth of this on a slow machine.
pub(super) fn time(bytes: usize) -> Duration {
    const LEAST: Duration = Duration::from_secs(8);
    const EACH_MB: Duration = Duration::from_secs(2);
    LEAST + EACH_MB * (bytes / 1_000_000) as u32
}
/// The stack of the thread that draws, in bytes: page content nests up to 50 forms deep.
pub(super) const STACK: usize = 32 << 20;
