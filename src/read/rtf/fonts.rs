//! The fonts of a document, as far as they say how its bytes are to be read.

use std::collections::HashMap;

use encoding_rs::Encoding;

use super::charset;

#[derive(Debug, Default, Clone)]
struct Font {
    charset: i32,
    page: Option<i32>,
    name: String,
}

/// The font table.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    fonts: HashMap<i32, Font>,
    current: i32,
}

/// Longest name that is kept, in bytes.
const LONGEST_NAME: usize = 64;

impl Fonts {
    /// What follows is said of the font `number`.
    pub(super) fn begin(&mut self, number: i32) {
        self.current = number;
        self.fonts.insert(number, Font::default());
    }

    pub(super) fn set_charset(&mut self, charset: i32) {
        self.fonts.entry(self.current).or_default().charset = charset;
    }

    pub(super) fn set_page(&mut self, page: i32) {
        self.fonts.entry(self.current).or_default().page = Some(page);
    }

    pub(super) fn name(&mut self, text: &str) {
        let font = self.fonts.entry(self.current).or_default();
        if font.name.len() < LONGEST_NAME {
            font.name.push_str(text);
        }
    }

    /// The encoding of text in a font; none where it is the document's own.
    pub(super) fn encoding(&self, number: i32) -> Option<&'static Encoding> {
        let font = self.fonts.get(&number)?;
        font.page.and_then(charset::of_page).or_else(|| charset::of_charset(font.charset))
    }

    /// The name of a font that has signs of its own instead of letters.
    pub(super) fn symbols(&self, number: i32) -> Option<&str> {
        let font = self.fonts.get(&number).filter(|font| font.charset == charset::SYMBOLS)?;
        Some(font.name.trim_end_matches(';').trim())
    }
}
