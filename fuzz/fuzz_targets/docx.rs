#![no_main]

use ibid_fuzz::{extract, package};

const TYPES: &[u8] = br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

// The text, the notes and the relations of a Word document, each behind a zero byte.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(5, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    extract(
        "report.docx",
        &package(&[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", part()),
            ("word/footnotes.xml", part()),
            ("word/endnotes.xml", part()),
            ("word/_rels/document.xml.rels", part()),
            ("word/_rels/footnotes.xml.rels", part()),
        ]),
    );
});
