use super::super::package::tests::zipped;
use super::super::reader::read;
use super::super::view::view;
use crate::model::{Document, Format};

const CONTAINER: &str = "<container><rootfiles><rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";

/// A book of these pages, in this order.
fn book(about: &str, pages: &[(&str, &str)]) -> Vec<u8> {
    bytes(about, pages, &[])
}

fn bytes(about: &str, pages: &[(&str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let items: String = pages
        .iter()
        .map(|(name, _)| format!("<item id='{name}' href='{name}' media-type='application/xhtml+xml'/>"))
        .collect();
    let spine: String = pages.iter().map(|(name, _)| format!("<itemref idref='{name}'/>")).collect();
    let opf = format!(
        "<?xml version='1.0'?><package xmlns:dc='d'><metadata>{about}</metadata><manifest>{items}<item id='nav' href='n.xhtml' properties='nav' media-type='application/xhtml+xml'/></manifest><spine>{spine}<itemref idref='nav'/></spine></package>"
    );
    let pages: Vec<(String, String)> = pages
        .iter()
        .map(|(name, body)| {
            let page = format!("<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'><head><title/></head><body>{body}</body></html>");
            (format!("OEBPS/{name}"), page)
        })
        .collect();
    let nav = "<html><body><nav><a href='http://nav.example/'>nav</a></nav></body></html>";
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", &opf),
        ("OEBPS/n.xhtml", nav),
    ];
    parts.extend(pages.iter().map(|(name, page)| (name.as_str(), page.as_str())));
    parts.extend(more);
    zipped(&parts)
}

fn seen(pages: &[(&str, &str)]) -> String {
    view(&read("book.epub", &book("", pages)).expect("a book"))
}

#[test]
fn notes_in_another_file_are_found() {
    let about = "<dc:title>Вода и власть</dc:title><dc:date opf:event='modification'>2020-01-01</dc:date><dc:date opf:event='publication'>2013-07</dc:date>";
    let bytes = book(
        about,
        &[
            (
                "c1.xhtml",
                "<h1>Глава 1</h1><p>Дождь шёл<a id='r1'/><sup><a href='notes.xhtml#n1'>1</a></sup> и шёл.<a epub:type='noteref' href='notes.xhtml#n2'>2</a></p>",
            ),
            (
                "c2.xhtml",
                "<h1>Глава 2</h1><p>Снег<sup><a href='notes.xhtml#m1'>1</a></sup> <span epub:type='pagebreak' id='p7'>7</span>шёл, см. <a href='http://body.example/'>тут</a>.</p>",
            ),
            (
                "notes.xhtml",
                "<h2>Примечания</h2><p id='n1'><a href='c1.xhtml#r1'>1</a>. См. http://vestnik.example/1.</p><p id='n2'>2. Там же.</p><p id='m1'>1. http://vestnik.example/2</p>",
            ),
        ],
    );
    let document: Document = read("book.epub", &bytes).expect("a book");
    assert_eq!(document.format, Format::Epub);
    assert_eq!(document.title.as_deref(), Some("Вода и власть"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2013-07"));
    assert_eq!(document.warnings, [""; 0]);
    assert_eq!(
        view(&document),
        "H Глава 1\nP Дождь шёл{1} и шёл.{2}\nH Глава 2\nP Снег{1} шёл, см. ⟦тут|http://body.example/⟧.\nH Примечания\n\
        [1] См. http://vestnik.example/1.\n[2] Там же.\n[1] http://vestnik.example/2"
    );
}

#[test]
fn notes_are_known_by_what_they_are_said_to_be() {
    let text = seen(&[
        (
            "a.xhtml",
            "<p>水<a epub:type='noteref' href='#fn1'>*</a>和<a role='doc-noteref' href='end.xhtml#e1'>1</a>。</p><aside epub:type='footnote' id='fn1' hidden='hidden'><p>* 见 http://shui.example/</p></aside>",
        ),
        (
            "end.xhtml",
            "<section epub:type='endnotes'><header><h2>注释</h2></header><ol><li id='e1' role='doc-endnote'><p>李明，《水利史》。 <a href='a.xhtml' role='doc-backlink'>↩</a></p></li></ol></section>",
        ),
    ]);
    assert_eq!(text, "P 水{*}和{1}。\nH 注释\n[*] 见 http://shui.example/\n[end:1] 李明，《水利史》。");
}

#[test]
fn pages_without_text_are_left_out() {
    let text = seen(&[
        ("cover.xhtml", "<p>http://cover.example/</p>"),
        ("copyright.xhtml", "<p>http://publisher.example/</p>"),
        (
            "c.xhtml",
            "<section epub:type='copyright-page'><p>http://rights.example/</p></section><aside><p>Ein Kasten über Flüsse</p></aside><header><h1>Kopf</h1></header>",
        ),
    ]);
    assert_eq!(text, "P Ein Kasten über Flüsse\nH Kopf");
}

#[test]
fn a_locked_book_is_named_and_hidden_fonts_are_not_minded() {
    let lock = |method: &str, part: &str| {
        let lock = format!(
            "<encryption><enc:EncryptedData xmlns:enc='e'><enc:EncryptionMethod Algorithm='{method}'/><enc:CipherData><enc:CipherReference URI='{part}'/></enc:CipherData></enc:EncryptedData></encryption>"
        );
        read("book.epub", &bytes("", &[("c.xhtml", "<p>Text</p>")], &[("META-INF/encryption.xml", &lock)]))
    };
    let error = lock("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/c.xhtml").expect_err("locked");
    assert_eq!(
        error.to_string(),
        "this is an e-book (EPUB) that is locked against copying (DRM), which is not read"
    );
    assert!(lock("http://www.idpf.org/2008/embedding", "OEBPS/c.xhtml").is_ok());
    assert!(lock("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/font.otf").is_ok());
}

#[test]
fn damage_costs_only_what_it_hit() {
    let whole = book("", &[("a.xhtml", "<p>One</p>"), ("b.xhtml", "<p>Two <b>bold")]);
    assert_eq!(view(&read("book.epub", &whole).expect("a book")), "P One\nP Two bold");
    for length in (0..whole.len()).step_by(61) {
        drop(read("book.epub", &whole[..length]));
    }
    let empty = zipped(&[("mimetype", "application/epub+zip")]);
    let error = read("book.epub", &empty).expect_err("no book");
    assert_eq!(error.to_string(), "this is an e-book (EPUB) that is damaged, which is not read");
}
