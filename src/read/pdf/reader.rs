//! The steps in their order.

use std::thread;
use std::time::Instant;

use super::glyph::Area;
use super::row::Row;
use super::source::Source;
use super::{column, furniture, hayro, limits, prose, row, segment};
use crate::model::{Document, Format};
use crate::read::{ReadError, text};

/// Reads a PDF.
///
/// # Errors
/// [`ReadError`] where the file is locked by a password, damaged beyond repair, or a scan without
/// text.
pub(crate) fn read_pdf(bytes: &[u8]) -> Result<Document, ReadError> {
    thread::scope(|scope| {
        let reader = thread::Builder::new().name("pdf".to_owned()).stack_size(limits::STACK);
        let reader = reader.spawn_scoped(scope, || {
            let pdf = hayro::open(bytes)?;
            read_source(&mut hayro::Hayro::new(&pdf))
        });
        reader.map_err(|_| ReadError::Damaged)?.join().unwrap_or(Err(ReadError::Damaged))
    })
}

/// Reads whatever gives pages.
pub(super) fn read_source(source: &mut dyn Source) -> Result<Document, ReadError> {
    let mut collected = Collected::default();
    collected.pages(source);
    if collected.pages.iter().all(Vec::is_empty) {
        return Err(if collected.images > 0 { ReadError::Scanned } else { ReadError::Empty });
    }
    let warnings = collected.warnings();
    let Collected { mut pages, rules, .. } = collected;
    furniture::set_aside(&mut pages);
    let mut document = Document::new(Format::Pdf);
    document.warnings = warnings;
    text::read_typeset(&prose::lines(pages, &rules), &mut document);
    if let Some(title) = source.title() {
        document.title = Some(title);
    }
    Ok(document)
}

/// What the pages gave.
#[derive(Default)]
struct Collected {
    pages: Vec<Vec<Row>>,
    rules: Vec<Vec<Area>>,
    glyphs: usize,
    unknown: usize,
    /// Pages that are an image without text.
    images: usize,
    /// Pages that are not read to their end.
    cut: usize,
    /// Pages behind a limit.
    left: usize,
}

impl Collected {
    fn pages(&mut self, source: &mut dyn Source) {
        let (count, start) = (source.pages(), Instant::now());
        for index in 0..count {
            if index >= limits::PAGES || self.glyphs > limits::GLYPHS || start.elapsed() > limits::TIME {
                self.left = count - index;
                return;
            }
            let mut page = source.page(index);
            self.glyphs += page.glyphs.len();
            self.unknown += page.unknown;
            self.cut += usize::from(page.cut);
            self.images += usize::from(page.image && page.glyphs.is_empty());
            page.turn_upright();
            let segments = segment::segments(&page.glyphs);
            let mut rows = Vec::new();
            for (ids, number) in column::columns(&segments).iter().zip(0..) {
                rows.extend(row::rows(&page, &segments, ids, number));
            }
            self.pages.push(rows);
            self.rules.push(page.rules);
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
            warnings.push(format!("the last {} were not read: the document is too large", pages(self.left)));
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
