//! A document as the tests like to look at it: one line a block or note, marks in place.
//!
//! `P1 See ⟦this|http://a.example/⟧ and *that*.{2}` is a paragraph on line 1 with a link,
//! emphasis and a marker of the note labelled `2`; notes follow as `[2]7 text`.

use crate::model::{BlockKind, Document, Kind, MarkKind, Passage};

pub(super) fn view(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.body {
        let kind = match block.kind {
            BlockKind::Heading => "H",
            BlockKind::Paragraph => "P",
            BlockKind::Item => "I",
        };
        lines.push(format!("{kind}{} {}", line(&block.text, 0), text(&block.text, document)));
    }
    for note in &document.notes {
        let kind = match note.kind {
            Kind::Footnote => "",
            Kind::Endnote => "end:",
            Kind::Bibliography => "work:",
            Kind::Inline => "inline:",
        };
        lines.push(format!("[{kind}{}]{} {}", note.label, line(&note.text, 0), text(&note.text, document)));
    }
    lines.join("\n")
}

type Key = (usize, bool, std::cmp::Reverse<usize>);

fn line(passage: &Passage, offset: usize) -> String {
    passage.place_at(offset).line.map_or(String::new(), |line| line.to_string())
}

fn text(passage: &Passage, document: &Document) -> String {
    // Ends before starts, inner ends first.
    let mut pieces: Vec<(Key, String)> = Vec::new();
    for mark in &passage.marks {
        let (start, end) = (mark.range.start, mark.range.end);
        assert!(passage.text.is_char_boundary(start) && passage.text.is_char_boundary(end));
        let (before, after) = match &mark.kind {
            MarkKind::Link(target) => ("⟦".to_owned(), format!("|{target}⟧")),
            MarkKind::Emphasis => ("*".to_owned(), "*".to_owned()),
            MarkKind::NoteRef(note) => (format!("{{{}}}", document.notes[*note].label), String::new()),
        };
        let open = start < end;
        pieces.push(((start, open, std::cmp::Reverse(0)), before));
        pieces.push(((end, false, std::cmp::Reverse(start)), after));
    }
    for pair in passage.places.windows(2) {
        assert!(pair[0].0 <= pair[1].0);
        if (pair[0].1.page, pair[0].1.line) == (pair[1].1.page, pair[1].1.line) {
            continue;
        }
        pieces.push(((pair[1].0, true, std::cmp::Reverse(1)), format!("‹{}›", line(passage, pair[1].0))));
    }
    pieces.sort_by_key(|(key, _)| *key);
    let mut text = passage.text.clone();
    for ((at, ..), piece) in pieces.into_iter().rev() {
        text.insert_str(at, &piece);
    }
    text
}
