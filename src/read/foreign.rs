//! Kinds of files that reach the program by mistake, known by their first bytes.
//!
//! Magic numbers as in the `file` command's database and in the formats' own specifications. A
//! file that is read one day leaves this table for a module of its own.

use aho_corasick::AhoCorasick;

/// A kind of file that is known, but not read.
#[derive(Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What it is, with its article.
    pub name: &'static str,
    /// What to do about it.
    pub advice: &'static str,
}

const EXPORT: &str = "save it as a web page (HTML) or as plain text and audit that";
const MEND: &str = "open it in a word processor, save it again and audit that";
const UNPACK: &str = "unpack it and audit the reports inside";
const SCAN: &str = "run text recognition (OCR) on it first and audit the text";
const NO_REPORT: &str = "give a report as PDF, DOCX, ODT, RTF, EPUB, text, Markdown, HTML or LaTeX";

const fn foreign(name: &'static str, advice: &'static str) -> Foreign {
    Foreign { name, advice }
}

static DOCX: Foreign = foreign("a Word document (DOCX) that is damaged", MEND);
static ODT: Foreign = foreign("an OpenDocument text (ODT) that is damaged", MEND);
/// A book that says nothing of its pages.
pub(super) static BROKEN_BOOK: Foreign =
    foreign("an e-book (EPUB) that is damaged", "ask its publisher for another copy");
/// A book whose pages are encrypted.
pub(super) static LOCKED_BOOK: Foreign = foreign(
    "an e-book (EPUB) that is locked against copying (DRM)",
    "ask its publisher for a copy that is not locked and audit that",
);
static SHEET: Foreign = foreign("a spreadsheet", "save it as CSV and audit that");
static SLIDES: Foreign = foreign("a presentation", EXPORT);
static ZIP: Foreign = foreign("a ZIP archive", UNPACK);
static OLE: Foreign = foreign("a Microsoft Office document of before 2007 (DOC, XLS, PPT)", EXPORT);
static WORD: Foreign =
    foreign("a Word document of before 2007 (DOC)", "save it as DOCX in a word processor and audit that");
/// A document that opens with a password only.
pub(super) static LOCKED: Foreign =
    foreign("an Office document that a password locks", "save a copy without the password and audit that");
static ARCHIVE: Foreign = foreign("a compressed archive", UNPACK);
static IMAGE: Foreign = foreign("an image", SCAN);
static DJVU: Foreign = foreign("a scanned book (DjVu)", SCAN);
static POSTSCRIPT: Foreign = foreign("a PostScript file", "convert it to text (ps2ascii) and audit that");
static MEDIA: Foreign = foreign("a sound or video file", NO_REPORT);
static PROGRAM: Foreign = foreign("an executable", NO_REPORT);
static DATABASE: Foreign = foreign("a database", NO_REPORT);
static FONT: Foreign = foreign("a font", NO_REPORT);
static WEB_ARCHIVE: Foreign =
    foreign("a web archive of a browser (MHTML or webarchive)", "save the page as HTML only and audit that");
static XML: Foreign = foreign("an XML file", "convert it to HTML and audit that");

/// Bytes at the start of a file (after `offset` others) and what they mean.
struct Magic(usize, &'static [u8], &'static Foreign);

