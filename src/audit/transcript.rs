//! A document's text for the page, with its citations where they stand.

use std::collections::HashMap;

use crate::model::{
    Citation, Document, MarkKind, Marked, MarkedText, NoteText, Paragraph, Passage, PassageId, Spot,
    Transcript,
};

/// The most text kept of all documents of a run, in bytes: no page shows more.
pub(super) const MOST_TEXT: usize = 4_000_000;

/// The text of a document; findings are counted from its first citation with an address. Beyond
/// `most` bytes only what cites is kept, and beyond that the rest is left out.
pub(super) fn transcript(document: Document, cited: &[(Citation, Spot)], most: usize) -> Transcript {
    let mut spots: HashMap<PassageId, Vec<(usize, &Spot)>> = HashMap::new();
    let with_address = cited.iter().filter(|(citation, _)| citation.url.is_some());
    for (index, (_, spot)) in with_address.enumerate() {
        spots.entry(spot.passage).or_default().push((index, spot));
    }
    let mut marked = |id: PassageId, passage: Passage| marked(passage, spots.remove(&id).unwrap_or_default());
    let mut body = Vec::with_capacity(document.body.len());
    for (index, block) in document.body.into_iter().enumerate() {
        body.push(Paragraph { kind: block.kind, text: marked(PassageId::Block(index), block.text) });
    }
    let mut notes = Vec::with_capacity(document.notes.len());
    for (index, note) in document.notes.into_iter().enumerate() {
        let text = marked(PassageId::Note(index), note.text);
        notes.push(NoteText { label: note.label, kind: note.kind, text });
    }
    within(Transcript { body, notes, cut: false }, most)
}

/// The text of a passage with its markers and citations, by start.
fn marked(passage: Passage, spots: Vec<(usize, &Spot)>) -> MarkedText {
    let notes = passage.marks.into_iter().filter_map(|mark| match mark.kind {
        MarkKind::NoteRef(note) => Some((mark.range, Marked::Note(note))),
        MarkKind::Link(_) | MarkKind::Emphasis => None,
    });
    let findings = spots.into_iter().map(|(index, spot)| (spot.range.clone(), Marked::Finding(index)));
    let mut marks: Vec<_> =
        notes.chain(findings).filter(|(range, _)| passage.text.get(range.clone()).is_some()).collect();
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    MarkedText { text: passage.text, marks }
}

fn within(mut transcript: Transcript, most: usize) -> Transcript {
    if transcript.size() <= most {
        return transcript;
    }
    transcript.cut = true;
    transcript.body.retain(|paragraph| !paragraph.text.marks.is_empty());
    let mut left = most;
    let mut fits = |text: &MarkedText| {
        let fits = text.text.len() <= left;
        left = if fits { left - text.text.len() } else { 0 };
        fits
    };
    // Notes are known by their index, so one that does not fit leaves its label.
    for note in &mut transcript.notes {
        if !fits(&note.text) {
            note.text = MarkedText::default();
        }
    }
    let kept = transcript.body.iter().take_while(|paragraph| fits(&paragraph.text)).count();
    transcript.body.truncate(kept);
    transcript
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::cite_in_place;
    use crate::read::read;

    const REPORT: &str = "# Ice\n\nThe ice road closed.[^1] See <https://ice.example/b>.\n\n\
                          Nothing is cited here.\n\n[^1]: Road, https://ice.example/a.\n";

    fn of(most: usize) -> Transcript {
        let document = read("ice.md", REPORT.as_bytes()).expect("a report");
        let cited = cite_in_place("ice.md", &document);
        transcript(document, &cited, most)
    }

    fn texts(transcript: &Transcript) -> Vec<&str> {
        transcript.body.iter().map(|paragraph| paragraph.text.text.as_str()).collect()
    }

    #[test]
    fn citations_and_markers_stand_where_they_are_printed() {
        let transcript = of(MOST_TEXT);
        assert_eq!(
            texts(&transcript),
            ["Ice", "The ice road closed. See https://ice.example/b.", "Nothing is cited here."]
        );
        let text = &transcript.body[1].text;
        let marks: Vec<_> =
            text.marks.iter().map(|(range, marked)| (&text.text[range.clone()], *marked)).collect();
        assert_eq!(marks, [("", Marked::Note(0)), ("https://ice.example/b", Marked::Finding(1))]);
        let note = &transcript.notes[0];
        assert_eq!(note.label, "1");
        assert_eq!(&note.text.text[note.text.marks[0].0.clone()], "https://ice.example/a");
        assert_eq!(note.text.marks[0].1, Marked::Finding(0));
    }

    #[test]
    fn what_cites_goes_before_what_does_not() {
        let transcript = of(80);
        assert!(transcript.cut);
        assert_eq!(texts(&transcript), ["The ice road closed. See https://ice.example/b."]);
        assert_eq!(texts(&of(30)), Vec::<&str>::new());
        assert_eq!(of(30).notes[0].text.text, "Road, https://ice.example/a.");
        assert_eq!(of(3).notes[0].label, "1");
    }

    #[test]
    fn findings_of_a_later_document_are_counted_on() {
        let moved = of(MOST_TEXT).from_finding(7);
        assert_eq!(moved.notes[0].text.marks[0].1, Marked::Finding(7));
        assert_eq!(moved.body[1].text.marks[0].1, Marked::Note(0));
    }
}
