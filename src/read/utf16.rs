//! UTF-16 without a byte order mark, as some exports of office programs write it.
//!
//! Every blank and line end of such a text is an ASCII character with a NUL on one side, always
//! the same one, and nothing else in it reads like noise.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How many bytes are looked at.
const SAMPLE: usize = 1 << 14;

/// The byte order of a UTF-16 text, if `bytes` are one.
pub(super) fn detect(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if !sample.contains(&0) {
        return None;
    }
    let little = reads_like_text(sample, u16::from_le_bytes);
    let big = reads_like_text(sample, u16::from_be_bytes);
    match (little, big) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

fn reads_like_text(sample: &[u8], unit: impl Fn([u8; 2]) -> u16) -> bool {
    let units = sample.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let (mut total, mut blanks, mut strange) = (0_usize, 0_usize, 0_usize);
    for character in char::decode_utf16(units) {
        total += 1;
        match character {
            Ok(' ' | '\n' | '\r' | '\t') => blanks += 1,
            Ok(character) if is_ordinary(character) => {}
            _ => strange += 1,
        }
    }
    blanks * 100 >= total && strange * 50 <= total
}

/// A character of a script or sign that reports are written in; bytes of another kind, read as
/// UTF-16, scatter over the whole plane.
fn is_ordinary(character: char) -> bool {
    matches!(character,
        ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{300}'..='\u{6ff}' | '\u{900}'..='\u{fff}'
        | '\u{10a0}'..='\u{10ff}' | '\u{1100}'..='\u{11ff}' | '\u{1e00}'..='\u{206f}'
        | '\u{20a0}'..='\u{22ff}' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ffef}' | '\u{10000}'..)
        || matches!(character, '\u{feff}' | '\u{c}')
}
