//! The encoding that a file says it is in: HTML, XML, LaTeX, BibTeX.

use std::sync::LazyLock;

use encoding_rs::Encoding;
use regex::bytes::Regex;

/// How far into a page its declaration is looked for: browsers look at 1024 bytes, but saved
/// pages have it later.
const PRESCAN: usize = 8192;

static CHARSET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w:.-]+)"#)
        .expect("a constant pattern that a test compiles")
});

/// LaTeX's `\usepackage[cp1251]{inputenc}`, and the first lines that editors write for themselves:
/// `% !TeX encoding = …`, `% -*- coding: … -*-`, and `% Encoding: …`.
static TEX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?m)^[^%\n]*\\usepackage\s*\[\s*([\w-]+)\s*\]\s*\{inputenc\}|(?i)^%.{0,20}\b(?:encoding|coding)\s*[:=]\s*([\w-]+)",
    )
    .expect("a constant pattern that a test compiles")
});

/// What inputenc and editors call encodings by names of their own.
static TEX_NAMES: [(&str, &str); 12] = [
    ("latin1", "windows-1252"),
    ("latin9", "iso-8859-15"),
    ("ansinew", "windows-1252"),
    ("applemac", "macintosh"),
    ("maccyr", "x-mac-cyrillic"),
    ("cp866", "ibm866"),
    ("koi8-ru", "koi8-u"),
    ("cp1250", "windows-1250"),
    ("cp1251", "windows-1251"),
    ("cp1252", "windows-1252"),
    ("cp1257", "windows-1257"),
    ("iso8859_1", "windows-1252"),
];

/// The declared encoding, if it is one of the Encoding Standard's.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    if let Some(label) = CHARSET.captures(head).and_then(|found| found.get(1)) {
        return Encoding::for_label(label.as_bytes());
    }
    let found = TEX.captures(head)?;
    let name = std::str::from_utf8(found.get(1).or_else(|| found.get(2))?.as_bytes()).ok()?.to_lowercase();
    let known = TEX_NAMES.iter().find(|(tex, _)| *tex == name).map(|(_, label)| *label);
    Encoding::for_label(known.unwrap_or(&name).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_way_to_say_it() {
        let cases: [(&[u8], Option<&str>); 9] = [
            (b"<html><head><meta charset=\"koi8-r\">", Some("KOI8-R")),
            (b"<meta http-equiv=Content-Type content='text/html; charset=cp1251'>", Some("windows-1251")),
            (b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>", Some("Shift_JIS")),
            (b"<meta charset=x-unknown>", None),
            (b"charset=koi8-r in the text", None),
            (b"\\documentclass{book}\n\\usepackage[cp1251]{inputenc}", Some("windows-1251")),
            (b"% \\usepackage[cp1251]{inputenc}\n\\usepackage[ansinew]{inputenc}", Some("windows-1252")),
            (b"% Encoding: Cp1250\n@book{x", Some("windows-1250")),
            (b"%!TEX encoding = koi8-r", Some("KOI8-R")),
        ];
        for (bytes, name) in cases {
            assert_eq!(charset(bytes).map(Encoding::name), name);
        }
    }
}
