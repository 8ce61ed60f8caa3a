//! Whether a font is slanted: italics and what stands for them.

use hayro_syntax::object::{Array, Dict, Name};

/// The bit of a descriptor's flags that says so (ISO 32000-1, table 123).
const ITALIC: i32 = 1 << 6;

/// What names of slanted fonts begin with that have no word for it: the Computer Modern family.
const BEGINNINGS: [&str; 12] =
    ["cmti", "cmsl", "cmbxti", "cmbxsl", "cmitt", "cmssi", "ecti", "ecsl", "ecbi", "sfti", "sfsl", "sfbi"];

/// Names of fonts of formulas, whose letters are slanted and mean nothing by it.
const FORMULAS: [&str; 8] =
    ["cmmi", "cmsy", "cmbsy", "lmmathitalic", "lmmathsymbols", "msam", "eurm", "rtxmi"];

/// Whether the font that a dictionary describes is slanted.
pub(super) fn is_slanted(font: &Dict<'_>) -> bool {
    let inner = font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let described = font.get::<Dict<'_>>("FontDescriptor");
    let descriptor = described.or_else(|| inner?.get::<Dict<'_>>("FontDescriptor"));
    let name =
        font.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_ascii_lowercase()).unwrap_or_default();
    let name = name.split_once('+').map_or(name.as_str(), |(_, name)| name);
    if FORMULAS.iter().any(|formula| name.starts_with(formula)) {
        return false;
    }
    let flags = descriptor.as_ref().and_then(|descriptor| descriptor.get::<i32>("Flags")).unwrap_or(0);
    let angle = descriptor.and_then(|descriptor| descriptor.get::<f32>("ItalicAngle")).unwrap_or(0.0);
    flags & ITALIC != 0 || angle.abs() >= 1.0 || is_slanted_name(name)
}

/// Whether a name, in lower case and without the tag of a subset, says so.
fn is_slanted_name(name: &str) -> bool {
    let style = name.rsplit(['-', ',']).next().filter(|style| style.len() < name.len()).unwrap_or_default();
    ["italic", "oblique", "kursiv", "slant", "cursiv"].iter().any(|word| name.contains(word))
        || ["it", "ital", "obl", "bi"].iter().any(|end| style.ends_with(end))
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_slanted_fonts() {
        for name in [
            "timesnewromanps-italicmt",
            "cmti10",
            "minionpro-it",
            "helvetica-boldoblique",
            "arial,italic",
            "nimbusromno9l-reguital",
            "lmromanslant10-regular",
            "sfti1000",
            "calibri-bolditalic",
        ] {
            assert!(is_slanted_name(name), "{name}");
        }
        for name in
            ["timesnewromanpsmt", "cmr10", "minionpro-regular", "helvetica-bold", "digital-bold", "summit"]
        {
            assert!(!is_slanted_name(name), "{name}");
        }
    }
}
