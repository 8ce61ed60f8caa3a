//! hayro as the source of pages.
//!
//! Its interpreter calls a device for whatever a page draws. The device here keeps glyphs and
//! thin strokes and looks at nothing else; when a limit is reached it unwinds (without calling
//! the panic hook), because the interpreter has no other way to be stopped.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::time::Instant;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, RenderContent, SoftMask, interpret_page,
};

use super::glyph::{Area, Direction, Glyph, Page};
use super::jumps::Places;
use super::worker::Cover;
use super::{info, limits, links, scripts};
use crate::model::PartialDate;
use crate::read::ReadError;

/// Opens a file; owner-locked ones open with the empty password.
pub(super) fn open(bytes: Vec<u8>, password: Option<&str>) -> Result<Pdf, ReadError> {
    let bytes = Arc::new(bytes);
    let open = |password: &str| Pdf::new_with_password(bytes.clone(), password);
    let opened = match (open(""), password) {
        (Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)), Some(password)) => open(password),
        (opened, _) => opened,
    };
    opened.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) if password.is_some() => {
            ReadError::WrongPassword
        }
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Locked,
        LoadPdfError::Decryption(_) => ReadError::UnknownEncryption,
        LoadPdfError::Invalid => ReadError::Damaged,
    })
}

/// The pages of an open file.
pub(super) struct Hayro<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    settings: InterpreterSettings,
    places: Option<Places>,
}

impl<'a> Hayro<'a> {
    /// The pages of `pdf`.
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        let settings =
            InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        Self { pdf, cache: InterpreterCache::new(), settings, places: None }
    }

    /// What the file says before its first page.
    pub(super) fn cover(&self) -> Cover {
        let metadata = self.pdf.metadata();
        let title = metadata.title.as_deref().map(scripts::text_string);
        let date = metadata.creation_date.and_then(|date| {
            let part = |number: u8| i8::try_from(number).ok();
            PartialDate::new(i16::try_from(date.year).ok()?, part(date.month), part(date.day))
        });
        Cover { pages: self.pdf.pages().len(), title: title.as_deref().and_then(info::title), date }
    }

    /// What page `index` (from 0) draws; what cannot be drawn is left out.
    pub(super) fn page(&mut self, index: usize) -> Page {
        let Some(page) = self.pdf.pages().get(index) else { return Page::default() };
        let mut pen = Pen { page: Page::default(), steps: 0, until: Instant::now() + limits::PAGE_TIME };
        let bounds = page.media_box();
        let bounds = Rect::new(bounds.x0, bounds.y0, bounds.x1, bounds.y1);
        let drawn = catch_unwind(AssertUnwindSafe(|| {
            let settings = self.settings.clone();
            let mut context = Context::new(Affine::IDENTITY, bounds, &self.cache, self.pdf.xref(), settings);
            interpret_page(page, &mut context, &mut pen);
        }));
        if drawn.is_err() {
            self.cache = InterpreterCache::new();
            pen.page.cut = true;
        }
        let seen = page.intersected_crop_box();
        let corner = |x: f64, y: f64| (x as f32, y as f32);
        pen.page.crop(Area::new(corner(seen.x0, seen.y0), corner(seen.x1, seen.y1)));
        let (pdf, places) = (self.pdf, &mut self.places);
        let links = catch_unwind(AssertUnwindSafe(|| {
            links::links(page.raw(), &mut |place| places.get_or_insert_with(|| Places::of(pdf)).spot(place))
        }));
        (pen.page.links, pen.page.jumps) = links.unwrap_or_default();
        pen.page
    }
}

/// Ends the interpretation of a page.
struct Enough;

struct Pen {
    page: Page,
    steps: usize,
    until: Instant,
}

