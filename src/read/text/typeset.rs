//! Lines of which more is known than their characters: how a typesetter set them.

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Document, Place, Source, Strip};

use super::furniture;
use super::lines::Line;
use super::reader;
use super::shape;

/// What the setting of a line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read) struct Setting {
    /// Bytes of the line that are set raised.
    pub raised: Vec<Range<usize>>,
    /// Bytes of the line that are set in italics; ordered.
    pub slanted: Vec<Range<usize>>,
    /// Bytes of the line that a link covers, with its target; ordered.
    pub links: Vec<(Range<usize>, Arc<str>)>,
    /// Bytes of the line that are a number with a link to a line that starts with it; ordered.
    pub marks: Vec<Range<usize>>,
    /// Whether such a link leads to it.
    pub led: bool,
    /// Whether it stands at the foot of its page, below the body text.
    pub foot: bool,
}

/// A line on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) struct Typeset {
    /// Its text, indented by spaces; empty for a gap between lines, dashes for a rule.
    pub text: String,
    /// Its page, from 1.
    pub page: u32,
    /// The column it stands in, counted through the document, from 1.
    pub part: u32,
    /// How it is set.
    pub setting: Setting,
    /// Where its characters stand.
    pub strips: Vec<Strip>,
}

/// Reads lines in reading order, page furniture left out, into a document's body and notes. The places
/// of its texts point into these lines.
pub(in crate::read) fn read_typeset(typeset: &[Typeset], document: &mut Document) {
    let lines: Vec<Line> = typeset.iter().zip(0..).map(|(typeset, number)| line(typeset, number)).collect();
    reader::fill(document, &lines, |line| Place {
        page: Some(line.page),
        line: None,
        source: Some(Source { unit: line.number, at: 0 }),
    });
}

fn line(typeset: &Typeset, number: u32) -> Line<'_> {
    let text = typeset.text.trim_end();
    let rule = shape::is_rule(text);
    Line {
        text,
        number,
        page: typeset.page,
        part: typeset.part,
        blank: rule || text.is_empty(),
        rule,
        furniture: false,
        setting: Some(&typeset.setting),
    }
}

/// Which lines are page furniture. The lines come from top to bottom of each page, with the
/// page's number.
pub(in crate::read) fn furniture_of_pages<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Vec<bool> {
    let mut lines: Vec<Line> = lines
        .map(|(page, text)| {
            let page = u32::try_from(page + 1).unwrap_or(u32::MAX);
            let blank = text.trim().is_empty();
            Line { text, number: 0, page, part: page, blank, rule: false, furniture: false, setting: None }
        })
        .collect();
    if lines.last().is_some_and(|line| line.page > 1) {
        furniture::mark(&mut lines);
    }
    lines.iter().map(|line| line.furniture).collect()
}
