//! Character sets by the numbers that Windows gives them.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, ISO_8859_2, KOI8_R, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874,
    WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256,
    WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

/// The character set of fonts that have signs of their own instead of letters.
pub(super) const SYMBOLS: i32 = 2;

/// Character sets of fonts (specification, "Font Table").
static CHARSETS: [(i32, &Encoding); 22] = [
    (77, MACINTOSH),
    (78, SHIFT_JIS),
    (79, EUC_KR),
    (80, GBK),
    (81, BIG5),
    (83, WINDOWS_1255),
    (84, WINDOWS_1256),
    (89, X_MAC_CYRILLIC),
    (128, SHIFT_JIS),
    (129, EUC_KR),
    (130, EUC_KR),
    (134, GBK),
    (136, BIG5),
    (161, WINDOWS_1253),
    (162, WINDOWS_1254),
    (163, WINDOWS_1258),
    (177, WINDOWS_1255),
    (178, WINDOWS_1256),
    (186, WINDOWS_1257),
    (204, WINDOWS_1251),
    (222, WINDOWS_874),
    (238, WINDOWS_1250),
];

/// Code pages of Windows and of the Macintosh.
static PAGES: [(i32, &Encoding); 21] = [
    (866, IBM866),
    (874, WINDOWS_874),
    (932, SHIFT_JIS),
    (936, GBK),
    (949, EUC_KR),
    (950, BIG5),
    (1250, WINDOWS_1250),
    (1251, WINDOWS_1251),
    (1252, WINDOWS_1252),
    (1253, WINDOWS_1253),
    (1254, WINDOWS_1254),
    (1255, WINDOWS_1255),
    (1256, WINDOWS_1256),
    (1257, WINDOWS_1257),
    (1258, WINDOWS_1258),
    (10000, MACINTOSH),
    (10007, X_MAC_CYRILLIC),
    (20866, KOI8_R),
    (28592, ISO_8859_2),
    (54936, GBK),
    (65001, UTF_8),
];

/// The encoding of a font's character set; none where it is the document's own.
pub(super) fn of_charset(charset: i32) -> Option<&'static Encoding> {
    find(&CHARSETS, charset)
}

/// The encoding of a code page, if it is known.
pub(super) fn of_page(page: i32) -> Option<&'static Encoding> {
    find(&PAGES, page)
}

fn find(table: &[(i32, &'static Encoding)], number: i32) -> Option<&'static Encoding> {
    table.iter().find(|(known, _)| *known == number).map(|(_, encoding)| *encoding)
}
