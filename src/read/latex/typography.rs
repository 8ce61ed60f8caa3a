//! Ligatures: characters that LaTeX sets as another one.

/// Ligatures, the longest first where they begin alike.
static LIGATURES: &[(&str, &str)] = &[
    ("---", "—"),
    ("--", "–"),
    ("``", "“"),
    ("''", "”"),
    ("`", "‘"),
    ("'", "’"),
    ("\"`", "„"),
    ("\"'", "“"),
    ("<<", "«"),
    (">>", "»"),
    (",,", "„"),
    ("?`", "¿"),
    ("!`", "¡"),
];

/// Shorthands of babel for German (and, the last four, for Russian).
static SHORTHANDS: &[(&str, &str)] = &[
    ("\"a", "ä"),
    ("\"o", "ö"),
    ("\"u", "ü"),
    ("\"A", "Ä"),
    ("\"O", "Ö"),
    ("\"U", "Ü"),
    ("\"s", "ß"),
    ("\"z", "ß"),
    ("\"<", "«"),
    ("\">", "»"),
    ("\"|", ""),
    ("\"---", "—"),
    ("\"--", "–"),
    ("\"-", ""),
    ("\"=", "-"),
    ("\"~", "-"),
];

/// Whether a ligature may begin with this byte.
pub(super) fn may_begin(byte: u8) -> bool {
    matches!(byte, b'-' | b'`' | b'\'' | b'"' | b'<' | b'>' | b',' | b'?' | b'!')
}

/// The ligature that a text begins with: what is printed, and the length of what is written.
pub(super) fn ligature(text: &str, shorthands: bool) -> Option<(&'static str, usize)> {
    let among = |table: &'static [(&str, &str)]| {
        table
            .iter()
            .find(|(written, _)| text.starts_with(written))
            .map(|(written, printed)| (*printed, written.len()))
    };
    among(LIGATURES).or_else(|| shorthands.then(|| among(SHORTHANDS))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_what_is_printed() {
        assert_eq!(ligature("---x", false), Some(("—", 3)));
        assert_eq!(ligature("\"`x", false), Some(("„", 2)));
        assert_eq!(ligature("\"a", true), Some(("ä", 2)));
        assert_eq!(ligature("\"a", false), None);
        assert_eq!(ligature("-x", false), None);
    }
}
