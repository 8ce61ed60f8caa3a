//! What the operators of a page draw.

use super::super::glyph::{Direction, Glyph, Page};
use super::super::made::{Made, form, stream, text};

/// A page with the forms `X6`, `X7` and so on.
fn with_forms(content: &str, objects: &[String]) -> Page {
    Made { content, resources: "/XObject<</X6 6 0 R/X7 7 0 R>>", objects, ..Made::default() }.page()
}

fn read(page: &Page) -> String {
    page.glyphs.iter().map(|glyph| glyph.c).collect()
}

/// Where the glyphs of a content start, by their characters.
fn places(content: &str) -> Vec<(char, f32, f32)> {
    let page = Made { content, ..Made::default() }.page();
    let tenths = |value: f32| (value * 10.0).round() / 10.0;
    page.glyphs.iter().map(|glyph| (glyph.c, tenths(glyph.x), tenths(glyph.y))).collect()
}

#[test]
fn texts_stand_where_their_matrices_and_spaces_say() {
    let shown = |operators: &str| places(&format!("BT /F 10 Tf 100 700 Td {operators} ET"));
    assert_eq!(shown("(ab) Tj"), [('a', 100.0, 700.0), ('b', 106.0, 700.0)]);
    assert_eq!(shown("[(a) -500 (b)] TJ"), [('a', 100.0, 700.0), ('b', 111.0, 700.0)]);
    assert_eq!(shown("2 Tc (ab) Tj"), [('a', 100.0, 700.0), ('b', 108.0, 700.0)]);
    assert_eq!(shown("4 Tw (a b) Tj"), [('a', 100.0, 700.0), (' ', 106.0, 700.0), ('b', 116.0, 700.0)]);
    assert_eq!(shown("50 Tz (ab) Tj"), [('a', 100.0, 700.0), ('b', 103.0, 700.0)]);
    assert_eq!(shown("3 Ts (a) Tj"), [('a', 100.0, 703.0)]);
    assert_eq!(
        shown("12 TL (a) Tj T* (b) Tj (c) ' 1 2 (d) \""),
        [('a', 100.0, 700.0), ('b', 100.0, 688.0), ('c', 100.0, 676.0), ('d', 100.0, 664.0)]
    );
    assert_eq!(shown("0 -14 TD (a) Tj T* (b) Tj"), [('a', 100.0, 686.0), ('b', 100.0, 672.0)]);
    assert_eq!(
        places("2 0 0 2 0 0 cm BT /F 1 Tf 10 0 0 10 50 60 Tm (ab) Tj ET"),
        [('a', 100.0, 120.0), ('b', 112.0, 120.0)]
    );
}

#[test]
fn turned_text_runs_as_its_matrix_does() {
    let drawn = |matrix: &str| {
        let content = format!("BT /F 10 Tf {matrix} 300 400 Tm (ab) Tj ET");
        let page = Made { content: &content, ..Made::default() }.page();
        let glyph: Glyph = page.glyphs[1];
        (glyph.direction, glyph.x.round(), glyph.y.round(), glyph.size)
    };
    assert_eq!(drawn("1 0 0 1"), (Direction::Right, 306.0, 400.0, 10.0));
    assert_eq!(drawn("0 1 -1 0"), (Direction::Up, 300.0, 406.0, 10.0));
    assert_eq!(drawn("-1 0 0 -1"), (Direction::Left, 294.0, 400.0, 10.0));
    assert_eq!(drawn("0 -1 1 0"), (Direction::Down, 300.0, 394.0, 10.0));
    assert_eq!(text("BT /F 10 Tf 1 1 -1 1 300 400 Tm (askew) Tj ET"), "");
}

#[test]
fn the_text_layer_of_a_scan_is_read() {
    assert_eq!(text("BT /F 10 Tf 3 Tr 100 700 Td (recognised) Tj ET"), "recognised");
}

