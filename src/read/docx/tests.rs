use super::super::package::tests::zipped;
use super::super::reader::read;
use super::super::view::view;
use crate::model::{Document, Format};

/// A document of parts in Word's own words; `body` and `notes` are inside their elements.
#[derive(Default)]
struct Word {
    body: &'static str,
    footnotes: &'static str,
    endnotes: &'static str,
    styles: &'static str,
    numbering: &'static str,
    settings: &'static str,
    core: &'static str,
    app: &'static str,
}

const W: &str =
    "xmlns:w='http://w.example/main' xmlns:r='http://w.example/rel' xmlns:mc='http://w.example/mc'";
const PACKAGE: &str = "<Relationships><Relationship Id='rId1' Type='http://x.example/officeDocument' Target='word/document.xml'/></Relationships>";
const LINKS: &str = "<Relationships>\
    <Relationship Id='n' Type='http://x.example/footnotes' Target='footnotes.xml'/>\
    <Relationship Id='e' Type='http://x.example/endnotes' Target='/word/endnotes.xml'/>\
    <Relationship Id='s' Type='http://x.example/styles' Target='styles.xml'/>\
    <Relationship Id='u' Type='http://x.example/numbering' Target='numbering.xml'/>\
    <Relationship Id='t' Type='http://x.example/settings' Target='settings.xml'/>\
    <Relationship Id='l1' Type='http://x.example/hyperlink' Target='http://body.example/?a=1&amp;b=2' TargetMode='External'/>\
    </Relationships>";
const NOTE_LINKS: &str = "<Relationships><Relationship Id='l1' Type='http://x.example/hyperlink' Target='http://note.example/x'/></Relationships>";

impl Word {
    fn bytes(&self) -> Vec<u8> {
        let part = |name: &str, content: &str| format!("<w:{name} {W}>{content}</w:{name}>");
        zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", PACKAGE),
            ("word/document.xml", &part("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/_rels/document.xml.rels", LINKS),
            ("word/_rels/footnotes.xml.rels", NOTE_LINKS),
            ("word/footnotes.xml", &part("footnotes", self.footnotes)),
            ("word/endnotes.xml", &part("endnotes", self.endnotes)),
            ("word/styles.xml", &part("styles", self.styles)),
            ("word/numbering.xml", &part("numbering", self.numbering)),
            ("word/settings.xml", &part("settings", self.settings)),
            ("docProps/core.xml", &format!("<c xmlns:dc='x'>{}</c>", self.core)),
            ("docProps/app.xml", &format!("<Properties>{}</Properties>", self.app)),
        ])
    }

    fn read(&self) -> Document {
        read("report.docx", &self.bytes()).expect("a document")
    }
}

fn body(body: &'static str) -> String {
    view(&Word { body, ..Word::default() }.read())
}

#[test]
fn notes_are_counted_in_the_order_of_their_references() {
    let document = Word {
        body: "<w:p><w:r><w:t>Rain</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r><w:r><w:t> fell.</w:t></w:r>\
            <w:r><w:footnoteReference w:id='0'/></w:r><w:r><w:endnoteReference w:id='2'/></w:r></w:p>",
        footnotes: "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
            <w:footnote w:id='0'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>. See </w:t></w:r><w:hyperlink r:id='l1'><w:r><w:t>http://note.example</w:t></w:r>\
            <w:r><w:t>/x</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p></w:footnote>\
            <w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> First.</w:t></w:r></w:p></w:footnote>\
            <w:footnote w:id='9'><w:p><w:r><w:t>Seen by nobody.</w:t></w:r></w:p></w:footnote>",
        endnotes: "<w:endnote w:id='2'><w:p><w:r><w:endnoteRef/><w:t> End.</w:t></w:r></w:p></w:endnote>",
        ..Word::default()
    }
    .read();
    assert_eq!(document.format, Format::Docx);
    assert_eq!(document.warnings, [""; 0]);
    assert_eq!(
        view(&document),
        "P Rain{1} fell.{2}{i}\n[1] First.\n[2] See ⟦http://note.example/x|http://note.example/x⟧ More.\n[end:i] End."
    );
}

#[test]
fn notes_have_the_numbers_that_the_document_asks_for() {
    let word = Word {
        body: "<w:p><w:r><w:footnoteReference w:id='1'/><w:footnoteReference w:id='2'/></w:r>\
            <w:r><w:footnoteReference w:customMarkFollows='1' w:id='3'/><w:t>**</w:t></w:r><w:r><w:t>One</w:t></w:r></w:p>\
            <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>\
            <w:p><w:r><w:t>Three</w:t><w:footnoteReference w:id='4'/></w:r></w:p>\
            <w:sectPr><w:footnotePr><w:numFmt w:val='decimal'/></w:footnotePr></w:sectPr>",
        footnotes: "<w:footnote w:id='3'><w:p><w:r><w:t>** Chosen.</w:t></w:r></w:p></w:footnote>",
        settings: "<w:footnotePr><w:numFmt w:val='lowerLetter'/><w:numRestart w:val='eachSect'/></w:footnotePr>",
        ..Word::default()
    };
    let document = word.read();
    assert_eq!(view(&document), "P {a}{b}{**}One\nP Two\nP Three{1}\n[a] \n[b] \n[**] Chosen.\n[1] ");
    assert_eq!(document.warnings[0], "note a is referred to, but has no text");
}

