//! A part of a package, and the hyperlinks in it.

use std::ops::Range;

use super::super::package::Package;
use super::super::{docx, html, odt, rtf};
use super::strand::Strand;
use crate::model::{Format, Piece};

/// UTF-8's (RFC 3629 §6).
const BYTE_ORDER_MARK: char = '\u{feff}';

/// How often a part may be read over, in all.
const PASSES: usize = 16;

/// How many hyperlinks that end behind a byte are looked at: those around it end next.
const NEAR: usize = 8;

/// A hyperlink: the text it covers, and where its address is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Carrier {
    /// The bytes between its tags.
    pub(in crate::read) inside: Range<usize>,
    /// Where it leads, as the reader of the format tells it.
    pub(in crate::read) target: String,
    /// Where that is written: bytes of the part's text, or a relation of it.
    pub(in crate::read) written: Vec<Piece>,
}

/// A part that is UTF-8, so that its bytes are those of its text.
#[derive(Debug)]
pub(super) struct Part {
    /// Its name in the package; none for a file that is no package.
    name: Option<String>,
    /// Its text.
    pub(super) source: String,
    /// Bytes before the text.
    base: usize,
    /// Its hyperlinks in the order in which they end, so that inner ones come first.
    carriers: Vec<Carrier>,
    format: Format,
    /// Bytes that may still be read.
    budget: usize,
}

impl Part {
    /// Opens the part of this name; the file itself if the name is empty.
    pub(super) fn open(
        bytes: &[u8],
        package: Option<&mut Package>,
        name: &str,
        format: Format,
    ) -> Option<Self> {
        if name.is_empty() {
            let Text { text: source, base } = Text::of(bytes.to_vec())?;
            let carriers = match format {
                Format::Rtf => rtf::carriers(&source),
                _ => odt::carriers(&source, None),
            };
            return Some(Self::new(None, source, base, carriers, format));
        }
        let package = package?;
        let (name, stored) = package.stored(name)?;
        let Text { text: source, base } = Text::of(stored)?;
        let carriers = match format {
            Format::Docx => docx::carriers(package, &name, &source),
            Format::Epub => html::carriers(&name, &source),
            _ => odt::carriers(&source, Some(&name)),
        };
        Some(Self::new(Some(name), source, base, carriers, format))
    }

    fn new(
        name: Option<String>,
        source: String,
        base: usize,
        carriers: Vec<Carrier>,
        format: Format,
    ) -> Self {
        let budget = PASSES * source.len();
        Self { name, source, base, carriers, format, budget }
    }

    /// The text that begins at a byte; none once too much was read.
    pub(super) fn strand(&mut self, at: u32) -> Option<Strand> {
        self.budget.checked_sub(1)?;
        let at = usize::try_from(at).ok()?;
        let mut strand = Strand::default();
        match self.format {
            Format::Rtf => strand = rtf::strand(&self.source, at),
            _ => strand.read(&self.source, at),
        }
        self.budget = self.budget.saturating_sub(strand.read);
        Some(strand)
    }

    /// Bytes of the part as the file has them.
    pub(super) fn piece(&self, bytes: Range<usize>) -> Piece {
        let bytes = bytes.start + self.base..bytes.end + self.base;
        Piece { part: self.name.clone(), relation: None, bytes }
    }

    /// Where the address of the hyperlink is written that covers a byte and leads to `target`.
    pub(super) fn carrier(&self, at: usize, target: &str) -> Option<Vec<Piece>> {
        let from = self.carriers.partition_point(|carrier| carrier.inside.end <= at);
        let mut here = self.carriers[from..].iter().take(NEAR);
        let carrier = here.find(|carrier| carrier.inside.contains(&at) && carrier.target == target)?;
        let piece = |piece: &Piece| match piece.relation {
            None => self.piece(piece.bytes.clone()),
            Some(_) => piece.clone(),
        };
        Some(carrier.written.iter().map(piece).collect())
    }
}

/// Bytes that are UTF-8.
pub(in crate::read) struct Text {
    pub(in crate::read) text: String,
    /// Bytes before the text: a byte order mark.
    pub(in crate::read) base: usize,
}

impl Text {
    /// None if they are in another encoding.
    pub(in crate::read) fn of(bytes: Vec<u8>) -> Option<Self> {
        let mut text = String::from_utf8(bytes).ok()?;
        let base = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        text.drain(..base);
        Some(Self { text, base })
    }
}
