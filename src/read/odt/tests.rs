use super::super::package::tests::zipped;
use super::super::reader::read;
use super::super::view::view;
use crate::model::{Document, Format};

const TYPE: &str = "application/vnd.oasis.opendocument.text";

/// A document in `LibreOffice`'s own words; the texts are inside their elements.
#[derive(Default)]
struct Odt {
    text: &'static str,
    automatic: &'static str,
    styles: &'static str,
    meta: &'static str,
    manifest: &'static str,
}

impl Odt {
    fn bytes(&self) -> Vec<u8> {
        let names = "xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:fo='f' xmlns:table='b' xmlns:draw='d' xmlns:xlink='x'";
        let content = format!(
            "<office:document-content {names}><office:scripts/><office:automatic-styles>{}</office:automatic-styles>\
            <office:body><office:text>{}</office:text></office:body></office:document-content>",
            self.automatic, self.text
        );
        let styles = format!(
            "<office:document-styles {names}><office:styles>{}</office:styles>\
            <office:automatic-styles><style:style style:name='T1' style:family='text'><style:text-properties text:display='none'/></style:style></office:automatic-styles></office:document-styles>",
            self.styles
        );
        let meta = format!(
            "<office:document-meta {names}><office:meta>{}</office:meta></office:document-meta>",
            self.meta
        );
        zipped(&[
            ("mimetype", TYPE),
            ("content.xml", &content),
            ("styles.xml", &styles),
            ("meta.xml", &meta),
            (
                "META-INF/manifest.xml",
                &format!("<manifest:manifest xmlns:manifest='m'>{}</manifest:manifest>", self.manifest),
            ),
        ])
    }

    fn read(&self) -> Document {
        read("report.odt", &self.bytes()).expect("a document")
    }
}

fn text(text: &'static str) -> String {
    view(&Odt { text, ..Odt::default() }.read())
}

const ITALIC: &str = "<style:style style:name='T1' style:family='text'><style:text-properties fo:font-style='italic'/></style:style>\
    <style:style style:name='T2' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>\
    <style:style style:name='T3' style:family='text' style:parent-style-name='Secret'/>";
const SECRET: &str = "<style:style style:name='Secret' style:family='text'><style:text-properties text:display='none'/></style:style>";

