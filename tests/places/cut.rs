//! Places in the file: what is cut out of it there is the address.

use std::fs;
use std::io::{Cursor, Read, Write};

use ibid::audit::{Input, Origin, extract};
use ibid::model::{Area, Citation, Location, Pages, Parts, Piece, Points};
use ibid::read::Reading;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::path;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content.as_bytes()).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

fn cited(name: &str, bytes: &[u8]) -> Vec<Citation> {
    let input = Input { name: name.to_owned(), origin: Origin::Bytes(bytes.to_vec()) };
    let found = extract(input, &Reading::default()).citations;
    found.into_iter().filter(|citation| citation.url.is_some()).collect()
}

fn parts(citation: &Citation) -> Option<&Parts> {
    match citation.location.as_ref()? {
        Location::Parts(parts) => Some(parts),
        _ => None,
    }
}

/// The bytes of a piece, as they stand in the file.
fn cut(file: &[u8], piece: &Piece) -> String {
    let mut part = file.to_vec();
    if let Some(name) = &piece.part {
        let mut archive = ZipArchive::new(Cursor::new(file)).expect("a package");
        let mut member = archive.by_name(name).expect("a part of this very name");
        part.clear();
        member.read_to_end(&mut part).expect("its bytes");
    }
    String::from_utf8(part[piece.bytes.clone()].to_vec()).expect("whole characters")
}

fn texts(file: &[u8], pieces: &[Piece]) -> Vec<String> {
    pieces.iter().map(|piece| cut(file, piece)).collect()
}

#[test]
fn every_address_of_a_package_is_where_its_place_says() {
    for name in ["notes.docx", "notes.odt", "notes.epub", "notes.rtf"] {
        let file = fs::read(path(name)).expect("a document");
        let cited = cited(name, &file);
        for citation in &cited {
            let parts = parts(citation).unwrap_or_else(|| panic!("{name}: {:?} has no place", citation.url));
            let joined = |pieces| texts(&file, pieces).concat().replace("&amp;", "&");
            let printed: String =
                citation.as_printed.iter().flat_map(|text| text.split_whitespace()).collect();
            assert_eq!(joined(&parts.printed), printed, "{name}");
            assert!(parts.target.is_empty() || Some(joined(&parts.target)) == citation.url, "{name}");
        }
        assert!(cited.len() > 10, "{name}");
    }
}

const W: &str = "xmlns:w='http://w.example/main' xmlns:r='http://w.example/rel'";

fn word(body: &str, relations: &str) -> Vec<u8> {
    let package = "<Relationships><Relationship Id='a' Type='http://x.example/officeDocument' Target='word/document.xml'/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", package),
        // Some writers are careless of the case of names.
        ("word/Document.xml", &format!("<w:document {W}><w:body>{body}</w:body></w:document>")),
        ("word/_rels/document.xml.rels", &format!("\u{feff}<Relationships>{relations}</Relationships>")),
    ])
}

/// What is printed and what the hyperlink has, piece by piece, of every citation.
fn pieces(name: &str, file: &[u8]) -> Vec<(Vec<String>, Vec<String>)> {
    let of = |citation: &Citation| {
        let found = parts(citation).cloned().unwrap_or_default();
        (texts(file, &found.printed), texts(file, &found.target))
    };
    cited(name, file).iter().map(of).collect()
}

fn owned(pieces: &[&str]) -> Vec<String> {
    pieces.iter().map(|piece| (*piece).to_owned()).collect()
}

#[test]
fn a_word_processor_cuts_an_address_into_runs() {
    let body = "<w:p><w:r><w:t>See http://a.example/?b=1&amp;</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>\
                <w:t>c=2</w:t></w:r><w:r><w:t xml:space='preserve'> and http://a.example/d, http://a.example/d.</w:t></w:r></w:p>";
    let file = word(body, "");
    let once = owned(&["http://a.example/d"]);
    let expected =
        [owned(&["http://a.example/?b=1&amp;", "c=2"]), once.clone(), once].map(|printed| (printed, vec![]));
    assert_eq!(pieces("a.docx", &file), expected);
    let cited = cited("a.docx", &file);
    let starts: Vec<usize> =
        cited.iter().map(|cited| parts(cited).expect("a place").printed[0].bytes.start).collect();
    assert!(starts[1] + 20 == starts[2], "{starts:?}");
    assert_eq!(parts(&cited[0]).expect("a place").printed[0].part.as_deref(), Some("word/Document.xml"));
}

