//! Text that a program took from a PDF of TeX as it stands: fonts in the Cork encoding (T1) have
//! quotation marks, dashes and ligatures where other encodings have control characters, and fonts
//! drawn as pictures (Type 3) do not say so.

use std::borrow::Cow;

/// The characters from 0x0E on (`LaTeX` font encodings, table of T1; the first two as the older OT1 has
/// them, for they are far more frequent); nothing for those that have no width.
const FROM_0E: [&str; 18] =
    ["ffi", "ffl", "“", "”", "„", "«", "»", "–", "—", "", "", "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl"];

/// The escape sequences of terminals begin with this.
const TERMINAL: &str = "\u{1b}[";

/// The text with the characters that were meant; as it is where it has none of them.
pub(super) fn mended(text: &str) -> Cow<'_, str> {
    let lost = |c: char| meant(c).is_some();
    if !text.contains(lost) || text.contains(TERMINAL) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        match meant(c) {
            Some(characters) => mended.push_str(characters),
            None => mended.push(c),
        }
    }
    Cow::Owned(mended)
}

fn meant(c: char) -> Option<&'static str> {
    let at = (c as usize).checked_sub(0x0e)?;
    FROM_0E.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_stand_for_others() {
        assert_eq!(mended("\u{10}Why it \u{1c}ts,\u{11} 12\u{15}19"), "“Why it fits,” 12–19");
        assert_eq!(mended("o\u{1e}ce a\u{1b}air"), "office affair");
        assert!(matches!(mended("plain\u{c}\ttext"), Cow::Borrowed(_)));
        assert!(matches!(mended("\u{1b}[31mred\u{1b}[0m"), Cow::Borrowed(_)));
    }
}
