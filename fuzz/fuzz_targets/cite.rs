#![no_main]

use arbitrary::Arbitrary;
use ibid::model::{
    Block, BlockKind, Document, Format, Ground, Kind, Mark, MarkKind, Note, Passage, Place, Source,
};
use ibid_fuzz::citations_hold;

#[derive(Debug, Arbitrary)]
struct Text {
    text: String,
    links: Vec<(u8, u8, String)>,
    italics: Vec<(u8, u8)>,
    markers: Vec<(u8, u8)>,
}

#[derive(Debug, Arbitrary)]
struct Report {
    body: Vec<Text>,
    notes: Vec<(String, Text)>,
}

impl Text {
    /// The passage, with every mark moved to the nearest place that a reader could give it.
    fn passage(self, notes: usize) -> Passage {
        let bound = |at: u8| {
            let at = usize::from(at).min(self.text.len());
            (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default()
        };
        let range = |from: u8, to: u8| bound(from.min(to))..bound(from.max(to));
        let links = self.links.iter().map(|(from, to, target)| Mark {
            range: range(*from, *to),
            kind: MarkKind::Link(target.clone()),
        });
        let italics =
            self.italics.iter().map(|(from, to)| Mark { range: range(*from, *to), kind: MarkKind::Emphasis });
        let markers = self.markers.iter().filter(|_| notes > 0).map(|(at, note)| Mark {
            range: bound(*at)..bound(*at),
            kind: MarkKind::NoteRef(usize::from(*note) % notes),
        });
        let mut marks: Vec<_> = links.chain(italics).chain(markers).collect();
        marks.sort_by_key(|mark| mark.range.start);
        let places =
            vec![(0, Place { page: Some(1), line: Some(1), source: Some(Source { unit: 0, at: 0 }) })];
        Passage { marks, places, text: self.text }
    }
}

libfuzzer_sys::fuzz_target!(|report: Report| {
    let mut document = Document::new(Format::Pdf);
    document.ground = Ground::Parts(vec!["part".to_owned()]);
    let notes = report.notes.len();
    for text in report.body {
        document.body.push(Block { kind: BlockKind::Paragraph, text: text.passage(notes) });
    }
    for (label, text) in report.notes {
        document.notes.push(Note { label, kind: Kind::Footnote, text: text.passage(notes) });
    }
    citations_hold(&ibid::cite::cite("report", &document));
});
