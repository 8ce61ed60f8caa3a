//! Small files that ask for much: references in circles, absurd numbers, packages that lie.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";
const NOTES: &str = "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>";
const STYLES: &str = "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>";
const RELATIONS: &str = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
    <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
    Target='_rels/.rels'/></Relationships>";
const O: &str = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
    xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
    xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><office:body><office:text>";
const CONTAINER: &str = "<container><rootfiles><rootfile full-path='b.opf' \
    media-type='application/oebps-package+xml'/></rootfiles></container>";
const CITED: &str = "<w:p><w:r><w:t>See http://a.example/x for it.</w:t></w:r></w:p>";

/// Files of the set, each with how many citations it has; none where it is refused.
pub(crate) fn absurd() -> Vec<(&'static str, Vec<u8>, Option<usize>)> {
    let mut all = circles();
    all.extend(numbers());
    all.extend(packages());
    all
}

fn circles() -> Vec<(&'static str, Vec<u8>, Option<usize>)> {
    let note = format!(
        "{NOTES}<w:footnote w:id='1'><w:p><w:r><w:footnoteReference w:id='1'/><w:t>http://a.example/</w:t>\
         </w:r></w:p></w:footnote>"
    );
    let marker = format!("{W}<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id='1'/></w:r></w:p>");
    let styles = format!(
        "{STYLES}<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>\
         <w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>"
    );
    let styled =
        format!("{W}<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>http://a.example/x</w:t></w:r></w:p>");
    let crossed = "@misc{a, crossref={b}, url={http://a.example/1}}\n@misc{b, crossref={a}, url={http://a.example/2}}\n";
    let macros = "\\documentclass{article}\\newcommand{\\x}{\\y\\y}\\newcommand{\\y}{\\x\\x}\\begin{document}\
                  \\x See \\url{http://a.example/x}.\\end{document}";
    vec![
        (
            "note.docx",
            packed(&[("word/document.xml", marker.as_bytes()), ("word/footnotes.xml", note.as_bytes())]),
            Some(1),
        ),
        (
            "styles.docx",
            packed(&[("word/document.xml", styled.as_bytes()), ("word/styles.xml", styles.as_bytes())]),
            Some(1),
        ),
        (
            "relations.docx",
            packed(&[
                ("_rels/.rels", RELATIONS.as_bytes()),
                ("word/document.xml", format!("{W}{CITED}").as_bytes()),
            ]),
            Some(1),
        ),
        ("crossref.bib", crossed.as_bytes().to_vec(), Some(2)),
        ("macros.tex", macros.as_bytes().to_vec(), Some(1)),
        (
            "chain.md",
            (1..200)
                .map(|at| format!("[^{at}]\n\n[^{at}]: [^{}]\n\n", at + 1))
                .collect::<String>()
                .into_bytes(),
            Some(200),
        ),
    ]
}

fn numbers() -> Vec<(&'static str, Vec<u8>, Option<usize>)> {
    let repeated = format!(
        "{O}<table:table><table:table-row table:number-rows-repeated='1048576'><table:table-cell \
         table:number-columns-repeated='16384'><text:p>http://a.example/x</text:p></table:table-cell></table:table-row></table:table>"
    );
    let blanks = format!("{O}<text:p>http://a.example/x<text:s text:c='4294967295'/>b</text:p>");
    let level = format!(
        "{W}<w:p><w:pPr><w:numPr><w:ilvl w:val='4294967295'/><w:numId w:val='-1'/></w:numPr></w:pPr>\
         <w:r><w:t>http://a.example/x</w:t></w:r></w:p>"
    );
    let strings: String = (1..64).map(|at| format!("@string{{s{at} = s{0} # s{0}}}\n", at - 1)).collect();
    let doubled =
        format!("@string{{s0 = \"ha\"}}\n{strings}@misc{{a, title = s63, url = {{http://a.example/x}}}}\n");
    let attributes: String = (0..5_000).map(|at| format!(" a{at}=b")).collect();
    vec![
        ("repeated.odt", odt(&repeated), Some(1)),
        ("blanks.odt", odt(&blanks), Some(1)),
        ("level.docx", packed(&[("word/document.xml", level.as_bytes())]), Some(1)),
        ("doubled.bib", doubled.into_bytes(), Some(1)),
        (
            "skip.rtf",
            br"{\rtf1\ansi\uc99999 See http://a.example/x now.\par\bin999999999 }".to_vec(),
            Some(1),
        ),
        (
            "indent.rtf",
            br"{\rtf1\ansi\li99999999999999999999 See http://a.example/x now.\u-99999999?\par}".to_vec(),
            Some(1),
        ),
        (
            "attributes.html",
            format!("<!doctype html><p{attributes}>See http://a.example/x.").into_bytes(),
            Some(1),
        ),
        (
            "invalid.txt",
            [
                b"See http://a.example/x now.\n".repeat(20),
                b"\xc3\x28\xf0\x28\x8c\xbc\xed\xa0\x80\n".repeat(3),
            ]
            .concat(),
            Some(20),
        ),
    ]
}

fn packages() -> Vec<(&'static str, Vec<u8>, Option<usize>)> {
    let page = format!("<html><body>{}</body></html>", "<p>x</p>".repeat(5_000));
    let names: Vec<String> = (0..20).map(|at| format!("p{at}.xhtml")).collect();
    let items: String = names
        .iter()
        .map(|name| format!("<item id='{name}' href='{name}' media-type='application/xhtml+xml'/>"))
        .collect();
    let spine: String = names.iter().map(|name| format!("<itemref idref='{name}'/>")).collect();
    let book = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    let mut parts = vec![
        ("mimetype", b"application/epub+zip".as_slice()),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("b.opf", book.as_bytes()),
    ];
    parts.extend(names.iter().map(|name| (name.as_str(), page.as_bytes())));
    let document = format!("{W}{CITED}");
    let plain = packed(&[("word/document.xml", document.as_bytes())]);
    let mut named = plain.clone();
    named[30..34].copy_from_slice(b"evil");
    let again = format!(
        "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine>{}</spine></package>",
        "<itemref idref='a'/>".repeat(2_000)
    );
    let repeated = packed(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("b.opf", again.as_bytes()),
        ("a.xhtml", b"<html><body><p>See http://a.example/x now.</p></body></html>"),
    ]);
    let inner = packed(&[("report.docx", &plain)]);
    vec![
        ("bombs.epub", packed(&parts), Some(0)),
        ("spine.epub", repeated, Some(1)),
        ("renamed.docx", named, Some(1)),
        ("zip-in-zip.docx", inner, None),
        ("cut.docx", plain[..plain.len() - 30].to_vec(), Some(1)),
    ]
}

fn odt(content: &str) -> Vec<u8> {
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}