#[test]
fn text_goes_on_behind_an_image_within_the_content() {
    let content = "BI /W 4 /H 1 /BPC 8 /CS /G ID \u{1}EI\u{2} EI BT /F 10 Tf (behind) Tj ET";
    let page = Made { content, ..Made::default() }.page();
    assert_eq!((read(&page).as_str(), page.image), ("behind", true));
}

#[test]
fn text_goes_on_behind_what_is_wrong() {
    assert_eq!(text("1 m 5 l l h BT /F 10 Tf (a) Tj ET 7 re BT /F 10 Tf (b) Tj ET"), "ab");
    assert_eq!(text("/X Do /Y gs (x) TJ BT /F 10 Tf 1 Tj (a) Tj ET"), "a");
}

#[test]
fn states_that_a_form_leaves_open_end_with_it() {
    let inner = form("", "q 3 0 0 3 0 0 cm q q");
    let page = with_forms("/X6 Do BT /F 10 Tf 100 700 Td (a) Tj ET Q BT /F 10 Tf (b) Tj ET", &[inner]);
    assert_eq!(page.glyphs.iter().map(|glyph| glyph.size).collect::<Vec<_>>(), [10.0, 10.0]);
}

#[test]
fn a_form_restores_no_state_that_was_saved_outside_of_it() {
    let inner = form("", "Q Q Q BT /F 10 Tf (i) Tj ET");
    let outer = "q 2 0 0 2 0 0 cm /X6 Do BT /F 10 Tf (a) Tj ET Q BT /F 10 Tf (b) Tj ET";
    let sizes: Vec<(char, f32)> =
        with_forms(outer, &[inner]).glyphs.iter().map(|glyph| (glyph.c, glyph.size)).collect();
    assert_eq!(sizes, [('i', 20.0), ('a', 20.0), ('b', 10.0)]);
    let page = Made { content: "2 0 0 2 0 0 cm Q BT /F 10 Tf (a) Tj ET", ..Made::default() }.page();
    assert_eq!((page.glyphs[0].c, page.glyphs[0].size), ('a', 20.0), "nothing was saved");
}

#[test]
fn a_form_has_a_matrix_and_a_font_of_its_own() {
    let inner = form("/Matrix[1 0 0 1 50 0]", "BT /F 20 Tf 100 700 Td (in) Tj ET");
    let page = with_forms("BT /F 10 Tf (a) Tj /X6 Do (b) Tj ET", &[inner]);
    let first = &page.glyphs[1];
    assert_eq!((read(&page).as_str(), first.x, first.size), ("ainb", 150.0, 20.0));
    assert_eq!((page.glyphs[3].c, page.glyphs[3].size), ('b', 10.0));
}

/// What a content draws where the group `Off` is hidden and `On` is not.
fn layered(content: &str, objects: &[String]) -> String {
    let mut all = vec!["<</Type/OCG/Name(off)>>".to_owned(), "<</Type/OCG/Name(on)>>".to_owned()];
    all.extend_from_slice(objects);
    Made {
        content,
        resources: "/Properties<</Off 6 0 R/On 7 0 R>>/XObject<</X 8 0 R>>",
        catalog: "/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>",
        objects: &all,
    }
    .text()
}

#[test]
fn a_hidden_layer_is_not_read() {
    let content = "BT /F 10 Tf /OC /Off BDC (h) Tj EMC /OC /On BDC (s) Tj EMC (t) Tj ET";
    assert_eq!(layered(content, &[]), "st");
}

#[test]
fn marked_content_within_a_hidden_layer_is_hidden() {
    let content = "BT /F 10 Tf /OC /Off BDC /P BMC (a) Tj EMC /OC /On BDC (b) Tj EMC (c) Tj EMC (d) Tj ET";
    assert_eq!(layered(content, &[]), "d");
    let content = "BT /F 10 Tf /OC /On BDC /OC /Off BDC (a) Tj EMC (b) Tj EMC EMC EMC (c) Tj ET";
    assert_eq!(layered(content, &[]), "bc");
}

#[test]
fn only_the_mark_of_optional_content_hides() {
    assert_eq!(layered("BT /F 10 Tf /Span /Off BDC (s) Tj EMC ET", &[]), "s");
}