impl Pen {
    fn step(&mut self, count: usize) {
        const LOOK: usize = 1024;
        let looks = self.steps / LOOK;
        self.steps += count;
        let late = || self.steps / LOOK > looks && Instant::now() > self.until;
        if self.steps > limits::STEPS_A_PAGE || self.page.glyphs.len() > limits::GLYPHS_A_PAGE || late() {
            resume_unwind(Box::new(Enough));
        }
    }

    fn glyph(&mut self, drawn: &Drawn<'_>, transform: Affine, vertical: bool, ink: u32) {
        const EM: f64 = 1000.0;
        let advance = match drawn {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let origin = transform * Point::ORIGIN;
        let along = transform * Point::new(EM, 0.0) - origin;
        let up = transform * Point::new(0.0, EM) - origin;
        let Some(direction) = (if vertical {
            Direction::of(-up.x as f32, -up.y as f32)
        } else {
            Direction::of(along.x as f32, along.y as f32)
        }) else {
            return;
        };
        let size = up.hypot() as f32;
        let width = match (vertical, advance) {
            (true, _) => size,
            (false, Some(advance)) => along.hypot() as f32 * advance / EM as f32,
            (false, None) => size / 2.0,
        };
        let finite = [origin.x as f32, origin.y as f32, size, width].iter().all(|value| value.is_finite());
        if !finite || size <= 0.0 {
            return;
        }
        let at = Glyph { c: ' ', x: origin.x as f32, y: origin.y as f32, width, size, direction, ink };
        match drawn.as_unicode() {
            Some(BfString::Char(c)) => self.characters(at, c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => self.characters(at, &text),
            None => {
                if let Some(text) = scripts::of_bitmap(matches!(drawn, Drawn::Type3(_)), drawn.char_code()) {
                    self.characters(at, text.encode_utf8(&mut [0; 4]));
                } else {
                    self.page.unknown += 1;
                    self.characters(at, "\u{fffd}");
                }
            }
        }
    }

    /// Adds the characters that one glyph stands for, side by side.
    fn characters(&mut self, at: Glyph, text: &str) {
        let count = scripts::spelled(text).count().max(1) as f32;
        let width = at.width / count;
        let leftward = text.chars().next().is_some_and(scripts::right_to_left);
        for (index, c) in scripts::spelled(text).enumerate() {
            let place = if leftward { count - 1.0 - index as f32 } else { index as f32 };
            let shift = width * place;
            let (x, y) = match at.direction {
                Direction::Right => (at.x + shift, at.y),
                Direction::Up => (at.x, at.y + shift),
                Direction::Left => (at.x - shift, at.y),
                Direction::Down => (at.x, at.y - shift),
            };
            self.page.glyphs.push(Glyph { c, x, y, width, ..at });
        }
    }

    fn stroke(&mut self, bounds: Rect) {
        const THICKEST: f64 = 3.0;
        const SHORTEST: f64 = 20.0;
        let (thin, long) = (bounds.width().min(bounds.height()), bounds.width().max(bounds.height()));
        if thin <= THICKEST && long >= SHORTEST && self.page.rules.len() < limits::MARKS_A_PAGE {
            let corner = |x: f64, y: f64| (x as f32, y as f32);
            self.page.rules.push(Area::new(corner(bounds.x0, bounds.y0), corner(bounds.x1, bounds.y1)));
        }
    }
}

impl<'a> Device<'a> for Pen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        const MOST: usize = 12;
        self.step(1 + path.elements().len() / 64);
        if path.elements().len() <= MOST {
            self.stroke((props.transform * path).bounding_box());
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, _: &DrawMode) {
        self.step(1);
        self.stroke(props.transform.transform_rect_bbox(*rect));
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.step(1 + run.glyphs().len());
        let vertical = run.writing_mode() == WritingMode::Vertical;
        let ink = match &props.paint {
            Paint::Color(color) => u32::from_be_bytes(color.to_rgba().to_rgba8()),
            Paint::Pattern(_) => 0,
        };
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), vertical, ink);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step(1);
        self.page.image = true;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step(1);
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.step(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