#[test]
fn notes_stand_where_they_are_referred_to() {
    let document = Odt {
        text: "<text:h text:outline-level='1'>Обзор</text:h>\
            <text:p>Дождь<text:span text:style-name='T2'><text:note text:id='ftn1' text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>\
            <text:p>См.<text:s/>«<text:span text:style-name='T1'>Вестник</text:span>»: <text:a xlink:href='http://vestnik.example/a?b=1&amp;c=2'>http://vestnik.example/a</text:a></text:p><text:p>И далее.</text:p>\
            </text:note-body></text:note></text:span> шёл<text:note text:note-class='endnote'><text:note-citation text:label='*'>*</text:note-citation><text:note-body><text:p>* Конец.</text:p></text:note-body></text:note>\
            <text:span text:style-name='T3'>тайно</text:span>, см. прим. <text:note-ref text:ref-name='ftn1'>1</text:note-ref><text:span text:style-name='T2'><text:note-ref text:ref-name='ftn1'>1</text:note-ref></text:span>.</text:p>",
        automatic: ITALIC,
        styles: SECRET,
        meta: "<dc:title xmlns:dc='c'> Обзор  печати</dc:title><meta:creation-date xmlns:meta='m'>2013-01-02T10:00:00</meta:creation-date>",
        ..Odt::default()
    }
    .read();
    assert_eq!(document.format, Format::Odt);
    assert_eq!(document.title.as_deref(), Some("Обзор печати"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2013-01-02"));
    assert_eq!(document.warnings, [""; 0]);
    assert_eq!(
        view(&document),
        "H Обзор\nP Дождь{1} шёл{*}, см. прим. 1{1}.\n\
        [1] См. «*Вестник*»: ⟦http://vestnik.example/a|http://vestnik.example/a?b=1&c=2⟧ И далее.\n[end:*] Конец."
    );
}

#[test]
fn text_is_taken_as_the_reader_sees_it() {
    let seen = text(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Alt</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <office:forms/><text:sequence-decls><text:sequence-decl text:name='Abbildung'/></text:sequence-decls>\
        <text:p>Neu<text:change text:change-id='c1'/><text:change-start text:change-id='c2'/> gefasst<text:change-end text:change-id='c2'/>\
        <office:annotation><text:p>Kommentar http://kommentar.example/</text:p></office:annotation><text:line-break/>Zeile<text:tab/>zwei\
        <text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>\
        <text:hidden-text text:is-hidden='true'>weg</text:hidden-text> <text:title>Titel</text:title></text:p>\
        <text:section text:display='none'><text:p>versteckt</text:p></text:section>\
        <text:p><text:hidden-paragraph text:is-hidden='true'/>auch</text:p>",
    );
    assert_eq!(seen, "P Neu gefasst Zeile zwei漢 Titel");
}

#[test]
fn boxes_and_cells_stand_for_themselves() {
    let seen = text(
        "<text:p>Um<draw:frame><svg:title xmlns:svg='v'>Bild</svg:title><svg:desc xmlns:svg='v'>http://desc.example/</svg:desc>\
        <draw:text-box><text:p>Kasten <text:a xlink:href='http://box.example/'>hier</text:a></text:p></draw:text-box></draw:frame> den Kasten</text:p>\
        <table:table><table:table-row><table:table-cell><text:p>Zelle</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>\
        <text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template></text:table-of-content-source>\
        <text:index-body><text:p>Kapitel 1 <text:a xlink:href='#k1'>7</text:a></text:p></text:index-body></text:table-of-content>",
    );
    assert_eq!(
        seen,
        "I Kasten ⟦hier|http://box.example/⟧\nP Um den Kasten\nI Zelle\nI Kapitel 1 7"
            .replace("I Kasten", "P Kasten")
    );
}

const LISTS: &str = "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-prefix='[' style:num-suffix=']' style:num-format='1'/>\
    <text:list-level-style-number text:level='2' style:num-format='a' text:display-levels='2' style:num-suffix=')'/></text:list-style>\
    <text:list-style style:name='L2'><text:list-level-style-bullet text:level='1'/></text:list-style>";

#[test]
fn lists_count_as_they_are_told_to() {
    let text = "<text:h text:outline-level='2'>References</text:h>\
        <text:list xml:id='l1' text:style-name='L1'><text:list-header><text:p>Head</text:p></text:list-header>\
        <text:list-item><text:p>One</text:p><text:p>goes on</text:p></text:list-item>\
        <text:list-item><text:p>Two</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item></text:list>\
        <text:list text:style-name='L1' text:continue-numbering='true'><text:list-item><text:p>Three</text:p></text:list-item>\
        <text:list-item text:start-value='7'><text:p>Seven</text:p></text:list-item></text:list>\
        <text:list text:continue-list='l1' text:style-name='L1'><text:list-item><text:p>Three again</text:p></text:list-item></text:list>\
        <text:list text:style-name='L2'><text:list-item><text:p>Bullet</text:p></text:list-item></text:list>";
    let document = Odt { text, automatic: LISTS, ..Odt::default() }.read();
    assert_eq!(
        view(&document),
        "H References\nI Head\n[work:1] One goes on\n[work:2] Two\n[work:2.a] Inner\n[work:3] Three\n[work:7] Seven\n\
        [work:3] Three again\n[work:] Bullet"
    );
}

#[test]
fn works_are_known_by_index_style_or_section() {
    let text = "<text:p>Text <text:bibliography-mark text:identifier='Li10' text:url='http://data.example/'>[Li10]</text:bibliography-mark></text:p>\
        <text:bibliography><text:bibliography-source><text:index-title-template>t</text:index-title-template></text:bibliography-source>\
        <text:index-body><text:p>Li10: 李明, 水利史, 2010</text:p></text:index-body></text:bibliography>\
        <text:p>Between</text:p><text:p text:style-name='P1'>By style</text:p><text:p>Between</text:p>\
        <text:section text:name='ZOTERO_BIBL {} CSL_BIBLIOGRAPHY'><text:p>By section</text:p></text:section>";
    let document = Odt {
        text,
        automatic: "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Bibliography_20_1'/>",
        styles: "<style:style style:name='Bibliography_20_1' style:display-name='Bibliography 1' style:family='paragraph'/>",
        ..Odt::default()
    }
    .read();
    assert_eq!(
        view(&document),
        "P Text [Li10]\nP Between\nP Between\n[work:] Li10: 李明, 水利史, 2010\n[work:] By style\n[work:] By section"
    );
}

#[test]
fn pages_count_only_if_all_breaks_are_there() {
    let page = |meta: &'static str| {
        let document = Odt {
            text: "<text:p text:style-name='New'>One<text:soft-page-break/> two</text:p><text:p text:style-name='New'>Three</text:p>",
            styles: "<style:style style:name='New' style:family='paragraph'><style:paragraph-properties fo:break-before='page'/></style:style>",
            meta,
            ..Odt::default()
        }
        .read();
        (document.body[0].text.place_at(4).page, document.body[1].text.place_at(0).page)
    };
    assert_eq!(page("<m:document-statistic xmlns:m='m' m:page-count='3'/>"), (Some(2), Some(3)));
    assert_eq!(page("<m:document-statistic xmlns:m='m' m:page-count='5'/>"), (None, None));
    assert_eq!(page(""), (None, None));
}

#[test]
fn one_file_of_xml_is_read_too() {
    let flat = format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n<office:document xmlns:office='o' xmlns:text='t' office:mimetype='{TYPE}'>\
        <office:meta><dc:title xmlns:dc='c'>تقرير</dc:title></office:meta><office:styles/><office:body><office:text>\
        <text:p>نص<text:note text:note-class='footnote'><text:note-citation/><text:note-body><text:p>انظر http://a.example/</text:p></text:note-body></text:note></text:p>\
        </office:text></office:body></office:document>"
    );
    let document = read("x", flat.as_bytes()).expect("a document");
    assert_eq!((document.format, document.title.as_deref()), (Format::Odt, Some("تقرير")));
    assert_eq!(view(&document), "P نص{1}\n[1] انظر http://a.example/");
}