static MAGIC: [Magic; 44] = [
    Magic(0, b"%!PS", &POSTSCRIPT),
    Magic(0, b"\xc5\xd0\xd3\xc6", &POSTSCRIPT),
    Magic(0, b"AT&TFORM", &DJVU),
    Magic(0, b"\x89PNG\r\n\x1a\n", &IMAGE),
    Magic(0, b"\xff\xd8\xff", &IMAGE),
    Magic(0, b"GIF87a", &IMAGE),
    Magic(0, b"GIF89a", &IMAGE),
    Magic(0, b"II*\0", &IMAGE),
    Magic(0, b"MM\0*", &IMAGE),
    Magic(8, b"WEBP", &IMAGE),
    Magic(4, b"ftypheic", &IMAGE),
    Magic(4, b"ftypavif", &IMAGE),
    Magic(4, b"ftypmif1", &IMAGE),
    Magic(0, b"\0\0\x01\0", &IMAGE),
    Magic(0, b"8BPS", &IMAGE),
    Magic(0, b"\0\0\0\x0cjP  ", &IMAGE),
    Magic(4, b"ftyp", &MEDIA),
    Magic(0, b"ID3", &MEDIA),
    Magic(0, b"OggS", &MEDIA),
    Magic(0, b"fLaC", &MEDIA),
    Magic(8, b"WAVE", &MEDIA),
    Magic(8, b"AVI ", &MEDIA),
    Magic(0, b"\x1a\x45\xdf\xa3", &MEDIA),
    Magic(0, b"\x7fELF", &PROGRAM),
    Magic(0, b"\xca\xfe\xba\xbe", &PROGRAM),
    Magic(0, b"\xcf\xfa\xed\xfe", &PROGRAM),
    Magic(0, b"\xce\xfa\xed\xfe", &PROGRAM),
    Magic(0, b"\0asm", &PROGRAM),
    Magic(0, b"\x1f\x8b\x08", &ARCHIVE),
    Magic(0, b"BZh9", &ARCHIVE),
    Magic(0, b"\xfd7zXZ\0", &ARCHIVE),
    Magic(0, b"7z\xbc\xaf\x27\x1c", &ARCHIVE),
    Magic(0, b"Rar!\x1a\x07", &ARCHIVE),
    Magic(0, b"\x28\xb5\x2f\xfd", &ARCHIVE),
    Magic(0, b"\x04\x22\x4d\x18", &ARCHIVE),
    Magic(0, b"LZIP", &ARCHIVE),
    Magic(257, b"ustar", &ARCHIVE),
    Magic(0, b"SQLite format 3\0", &DATABASE),
    Magic(4, b"Standard Jet DB", &DATABASE),
    Magic(4, b"Standard ACE DB", &DATABASE),
    Magic(0, b"bplist00", &WEB_ARCHIVE),
    Magic(0, b"wOFF", &FONT),
    Magic(0, b"wOF2", &FONT),
    Magic(0, b"OTTO", &FONT),
];

/// Which members tell what a ZIP archive really is; the first that is there wins.
static ZIP_MEMBERS: [(&str, &Foreign); 8] = [
    ("application/epub+zip", &BROKEN_BOOK),
    ("word/document.xml", &DOCX),
    ("application/vnd.oasis.opendocument.text", &ODT),
    ("application/vnd.oasis.opendocument.spreadsheet", &SHEET),
    ("application/vnd.oasis.opendocument.presentation", &SLIDES),
    ("xl/workbook.xml", &SHEET),
    ("xl/workbook.bin", &SHEET),
    ("ppt/presentation.xml", &SLIDES),
];

/// The header of an OLE container ([MS-CFB], 2.2).
const OLE_MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// Streams of a container, and what they say it is ([MS-OFFCRYPTO] 2.3.4, [MS-DOC] 2.1).
static OLE_STREAMS: [(&str, &Foreign); 2] = [("EncryptedPackage", &LOCKED), ("WordDocument", &WORD)];

/// How much of an archive's start and end is searched for the names of its members.
const ZIP_WINDOW: usize = 1 << 16;

/// What kind of foreign file `bytes` are, as far as the first bytes can tell.
pub(super) fn by_magic(bytes: &[u8]) -> Option<&'static Foreign> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zip(bytes));
    }
    if bytes.starts_with(OLE_MAGIC) {
        return Some(ole(bytes));
    }
    if is_windows_program(bytes) {
        return Some(&PROGRAM);
    }
    MAGIC
        .iter()
        .find(|Magic(offset, magic, _)| bytes.get(*offset..).is_some_and(|rest| rest.starts_with(magic)))
        .map(|Magic(_, _, foreign)| *foreign)
}