#[test]
fn a_hyperlink_of_word_is_a_relation_or_a_field() {
    let body = "<w:p><w:hyperlink r:id='l1' w:anchor='s2'><w:r><w:t>The Report of the Year</w:t></w:r></w:hyperlink></w:p>\
        <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"http://b.ex</w:instrText></w:r>\
        <w:r><w:instrText>ample/y\" \\o \"http://b.example/y\" </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>http://b.example/y</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>\
        <w:p><w:fldSimple w:instr='HYPERLINK &quot;http://c.example/z&quot; \\l &quot;part&quot;'>\
        <w:r><w:t>The Letter of the Governor</w:t></w:r></w:fldSimple></w:p>";
    let relation =
        "<Relationship Id='l1' Type='http://x.example/hyperlink' Target='http://a.example/x?a=1&amp;b=2'/>";
    let file = word(body, relation);
    assert_eq!(
        pieces("a.docx", &file),
        [
            (vec![], owned(&["http://a.example/x?a=1&amp;b=2", "s2"])),
            (owned(&["http://b.example/y"]), owned(&["http://b.ex", "ample/y"])),
            (vec![], owned(&["http://c.example/z", "part"])),
        ]
    );
    let cited = cited("a.docx", &file);
    let target = &parts(&cited[0]).expect("a place").target[0];
    assert_eq!(target.part.as_deref(), Some("word/_rels/document.xml.rels"));
    assert_eq!(target.relation.as_deref(), Some("l1"));
    assert!(target.bytes.start > 3 && cited[0].url.as_deref() == Some("http://a.example/x?a=1&b=2#s2"));
}

#[test]
fn a_part_in_another_encoding_has_no_places() {
    let text = "<?xml version='1.0' encoding='UTF-16'?><office:document-content><office:body><office:text>\
                <text:p>See http://a.example/b</text:p></office:text></office:body></office:document-content>";
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in
        [("mimetype", b"application/vnd.oasis.opendocument.text".as_slice()), ("content.xml", &wide)]
    {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content).expect("its content");
    }
    let cited = cited("a.odt", &archive.finish().expect("an archive").into_inner());
    assert_eq!(cited.len(), 1);
    assert_eq!(cited[0].location, None);
}

#[test]
fn an_open_document_may_be_one_file() {
    let file = "\u{feff}<?xml version='1.0'?><office:document xmlns:office='urn:o' office:mimetype='application/vnd.oasis.opendocument.text'>\
        <office:body><office:text><text:p>1 <text:a xlink:href='http://a.example/x?a&amp;b'>The Report of the Year</text:a>\
        and <text:span>http://b.</text:span>example/y&amp;z.</text:p></office:text></office:body></office:document>";
    assert_eq!(
        pieces("a.fodt", file.as_bytes()),
        [
            (vec![], owned(&["http://a.example/x?a&amp;b"])),
            (owned(&["http://b.", "example/y&amp;z"]), vec![]),
        ]
    );
    let cited = cited("a.fodt", file.as_bytes());
    assert_eq!(parts(&cited[0]).expect("a place").target[0].part, None);
}

#[test]
fn the_pages_of_a_book_are_parts() {
    let container = "<container><rootfiles><rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    let opf = "<package><metadata/><manifest><item id='a' href='one.xhtml' media-type='application/xhtml+xml'/>\
        <item id='b' href='Two.xhtml' media-type='application/xhtml+xml'/></manifest>\
        <spine><itemref idref='a'/><itemref idref='b'/></spine></package>";
    let page = |body: &str| {
        format!(
            "<?xml version='1.0'?>\r\n<!DOCTYPE html>\r\n<html xmlns='http://w.example'><head><title/></head><body>{body}</body></html>"
        )
    };
    let one = page(
        "<p>See http://a.example/one<!-- -->two &#x2014; or http://a.example/b&amp;c.</p>\r\n<p><a id='x'/>Nothing more.</p>",
    );
    let two = page(
        "<p>It is <a class='l' href='http://b.example/x?y&amp;z'>The Report of the Year</a>,\r\nand <a href='http://c.example/long'>http://c.example/<wbr/>long</a>.</p>",
    );
    let file = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("OEBPS/book.opf", opf),
        ("OEBPS/one.xhtml", &one),
        ("OEBPS/Two.xhtml", &two),
    ]);
    assert_eq!(
        pieces("a.epub", &file),
        [
            (owned(&["http://a.example/one", "two"]), vec![]),
            (owned(&["http://a.example/b&amp;c"]), vec![]),
            (vec![], owned(&["http://b.example/x?y&amp;z"])),
            (owned(&["http://c.example/", "long"]), owned(&["http://c.example/long"])),
        ]
    );
    let cited = cited("a.epub", &file);
    assert_eq!(parts(&cited[3]).expect("a place").printed[0].part.as_deref(), Some("OEBPS/Two.xhtml"));
}

