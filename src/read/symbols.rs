//! Signs of fonts that have pictures or Greek letters where others have Latin ones.
//!
//! Word keeps them at private places of Unicode, `U+F020` to `U+F0FF`, which mean something in
//! their font only.

/// The Greek letters that the font Symbol has at the places of Latin ones, from `A` and `a` on.
const GREEK: [&str; 2] = ["ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"];

/// Pictures of the font Wingdings that stand in running text.
static WINGDINGS: [(u32, char); 17] = [
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '□'),
    (0xd8, '➢'),
    (0xdf, '←'),
    (0xe0, '→'),
    (0xe1, '↑'),
    (0xe2, '↓'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
];

/// The sign of the font `font` at the private place `code`; none for what is no sign of a text.
pub(super) fn private(code: u32, font: &str) -> Option<char> {
    let place = code.checked_sub(0xf000)?;
    if font.eq_ignore_ascii_case("wingdings") {
        return WINGDINGS.iter().find(|(known, _)| *known == place).map(|(_, sign)| *sign);
    }
    let symbol = font.eq_ignore_ascii_case("symbol");
    match char::from_u32(place)? {
        letter @ 'A'..='Z' if symbol => GREEK[0].chars().nth(letter as usize - 'A' as usize),
        letter @ 'a'..='z' if symbol => GREEK[1].chars().nth(letter as usize - 'a' as usize),
        '\u{b7}' if symbol => Some('•'),
        '\u{ae}' if symbol => Some('→'),
        plain @ ' '..='~' if symbol => Some(plain),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::private;

    #[test]
    fn knows_signs_by_their_fonts() {
        assert_eq!(private(0xf061, "Symbol"), Some('α'));
        assert_eq!(private(0xf041, "symbol"), Some('Α'));
        assert_eq!(private(0xf0e0, "Wingdings"), Some('→'));
        assert_eq!(private(0xf061, "Wingdings"), None);
        assert_eq!(private(0xf061, "Webdings"), None);
        assert_eq!(private(0x41, "Symbol"), None);
    }
}
