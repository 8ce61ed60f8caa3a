use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Package;

/// An archive with these parts.
pub(in crate::read) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content.as_bytes()).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn reads_parts_whatever_the_case_of_their_names() {
    let bytes = zipped(&[("Word/Document.xml", "\u{feff}<a/>")]);
    let mut package = Package::open(&bytes).expect("an archive");
    assert_eq!(package.part("/word/document.xml").as_deref(), Some("<a/>"));
    assert_eq!(package.part("word/styles.xml"), None);
    assert_eq!(package.warnings, [""; 0]);
}

#[test]
fn leaves_a_bomb_out() {
    let bytes = zipped(&[("a.xml", &" ".repeat(6_000_000)), ("b.xml", "<b/>")]);
    assert!(bytes.len() < 20_000);
    let mut package = Package::open(&bytes).expect("an archive");
    assert_eq!(package.part("a.xml"), None);
    assert_eq!(package.part("b.xml").as_deref(), Some("<b/>"));
    assert_eq!(package.warnings, ["the part a.xml is larger than any report and was left out"]);
}

#[test]
fn many_small_bombs_are_one() {
    let small = " ".repeat(3_000_000);
    let bytes = zipped(&[("a.xml", &small), ("b.xml", &small), ("c.xml", "<c/>")]);
    let mut package = Package::open(&bytes).expect("an archive");
    assert_eq!(package.part("a.xml").map(|text| text.len()), Some(3_000_000));
    assert_eq!(package.part("b.xml"), None);
    assert_eq!(package.part("c.xml").as_deref(), Some("<c/>"));
    assert_eq!(package.warnings, ["the part b.xml is larger than any report and was left out"]);
}

#[test]
fn a_damaged_part_is_told_of() {
    let mut bytes = zipped(&[("a.xml", &"<p>One of many paragraphs.</p>".repeat(50))]);
    bytes[45..60].fill(0xff);
    let mut package = Package::open(&bytes).expect("an archive");
    assert_eq!(package.part("a.xml"), None);
    assert_eq!(package.warnings, ["the part a.xml is damaged and was left out"]);
    assert!(Package::open(&bytes[..34]).is_none());
}

#[test]
fn parts_are_saved_from_an_archive_without_a_directory() {
    let text = "<p>One of many paragraphs.</p>".repeat(50);
    let bytes = zipped(&[("a.xml", &text), ("b.xml", &text)]);
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a directory");
    let mut package = Package::open(&bytes[..directory]).expect("what is left");
    assert_eq!(package.part("A.xml").as_deref(), Some(text.as_str()));
    assert_eq!(package.part("b.xml").as_deref(), Some(text.as_str()));
    assert_eq!(package.warnings, ["the file is damaged: what could be read of it was"]);
    let bomb = zipped(&[("a.xml", &" ".repeat(60_000_000))]);
    let package = Package::open(&bomb[..bomb.len() - 60]).expect("what is left").part("a.xml");
    assert_eq!(package.map(|text| text.len()), Some(32_000_000));
}