fn pages(citation: &Citation) -> &Pages {
    match &citation.location {
        Some(Location::Pages(pages)) => pages,
        other => panic!("{:?}: {other:?}", citation.url),
    }
}

#[test]
fn every_address_of_a_pdf_has_a_rectangle_a_line() {
    for name in
        ["article", "columns", "heads", "endnotes", "bibliography", "de", "fr", "ru", "word", "word-columns"]
    {
        let name = format!("{name}.pdf");
        for citation in cited(&name, &fs::read(path(&name)).expect("a document")) {
            let printed = &pages(&citation).printed;
            let lines = citation.as_printed.iter().flat_map(|text| text.split(['\n', '\x0c'])).count();
            assert_eq!(printed.len(), lines, "{name}: {:?}", citation.as_printed);
            assert_eq!(Some(printed[0].page), citation.page);
            for area in printed {
                let [left, bottom, right, top] = sides(area);
                assert!(0.0 < left && left + 5.0 < right && right < 600.0, "{name}: {area:?}");
                assert!(
                    0.0 < bottom && (6.0..16.0).contains(&(top - bottom)) && top < 850.0,
                    "{name}: {area:?}"
                );
            }
        }
    }
}

fn sides(area: &Area) -> [f64; 4] {
    [area.left, area.bottom, area.right, area.top].map(Points::get)
}

#[test]
fn rectangles_are_those_of_the_characters_and_of_the_annotations() {
    let article = cited("article.pdf", &fs::read(path("article.pdf")).expect("a document"));
    let found = pages(&article[0]);
    let of = |areas: &[Area]| areas.iter().map(sides).collect::<Vec<_>>();
    // The first word begins at 160.468 and ends at 346.968, and the second at 72.000.
    let printed = [[160.5, 248.7, 347.0, 256.6], [72.0, 239.2, 250.4, 247.2]];
    let link = [[159.5, 248.0, 348.0, 257.1], [71.0, 237.4, 251.4, 247.6]];
    assert_eq!((of(&found.printed), of(&found.link)), (printed.to_vec(), link.to_vec()));
}

#[test]
fn what_goes_on_below_in_a_cell_is_where_it_is_printed() {
    let tables = cited("tables.pdf", &fs::read(path("tables.pdf")).expect("a document"));
    let governor = tables.iter().find(|cited| cited.url.as_ref().is_some_and(|url| url.contains("governor")));
    let found = pages(governor.expect("a letter"));
    let lefts: Vec<f64> = found.printed.iter().map(|area| area.left.get()).collect();
    let bottoms: Vec<f64> = found.printed.iter().map(|area| area.bottom.get()).collect();
    assert_eq!(lefts, [229.5, 229.4, 229.4, 229.4]);
    assert_eq!(bottoms, [446.7, 434.7, 422.8, 410.8]);
    assert_eq!(found.link.len(), 4);
}

#[test]
fn rich_text_has_its_own_escapes() {
    let file = r#" {\rtf1\ansi\uc1 {\fonttbl{\f0 Times;}}See http://a.example/x\_
y\'7ez and \u8220?{\field{\*\fldinst{HYPERLINK "http://b.exam}{ple/y" \\l "s2"}}{\fldrslt The Report of the Year}}\u8221? {\b http://}c.example/d.\par}"#;
    assert_eq!(
        pieces("a.rtf", file.as_bytes()),
        [
            (owned(&["http://a.example/x\\_", "y\\'7ez"]), vec![]),
            (vec![], owned(&["http://b.exam", "ple/y", "s2"])),
            (owned(&["http://", "c.example/d"]), vec![]),
        ]
    );
}
