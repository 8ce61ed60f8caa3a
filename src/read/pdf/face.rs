//! Fonts: what each of their codes stands for and how wide it is, asked once a font. A text has
//! each of its codes a thousand times, and the answer takes three look-ups in long tables.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_cmap::{BfString, load_embedded};
use hayro_font::kurbo::Vec2;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, StandardFont};
use hayro_syntax::object::{Dict, Name, ObjectIdentifier};

use super::collection::Collection;
use super::scripts;
use super::slant::is_slanted;

/// What a code of a font stands for.
#[derive(Debug)]
pub(super) struct Code {
    /// How far it moves on, in thousandths of the size.
    pub advance: Vec2,
    /// Where its glyph stands.
    pub displacement: Vec2,
    /// How much its glyph is widened.
    pub stretch: f64,
    /// How wide its glyph is, in thousandths of the size, if the font says so.
    pub width: Option<f32>,
    /// Its characters, ligatures spelled out; U+FFFD where the file does not say.
    pub characters: Vec<char>,
    /// Whether they are written right to left.
    pub leftward: bool,
    /// Whether the file says what they are.
    pub known: bool,
}

impl Code {
    /// `otherwise` is asked where the font does not say what its code stands for.
    fn of(font: &Font<'_>, code: u32, otherwise: impl FnOnce() -> Option<BfString>) -> Self {
        let glyph = font.map_code(code);
        let (text, width, bitmap) = match font.glyph(glyph, code) {
            FontGlyph::Outline(glyph) => (glyph.as_unicode(), glyph.advance_width(), false),
            FontGlyph::Type3(glyph) => (glyph.as_unicode(), Some(glyph.advance_width()), true),
        };
        let said = text.or_else(otherwise).map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let text = said.or_else(|| scripts::of_bitmap(bitmap, code).map(String::from));
        let known = text.is_some();
        let text = text.unwrap_or_else(|| "\u{fffd}".to_owned());
        Self {
            advance: font.code_advance(code),
            displacement: font.origin_displacement(code),
            stretch: font.glyph_stretch(glyph, code),
            width,
            leftward: text.chars().next().is_some_and(scripts::right_to_left),
            characters: scripts::spelled(&text).collect(),
            known,
        }
    }
}

/// A font with what is known of its codes.
#[derive(Debug)]
pub(super) struct Face<'a> {
    font: Font<'a>,
    /// What describes it; none of one that stands in.
    dict: Option<Dict<'a>>,
    /// Its character collection, once it is asked.
    collection: OnceCell<Option<Collection>>,
    /// Whether it stands for one that is missing.
    stand_in: bool,
    /// How many times larger its glyphs are than the size says.
    scale: f64,
    /// Whether it is one of italics.
    slanted: bool,
    /// The first codes by their number.
    first: RefCell<Vec<Option<Rc<Code>>>>,
    rest: RefCell<HashMap<u32, Rc<Code>>>,
}

impl<'a> Face<'a> {
    fn new(font: Font<'a>) -> Self {
        Self {
            font,
            dict: None,
            collection: OnceCell::new(),
            stand_in: false,
            scale: 1.0,
            slanted: false,
            first: RefCell::default(),
            rest: RefCell::default(),
        }
    }

    /// Whether it is a font of italics.
    pub(super) fn is_slanted(&self) -> bool {
        self.slanted
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// How many times larger its glyphs are than the size says.
    pub(super) fn scale(&self) -> f64 {
        self.scale
    }

    /// Whether a text of the font may be shown. What is no ASCII is anything in a font that is
    /// missing.
    pub(super) fn shows(&self, text: &[u8]) -> bool {
        !self.stand_in || text.is_ascii()
    }

    /// The code at a byte of a text, and how many bytes it has.
    pub(super) fn read(&self, text: &[u8], at: usize) -> (u32, usize) {
        self.font.read_code(text, at)
    }

    /// What a code stands for.
    pub(super) fn code(&self, code: u32) -> Rc<Code> {
        const FIRST: usize = 1024;
        let at = code as usize;
        if at >= FIRST {
            let mut rest = self.rest.borrow_mut();
            return rest.entry(code).or_insert_with(|| Rc::new(self.ask(code))).clone();
        }
        let mut first = self.first.borrow_mut();
        if first.len() <= at {
            first.resize(at + 1, None);
        }
        first[at].get_or_insert_with(|| Rc::new(self.ask(code))).clone()
    }

    fn ask(&self, code: u32) -> Code {
        Code::of(&self.font, code, || {
            let collection = || self.dict.as_ref().and_then(Collection::of);
            self.collection.get_or_init(collection).as_ref()?.text(code)
        })
    }
}

/// The fonts of a document.
pub(super) struct Faces<'a> {
    cache: FontCache<'a>,
    known: HashMap<ObjectIdentifier, Option<Rc<Face<'a>>>>,
    stand_in: Option<Rc<Face<'a>>>,
    fonts: FontResolverFn,
    encodings: CMapResolverFn,
}

impl<'a> Faces<'a> {
    pub(super) fn new() -> Self {
        let standard = |query: &FontQuery| {
            Some(match query {
                FontQuery::Standard(font) => font.get_font_data(),
                FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
            })
        };
        Self {
            cache: FontCache::new(),
            known: HashMap::new(),
            stand_in: None,
            fonts: Arc::new(standard),
            encodings: Arc::new(load_embedded),
        }
    }

    /// The font that a dictionary describes, or what stands for it.
    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        if let Some(known) = dict.obj_id().and_then(|id| self.known.get(&id)) {
            return known.clone();
        }
        let font = self.cache.font(dict, &self.fonts, &self.encodings);
        let face = font.map(|font| {
            let scale = if is_type3(dict) { scale(&font) } else { 1.0 };
            let slanted = is_slanted(dict);
            let dict = Some(dict.clone());
            Rc::new(Face { dict, scale, slanted, ..Face::new(font) })
        });
        let face = face.or_else(|| self.stand_in());
        if let Some(id) = dict.obj_id() {
            self.known.insert(id, face.clone());
        }
        face
    }

    /// What stands for a font that is missing.
    pub(super) fn stand_in(&mut self) -> Option<Rc<Face<'a>>> {
        if self.stand_in.is_none() {
            let font = self.cache.standard_font(StandardFont::Helvetica, &self.fonts);
            self.stand_in = font.map(|font| Rc::new(Face { stand_in: true, ..Face::new(font) }));
        }
        self.stand_in.clone()
    }
}

fn is_type3(dict: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type3")
}

/// How many times larger the glyphs of a Type 3 font are than the size says: its units are its own (ISO 32000-1,
/// 9.6.5), and where the matrix of the text has the size, nothing else tells it. A letter is about half as wide as
/// its size.
fn scale(font: &Font<'_>) -> f64 {
    const USUAL: f64 = 0.5;
    const MOST_OFF: f64 = 3.0;
    let widths = (0..=u32::from(u8::MAX)).map(|code| font.code_advance(code).x.abs() / 1000.0);
    let (sum, count) = widths
        .filter(|width| *width > 0.0)
        .fold((0.0, 0.0), |(sum, count), width| (sum + width, count + 1.0));
    let scale = sum / count / USUAL;
    if scale.is_finite() && !(1.0 / MOST_OFF..=MOST_OFF).contains(&scale) { scale } else { 1.0 }
}