#[test]
fn hidden_text_takes_its_room() {
    let content = "BT /F 10 Tf /OC /Off BDC (h) Tj EMC (s) Tj ET";
    let objects = ["<</Type/OCG/Name(off)>>".to_owned()];
    let page = Made {
        content,
        resources: "/Properties<</Off 6 0 R>>",
        catalog: "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>",
        objects: &objects,
    }
    .page();
    assert_eq!((page.glyphs[0].c, page.glyphs[0].x), ('s', 6.0));
}

#[test]
fn a_form_of_a_hidden_layer_is_not_read() {
    for (group, expected) in [("6", "a"), ("7", "fa")] {
        let inner = form(&format!("/OC {group} 0 R"), "BT /F 10 Tf (f) Tj ET");
        assert_eq!(layered("/X Do BT /F 10 Tf (a) Tj ET", &[inner]), expected);
    }
    let inner = form("", "BT /F 10 Tf (f) Tj ET");
    assert_eq!(layered("/OC /Off BDC /X Do EMC BT /F 10 Tf (a) Tj ET", &[inner]), "a");
}

#[test]
fn what_a_form_leaves_open_hides_nothing_outside() {
    let own = "/Resources<</Font<</F 5 0 R>>/Properties<</Off 6 0 R>>>>";
    let inner = stream(
        &format!("/Subtype/Form/BBox[0 0 600 800]{own}"),
        "BT /F 10 Tf (f) Tj /OC /Off BDC /P BMC (h) Tj ET",
    );
    assert_eq!(layered("/X Do BT /F 10 Tf (a) Tj ET", &[inner]), "fa");
}

#[test]
fn text_is_what_it_is_said_to_be() {
    let said = |said: &str, shown: &str| {
        text(&format!("BT /F 10 Tf 100 700 Td (a) Tj /Span <</ActualText {said}>> BDC {shown} EMC (z) Tj ET"))
    };
    assert_eq!(said("(bcd)", "(123) Tj"), "abcdz");
    assert_eq!(said("(ffi)", "(1) Tj"), "affiz");
    assert_eq!(said("(e)", "[(e) 600 (\\264)] TJ"), "aez");
    assert_eq!(said("<FEFF00AD>", "(-) Tj"), "a\u{ad}z");
    assert_eq!(said("()", "(-) Tj"), "az");
    assert_eq!(said("(said)", ""), "az", "what draws nothing has no place");
    assert_eq!(said("<FEFF05D005D1>", "(12) Tj"), "a12z", "drawn in any order");
    assert_eq!(said("(two lines)", "(1) Tj 0 -14 Td (2) Tj"), "a12z");
}

#[test]
fn what_is_said_stands_where_it_is_drawn() {
    let content = "BT /F 10 Tf 100 700 Td /Span <</ActualText (abc)>> BDC (12) Tj EMC (z) Tj ET";
    assert_eq!(
        places(content),
        [('a', 100.0, 700.0), ('b', 104.0, 700.0), ('c', 108.0, 700.0), ('z', 112.0, 700.0)]
    );
    let content = "BT /F 10 Tf 0 1 -1 0 100 700 Tm /Span <</ActualText (abc)>> BDC (12) Tj EMC ET";
    assert_eq!(places(content), [('a', 100.0, 700.0), ('b', 100.0, 704.0), ('c', 100.0, 708.0)]);
}

#[test]
fn the_outermost_says_it() {
    let content = "BT /F 10 Tf /Span <</ActualText (out)>> BDC (1) Tj /Span <</ActualText (in)>> BDC (2) Tj EMC (3) Tj EMC ET";
    assert_eq!(text(content), "out");
    assert_eq!(text("BT /F 10 Tf /Span <</ActualText (open)>> BDC (1) Tj ET"), "open");
}

