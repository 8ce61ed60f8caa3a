//! From lines to blocks.

use std::ops::Range;

use crate::model::{Document, Format};

use super::super::apparatus;
use super::super::draft::Role;
use super::mask;
use super::writer::Writer;

/// Whether a text is wikitext: notes or references in the wiki's own way, beside its links.
pub(in crate::read) fn is_wikitext(text: &str) -> bool {
    let links = text.contains("[[") && text.contains("]]") || text.contains("{{") && text.contains("}}");
    let lower_ref = text.contains("<ref>") || text.contains("<ref name") || text.contains("<ref group");
    let signs = ["{{cite ", "{{Cite ", "{{Infobox", "[[Category:", "{{reflist", "{{Reflist", "<references"];
    links && (lower_ref || signs.iter().any(|sign| text.contains(sign)))
}

/// Reads a page of wikitext.
pub(in crate::read) fn read_wikitext(source: &str) -> Document {
    let mut document = Document::new(Format::Wikitext);
    let masked = mask::mask(source);
    let mut reader = Reader { source: &masked, writer: Writer::new(&masked), numbers: Vec::new(), table: 0 };
    reader.read(0..masked.len());
    apparatus::settle(reader.writer.finish(), &mut document);
    document
}

struct Reader<'a> {
    source: &'a str,
    writer: Writer<'a>,
    /// The next numbers of the lists that are open, by depth.
    numbers: Vec<u32>,
    /// How many tables are open.
    table: usize,
}

impl Reader<'_> {
    fn read(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end && self.writer.cut_off.is_none() {
            let end = self.writer.line_end(at).min(range.end);
            self.line(at..end);
            at = end + 1;
        }
        self.writer.flush(Role::Paragraph);
    }

    /// A line; what spans lines (a template, a note) makes one of several.
    fn line(&mut self, range: Range<usize>) {
        let line = &self.source[range.clone()];
        let text = line.trim_start_matches('\u{1a}');
        let start = range.end - text.len();
        if !text.starts_with('#') {
            self.numbers.clear();
        }
        if text.trim().is_empty() || text.starts_with("----") {
            self.writer.flush(Role::Paragraph);
        } else if let Some((level, title)) = heading(text) {
            self.block(start + title.start..start + title.end, Role::Heading(level));
        } else if text.trim_start().starts_with("{|") {
            self.writer.flush(Role::Paragraph);
            self.table += 1;
        } else if self.table > 0 && text.trim_start().starts_with(['|', '!']) {
            self.table_line(start + (text.len() - text.trim_start().len())..range.end);
        } else if text.starts_with(['*', '#', ';', ':']) {
            self.item(start..range.end);
        } else {
            self.writer.write(start..range.end);
            self.writer.blank();
        }
    }

    fn block(&mut self, range: Range<usize>, role: Role) {
        self.writer.flush(Role::Paragraph);
        self.writer.write(range);
        self.writer.flush(role);
    }

    fn item(&mut self, range: Range<usize>) {
        let line = &self.source[range.clone()];
        let depth = line.len() - line.trim_start_matches(['*', '#', ';', ':']).len();
        let role = match line.as_bytes()[depth - 1] {
            b'#' => {
                self.numbers.resize(depth, 0);
                self.numbers[depth - 1] += 1;
                Role::Item(Some(self.numbers[depth - 1].to_string()))
            }
            b':' => Role::Paragraph,
            _ => Role::Item(None),
        };
        self.block(range.start + depth..range.end, role);
    }

    fn table_line(&mut self, range: Range<usize>) {
        self.writer.flush(Role::Cell);
        let line = &self.source[range.clone()];
        if line.starts_with("|}") {
            self.table -= 1;
        } else if !line.starts_with("|-") {
            let caption = usize::from(line.starts_with("|+"));
            for cell in self.cells(range.start + 1 + caption..range.end) {
                self.block(cell, Role::Cell);
            }
        }
    }

    /// The cells of a line of a table: what stands between `||`, without attributes.
    fn cells(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let parts = self.writer.pairs.split(self.source, range);
        // Two bars have an empty part between them; a single one ends attributes.
        let cells = parts.split(Range::is_empty);
        cells.filter_map(|cell| cell.last().cloned()).collect()
    }
}

/// The level of a heading and where its title stands.
fn heading(line: &str) -> Option<(u8, Range<usize>)> {
    let text = line.trim_end_matches(['\u{1a}', ' ', '\t', '\r']);
    let opening = text.len() - text.trim_start_matches('=').len();
    let closing = text.len() - text.trim_end_matches('=').len();
    let level = opening.min(closing).min(6);
    let titled = level > 0 && text.len() > opening + closing;
    titled.then(|| (u8::try_from(level).unwrap_or(6), level..text.len() - level))
}
