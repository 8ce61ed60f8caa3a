//! Bytes to text, whatever the labels say.
//!
//! The WHATWG order (byte order mark, header, `meta`, detection) trusts the header over the page.
//! Servers with a site-wide default charset and pages older than it make that the wrong order for
//! comparing titles: labels are therefore tried against the bytes. Valid UTF-8 with a multi-byte
//! character is UTF-8 (the chance of anything else being so is nil beyond a few characters); where
//! header and `meta` differ, the one the detector agrees with wins, else the first that decodes
//! without an error.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Bytes looked at for a `meta` charset; the standard says 1024, old pages put it further down.
const META_SPAN: usize = 4096;

/// Bytes the detector sees: more would change nothing but the time taken.
const DETECT_SPAN: usize = 16 * 1024;

/// The text of a body whose `Content-Type` header is `content_type`.
pub(super) fn decode<'a>(body: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(body) {
        return encoding.decode_without_bom_handling(&body[mark..]).0;
    }
    if let Some(text) = utf8(body) {
        return text;
    }
    let header = content_type.and_then(label_of_header).and_then(encoding_of);
    let meta = label_of_meta(body).and_then(encoding_of);
    decode_by(body, header, meta)
}

fn decode_by<'a>(
    body: &'a [u8],
    header: Option<&'static Encoding>,
    meta: Option<&'static Encoding>,
) -> Cow<'a, str> {
    let guess = || detect(body);
    let encoding = match (header, meta) {
        (Some(header), Some(meta)) if header != meta => {
            let guess = guess();
            if guess == header || guess == meta {
                guess
            } else {
                return first_clean(body, &[header, meta], guess);
            }
        }
        (Some(only), _) | (None, Some(only)) => return first_clean(body, &[only], guess()),
        (None, None) => guess(),
    };
    encoding.decode_without_bom_handling(body).0
}

/// UTF-8, if it is; a character cut off at the end, or bytes without any beyond ASCII, do not
/// speak against it.
fn utf8(body: &[u8]) -> Option<Cow<'_, str>> {
    match std::str::from_utf8(body) {
        // ISO-2022-JP hides behind ASCII bytes and escapes.
        Ok(text) if text.is_ascii() && body.contains(&0x1b) => None,
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(error) if error.error_len().is_none() => Some(String::from_utf8_lossy(body)),
        Err(_) => mostly_utf8(body),
    }
}

/// A UTF-8 page with a few broken bytes pasted into it is still one.
fn mostly_utf8(body: &[u8]) -> Option<Cow<'_, str>> {
    let text = String::from_utf8_lossy(body);
    let (mut wide, mut broken) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        if c == '\u{fffd}' { broken += 1 } else { wide += 1 }
    }
    (wide >= 50 && broken * 20 < wide).then_some(text)
}

fn first_clean<'a>(body: &'a [u8], labels: &[&'static Encoding], guess: &'static Encoding) -> Cow<'a, str> {
    labels
        .iter()
        .find_map(|label| label.decode_without_bom_handling_and_without_replacement(body))
        .unwrap_or_else(|| {
            let fallback = if guess == UTF_8 { labels[0] } else { guess };
            fallback.decode_without_bom_handling(body).0
        })
}

fn detect(body: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&body[..body.len().min(DETECT_SPAN)], body.len() <= DETECT_SPAN);
    detector.guess(None, Utf8Detection::Allow)
}

fn encoding_of(label: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_label(label)
}

fn label_of_header(content_type: &str) -> Option<&[u8]> {
    label_after(content_type.as_bytes(), b"charset")
}

fn label_of_meta(body: &[u8]) -> Option<&[u8]> {
    let head = &body[..body.len().min(META_SPAN)];
    label_after(head, b"charset").or_else(|| label_after(head, b"encoding"))
}

/// The word after `key =`, quotes or none.
fn label_after<'a>(bytes: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let mut from = 0;
    while let Some(at) = bytes[from..].windows(key.len()).position(|window| window.eq_ignore_ascii_case(key))
    {
        from += at + key.len();
        let rest = bytes[from..].trim_ascii_start();
        if let Some(value) = rest.strip_prefix(b"=") {
            let value = value.trim_ascii_start();
            let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
            let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
            return Some(&value[..end.unwrap_or(value.len())]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use encoding_rs::{EUC_JP, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    const RUSSIAN: &str = "Совет порта собрался во вторник и узнал, что старый кран до зимы не починят.";
    const CHINESE: &str = "港务局周二开会，讨论旧吊车的维修问题，但经费两年前就已拨出。";
    const JAPANESE: &str = "港湾委員会は火曜日に開かれ、古いクレーンの修理は冬までに終わらないと報告された。";

    fn page(text: &str, meta: &str, encoding: &'static Encoding) -> Vec<u8> {
        let html = format!("<html><head><meta charset=\"{meta}\"><title>{text}</title>");
        encoding.encode(&html).0.into_owned()
    }

    #[test]
    fn labels_that_agree_or_stand_alone_are_followed() {
        for (text, encoding, label) in [
            (RUSSIAN, WINDOWS_1251, "windows-1251"),
            (CHINESE, GBK, "gb2312"),
            (JAPANESE, SHIFT_JIS, "Shift_JIS"),
            (JAPANESE, EUC_JP, "euc-jp"),
        ] {
            let body = page(text, label, encoding);
            let header = format!("text/html; charset=\"{label}\"");
            assert!(decode(&body, Some(&header)).contains(text), "{label} both");
            assert!(decode(&body, Some("text/html")).contains(text), "{label} meta");
            let unlabelled = encoding.encode(text).0;
            assert_eq!(decode(&unlabelled, Some(&header)), text, "{label} header");
            assert_eq!(decode(&unlabelled, None), text, "{label} none");
        }
    }

    #[test]
    fn conflicts_are_settled_by_the_bytes() {
        let cases = [
            (RUSSIAN, WINDOWS_1251, "windows-1251", "text/html; charset=utf-8"),
            (RUSSIAN, WINDOWS_1251, "windows-1251", "text/html; charset=ISO-8859-1"),
            (RUSSIAN, WINDOWS_1251, "utf-8", "text/html; charset=windows-1251"),
            (RUSSIAN, UTF_8, "windows-1251", "text/html; charset=windows-1251"),
            (CHINESE, GBK, "gb2312", "text/html; charset=UTF-8"),
            (JAPANESE, SHIFT_JIS, "shift_jis", "text/html; charset=EUC-JP"),
            ("Café à Genève, naïveté", WINDOWS_1252, "utf-8", "text/html; charset=iso-8859-1"),
        ];
        for (text, encoding, meta, header) in cases {
            assert!(decode(&page(text, meta, encoding), Some(header)).contains(text), "{meta} / {header}");
        }
    }

    #[test]
    fn marks_cut_characters_and_stray_bytes_are_survived() {
        assert_eq!(decode(b"\xef\xbb\xbfabc", Some("text/html; charset=gbk")), "abc");
        assert_eq!(decode(b"\xff\xfeA\x000\x04", None), "A\u{430}");
        let cut = &RUSSIAN.as_bytes()[..RUSSIAN.len() - 2];
        assert!(decode(&cut[..cut.len() - 1], None).starts_with("Совет порта"));
        let mut stray = RUSSIAN.repeat(3).into_bytes();
        stray.insert(0, 0xff);
        assert!(decode(&stray, None).contains("вторник"));
        assert_eq!(decode(b"", None), "");
        assert_eq!(decode(b"charset=", Some("charset")), "charset=");
    }
}
