//! Signs that Word writes as elements instead of characters.

use super::super::xml::Element;

/// The Greek letters that the font Symbol has at the places of Latin ones, from `A` and `a` on.
const GREEK: [&str; 2] = ["ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"];

/// The character of a `sym`; none for the pictures of fonts like Wingdings.
pub(super) fn symbol(element: &Element) -> Option<char> {
    let code = u32::from_str_radix(&element.attribute("char")?, 16).ok()?;
    if !(0xf020..=0xf0ff).contains(&code) {
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    let symbol = element.attribute("font").is_some_and(|font| font.eq_ignore_ascii_case("symbol"));
    let place = char::from_u32(code - 0xf000)?;
    match place {
        'A'..='Z' if symbol => GREEK[0].chars().nth(place as usize - 'A' as usize),
        'a'..='z' if symbol => GREEK[1].chars().nth(place as usize - 'a' as usize),
        ' '..='~' if symbol => Some(place),
        _ => None,
    }
}
