//! One set of notes, typeset by LaTeX, `LibreOffice` and pandoc into every format that is read: the
//! same citations come out of all of them. `documents/make.py` makes the documents.

#[path = "places/cut.rs"]
mod places;

use std::fs;
use std::path::PathBuf;

use ibid::audit::{Extracted, Input, extract};
use ibid::model::{Citation, Kind};
use ibid::read::Reading;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name)
}

fn read(name: &str, password: Option<&str>) -> Extracted {
    let reading = Reading { password: password.map(str::to_owned) };
    extract(Input::file(&path(name)), &reading)
}

/// Label, address, access date.
type Cited = (String, String, String);

fn expected(name: &str) -> Vec<Cited> {
    let cites = fs::read_to_string(path(&format!("{name}.cites"))).expect("a list of citations");
    let mut cited: Vec<Cited> = cites
        .lines()
        .map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            std::array::from_fn(|_| fields.next().expect("three fields")).into()
        })
        .collect();
    cited.sort();
    cited
}

fn found(citations: &[Citation]) -> Vec<Cited> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut found: Vec<Cited> = citations
        .iter()
        .filter(|citation| citation.url.is_some())
        .map(|citation| {
            let accessed = citation.accessed.map(|date| date.to_string()).unwrap_or_default();
            (text(&citation.note), text(&citation.url), accessed)
        })
        .collect();
    found.sort();
    found
}

fn check(name: &str, password: Option<&str>) -> Extracted {
    let document = read(name, password);
    assert_eq!(document.summary.error, None, "{name}");
    assert_eq!(found(&document.citations), expected(name), "{name}");
    document
}

#[test]
fn the_same_citations_come_out_of_every_pdf() {
    for name in
        ["article", "columns", "heads", "endnotes", "bibliography", "linked", "tables", "de", "fr", "ru"]
    {
        check(&format!("{name}.pdf"), None);
    }
    for name in ["word", "word-columns", "word-ru"] {
        check(&format!("{name}.pdf"), None);
    }
}

#[test]
fn the_same_citations_come_out_of_the_other_formats() {
    for name in ["notes.md", "notes.docx", "notes.html", "notes.odt", "notes.epub", "notes.rtf"] {
        check(name, None);
    }
}

#[test]
fn notes_are_of_their_kind() {
    for (name, kind) in [
        ("columns.pdf", Kind::Footnote),
        ("endnotes.pdf", Kind::Endnote),
        ("bibliography.pdf", Kind::Bibliography),
    ] {
        let document = read(name, None);
        let kinds =
            document.citations.iter().filter(|citation| citation.url.is_some()).map(|citation| citation.kind);
        assert!(kinds.clone().count() > 10 && kinds.into_iter().all(|there| there == kind), "{name}");
    }
}

#[test]
fn a_note_without_an_address_is_accounted_for() {
    let document = read("columns.pdf", None);
    let mut labels: Vec<u32> =
        document.citations.iter().filter_map(|citation| citation.note.as_ref()?.parse().ok()).collect();
    labels.dedup();
    assert_eq!(labels, (1..=18).collect::<Vec<_>>());
}

#[test]
fn a_locked_pdf_opens_with_its_password() {
    let document = read("locked.pdf", None);
    assert_eq!(document.summary.error.as_deref(), Some("the PDF is protected by a password"));
    assert_eq!(document.hint.as_deref(), Some("give the password that opens it: --password"));
    let document = read("locked.pdf", Some("mills"));
    assert_eq!(document.summary.error.as_deref(), Some("the password does not open the PDF"));
    check("locked.pdf", Some("wells"));
    check("locked.pdf", Some("dams"));
}
