use super::super::limits::NOTES;
use super::super::reader::read;
use super::super::view::view;
use crate::model::{Document, Format};

fn rtf(text: &str) -> Document {
    read("report.rtf", format!("{{\\rtf1\\ansi\\ansicpg1252\\deff0{text}}}").as_bytes()).expect("a document")
}

fn seen(text: &str) -> String {
    view(&rtf(text))
}

const FONTS: &str = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset134 SimSun;}{\f3\fcharset128 MS Mincho;}{\f4\fcharset178 Arial (Arabic);}{\f5\ftech\fcharset2 Symbol;}{\f6\fcharset2 Wingdings;}}";

#[test]
fn notes_are_numbered_as_word_numbers_them() {
    let document = rtf(
        r"{\info{\title A report}{\author N. N.}{\creatim\yr2013\mo7\dy2\hr9}{\doccomm http://comment.example/}}
        \aftnnrlc\ftnnar\sectd Rain{\super\chftn {\footnote\pard\plain{\super\chftn} See {\i The Herald}, http://a.example/x.\par More.}} fell{\super *{\footnote\pard {\super *} Chosen.}}.{\super\chftn{\footnote\ftnalt {\super\chftn} End.}}\par
        Next{\super\chftn{\*\footnote \chftn . Second.}}\par",
    );
    assert_eq!(document.format, Format::Rtf);
    assert_eq!(document.title.as_deref(), Some("A report"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2013-07-02"));
    assert_eq!(document.warnings, [""; 0]);
    assert_eq!(
        view(&document),
        "P Rain{1} fell{*}.{i}\nP Next{2}\n[1] See *The Herald*, http://a.example/x. More.\n[*] Chosen.\n[end:i] End.\n[2] Second."
    );
}

#[test]
fn sections_number_their_notes() {
    let note = r"{\chftn{\footnote \chftn n}}";
    let text = format!(r"\ftnnalc\ftnrestart A{note}B{note}\par\sect\sectd\sftnnar C{note}\par");
    assert_eq!(seen(&text), "P A{a}B{b}\nP C{1}\n[a] n\n[b] n\n[1] n");
}

#[test]
fn bytes_mean_what_the_font_says() {
    let text = format!(
        r"{FONTS}{{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}} {{\f2 \'d6\'d0\'b9\'fa}} {{\loch\f0\dbch\af3\'93\'fa\'96\{{}} {{\rtlch\af4 \'e3\'d1\'cd\'c8\'c7}} \'fcber {{\f5 ab}}{{\f6 \'e0}}"
    );
    let text = text.replace("\\{", "\\'7b");
    assert_eq!(seen(&text), "P Привет 中国 日本 مرحبا über αβ→");
}

#[test]
fn unicode_comes_with_a_fallback() {
    assert_eq!(
        seen(
            r"\u1055?\u1088\'f0{\uc0\u1080\u1074}\u-10179 ?\u-8704 ?\uc2\u20013\'d6\'d0{\uc1 \u8212\emdash x}"
        ),
        "P Приv😀中—x".replace('v', "в")
    );
    assert_eq!(seen(r"\u1055{?}\u1088"), "P П?р");
    assert_eq!(seen(r"\ansicpg1251 \'cc\'e8\'f0\~\endash\ldblquote\_\{\}\\"), "P Мир\u{a0}–“\u{2011}{}\\");
    assert_eq!(seen("raw Größe and \\'fc"), "P raw Größe and ü");
}

#[test]
fn links_lead_where_the_fields_say() {
    let text = r#"{\field{\*\fldinst{HYPER}{LINK "http://a.example/?a=1&b=2" \\l "s2"}}{\fldrslt{\cf2\ul the link}}}, {\field\fldedit{\*\fldinst { PAGE }}{\fldrslt {7}}}{\field{\*\fldinst HYPERLINK \\l "_Toc1"}{\fldrslt chapter}} {\field{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION \{"URL":"http://json.example/"\}}{\fldrslt (Li 2010)}}"#;
    assert_eq!(seen(text), "P ⟦the link|http://a.example/?a=1&b=2#s2⟧, 7chapter (Li 2010)");
}

#[test]
fn text_is_taken_as_the_reader_sees_it() {
    let text = r"{\header http://head.example/\par}{\*\generator Word}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 {\*\x y}heading 1;}{\s9 Bibliography;}{\s8 toc 1;}}
        {\pard\plain\s1 Title\par}\pard\plain Kept {\deleted gone{\footnote gone}}{\v hidden {\xe entry}}{\revised new}{\*\unknown{\b nothing}}{\*\annotation http://note.example/}
        {\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 00}}{\object{\*\objdata 0105}{\result{ shown}}}\line{\upr{ansi}{\*\ud{\u1076?}}}\par
        {\pard\s9 Work\par}{\pard\s8 Contents\par}";
    assert_eq!(seen(text), "H Title\nP Kept new shown д\nI Contents\n[work:] Work");
}

#[test]
fn lists_and_tables_stand_for_themselves() {
    let text = r"{\listtext\pard\plain\f0 [12].\tab}\ls1\ilvl0 Entry\par\pard{\pntext\f1\'b7\tab}Bullet\par\pard\trowd\intbl A\cell B {\listtext 1.}C\cell\row\pard
        After{\shp{\*\shpinst{\sp{\sn x}{\sv http://sv.example/}}{\shptxt \pard Box\par}}{\shprslt{\*\do{\dptxbxtext Box}}}} the box\par\pard\b Literatur\b0\par\ls2{\listtext 3.\tab}Work\par";
    assert_eq!(
        seen(text),
        "I Entry\nI Bullet\nI A\nI B C\nP Box\nP After the box\nP Literatur\n[work:3] Work"
    );
}

#[test]
fn damage_costs_only_what_it_hit() {
    let document = rtf(r"Kept{\chftn{\footnote \chftn A note}}\par cut {\chftn{\footnote \chftn {\i off");
    assert_eq!(view(&document), "P Kept{1}\nP cut{2}\n[1] A note\n[2] *off*");
    assert_eq!(document.warnings, ["the file breaks off or is damaged"]);
    assert_eq!(seen(r"One}}}} two}\par Three"), "P One two\nP Three");
    let deep = "{".repeat(2_000_000);
    assert_eq!(rtf(&format!("{deep}x")).warnings.len(), 1);
    let picture = "a".repeat(5_000_000);
    assert_eq!(seen(&format!(r"A{{\pict {picture}}} b{{\bin9999999 {picture}")), "P A b");
}

proptest::proptest! {
    #[test]
    fn never_panics(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        rtf(&pieces.concat());
    }
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "\\",
    "\\par ",
    "\\'",
    "\\'e9",
    "\\'d6",
    "\\u8212 ?",
    "\\u-10179 ",
    "\\u-8704 ",
    "\\uc0 ",
    "\\uc5 ",
    "{\\footnote ",
    "\\chftn ",
    "\\ftnalt ",
    "{\\super *",
    "*",
    "{\\field{\\*\\fldinst HYPERLINK \"http://a.example\"}",
    "{\\fldrslt x}}",
    "{\\fonttbl{\\f1\\fcharset204 A;}}",
    "\\f1 ",
    "{\\stylesheet{\\s1 heading 1;}}",
    "\\s1 ",
    "text ",
    "é",
    "日",
    "{\\listtext 1.}",
    "\\cell ",
    "{\\*\\shpinst{\\shptxt ",
    "\\bin3 ",
    "\\plain ",
    "\\v ",
    "\\deleted ",
    "{\\pict ",
    "{\\upr{a}{\\*\\ud ",
    "\\sect ",
    "\\i ",
    "\n",
    "\\\n",
    "\\*",
    "{\\info{\\title T}}",
    "\\dbch\\af1 ",
];

#[test]
fn a_mark_that_stands_twice_in_its_note_is_one() {
    // As LibreOffice 24 writes marks that the author chose.
    let document = rtf(
        r"Rain{{\super *{\*\footnote *\pard\plain {\super *}{ Chosen, http://a.example/x}}}} fell{{\super **{\*\footnote {\super **}{ Two stars}}}}\par",
    );
    assert_eq!(view(&document), "P Rain{*} fell{**}\n[*] Chosen, http://a.example/x\n[**] Two stars");
}

#[test]
fn notes_beyond_the_limit_are_not_read() {
    let document = rtf(&"{\\footnote x}".repeat(NOTES + 3));
    assert_eq!(document.notes.len(), NOTES);
    let told = "there are more than 100,000 notes, which is the limit: the rest was left out";
    assert_eq!(document.warnings, [told]);
}
