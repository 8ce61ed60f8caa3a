//! From bytes and numbers to characters.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::super::symbols;

/// What is between the tokens and the text: bytes wait until their encoding ends, halves of
/// characters for their other halves.
#[derive(Debug)]
pub(super) struct Decoder {
    encoding: &'static Encoding,
    bytes: Vec<u8>,
    text: String,
    /// The first half of a surrogate pair.
    half: Option<u32>,
    /// How many more bytes only repeat a character, for readers without Unicode.
    skip: usize,
}

impl Default for Decoder {
    fn default() -> Self {
        Self { encoding: WINDOWS_1252, bytes: Vec::new(), text: String::new(), half: None, skip: 0 }
    }
}

impl Decoder {
    /// The bytes that follow are in this encoding.
    pub(super) fn set_encoding(&mut self, encoding: &'static Encoding) {
        if encoding != self.encoding {
            self.decode();
            self.encoding = encoding;
        }
    }

    /// An escaped byte.
    pub(super) fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else {
            self.bytes.push(byte);
        }
    }

    /// Bytes as they stand in the file. Those that should have been escaped are UTF-8 in files of
    /// writers that know no better.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        let bytes = &bytes[skipped..];
        match std::str::from_utf8(bytes) {
            Ok(text) if !bytes.is_ascii() => {
                self.decode();
                self.text.push_str(text);
            }
            _ => self.bytes.extend(bytes),
        }
    }

    pub(super) fn character(&mut self, character: char) {
        if self.repeats() {
            return;
        }
        self.decode();
        self.text.push(character);
    }

    /// Whether a sign that comes next only repeats a character: one such sign is used up.
    pub(super) fn repeats(&mut self) -> bool {
        let repeats = self.skip > 0;
        self.skip = self.skip.saturating_sub(1);
        repeats
    }

    /// `\uN`, behind which `fallback` bytes repeat it.
    pub(super) fn unicode(&mut self, number: i32, fallback: usize) {
        self.decode();
        let unit = if number < 0 { number.saturating_add(0x1_0000) } else { number };
        let unit = u32::try_from(unit).unwrap_or(0);
        let character = match (self.half.take(), unit) {
            (None, 0xd800..=0xdbff) => {
                self.half = Some(unit);
                None
            }
            (Some(half), 0xdc00..=0xdfff) => {
                char::from_u32(0x1_0000 + ((half - 0xd800) << 10) + (unit - 0xdc00))
            }
            (_, 0xf020..=0xf0ff) => symbols::private(unit, ""),
            _ => char::from_u32(unit),
        };
        self.text.extend(character.filter(|c| !c.is_control()));
        self.skip = fallback;
    }

    /// A brace ends what repeats a character.
    pub(super) fn end_skip(&mut self) {
        self.skip = 0;
    }

    /// Whether no text waits.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty() && self.text.is_empty() && self.half.is_none()
    }

    /// Everything up to here, once it is complete.
    pub(super) fn take(&mut self) -> String {
        self.decode();
        std::mem::take(&mut self.text)
    }

    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        self.text.push_str(&self.encoding.decode_without_bom_handling(&self.bytes).0);
        self.bytes.clear();
    }
}
