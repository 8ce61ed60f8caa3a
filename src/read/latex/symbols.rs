//! Commands that print a character.

use std::collections::HashMap;
use std::sync::LazyLock;

#[rustfmt::skip]
static SYMBOLS: &[(&str, &str)] = &[
    ("AA", "Å"), ("AE", "Æ"), ("DH", "Ð"), ("DJ", "Đ"), ("L", "Ł"), ("NG", "Ŋ"), ("O", "Ø"), ("OE", "Œ"),
    ("SS", "ẞ"), ("TH", "Þ"), ("aa", "å"), ("ae", "æ"), ("dh", "ð"), ("dj", "đ"), ("i", "ı"), ("j", "ȷ"),
    ("l", "ł"), ("ng", "ŋ"), ("o", "ø"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ("%", "%"), ("#", "#"), ("&", "&"), ("$", "$"), ("_", "_"), ("{", "{"), ("}", "}"),
    (" ", " "), ("\n", " "), ("\t", " "), (",", "\u{a0}"), (";", " "), (":", " "), ("!", ""), ("/", ""), ("-", ""), ("@", ""),
    ("textasciitilde", "~"), ("textasciicircum", "^"), ("textbackslash", "\\"), ("textunderscore", "_"),
    ("textbar", "|"), ("textless", "<"), ("textgreater", ">"), ("textbraceleft", "{"), ("textbraceright", "}"),
    ("textquotesingle", "'"), ("textquotedbl", "\""), ("textasciigrave", "`"), ("textdollar", "$"),
    ("textpercent", "%"), ("textsterling", "£"), ("pounds", "£"), ("euro", "€"), ("texteuro", "€"), ("EUR", "€"),
    ("textyen", "¥"), ("textcent", "¢"), ("textsection", "§"), ("S", "§"), ("P", "¶"), ("textparagraph", "¶"),
    ("copyright", "©"), ("textcopyright", "©"), ("textregistered", "®"), ("texttrademark", "™"),
    ("dag", "†"), ("ddag", "‡"), ("textdagger", "†"), ("textdaggerdbl", "‡"), ("dagger", "†"), ("ddagger", "‡"),
    ("textbullet", "•"), ("bullet", "•"), ("textperiodcentered", "·"), ("cdot", "·"), ("dots", "…"),
    ("ldots", "…"), ("textellipsis", "…"), ("textdegree", "°"), ("degree", "°"), ("textnumero", "№"), ("No", "№"),
    ("textendash", "–"), ("textemdash", "—"), ("textquoteleft", "‘"), ("textquoteright", "’"),
    ("textquotedblleft", "“"), ("textquotedblright", "”"), ("lq", "‘"), ("rq", "’"), ("quotesinglbase", "‚"),
    ("quotedblbase", "„"), ("guillemotleft", "«"), ("guillemotright", "»"), ("guillemetleft", "«"),
    ("guillemetright", "»"), ("guilsinglleft", "‹"), ("guilsinglright", "›"), ("glqq", "„"), ("grqq", "“"),
    ("glq", "‚"), ("grq", "‘"), ("flqq", "«"), ("frqq", "»"), ("og", "« "), ("fg", " »"), ("flq", "‹"),
    ("frq", "›"), ("cyrdash", "—"), ("slash", "/"), ("textordmasculine", "º"), ("textordfeminine", "ª"),
    ("textexclamdown", "¡"), ("textquestiondown", "¿"), ("times", "×"), ("textmu", "µ"), ("sim", "~"),
    ("quad", " "), ("qquad", " "), ("space", " "), ("nobreakspace", "\u{a0}"), ("enspace", " "), ("thinspace", "\u{a0}"),
    ("TeX", "TeX"),
    ("LaTeX", "LaTeX"), ("LaTeXe", "LaTeX2ε"), ("BibTeX", "BibTeX"), ("textonehalf", "½"), ("lbrack", "["),
    ("rbrack", "]"), ("lbrace", "{"), ("rbrace", "}"), ("ier", "er"), ("iere", "re"), ("ieme", "e"), ("no", "no "),
    ("primo", "1o"), ("hyp", "-"), ("textvisiblespace", " "), ("colon", ":"), ("leq", "≤"), ("geq", "≥"),
];

static BY_NAME: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| SYMBOLS.iter().copied().collect());

/// What a command prints, if it prints a character.
pub(super) fn symbol(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_characters() {
        for (name, text) in [("ss", "ß"), ("%", "%"), ("textasciitilde", "~"), ("slash", "/")] {
            assert_eq!(symbol(name), Some(text));
        }
        assert_eq!(symbol("footnote"), None);
    }
}
