//! hayro as the source of pages: its parser of files, streams and fonts. What a page draws is read
//! in `content`; its own interpreter sets up all that painting needs, which takes up to twice as long.
//! It is somebody else's code: a panic of it costs one page.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::face::Faces;
use super::glyph::{Area, Page};
use super::jumps::Places;
use super::layers::Layers;
use super::pen::Pen;
use super::worker::Cover;
use super::{content, info, links, scripts};
use crate::model::PartialDate;
use crate::read::ReadError;

/// Opens a file; owner-locked ones open with the empty password.
pub(super) fn open(bytes: &Arc<Vec<u8>>, password: Option<&str>) -> Result<Pdf, ReadError> {
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
    faces: Faces<'a>,
    layers: Layers,
    places: Option<Places>,
    /// How many glyphs the page before has.
    glyphs: usize,
}

impl<'a> Hayro<'a> {
    /// The pages of `pdf`.
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, faces: Faces::new(), layers: Layers::of(pdf), places: None, glyphs: 0 }
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
        let Some(leaf) = self.pdf.pages().get(index) else { return Page::default() };
        let mut pen = Pen::new(self.glyphs);
        let draw = || content::draw(leaf, &mut self.faces, &self.layers, &mut pen);
        if catch_unwind(AssertUnwindSafe(draw)).is_err() {
            self.faces = Faces::new();
            pen.page.cut = true;
        }
        let mut page = pen.page;
        self.glyphs = page.glyphs.len();
        let seen = leaf.intersected_crop_box();
        let corner = |x: f64, y: f64| (x as f32, y as f32);
        page.crop(Area::new(corner(seen.x0, seen.y0), corner(seen.x1, seen.y1)));
        let (pdf, places) = (self.pdf, &mut self.places);
        let links = catch_unwind(AssertUnwindSafe(|| {
            links::links(leaf.raw(), &mut |place| places.get_or_insert_with(|| Places::of(pdf)).spot(place))
        }));
        (page.links, page.jumps) = links.unwrap_or_default();
        page
    }
}