#[test]
fn a_form_ends_nothing_that_was_begun_outside_of_it() {
    let inner = form("", "BT /F 10 Tf 6 0 Td (2) Tj ET EMC EMC");
    let outer = "BT /F 10 Tf /Span <</ActualText (all)>> BDC (1) Tj ET /X6 Do BT /F 10 Tf 12 0 Td (3) Tj EMC (z) Tj ET";
    assert_eq!(read(&with_forms(outer, &[inner])), "allz");
}

/// A Type 3 font whose two glyphs are squares; `entries` say what its codes are.
fn bitmap_font(entries: &str) -> [String; 2] {
    let font = format!(
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 50 50]/CharProcs<</a 7 0 R/b 7 0 R>>/FirstChar 1/LastChar 2/Widths[50 50]{entries}>>"
    );
    [font, stream("", "50 0 d0 0 0 50 50 re f")]
}

fn in_bitmap(entries: &str, content: &str) -> Page {
    let objects = bitmap_font(entries);
    Made { content, objects: &objects, ..Made::default() }.page()
}

#[test]
fn glyphs_that_are_drawings_are_read_by_their_names() {
    let names = "/FontMatrix[0.01 0 0 0.01 0 0]/Encoding<</Differences[1/a/b]>>";
    let page = in_bitmap(names, "BT /G 10 Tf 100 700 Td <0102> Tj ET");
    let glyphs: Vec<_> =
        page.glyphs.iter().map(|glyph| (glyph.c, glyph.x, glyph.width, glyph.size)).collect();
    assert_eq!(glyphs, [('a', 100.0, 5.0, 10.0), ('b', 105.0, 5.0, 10.0)]);
}

#[test]
fn the_size_of_drawings_may_stand_in_their_matrices_alone() {
    let names = "/FontMatrix[1 0 0 1 0 0]/Encoding<</Differences[1/a/b]>>";
    let page = in_bitmap(names, "BT /G 1 Tf 0.1 0 0 0.1 100 700 Tm <0102> Tj ET");
    let rounded = |value: f32| (value * 100.0).round() / 100.0;
    let glyphs: Vec<_> = page
        .glyphs
        .iter()
        .map(|glyph| (glyph.c, rounded(glyph.x), rounded(glyph.width), rounded(glyph.size)))
        .collect();
    assert_eq!(glyphs, [('a', 100.0, 5.0, 10.0), ('b', 105.0, 5.0, 10.0)]);
}

/// Whether what is set in the font `G` is in italics, at a matrix.
fn slanted(font: &str, matrix: &str) -> bool {
    let content = format!("BT /G 10 Tf {matrix} 100 700 Tm (a) Tj ET");
    let objects = [format!("<</Type/Font/Encoding/WinAnsiEncoding{font}>>")];
    let page = Made { content: &content, objects: &objects, ..Made::default() }.page();
    page.glyphs[0].slanted
}

#[test]
fn italics_are_told_by_the_name_the_descriptor_or_the_skew() {
    const UPRIGHT: &str = "1 0 0 1";
    let described = |name: &str, entries: &str| {
        let descriptor = format!("/FontDescriptor<</Type/FontDescriptor/FontName/{name}{entries}>>");
        format!("/Subtype/TrueType/BaseFont/{name}/FirstChar 97/LastChar 97/Widths[600]{descriptor}")
    };
    assert!(slanted("/Subtype/Type1/BaseFont/Courier-Oblique", UPRIGHT));
    assert!(!slanted("/Subtype/Type1/BaseFont/Courier", UPRIGHT));
    assert!(slanted(&described("ABCDEF+Quill", "/Flags 96"), UPRIGHT));
    assert!(slanted(&described("Quill", "/Flags 32/ItalicAngle -12"), UPRIGHT));
    assert!(!slanted(&described("Quill", "/Flags 32/ItalicAngle 0"), UPRIGHT));
    assert!(!slanted(&described("CMMI10", "/Flags 68/ItalicAngle -14"), UPRIGHT), "of formulas");
    assert!(slanted("/Subtype/Type1/BaseFont/Courier", "1 0 0.2 1"));
    assert!(!slanted("/Subtype/Type1/BaseFont/Courier", "0 1 -1 0"));
}
