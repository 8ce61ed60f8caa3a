//! From a list of works to a document.

use crate::model::{Document, Format, Kind, Note};

use super::super::flow::Flow;
use super::super::reference::Reference;
use super::{json, tagged};

/// A work with what it goes by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Work {
    pub(super) label: String,
    pub(super) reference: Reference,
}

/// Reads a list of works, if the text is one.
pub(in crate::read) fn read_exchange(text: &str) -> Option<Document> {
    let works = tagged::works(text).or_else(|| json::works(text))?;
    let mut document = Document::new(Format::Text);
    for Work { label, reference } in works.into_iter().filter(|work| !work.reference.is_empty()) {
        let mut flow = Flow::default();
        reference.write(&mut flow);
        document.notes.push(Note { label, kind: Kind::Bibliography, text: flow.finish(Some) });
    }
    (!document.notes.is_empty()).then_some(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Vec<(String, String, Option<u32>)> {
        let notes = read_exchange(text).map(|document| document.notes).unwrap_or_default();
        let line = |note: &Note| note.text.places.first().and_then(|(_, place)| place.line);
        notes.iter().map(|note| (note.label.clone(), note.text.text.clone(), line(note))).collect()
    }

    #[test]
    fn reads_tags() {
        let ris = "TY  - ELEC\r\nID  - doe12\r\nTI  - Wells\r\nT2  - Gazette\r\nAU  - Doe, Jane\r\nDA  - 2012/05/11/\r\n\
                   UR  - http://a.example/x\r\nY2  - 2013/07/02/12:00:00\r\nER  - \r\n\r\nTY  - NEWS\r\nT1  - Dams\r\nER  - \r\n";
        let wells = "Doe, Jane, “Wells,” Gazette, 2012-05-11, http://a.example/x, accessed 2013-07-02.";
        assert_eq!(
            printed(ris),
            [
                ("doe12".to_owned(), wells.to_owned(), Some(5)),
                (String::new(), "“Dams.”".to_owned(), Some(12))
            ]
        );
        let endnote = "%0 Web Page\n%T Wells\n%A Doe, Jane\n%D 2012\n%U http://a.example/x\n%[ 2 July 2013\n";
        let wells = "Doe, Jane, “Wells,” 2012, http://a.example/x, accessed 2 July 2013.";
        assert_eq!(printed(endnote), [(String::new(), wells.to_owned(), Some(3))]);
    }

    #[test]
    fn reads_json() {
        let csl = r#"[
            {"id": "doe12", "title": "Wells", "container-title": "Gazette", "URL": "http:\/\/a.example/x",
             "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Water Board"}],
             "issued": {"date-parts": [[2012, 5, "11"]]}, "accessed": {"raw": "2 July 2013"}}
        ]"#;
        let wells =
            "Jane Doe, Water Board, “Wells,” Gazette, 2012-05-11, http://a.example/x, accessed 2 July 2013.";
        let read = printed(csl);
        assert_eq!((read[0].0.as_str(), read[0].1.as_str()), ("doe12", wells));
        let list =
            r#"{"sources": [{"name": "Wells", "link": "http://a.example/x", "accessed": "2013-07-02"}]}"#;
        assert_eq!(printed(list)[0].1, "“Wells,” http://a.example/x, accessed 2013-07-02.");
    }

    #[test]
    fn identifiers_and_further_addresses_are_kept() {
        let ris = "TY  - JOUR\nTI  - Wells\nDO  - 10.1234/wells.12\nER  - \n\nTY  - ELEC\nTI  - Dams\n\
                   UR  - http://a.example/1\nL2  - http://a.example/2\nER  - \n";
        let texts: Vec<String> = printed(ris).into_iter().map(|(_, text, _)| text).collect();
        assert_eq!(texts, ["“Wells,” 10.1234/wells.12.", "“Dams,” http://a.example/1, http://a.example/2."]);
        let json = r#"[{"title": "Wells", "DOI": "10.1234/wells.12"}]"#;
        assert_eq!(printed(json)[0].1, "“Wells,” 10.1234/wells.12.");
    }

    #[test]
    fn other_texts_are_none() {
        for text in
            ["TY is a tag.", r#"{"name": "ibid", "homepage": "http://a.example/"}"#, "[1] Wells", "%0"]
        {
            assert_eq!(read_exchange(text), None, "{text}");
        }
    }
}