#[test]
fn a_locked_document_is_named() {
    let manifest = "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>";
    let error = read("x.odt", &Odt { manifest, ..Odt::default() }.bytes()).expect_err("locked");
    assert_eq!(error.to_string(), "this is an Office document that a password locks, which is not read");
    let packed = zipped(&[("mimetype", TYPE), ("encrypted-package", "…")]);
    assert!(read("x.odt", &packed).is_err());
}

#[test]
fn a_master_document_without_its_text_is_told_of() {
    let text =
        "<text:section text:name='1'><text:section-source xlink:href='../kapitel1.odt'/></text:section>";
    let error = read("book.odm", &Odt { text, ..Odt::default() }.bytes()).expect_err("no text");
    assert_eq!(
        error.to_string(),
        "its text cannot be read: the text stands in other documents, which are not read: ../kapitel1.odt"
    );
}

#[test]
fn damage_costs_only_what_it_hit() {
    let odt = Odt {
        text: "<text:p>Kept<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note</text:p>\
            </text:note-body></text:note></text:p><text:p>cut <text:note><text:note-citation>2</text:note-citation><text:note-body><text:p>off</text:x>",
        ..Odt::default()
    };
    let document = odt.read();
    assert_eq!(view(&document), "P Kept{1}\nP cut{2}\n[1] A note\n[2] off");
    assert_eq!(document.warnings, ["the part content.xml breaks off or is damaged"]);
    let bytes = odt.bytes();
    for length in (0..bytes.len()).step_by(53) {
        drop(read("report.odt", &bytes[..length]));
    }
}

proptest::proptest! {
    #[test]
    fn never_panics(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let content = format!("<d xmlns:text='t'><body>{}", pieces.concat());
        drop(read("x.odt", &zipped(&[("mimetype", TYPE), ("content.xml", &content)])));
    }
}

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<h outline-level='99999'>",
    "</h>",
    "<note>",
    "</note>",
    "<note id='1' note-class='endnote'>",
    "<note-citation label='*'/>",
    "<note-citation>",
    "</note-citation>",
    "<note-body>",
    "</note-body>",
    "<span>",
    "</span>",
    "<a href='http://a.example/'>",
    "</a>",
    "<list start-value='4294967295'>",
    "</list>",
    "<list-item>",
    "<list-item start-value='4294967295'>",
    "</list-item>",
    "<frame>",
    "</frame>",
    "<table-cell>",
    "</table-cell>",
    "<section>",
    "</section>",
    "<bibliography>",
    "</bibliography>",
    "<note-ref ref-name='1'>",
    "</note-ref>",
    "<soft-page-break/>",
    "<line-break/>",
    "text ",
    "日",
    "&amp;",
    "<number>1</number>",
    "<tab/>",
];

#[test]
fn a_text_that_is_lost_is_an_error() {
    let parts =
        [("mimetype", "application/vnd.oasis.opendocument.text"), ("meta.xml", "<office:document-meta/>")];
    let error = read("report.odt", &zipped(&parts)).expect_err("no text");
    assert_eq!(error.to_string(), "its text cannot be read: the part content.xml is missing");
    assert_eq!(error.hint(), "open it in the program that it is for, save it again, or ask for another copy");
}
