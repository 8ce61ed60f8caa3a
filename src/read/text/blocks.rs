//! The body as blocks: paragraphs joined over line and page breaks, headings and items apart.

use crate::model::{Block, BlockKind, Place};

use super::candidate::Candidate;
use super::lines::Line;
use super::passage::{Break, Builder};
use super::shape;

/// A marker to be taken out of the body, with the index of its note.
pub(super) type Taken = (Candidate, usize);

/// Makes blocks of the lines that `body` marks; `markers` are in the order of the text.
pub(super) fn blocks(
    lines: &[Line],
    body: &[bool],
    markers: &[Taken],
    place: impl Fn(&Line) -> Place,
) -> Vec<Block> {
    let wrapped = Wrapping::of(lines, body);
    let mut blocks = Vec::new();
    let mut open = Builder::default();
    let mut held: Option<usize> = None;
    let (mut gap, mut page) = (false, false);
    let mut next = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.blank {
            gap = true;
            continue;
        }
        if !body[at] {
            page = true;
            continue;
        }
        let turned = page || held.is_some_and(|last| lines[last].page != line.page);
        if held.is_some_and(|last| wrapped.parts(&lines[last], line, open.text(), gap, turned)) {
            close(&mut blocks, &mut open);
        }
        open.line(if turned { Break::Page } else { Break::Line }, place(line));
        let from = next;
        next += markers[next..].iter().take_while(|(marker, _)| marker.line as usize == at).count();
        write(&mut open, line, &markers[from..next]);
        held = Some(at);
        (gap, page) = (false, false);
    }
    close(&mut blocks, &mut open);
    blocks
}

fn close(blocks: &mut Vec<Block>, open: &mut Builder) {
    let built = std::mem::take(open);
    if built.is_empty() {
        return;
    }
    let text = built.finish();
    let kind = kind(&text.text);
    blocks.push(Block { kind, text });
}

fn kind(text: &str) -> BlockKind {
    const LONGEST_HEADING: usize = 120;
    let trimmed = text.trim();
    if shape::starts_with_address(trimmed) && !trimmed.contains(char::is_whitespace) || shape::bullet(trimmed)
    {
        return BlockKind::Item;
    }
    let short = trimmed.len() <= LONGEST_HEADING && trimmed.split('\n').count() <= 2;
    let open = !trimmed.ends_with(['.', ',', ';', ':', '!', '”', '…']);
    if short && open && !shape::starts_lower(trimmed) && trimmed.chars().any(char::is_alphabetic) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// Writes a line without its markers.
fn write(open: &mut Builder, line: &Line, markers: &[Taken]) {
    let text = line.text;
    let mut from = text.len() - text.trim_start().len();
    for (marker, note) in markers {
        let (start, end) = (marker.start as usize, marker.end as usize);
        if start >= from {
            let before = &text[from..start];
            let apart = end == text.len() || text[end..].starts_with([' ', '.', ',', ';']);
            let kept = if apart { before.trim_end() } else { before };
            open.stretch(line, from..from + kept.len());
        }
        open.note_ref(*note);
        from = from.max(end);
    }
    open.stretch(line, from..text.len());
}

/// How the text is broken into lines.
struct Wrapping {
    /// Whether every line is a paragraph.
    unwrapped: bool,
    /// The usual length of a full line, in bytes.
    width: usize,
}

impl Wrapping {
    fn of(lines: &[Line], body: &[bool]) -> Self {
        const LONG: usize = 250;
        let mut lengths: Vec<usize> = lines
            .iter()
            .zip(body)
            .filter(|(line, body)| **body && !line.blank)
            .map(|(line, _)| line.trimmed().len())
            .collect();
        lengths.sort_unstable();
        let at = |tenths: usize| lengths.get(lengths.len() * tenths / 10).copied().unwrap_or(0);
        Self { unwrapped: at(8) > LONG, width: at(7) }
    }

    /// Whether a new block starts with `line`.
    fn parts(&self, last: &Line, line: &Line, open: &str, gap: bool, turned: bool) -> bool {
        if self.unwrapped {
            return true;
        }
        let ended = shape::ends_sentence(open);
        if turned || gap {
            return ended || !shape::starts_lower(line.text);
        }
        if shape::bullet(line.trimmed())
            || shape::starts_with_address(line.text)
                && shape::starts_with_address(open)
                && !open.contains(char::is_whitespace)
        {
            return true;
        }
        let short = last.trimmed().len() * 10 < self.width * 7;
        let indented = line.indent() >= last.indent() + 2;
        ended && (short || indented) && !shape::starts_lower(line.text)
    }
}
