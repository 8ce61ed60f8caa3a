//! The steps in their order.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::glyph::{Area, Direction, Page};
use super::line_numbers::LineNumbers;
use super::row::Row;
use super::source::Source;
use super::worker::Worker;
use super::{column, furniture, ghosts, hyphen, info, leads, limits, prose, row, segment};
use crate::model::{Area as Covered, Document, Format, Ground, Layout, Points, PrintedLine};
use crate::read::text::Typeset;
use crate::read::{ReadError, text};

/// Reads a PDF.
///
/// # Errors
/// [`ReadError`] where the file is locked by a password, damaged beyond repair, or a scan without
/// text.
pub(crate) fn read_pdf(bytes: &Arc<Vec<u8>>, password: Option<&str>) -> Result<Document, ReadError> {
    read_source(&mut Worker::open(bytes, password)?, limits::time(bytes.len()))
}

/// Reads whatever gives pages, for so long.
pub(super) fn read_source(source: &mut dyn Source, time: Duration) -> Result<Document, ReadError> {
    let mut collected = Collected::default();
    collected.pages(source, time);
    if collected.pages.iter().all(Vec::is_empty) {
        return Err(collected.nothing());
    }
    let warnings = collected.warnings();
    let Collected { mut pages, rules, directions, links, .. } = collected;
    furniture::set_aside(&mut pages);
    ghosts::lay(&mut pages);
    leads::follow(&mut pages, &directions);
    let mut document = Document::new(Format::Pdf);
    document.warnings = warnings;
    let lines = prose::lines(pages, &rules);
    text::read_typeset(&lines, &mut document);
    document.ground = Ground::Pages(Layout { lines: printed(lines, &directions), links });
    let cover = source.cover();
    document.date = cover.date.filter(|date| info::plausible(*date, &document));
    if let Some(title) = &cover.title {
        document.title = Some(title.clone());
    }
    Ok(document)
}

/// Where the lines are printed.
fn printed(lines: Vec<Typeset>, directions: &[Direction]) -> Vec<PrintedLine> {
    let turns = |page: u32| directions.get(page as usize - 1).map_or(0, |direction| direction.turns());
    let line = |Typeset { page, strips, .. }: Typeset| PrintedLine { page, turns: turns(page), strips };
    lines.into_iter().map(line).collect()
}

/// What the pages gave.
#[derive(Default)]
struct Collected {
    pages: Vec<Vec<Row>>,
    rules: Vec<Vec<Area>>,
    /// Which way most of the text of each page runs.
    directions: Vec<Direction>,
    /// What the links of all pages cover.
    links: Vec<(Covered, Arc<str>)>,
    glyphs: usize,
    unknown: usize,
    /// Whether printed hyphens are called soft.
    soft: bool,
    /// Pages that are an image without text.
    images: usize,
    /// Pages that are not read to their end.
    cut: usize,
    /// Pages behind a limit.
    left: usize,
    /// The page at which the source gave up.
    stuck: Option<usize>,
}

impl Collected {
    fn pages(&mut self, source: &mut dyn Source, time: Duration) {
        let (count, start) = (source.cover().pages, Instant::now());
        let (mut numbers, mut aside) = (LineNumbers::default(), [0; 4]);
        for index in 0..count {
            let spent = index >= limits::PAGES || self.glyphs > limits::GLYPHS || start.elapsed() > time;
            let page = if spent { None } else { source.page() };
            let Some(mut page) = page else {
                self.left = count - index;
                self.stuck = (!spent).then_some(index + 1);
                return;
            };
            self.glyphs += page.glyphs.len();
            self.unknown += page.unknown;
            self.cut += usize::from(page.cut);
            self.images += usize::from(page.image && page.glyphs.is_empty());
            self.keep_links(&page, index);
            self.directions.push(page.turn_upright(&mut aside));
            hyphen::unsoften(&mut page.glyphs, &mut self.soft);
            page.drop_slant();
            let segments = numbers.drop(&page.glyphs, segment::segments(&page.glyphs));
            let (look, mut rows) = (page.look(), Vec::new());
            for (ids, number) in column::columns(&segments).iter().zip(0..) {
                rows.extend(row::rows(&page, look, &segments, ids, number));
            }
            self.pages.push(rows);
            self.rules.push(page.rules);
        }
    }

    fn keep_links(&mut self, page: &Page, index: usize) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let room = limits::LINKS.saturating_sub(self.links.len());
        let covered = |area: &Area| Covered {
            page: number,
            left: Points::new(area.x0),
            bottom: Points::new(area.y0),
            right: Points::new(area.x1),
            top: Points::new(area.y1),
        };
        self.links.extend(page.links.iter().take(room).map(|(area, target)| (covered(area), target.clone())));
    }

    /// Why there is no text.
    fn nothing(&self) -> ReadError {
        match (self.stuck, self.images) {
            (Some(_), _) => ReadError::TooSlow,
            (None, 0) => ReadError::Textless,
            (None, _) => ReadError::Scanned,
        }
    }

    fn warnings(&self) -> Vec<String> {
        const UNREADABLE: usize = 5;
        let mut warnings = Vec::new();
        let pages = |count: usize| if count == 1 { "1 page".to_owned() } else { format!("{count} pages") };
        if self.images > 0 {
            warnings.push(format!(
                "{} of {} scanned without a text layer: run text recognition (OCR) to have them audited",
                pages(self.images),
                self.pages.len()
            ));
        }
        if self.cut > 0 {
            warnings.push(format!("{} could not be read to the end", pages(self.cut)));
        }
        if self.left > 0 {
            let why = self.stuck.map_or("the document is too large".to_owned(), |page| {
                format!("page {page} breaks the reader")
            });
            warnings.push(format!("the last {} were not read: {why}", pages(self.left)));
        }
        if self.unknown * UNREADABLE > self.glyphs {
            warnings.push(
                "the fonts of this PDF do not say which characters they draw: addresses may be missing"
                    .to_owned(),
            );
        }
        warnings
    }
}
