//! The encoding that an HTML or XML file says it is in.

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

/// The declared encoding, if it is one of the Encoding Standard's.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let label = CHARSET.captures(&bytes[..bytes.len().min(PRESCAN)])?.get(1)?;
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_way_to_say_it() {
        let cases: [(&[u8], Option<&str>); 5] = [
            (b"<html><head><meta charset=\"koi8-r\">", Some("KOI8-R")),
            (b"<meta http-equiv=Content-Type content='text/html; charset=cp1251'>", Some("windows-1251")),
            (b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>", Some("Shift_JIS")),
            (b"<meta charset=x-unknown>", None),
            (b"charset=koi8-r in the text", None),
        ];
        for (bytes, name) in cases {
            assert_eq!(charset(bytes).map(Encoding::name), name);
        }
    }
}
