//! The lines of a text with the places they hold in the source.

use std::ops::Range;
use std::sync::Arc;

use super::shape;
use super::typeset::Setting;

/// A line of the source, or the part of one before or behind a form feed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Its text without line break and trailing white space.
    pub text: &'a str,
    /// Its line in the source, from 1; of a typeset line its index.
    pub number: u32,
    /// Its page, from 1; counts up only where the source has form feeds.
    pub page: u32,
    /// Which stretch of lines set in one go it belongs to: the page, or a column of it.
    pub part: u32,
    /// Whether nothing is printed on it.
    pub blank: bool,
    /// Whether it is a rule: underscores, dashes, or (as word processors write the rule above
    /// footnotes) a long run of spaces.
    pub rule: bool,
    /// Whether it is page furniture: a running head, a page number, a footer.
    pub furniture: bool,
    /// How it is set, where the source says it.
    pub setting: Option<&'a Setting>,
}

impl Line<'_> {
    /// Whether text is printed on it that is no page furniture.
    pub(super) fn printed(&self) -> bool {
        !self.blank && !self.furniture
    }

    /// Bytes of the text that are set raised.
    pub(super) fn raised(&self) -> &[Range<usize>] {
        self.setting.map_or(&[], |setting| &setting.raised)
    }

    /// Bytes of the text that a link covers, with its target.
    pub(super) fn links(&self) -> &[(Range<usize>, Arc<str>)] {
        self.setting.map_or(&[], |setting| &setting.links)
    }

    /// Bytes of the text that are a number with a link to a line that starts with it.
    pub(super) fn marks(&self) -> &[Range<usize>] {
        self.setting.map_or(&[], |setting| &setting.marks)
    }

    /// Whether a link leads to it from the number it starts with.
    pub(super) fn led(&self) -> bool {
        self.setting.is_some_and(|setting| setting.led)
    }

    /// Whether it is known to stand at the foot of its page.
    pub(super) fn foot(&self) -> bool {
        self.setting.is_some_and(|setting| setting.foot)
    }

    /// The text without its indentation.
    pub(super) fn trimmed(&self) -> &str {
        self.text.trim_start()
    }

    /// How many columns of white space it starts with.
    pub(super) fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).count()
    }
}

/// Splits at line breaks (LF, CR LF, CR) and form feeds.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(text.len() / 48 + 1);
    let mut page = 1;
    let mut number = 1;
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let end = memchr(rest.as_bytes());
        lines.push(line(&rest[..end], number, page));
        match rest.as_bytes().get(end) {
            Some(b'\x0c') => page += 1,
            _ => number += 1,
        }
        let broken = if rest[end..].starts_with("\r\n") { 2 } else { usize::from(end < rest.len()) };
        rest = &rest[end + broken..];
    }
    lines
}

fn memchr(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r' | b'\x0c')).unwrap_or(bytes.len())
}

fn line(raw: &str, number: u32, page: u32) -> Line<'_> {
    let text = raw.trim_end();
    let blank = text.is_empty();
    let rule = if blank { raw.len() >= shape::RULE_OF_SPACES } else { shape::is_rule(text) };
    Line { text, number, page, part: page, blank: blank || rule, rule, furniture: false, setting: None }
}