#[test]
fn links_lead_where_the_parts_and_fields_say() {
    let text = body(
        "<w:p><w:hyperlink r:id='l1' w:anchor='s2'><w:r><w:t>body</w:t></w:r></w:hyperlink><w:r><w:t>, </w:t></w:r>\
        <w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r>\
        <w:r><w:instrText>LINK \"http://field.example/\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
        <w:r><w:t>the field</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>, </w:t></w:r>\
        <w:fldSimple w:instr='HYPERLINK http://simple.example/'><w:r><w:t>simple</w:t></w:r></w:fldSimple>\
        <w:hyperlink w:anchor='_Toc1'><w:r><w:t> chapter</w:t></w:r></w:hyperlink></w:p>",
    );
    assert_eq!(
        text,
        "P ⟦body|http://body.example/?a=1&b=2#s2⟧, ⟦the field|http://field.example/⟧, ⟦simple|http://simple.example/⟧ chapter"
    );
}

#[test]
fn revisions_are_taken_as_accepted() {
    let text = body(
        "<w:p><w:ins><w:r><w:t>New</w:t></w:r></w:ins><w:del><w:r><w:delText>Old</w:delText><w:footnoteReference w:id='1'/></w:r></w:del>\
        <w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>paragraph</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>row</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    assert_eq!(text, "P New here\nP One paragraph\nI cell");
}

#[test]
fn text_boxes_are_read_once() {
    let text = body(
        "<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>\
        <w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> the box</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    );
    assert_eq!(text, "P Box\nP Around the box");
}

#[test]
fn runs_say_what_they_look_like() {
    let text = view(
        &Word {
            body: "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>The</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r>\
            <w:r><w:rPr><w:rStyle w:val='Em'/></w:rPr><w:t>Herald</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Em'/><w:i w:val='0'/></w:rPr><w:t> says</w:t></w:r>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t><w:br/>\
            <w:sym w:font='Symbol' w:char='F061'/></w:r></w:p>",
            styles: "<w:style w:styleId='Em'><w:name w:val='Emphasis'/><w:rPr><w:i/></w:rPr></w:style>",
            ..Word::default()
        }
        .read(),
    );
    assert_eq!(text, "P *The Herald* says A\u{2011}BC α");
}

#[test]
fn a_bibliography_is_known_by_its_heading_its_style_or_its_field() {
    let styles = "<w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
        <w:style w:styleId='Lit'><w:name w:val='Bibliography'/></w:style>";
    let numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='[%1]'/></w:lvl></w:abstractNum>\
        <w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num>";
    let entry = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr></w:pPr><w:r><w:t>Work</w:t></w:r></w:p>";
    let list = format!(
        "<w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>Literatur</w:t></w:r></w:p>{entry}{entry}"
    );
    let word = Word { body: list.leak(), styles, numbering, ..Word::default() };
    assert_eq!(view(&word.read()), "H Literatur\n[work:1] Work\n[work:2] Work");
    let body = "<w:p><w:pPr><w:pStyle w:val='Lit'/></w:pPr><w:r><w:t>By style</w:t></w:r></w:p><w:p><w:r><w:t>Text</w:t></w:r></w:p>\
        <w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>By field</w:t></w:r></w:p>\
        <w:p><w:r><w:t>and on</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>";
    let word = Word { body, styles, ..Word::default() };
    assert_eq!(view(&word.read()), "P Text\n[work:] By style\n[work:] By field\n[work:] and on");
}

#[test]
fn pages_count_only_if_all_breaks_are_there() {
    let page = |app| {
        let body = "<w:p><w:r><w:t>One</w:t><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>";
        let document = Word { body, app, core: "<dc:title> A  title </dc:title>", ..Word::default() }.read();
        assert_eq!(document.title.as_deref(), Some("A title"));
        document.body[0].text.place_at(3).page
    };
    assert_eq!(page("<Pages>2</Pages>"), Some(2));
    assert_eq!(page("<Pages>9</Pages>"), None);
    assert_eq!(page(""), None);
}

#[test]
fn damage_costs_only_what_it_hit() {
    let word = Word { body: "<w:p><w:r><w:t>Kept</w:t></w:r></w:p><w:p></w:x>", ..Word::default() };
    let document = word.read();
    assert_eq!(view(&document), "P Kept");
    assert_eq!(document.warnings, ["the part word/document.xml breaks off or is damaged"]);
    let bytes = word.bytes();
    for length in (0..bytes.len()).step_by(97) {
        drop(read("report.docx", &bytes[..length]));
    }
}

#[test]
fn an_address_that_the_file_breaks_off_at_is_told() {
    let told = |body| Word { body, ..Word::default() }.read().warnings;
    let broken = "the part word/document.xml breaks off or is damaged";
    let torn = "the file breaks off at the address http://a.example/re, which may have gone on";
    assert_eq!(told("<w:p><w:r><w:t>See http://a.example/re</w:x>"), [broken, torn]);
    assert_eq!(told("<w:p><w:r><w:t>See http://a.example/re and</w:x>"), [broken]);
}

#[test]
fn a_citation_program_leaves_its_data_in_the_code_of_a_field() {
    let text = body(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> ADDIN ZOTERO_ITEM CSL_CITATION {\"URL\":\"http://json.example/\"} </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>(Ли 2010)</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>\
        <w:r><w:commentReference w:id='0'/><w:sym w:font='Wingdings' w:char='F0E0'/></w:r></w:p>",
    );
    assert_eq!(text, "P (Ли 2010)→");
}

#[test]
fn texts_of_other_formats_are_read_where_they_stand() {
    let links = "<Relationships><Relationship Id='h' Type='http://x.example/aFChunk' Target='h.htm'/><Relationship Id='r' Type='http://x.example/aFChunk' Target='/word/r.rtf'/>\
        <Relationship Id='t' Type='http://x.example/aFChunk' Target='t.txt'/><Relationship Id='z' Type='http://x.example/aFChunk' Target='z.mht'/></Relationships>";
    let main = format!(
        "<w:document {W}><w:body><w:p><w:r><w:t>Vorher</w:t></w:r></w:p><w:altChunk r:id='h'/><w:altChunk r:id='r'/><w:p><w:r><w:t>Dazwischen</w:t></w:r></w:p><w:altChunk r:id='t'/><w:altChunk r:id='z'/></w:body></w:document>"
    );
    let bytes = zipped(&[
        ("word/document.xml", &main),
        ("word/_rels/document.xml.rels", links),
        ("word/h.htm", "<html><body><p>Siehe <a href='http://h.example/'>hier</a></p></body></html>"),
        ("word/r.rtf", r"{\rtf1 Text{\chftn{\footnote \chftn http://r.example/}}\par}"),
        ("word/t.txt", "Zeile http://t.example/\n"),
        ("word/z.mht", "MIME-Version: 1.0\n"),
    ]);
    let document = read("report.docx", &bytes).expect("a document");
    let text = view(&document).replace("‹1›", "");
    assert_eq!(
        text,
        "P Vorher\nP1 Siehe ⟦hier|http://h.example/⟧\nP Text{1}\nP Dazwischen\nP Zeile http://t.example/\n[1] http://r.example/"
    );
    assert_eq!(document.warnings, ["the part word/z.mht is in a format that is not read there"]);
}

#[test]
fn one_file_of_xml_is_read_too() {
    let part = |name: &str, content: &str| {
        format!("<pkg:part pkg:name='{name}'><pkg:xmlData>{content}</pkg:xmlData></pkg:part>")
    };
    let note = format!(
        "<w:footnotes {W}><w:footnote w:id='1'><w:p><w:r><w:t>انظر http://a.example/</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let main = format!(
        "<w:document {W}><w:body><w:p><w:r><w:t>نص</w:t><w:footnoteReference w:id='1'/></w:r></w:p></w:body></w:document>"
    );
    let flat = format!(
        "<?xml version='1.0' standalone='yes'?>\r\n<?mso-application progid='Word.Document'?>\r\n<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>{}{}{}{}</pkg:package>",
        part("/_rels/.rels", PACKAGE),
        part("/word/document.xml", &main),
        part("/word/_rels/document.xml.rels", LINKS),
        part("/word/footnotes.xml", &note),
    );
    let document = read("report.xml", flat.as_bytes()).expect("a document");
    assert_eq!(document.format, Format::Docx);
    assert_eq!(view(&document), "P نص{1}\n[1] انظر http://a.example/");
}

#[test]
fn a_download_that_broke_off_is_read_as_far_as_it_goes() {
    let word = Word { body: "<w:p><w:r><w:t>Kept http://a.example/</w:t></w:r></w:p>", ..Word::default() };
    let bytes = word.bytes();
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a directory");
    let document = read("report.docx", &bytes[..directory]).expect("a document");
    assert_eq!(view(&document), "P Kept http://a.example/");
    assert_eq!(document.warnings, ["the file is damaged: what could be read of it was"]);
}

#[test]
fn a_text_that_is_lost_is_an_error() {
    let error =
        |parts: &[(&str, &str)]| read("report.docx", &zipped(parts)).expect_err("no text").to_string();
    let types = ("[Content_Types].xml", "<Types/>");
    let relations = (
        "_rels/.rels",
        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/report.xml'/></Relationships>",
    );
    assert_eq!(
        error(&[types, relations, ("word/document.xml", "<w:document><w:body><w:p><w:r><w:t")]),
        "its text cannot be read: the part word/document.xml breaks off or is damaged"
    );
    assert_eq!(
        error(&[("word/document.xml", &" ".repeat(6_000_000))]),
        "its text cannot be read: the part word/document.xml is larger than any report and was left out"
    );
    let empty = read("report.docx", &zipped(&[("word/document.xml", "<w:document><w:body/></w:document>")]));
    assert_eq!(empty.map(|document| document.body.len()), Ok(0));
}
