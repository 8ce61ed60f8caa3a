//! What a spreadsheet's cell can hold.

/// The most UTF-16 units that Excel keeps in a cell.
const UNITS: usize = 32_767;

/// The text as far as a cell holds it, with an ellipsis where more followed.
pub(super) fn fit(mut text: String) -> String {
    if text.len() <= UNITS {
        return text;
    }
    let mut units = 0;
    let beyond = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units >= UNITS
    });
    if let Some((end, _)) = beyond.filter(|_| text.encode_utf16().count() > UNITS) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// The signs that begin a formula, wide forms included. Tabs and carriage returns, which OWASP
/// ("CSV Injection") lists as well, are gone from a cleaned text.
pub(super) fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fits_its_cell() {
        let longest = "a".repeat(UNITS);
        assert_eq!(fit(longest.clone()), longest);
        assert_eq!(fit(format!("{longest}a")), format!("{}…", "a".repeat(UNITS - 1)));
        let wide = "𝄞".repeat(UNITS);
        assert_eq!(fit(wide), format!("{}…", "𝄞".repeat((UNITS - 1) / 2)));
        let two_bytes = "ä".repeat(UNITS);
        assert_eq!(fit(two_bytes.clone()), two_bytes);
    }
}
