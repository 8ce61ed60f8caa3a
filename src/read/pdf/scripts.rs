//! Characters as they are meant, not as a font or a file codes them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The characters of a glyph with its ligature spelled out; white space of all kinds is a space,
/// for Quartz maps a space to whatever it found first: tab, carriage return, no-break space.
pub(super) fn spelled(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let letters: &[char] = match c {
            'ﬀ' => &['f', 'f'],
            'ﬁ' => &['f', 'i'],
            'ﬂ' => &['f', 'l'],
            'ﬃ' => &['f', 'f', 'i'],
            'ﬄ' => &['f', 'f', 'l'],
            'ﬅ' | 'ﬆ' => &['s', 't'],
            _ => &[],
        };
        let shapes = is_shape(c).then_some(c).into_iter().nfkc();
        let other = letters.is_empty() && !is_shape(c);
        let own = other.then(|| if c.is_whitespace() || c == '\0' { ' ' } else { ideograph(c) });
        letters.iter().copied().chain(shapes).chain(own)
    })
}

/// Whether a character is the shape of a Hebrew or an Arabic letter, or of several, in its place of a
/// word: fonts are asked for shapes, and some programs name them so.
fn is_shape(c: char) -> bool {
    matches!(c, '\u{fb1d}'..='\u{fb4f}' | '\u{fb50}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdf9}' | '\u{fe80}'..='\u{fefc}')
}

/// The ideograph for the radical that fonts draw with the same glyph and some programs name it by.
fn ideograph(c: char) -> char {
    let radical = matches!(c, '\u{2e80}'..='\u{2fdf}');
    if radical { std::iter::once(c).nfkc().next().unwrap_or(c) } else { c }
}

/// The character of a glyph of a bitmap font that says nothing of it but its code. TeX's bitmap
/// fonts are coded in T1 or OT1, which agree in ASCII and nearly agree in ligatures.
pub(super) fn of_bitmap(bitmap: bool, code: u32) -> Option<char> {
    let code = u8::try_from(code).ok().filter(|_| bitmap)?;
    Some(match code {
        b'!'..=b'~' => char::from(code),
        0x0b | 0x1b => 'ﬀ',
        0x0c | 0x1c => 'ﬁ',
        0x0d | 0x1d => 'ﬂ',
        0x0e | 0x1e => 'ﬃ',
        0x0f | 0x1f => 'ﬄ',
        0x10 => '“',
        0x11 => '”',
        0x15 => '–',
        0x16 => '—',
        0x7f => '-',
        _ => return None,
    })
}

/// An accent that stands on its own beside its letter, and the combining one that is meant:
/// fonts without accented letters draw one over the other.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// The letter that an accent drawn over another letter makes.
pub(super) fn accented(accent: char, letter: char) -> Option<char> {
    let combining = combining(accent)?;
    let base = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        letter if letter.is_alphabetic() => letter,
        _ => return None,
    };
    let mut composed = [base, combining].into_iter().nfc();
    composed.next().filter(|_| composed.next().is_none())
}

/// Whether a character is written right to left; the digits of these scripts are not.
pub(super) fn right_to_left(c: char) -> bool {
    let digit = matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    !digit && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Whether a character is a vowel or another sign that stands over or under an Arabic or Hebrew letter.
pub(super) fn vowel_sign(c: char) -> bool {
    right_to_left(c) && is_combining_mark(c)
}

/// An Arabic or Persian digit as the digit that notes are counted with; other characters as they are.
pub(super) fn western_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// A text string of a PDF (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 by its mark, else bytes that
/// are UTF-8 in practice or in the encoding of its own.
pub(super) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => std::str::from_utf8(bytes)
            .map_or_else(|_| bytes.iter().map(|byte| documented(*byte)).collect(), str::to_owned),
    }
}

/// A byte in `PDFDocEncoding` (ISO 32000-1, annex D.3), which is Latin-1 but for signs in its gap.
fn documented(byte: u8) -> char {
    const SIGNS: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
    match byte {
        0x80..=0x9e => SIGNS.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        0xa0 => '€',
        byte => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_ligatures_and_spaces() {
        assert_eq!(spelled("oﬃce\u{a0}\tﬂ").collect::<String>(), "office  fl");
    }

    #[test]
    fn shapes_are_letters() {
        assert_eq!(spelled("\u{fe97}\u{fe8e}\u{fead}").collect::<String>(), "\u{62a}\u{627}\u{631}");
        assert_eq!(spelled("\u{fefb}").collect::<String>(), "\u{644}\u{627}");
    }

    #[test]
    fn radicals_are_ideographs() {
        assert_eq!(spelled("⽉⽇⼭⻖").collect::<String>(), "月日山⻖");
    }

    #[test]
    fn bytes_have_an_encoding_of_their_own() {
        assert_eq!(text_string(b"\x8dWells\x8e \x85 caf\xe9 \xa0 \x9e"), "“Wells” – café € ž");
    }

    #[test]
    fn bitmap_fonts_are_known_by_their_codes() {
        assert_eq!(of_bitmap(true, u32::from(b'w')), Some('w'));
        assert_eq!(of_bitmap(true, 0x1c), Some('ﬁ'));
        assert_eq!(of_bitmap(true, 0x80), None);
        assert_eq!(of_bitmap(false, u32::from(b'w')), None);
    }

    #[test]
    fn joins_accents_with_their_letters() {
        assert_eq!(accented('¨', 'u'), Some('ü'));
        assert_eq!(accented('´', 'ı'), Some('í'));
        assert_eq!(accented('´', '1'), None);
        assert_eq!(accented('a', 'b'), None);
    }

    #[test]
    fn counts_in_western_digits() {
        assert_eq!("٠٩۴a1".chars().map(western_digit).collect::<String>(), "094a1");
    }

    #[test]
    fn decodes_text_strings() {
        assert_eq!(text_string(b"\xfe\xff\x04\x10"), "А");
        assert_eq!(text_string(b"\xff\xfe\x10\x04"), "А");
        assert_eq!(text_string("\u{feff}Обзор".as_bytes()), "Обзор");
        assert_eq!(text_string(b"r\xe9sum\xe9"), "résumé");
    }
}
