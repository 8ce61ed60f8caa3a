//! Control words that stand for characters, and those that say what a group is for.

use super::state::Destination;

/// Words that stand for a character (specification, "Special Characters").
static CHARACTERS: [(&str, char); 14] = [
    ("tab", ' '),
    ("page", ' '),
    ("softpage", ' '),
    ("column", ' '),
    ("emspace", '\u{2003}'),
    ("enspace", '\u{2002}'),
    ("qmspace", '\u{2005}'),
    ("emdash", '—'),
    ("endash", '–'),
    ("bullet", '•'),
    ("lquote", '‘'),
    ("rquote", '’'),
    ("ldblquote", '“'),
    ("rdblquote", '”'),
];

/// The character that a word stands for.
pub(super) fn character(word: &str) -> Option<char> {
    CHARACTERS.iter().find(|(known, _)| *known == word).map(|(_, character)| *character)
}

/// The character that a symbol stands for. An optional hyphen is none: it is seen only where a
/// line ends.
pub(super) fn symbol(byte: u8) -> Option<char> {
    match byte {
        b'~' => Some('\u{a0}'),
        b'_' => Some('\u{2011}'),
        b'{' | b'}' | b'\\' => Some(char::from(byte)),
        _ => None,
    }
}

/// Words that begin a group of text which is not the document's.
static DESTINATIONS: [(&str, Destination); 49] = [
    ("fonttbl", Destination::Fonts),
    ("stylesheet", Destination::Styles),
    ("info", Destination::Info),
    ("listtext", Destination::Label),
    ("pntext", Destination::Label),
    ("upr", Destination::Twice),
    ("colortbl", Destination::Nowhere),
    ("expandedcolortbl", Destination::Nowhere),
    ("filetbl", Destination::Nowhere),
    ("revtbl", Destination::Nowhere),
    ("header", Destination::Nowhere),
    ("headerl", Destination::Nowhere),
    ("headerr", Destination::Nowhere),
    ("headerf", Destination::Nowhere),
    ("footer", Destination::Nowhere),
    ("footerl", Destination::Nowhere),
    ("footerr", Destination::Nowhere),
    ("footerf", Destination::Nowhere),
    ("pict", Destination::Nowhere),
    ("nonshppict", Destination::Nowhere),
    ("objclass", Destination::Nowhere),
    ("objname", Destination::Nowhere),
    ("objdata", Destination::Nowhere),
    ("objalias", Destination::Nowhere),
    ("objsect", Destination::Nowhere),
    ("shprslt", Destination::Nowhere),
    ("sp", Destination::Nowhere),
    ("xe", Destination::Nowhere),
    ("rxe", Destination::Nowhere),
    ("tc", Destination::Nowhere),
    ("tcn", Destination::Nowhere),
    ("template", Destination::Nowhere),
    ("private", Destination::Nowhere),
    ("nonesttables", Destination::Nowhere),
    ("ftnsep", Destination::Nowhere),
    ("ftnsepc", Destination::Nowhere),
    ("ftncn", Destination::Nowhere),
    ("aftnsep", Destination::Nowhere),
    ("aftnsepc", Destination::Nowhere),
    ("aftncn", Destination::Nowhere),
    ("annotation", Destination::Nowhere),
    ("atnid", Destination::Nowhere),
    ("atnauthor", Destination::Nowhere),
    ("bkmkstart", Destination::Nowhere),
    ("bkmkend", Destination::Nowhere),
    ("datafield", Destination::Nowhere),
    ("formfield", Destination::Nowhere),
    ("listtable", Destination::Nowhere),
    ("listoverridetable", Destination::Nowhere),
];

/// What the text of a group that begins with this word is for, if the word says so.
pub(super) fn destination(word: &str) -> Option<Destination> {
    DESTINATIONS.iter().find(|(known, _)| *known == word).map(|(_, destination)| *destination)
}

/// Words whose groups are read although readers that do not know them may leave them out.
static OPTIONAL: [&str; 9] =
    ["fldinst", "fldrslt", "shpinst", "shptxt", "do", "dptxbxtext", "footnote", "listtext", "pntext"];

/// Whether the group of a word that may be left out is read.
pub(super) fn is_read(word: &str) -> bool {
    OPTIONAL.contains(&word)
}
