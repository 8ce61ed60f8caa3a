//! Whatever a reader makes of a file, this stage has an answer, and its offsets are right.

use proptest::prelude::*;

use crate::cite::cite;
use crate::model::{Block, BlockKind, Document, Format, Kind, Mark, MarkKind, Note, Passage};

/// What is hard about documents, in pieces.
const PIECES: &[&str] = &[
    "http://",
    "https://a.example/b",
    "www.",
    "www.gorod.kz",
    "gorod.kz/a?b=c",
    "mailto:a@b.kz",
    "ftp://x.kz/y",
    "://",
    "//",
    "/",
    "-",
    "\u{2010}",
    "\u{ad}",
    "–",
    "—",
    ".",
    ",",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "“",
    "”",
    "«",
    "»",
    "„",
    "‘",
    "’",
    "'",
    "\"",
    " ",
    "\u{a0}",
    "\n",
    "\x0c",
    "\r\n",
    "\t",
    "Ibid.",
    "supra note 3",
    "Там же",
    "там",
    "See ",
    "see also ",
    "accessed ",
    "accessed July 2, 2013",
    "(дата обращения: 02.07.2013)",
    "[2013-07-02]",
    "May",
    "2012",
    "12",
    "7 ",
    "2013年7月2日",
    "ﬁ",
    "é",
    "e\u{301}",
    "北京",
    "🦀",
    "Иванов И. И.",
    " // ",
    "Doe, J. (2012). ",
    "A title",
    "html",
    "&amp;",
    "&gt;",
    "%20",
    "#!",
    "?",
    "=",
    "_",
    "\u{fffc}",
    "\u{200b}",
    "ª",
    "№",
    "İ",
    "ß",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn passage() -> impl Strategy<Value = Passage> {
    let kind = prop_oneof![
        Just(MarkKind::Emphasis),
        (0..5usize).prop_map(MarkKind::NoteRef),
        prop::sample::select(vec![
            "http://a.example/x",
            "https://b.example/%20y",
            "#z",
            "mailto:a@b.kz",
            " "
        ])
        .prop_map(|target| MarkKind::Link(target.to_owned())),
    ];
    let mark = (0..200usize, 0..40usize, kind);
    (text(), prop::collection::vec(mark, 0..6)).prop_map(|(text, marks)| {
        let mut marks: Vec<Mark> =
            marks.into_iter().map(|(start, len, kind)| Mark { range: start..start + len, kind }).collect();
        marks.sort_by_key(|mark| mark.range.start);
        Passage { text, marks, places: Vec::new() }
    })
}

fn document() -> impl Strategy<Value = Document> {
    let kind = prop::sample::select(vec![BlockKind::Paragraph, BlockKind::Item, BlockKind::Heading]);
    let blocks = prop::collection::vec((kind, passage()), 0..3);
    let notes = prop::collection::vec((prop::sample::select(vec!["1", "7", "*", ""]), passage()), 0..4);
    (blocks, notes).prop_map(|(blocks, notes)| {
        let mut document = Document::new(Format::Text);
        document.body = blocks.into_iter().map(|(kind, text)| Block { kind, text }).collect();
        document.notes = notes
            .into_iter()
            .map(|(label, text)| Note { label: label.to_owned(), kind: Kind::Footnote, text })
            .collect();
        document
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_document_has_its_citations(document in document()) {
        let citations = cite("x", &document);
        prop_assert!(citations.len() >= document.notes.len());
        for citation in &citations {
            prop_assert_eq!(citation.url.as_ref(), citation.candidates.first());
            let printed = citation.as_printed.as_deref().unwrap_or_default();
            let texts = document.notes.iter().map(|note| &note.text).chain(document.body.iter().map(|block| &block.text));
            let is_target = |passage: &Passage| passage.marks.iter().any(|mark| matches!(&mark.kind, MarkKind::Link(target) if target == printed));
            prop_assert!(texts.into_iter().any(|passage| passage.text.contains(printed) || is_target(passage)));
            prop_assert!(citation.candidates.iter().all(|url| !url.contains(char::is_whitespace)));
        }
    }
}
