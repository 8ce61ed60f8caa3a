//! What holds for a group, and ends with it.

use encoding_rs::Encoding;

use super::super::ink::Looks;

/// What the text of a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// Text of the document.
    Body,
    /// Nothing that a reader sees.
    Nowhere,
    Fonts,
    Styles,
    /// What the document says of itself, one thing a group.
    Info,
    Title,
    Begun,
    Saved,
    /// The number or bullet of an entry of a list.
    Label,
    /// The same text twice, the second time in Unicode.
    Twice,
}

/// What is to be done when a group ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Nothing,
    Fonts,
    Style,
    Field,
    Note,
    /// A text that stands apart, like a text box.
    Apart,
}

/// What is said of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph {
    pub(super) style: i32,
    /// The level of the heading it is.
    pub(super) level: Option<u8>,
    pub(super) in_table: bool,
    pub(super) in_list: bool,
}

/// What holds for a group.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub(super) destination: Destination,
    pub(super) font: i32,
    /// The fonts of East Asian and of right-to-left text, where the group has them.
    pub(super) east_asian_font: Option<i32>,
    pub(super) complex_font: Option<i32>,
    /// Whether the text is East Asian, or right-to-left.
    pub(super) east_asian: bool,
    pub(super) complex: bool,
    /// The encoding of the font that the text is in; none for the document's own.
    pub(super) encoding: Option<&'static Encoding>,
    /// The font, if it has signs of its own instead of letters.
    pub(super) symbols: Option<i32>,
    /// How many bytes repeat a character in Unicode.
    pub(super) fallback: usize,
    pub(super) looks: Looks,
    pub(super) deleted: bool,
    pub(super) paragraph: Paragraph,
}

impl State {
    pub(super) fn new() -> Self {
        Self {
            destination: Destination::Body,
            font: 0,
            east_asian_font: None,
            complex_font: None,
            east_asian: false,
            complex: false,
            encoding: None,
            symbols: None,
            fallback: 1,
            looks: Looks::default(),
            deleted: false,
            paragraph: Paragraph::default(),
        }
    }

    /// The font that the text is in.
    pub(super) fn current_font(&self) -> i32 {
        let east_asian = self.east_asian_font.filter(|_| self.east_asian);
        east_asian.or(self.complex_font.filter(|_| self.complex)).unwrap_or(self.font)
    }

    /// Whether the text is not to be seen.
    pub(super) fn is_hidden(&self) -> bool {
        self.deleted || self.looks.is_hidden()
    }
}
