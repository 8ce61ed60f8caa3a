//! A set of malformed files: real documents of every format, cut, bent and shuffled, and files made
//! to exhaust a reader. The same set every time.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use fastrand::Rng;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Where the documents are that the set is made of.
const SOURCES: [&str; 2] = ["tests/documents", "reports"];

/// Files of the set: each a name and its bytes. `size` is that of the exhausting ones: 20 for
/// measuring, 1 where only the outcome counts.
pub(crate) fn malformed(root: &Path, size: usize) -> Vec<(String, Vec<u8>)> {
    let mut set = Vec::new();
    for (name, bytes) in sources(root) {
        for part in 1..8 {
            set.push((format!("cut{part}-{name}"), bytes[..bytes.len() * part / 8].to_vec()));
        }
        for seed in 0..3 {
            set.push((format!("bits{seed}-{name}"), flipped(&bytes, seed)));
        }
        set.push((format!("swapped-{name}"), swapped(&bytes)));
        set.push((format!("twice-{name}"), [&bytes[..bytes.len() / 2], &bytes].concat()));
    }
    set.extend(exhausting(size).into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
    set
}

/// The documents that the set is made of.
pub(crate) fn sources(root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut sources = Vec::new();
    for folder in SOURCES {
        for entry in fs::read_dir(root.join(folder)).expect("the folder is part of the repository") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_document =
                path.extension().is_some_and(|extension| extension != "cites" && extension != "py");
            if path.is_file() && is_document {
                sources.push((name, fs::read(&path).expect("a file")));
            }
        }
    }
    sources.sort();
    sources
}

/// One bit in two hundred bytes.
fn flipped(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Rng::with_seed(seed);
    let mut bytes = bytes.to_vec();
    for _ in 0..=bytes.len() / 200 {
        let at = dice.usize(..bytes.len());
        bytes[at] ^= 1 << dice.u32(..8);
    }
    bytes
}

/// The second quarter behind the third.
fn swapped(bytes: &[u8]) -> Vec<u8> {
    let quarter = bytes.len() / 4;
    let parts = [&bytes[..quarter], &bytes[2 * quarter..3 * quarter], &bytes[quarter..2 * quarter]];
    [parts.concat(), bytes[3 * quarter..].to_vec()].concat()
}

const DOCUMENT: &str =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const BILLION: &str = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
                       <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

/// Files that ask for more than a reader may give.
fn exhausting(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    let deep = |open: &str, close: &str| {
        [open.repeat(10_000 * size), close.repeat(10_000 * size)].concat().into_bytes()
    };
    let paragraph = "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
    let bomb = [DOCUMENT, &paragraph.repeat(150_000 * size)].concat();
    let nested = packed(&[("word/document.xml", &packed(&[("word/document.xml", b"x")]))]);
    vec![
        ("bomb.docx", packed(&[("word/document.xml", bomb.as_bytes())])),
        ("zeros.docx", packed(&[("word/document.xml", &vec![0; 5_000_000 * size])])),
        ("entities.docx", packed(&[("word/document.xml", format!("{BILLION}{DOCUMENT}<w:p><w:r><w:t>&d;</w:t></w:r></w:p>").as_bytes())])),
        ("nested.docx", nested),
        ("deep.docx", packed(&[("word/document.xml", &[DOCUMENT.as_bytes(), &deep("<w:p><w:r>", "</w:r></w:p>")].concat())])),
        ("entities.odt", packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", format!("{BILLION}<x>&d;</x>").as_bytes())])),
        ("entities.fodt", format!("{BILLION}<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">&d;").into_bytes()),
        ("deep.html", [b"<!doctype html>".to_vec(), deep("<div><sup><a href='#x'>", "</a></sup></div>")].concat()),
        ("deep.rtf", [br"{\rtf1 ".to_vec(), deep(r"{\b{\footnote ", "}}")].concat()),
        ("deep.md", deep("> [x](", ")")),
        ("deep.tex", [b"\\documentclass{article}\\begin{document}".to_vec(), deep("\\footnote{\\emph{", "}}")].concat()),
        ("deep.bib", deep("@misc{a, title = {", "}}")),
        ("deep.wiki", deep("{{cite web|url=[[", "]]}}")),
        ("quotes.csv", [b"url,title\n".to_vec(), b"\"http://a.example/,".repeat(15_000 * size)].concat()),
        ("brackets.txt", b"[1] http://a.example/(((".repeat(10_000 * size)),
        ("one-line.txt", b"http://a.example/x-".repeat(25_000 * size)),
        ("binary.pdf", [b"%PDF-1.7\n".to_vec(), vec![0xff; 1_000_000]].concat()),
        ("circle.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF".to_vec()),
        ("xref.pdf", b"%PDF-1.4\nxref\n0 4294967295\ntrailer<</Root 1 0 R/Prev 9/Size 4294967295>>\nstartxref\n9\n%%EOF".to_vec()),
        ("utf16.txt", [b"\xff\xfe".to_vec(), vec![0xd8; 99_999]].concat()),
    ]
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}
