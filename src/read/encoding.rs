//! Bytes to characters.
//!
//! The order follows what can be trusted most: a byte order mark, then the bytes themselves
//! (UTF-8 hardly ever happens by chance), then what an HTML page says of itself, then a guess
//! from the frequency of letters. Text that was garbled before it got here is kept as it is.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT, UTF_8};

use super::declared;
use super::error::ReadError;
use super::utf16;

/// How many bytes the guess looks at.
const GUESS_LIMIT: usize = 1 << 20;
/// Up to this share of undecodable characters a text counts as damaged; above, as not text.
const DAMAGE_LIMIT: usize = 10;

/// A decoded text.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub(super) text: Cow<'a, str>,
    /// What was lost, in plain words.
    pub(super) warning: Option<String>,
}

/// Decodes `bytes`.
///
/// # Errors
/// [`ReadError::Binary`] if they are no text, [`ReadError::Undecodable`] if they are text in an
/// encoding that cannot be decoded.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(ReadError::Undecodable { encoding: "UTF-32" });
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let text = &bytes[length..];
        return if encoding == UTF_8 && is_binary(text) {
            Err(ReadError::Binary)
        } else {
            with(encoding, text)
        };
    }
    if let Some(encoding) = utf16::detect(bytes) {
        return with(encoding, bytes);
    }
    if is_binary(bytes) {
        return Err(ReadError::Binary);
    }
    with(guess(bytes), bytes)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if declared_escapes(bytes) {
        return ISO_2022_JP;
    }
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let declared = declared::charset(bytes).filter(|encoding| *encoding != UTF_8);
    if let Some(encoding) = declared.filter(|encoding| fits(encoding, bytes)) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample(bytes), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The first stretch that has something to guess from: what is ASCII tells nothing.
fn sample(bytes: &[u8]) -> &[u8] {
    let start = Encoding::ascii_valid_up_to(bytes).saturating_sub(16);
    &bytes[start..bytes.len().min(start + GUESS_LIMIT)]
}

fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    encoding == REPLACEMENT
        || encoding.decode_without_bom_handling_and_without_replacement(sample(bytes)).is_some()
}

/// ISO-2022-JP is pure ASCII to every other test: only its escape sequences give it away.
fn declared_escapes(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(GUESS_LIMIT)];
    head.is_ascii()
        && head.contains(&0x1b)
        && head.windows(3).any(|window| matches!(window, b"\x1b$B" | b"\x1b$@"))
}

/// UTF-8, or UTF-8 that was cut off or damaged in a few places.
fn mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
        if bad > 64 && bad * DAMAGE_LIMIT > good {
            return false;
        }
    }
    bad == 0 || bad * DAMAGE_LIMIT <= good
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Decoded<'a>, ReadError> {
    let undecodable = ReadError::Undecodable { encoding: encoding.name() };
    if encoding == REPLACEMENT {
        return Err(undecodable);
    }
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if matches!(text, Cow::Owned(_)) && is_binary(text.as_bytes()) {
        return Err(ReadError::Binary);
    }
    if !damaged {
        return Ok(Decoded { text, warning: None });
    }
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    if lost * DAMAGE_LIMIT > text.chars().count() {
        return Err(undecodable);
    }
    let characters = if lost == 1 { "character" } else { "characters" };
    let warning = format!("{lost} {characters} could not be decoded as {}", encoding.name());
    Ok(Decoded { text, warning: Some(warning) })
}

/// Whether the bytes are riddled with what no text has: one NUL in a thousand bytes, or one
/// control character in twenty.
fn is_binary(bytes: &[u8]) -> bool {
    let (mut nul, mut control) = (0_usize, 0_usize);
    for byte in bytes.iter().filter(|byte| **byte < b' ') {
        nul += usize::from(*byte == 0);
        control += usize::from(matches!(byte, 1..=8 | 14..=26 | 28..=31));
    }
    nul * 1000 > bytes.len() || control * 20 > bytes.len()
}

#[cfg(test)]
mod tests;