/// What kind of foreign file a decoded `text` is.
pub(super) fn by_text(text: &str) -> Option<&'static Foreign> {
    let head = text.trim_start().as_bytes();
    let head = &head[..head.len().min(4096)];
    let has = |needle: &str| {
        head.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
    };
    let mime =
        head.len() >= 13 && (head[..13].eq_ignore_ascii_case(b"mime-version:") || has("\nmime-version:"));
    if mime && (has("content-type: multipart/related") || has("content-type:multipart/related")) {
        return Some(&WEB_ARCHIVE);
    }
    if head.starts_with(b"<?xml") && !has("<html") && !has("<!doctype html") {
        return Some(if has("<svg") { &IMAGE } else { &XML });
    }
    None
}

/// `MZ` opens many a text; a program has a header of 64 bytes that is not text.
fn is_windows_program(bytes: &[u8]) -> bool {
    bytes.starts_with(b"MZ") && bytes.get(..64).is_some_and(|header| header.contains(&0))
}

/// What a container holds: its directory names its streams in UTF-16.
fn ole(bytes: &[u8]) -> &'static Foreign {
    let names = OLE_STREAMS
        .iter()
        .map(|(name, _)| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let Ok(streams) = AhoCorasick::new(names) else { return &OLE };
    let found = streams.find_iter(bytes).map(|found| found.pattern().as_usize()).min();
    found.map_or(&OLE, |stream| OLE_STREAMS[stream].1)
}

fn zip(bytes: &[u8]) -> &'static Foreign {
    let names = ZIP_MEMBERS.iter().map(|(member, _)| member);
    let Ok(members) = AhoCorasick::new(names) else { return &ZIP };
    let start = &bytes[..bytes.len().min(ZIP_WINDOW)];
    let end = &bytes[bytes.len().saturating_sub(ZIP_WINDOW)..];
    [start, end]
        .into_iter()
        .flat_map(|part| members.find_iter(part))
        .map(|found| found.pattern().as_usize())
        .min()
        .map_or(&ZIP, |member| ZIP_MEMBERS[member].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_file_by_its_first_bytes() {
        let cases: [(&[u8], &str); 7] = [
            (b"PK\x03\x04....word/document.xml", "a Word document (DOCX) that is damaged"),
            (
                b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text",
                "an OpenDocument text (ODT) that is damaged",
            ),
            (b"PK\x03\x04....mimetypeapplication/epub+zip", "an e-book (EPUB) that is damaged"),
            (b"PK\x03\x04....photos/1.jpg", "a ZIP archive"),
            (b"\x89PNG\r\n\x1a\n....", "an image"),
            (b"\x7fELF\x02\x01", "an executable"),
            (b"\x1f\x8b\x08\0", "a compressed archive"),
        ];
        for (bytes, name) in cases {
            assert_eq!(by_magic(bytes).map(|foreign| foreign.name), Some(name));
        }
    }

    #[test]
    fn tells_locked_and_old_office_documents_apart() {
        let container = |stream: &str| {
            let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
            let bytes: Vec<u8> = OLE_MAGIC.iter().copied().chain([0; 512]).chain(name).collect();
            by_magic(&bytes).map(|foreign| foreign.name)
        };
        assert_eq!(container("EncryptedPackage"), Some("an Office document that a password locks"));
        assert_eq!(container("WordDocument"), Some("a Word document of before 2007 (DOC)"));
        assert_eq!(container("Workbook"), Some("a Microsoft Office document of before 2007 (DOC, XLS, PPT)"));
    }

    #[test]
    fn leaves_text_alone() {
        assert_eq!(
            by_magic(b"MZ is how a note on Mozambique begins, and it goes on and on for more than 64 bytes."),
            None
        );
        assert_eq!(by_magic(b"A report."), None);
        assert_eq!(by_magic(b""), None);
        assert_eq!(by_text("A report on <?xml version"), None);
        assert_eq!(by_text("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC>\n<html>"), None);
    }

    #[test]
    fn knows_text_that_is_no_report() {
        let name = |text| by_text(text).map(|foreign| foreign.name);
        assert_eq!(name("<?xml version=\"1.0\"?>\n<article>"), Some("an XML file"));
        let mhtml = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n";
        assert_eq!(name(mhtml), Some("a web archive of a browser (MHTML or webarchive)"));
    }
}
