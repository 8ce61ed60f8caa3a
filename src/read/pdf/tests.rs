//! Pages drawn by hand, read to documents.

use std::sync::Arc;
use std::time::Duration;

use super::glyph::{Area, Direction, Glyph, Page};
use super::reader::read_source;
use super::source::Source;
use super::worker::Cover;
use crate::model::{Document, Kind, MarkKind};
use crate::read::ReadError;

struct Drawn {
    cover: Cover,
    pages: std::vec::IntoIter<Page>,
}

impl Source for Drawn {
    fn cover(&self) -> &Cover {
        &self.cover
    }

    fn page(&mut self) -> Option<Page> {
        self.pages.next()
    }
}

fn try_read(pages: Vec<Page>) -> Result<Document, ReadError> {
    let cover = Cover { pages: pages.len(), ..Cover::default() };
    read_source(&mut Drawn { cover, pages: pages.into_iter() }, Duration::from_mins(10))
}

fn read(pages: Vec<Page>) -> Document {
    try_read(pages).expect("a document")
}

/// Every glyph is half as wide as it is high.
fn write(page: &mut Page, x: f32, y: f32, size: f32, text: &str) -> f32 {
    let width = size / 2.0;
    for (c, step) in text.chars().zip(0_u16..) {
        let x = x + width * f32::from(step);
        page.glyphs.push(Glyph { c, x, y, width, size, direction: Direction::Right, ink: 0, slanted: false });
    }
    x + width * f32::from(u16::try_from(text.chars().count()).expect("a short text"))
}

/// Ten lines of body text at the head of a page.
fn body(page: &mut Page) {
    for (line, number) in
        ["The ministry said on", "Monday that nobody", "had been asked, and"].iter().cycle().zip(0_u8..10)
    {
        write(page, 72.0, 700.0 - 14.0 * f32::from(number), 11.0, line);
    }
}

fn notes(document: &Document) -> Vec<(&str, &str)> {
    document.notes.iter().map(|note| (note.label.as_str(), note.text.text.as_str())).collect()
}

/// A page with a marked sentence, a rule and notes set smaller below it.
fn with_notes(from: u8, notes: &[&str]) -> Page {
    let mut page = Page::default();
    body(&mut page);
    for (step, _) in (0_u8..).zip(notes) {
        let y = 550.0 - 14.0 * f32::from(step);
        let end = write(&mut page, 72.0, y, 11.0, "So the paper wrote.");
        write(&mut page, end, y + 4.0, 6.0, &(from + step).to_string());
    }
    page.rules.push(Area::new((72.0, 200.0), (200.0, 200.5)));
    for (step, note) in (0_u8..).zip(notes) {
        let y = 188.0 - 11.0 * f32::from(step);
        let end = write(&mut page, 72.0, y + 3.0, 5.0, &(from + step).to_string());
        write(&mut page, end + 2.0, y, 9.0, note);
    }
    page
}

#[test]
fn raised_labels_make_notes_and_raised_numbers_their_markers() {
    let document = read(vec![
        with_notes(1, &["Daily, http://a.example/1.", "Weekly, http://a.example/2."]),
        with_notes(3, &["Monthly, http://a.example/3."]),
    ]);
    assert_eq!(
        notes(&document),
        [
            ("1", "Daily, http://a.example/1."),
            ("2", "Weekly, http://a.example/2."),
            ("3", "Monthly, http://a.example/3.")
        ]
    );
    assert!(document.notes.iter().all(|note| note.kind == Kind::Footnote));
    let marks = document.body.iter().flat_map(|block| &block.text.marks);
    let marked: Vec<&MarkKind> = marks.map(|mark| &mark.kind).collect();
    assert_eq!(marked, [&MarkKind::NoteRef(0), &MarkKind::NoteRef(1), &MarkKind::NoteRef(2)]);
    assert!(document.body.iter().any(|block| block.text.text.contains("So the paper wrote.")));
    assert_eq!(document.notes[2].text.place_at(0).page, Some(2));
}

#[test]
fn notes_start_again_on_every_page() {
    let pages = [
        ["Daily, http://a.example/1.", "Weekly, http://a.example/2."],
        ["Ibid.", "Monthly, http://b.example/issue."],
        ["The ministry's own page, http://c.example.", "An interview in Astana."],
    ];
    let document = read(pages.iter().map(|notes| with_notes(1, notes)).collect());
    let labels: Vec<&str> = document.notes.iter().map(|note| note.label.as_str()).collect();
    assert_eq!(labels, ["1", "2", "1", "2", "1", "2"]);
}

#[test]
fn little_text_between_the_parts_of_a_note_is_none_of_it() {
    let mut next = Page::default();
    write(&mut next, 72.0, 700.0, 11.0, "had been asked at all.");
    let end = write(&mut next, 72.0, 686.0, 11.0, "So the paper wrote.");
    write(&mut next, end, 690.0, 6.0, "4");
    next.rules.push(Area::new((72.0, 200.0), (200.0, 200.5)));
    write(&mut next, 72.0, 188.0, 9.0, "page-of-the-year.html.");
    write(&mut next, 72.0, 180.0, 5.0, "4");
    write(&mut next, 76.5, 177.0, 9.0, "Weekly.");
    let document = read(vec![with_notes(1, &["A.", "B.", "Daily, http://a.example/the-"]), next]);
    assert_eq!(notes(&document)[2], ("3", "Daily, http://a.example/the-\u{c}page-of-the-year.html."));
    assert_eq!(notes(&document)[3], ("4", "Weekly."));
}

#[test]
fn a_note_goes_on_at_the_foot_of_the_next_page() {
    let mut next = Page::default();
    body(&mut next);
    next.rules.push(Area::new((72.0, 200.0), (200.0, 200.5)));
    write(&mut next, 72.0, 188.0, 9.0, "page-of-the-year.html.");
    let document = read(vec![with_notes(1, &["A.", "B.", "Daily, http://a.example/the-"]), next]);
    assert_eq!(notes(&document)[2], ("3", "Daily, http://a.example/the-\u{c}page-of-the-year.html."));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut page = Page::default();
    for step in 0_u8..8 {
        let y = 700.0 - 14.0 * f32::from(step);
        write(&mut page, 60.0, y, 10.0, &format!("left column, line number {step}"));
        write(&mut page, 320.0, y, 10.0, &format!("right column, line number {step}"));
    }
    let document = read(vec![page]);
    let text: String = document.body.iter().map(|block| block.text.text.clone() + "\n").collect();
    let at = |words: &str| text.find(words).expect("the line");
    assert!(at("left column, line number 7") < at("right column, line number 0"));
}

#[test]
fn running_heads_and_page_numbers_are_set_aside() {
    let pages = (1_u8..=6).map(|number| {
        let mut page = Page::default();
        write(&mut page, 200.0, 760.0, 9.0, "The Year in Review");
        body(&mut page);
        write(&mut page, 300.0, 40.0, 9.0, &(number + 10).to_string());
        page
    });
    let document = read(pages.collect());
    for block in &document.body {
        assert!(!block.text.text.contains("Review"), "{:?}", block.text.text);
        assert!(!block.text.text.contains(|c: char| c.is_ascii_digit()), "{:?}", block.text.text);
    }
}

#[test]
fn a_link_lies_on_the_text_it_covers() {
    let mut page = Page::default();
    let start = write(&mut page, 72.0, 700.0, 10.0, "See ");
    let end = write(&mut page, start, 700.0, 10.0, "the report");
    write(&mut page, end, 700.0, 10.0, " of that year.");
    page.links.push((Area::new((start, 697.0), (end, 709.0)), Arc::from("http://a.example/report")));
    let document = read(vec![page]);
    let text = &document.body[0].text;
    let (range, target) = (text.marks[0].range.clone(), text.marks[0].kind.clone());
    assert_eq!(&text.text[range], "the report");
    assert_eq!(target, MarkKind::Link("http://a.example/report".to_owned()));
}

#[test]
fn a_link_covers_a_letter_with_the_accent_that_is_drawn_over_it() {
    let mut page = Page::default();
    let start = write(&mut page, 72.0, 700.0, 10.0, "caf");
    let end = write(&mut page, start, 700.0, 10.0, "e");
    write(&mut page, start, 700.0, 10.0, "´");
    let end = write(&mut page, end, 700.0, 10.0, "s");
    page.links.push((Area::new((72.0, 697.0), (end, 709.0)), Arc::from("http://a.example/")));
    let document = read(vec![page]);
    let text = &document.body[0].text;
    assert_eq!((text.text.as_str(), text.marks[0].range.clone()), ("cafés", 0..6));
}

#[test]
fn sideways_pages_are_turned_and_stamps_left_out() {
    let mut page = Page::default();
    write(&mut page, 72.0, 700.0, 10.0, "Set along the long side.");
    for glyph in &mut page.glyphs {
        (glyph.x, glyph.y, glyph.direction) = (-glyph.y, glyph.x, Direction::Up);
    }
    write(&mut page, 0.0, 0.0, 8.0, "stamp");
    assert_eq!(read(vec![page]).body[0].text.text, "Set along the long side.");
}

#[test]
fn characters_of_another_font_are_drawn_into_gaps() {
    let mut page = Page::default();
    let address = "See http://www.wells.example/the-year-of-wells here";
    write(&mut page, 72.0, 700.0, 10.0, address);
    let (signs, rest): (Vec<Glyph>, Vec<Glyph>) =
        page.glyphs.iter().partition(|glyph| "-.:".contains(glyph.c));
    page.glyphs = rest.into_iter().chain(signs).collect();
    assert_eq!(read(vec![page]).body[0].text.text, address);
}

#[test]
fn a_stamp_is_left_out_of_a_page_with_less_text() {
    let stamped = |mut page: Page| {
        let text = page.glyphs.len();
        write(&mut page, 60.0, 590.0, 7.0, "Downloaded from https://press.example/12 on 4 May 2015");
        for glyph in &mut page.glyphs[text..] {
            (glyph.x, glyph.y, glyph.direction) = (-glyph.y, glyph.x, Direction::Up);
        }
        page
    };
    let (mut first, mut last) = (Page::default(), Page::default());
    body(&mut first);
    write(&mut last, 72.0, 700.0, 11.0, "Nobody was asked.");
    let document = read(vec![stamped(first), stamped(last)]);
    let text: String = document.body.iter().map(|block| block.text.text.as_str()).collect();
    assert!(text.ends_with("Nobody was asked."), "{text}");
    assert!(!text.contains("press.example"), "{text}");
}

#[test]
fn gaps_make_spaces_where_the_file_has_none() {
    let mut page = Page::default();
    let end = write(&mut page, 72.0, 700.0, 10.0, "An");
    let end = write(&mut page, end + 2.5, 700.0, 10.0, "early");
    write(&mut page, end + 2.5, 700.0, 10.0, "report");
    assert_eq!(read(vec![page]).body[0].text.text, "An early report");
}

#[test]
fn what_is_drawn_twice_is_read_once() {
    let mut page = Page::default();
    write(&mut page, 72.0, 700.0, 10.0, "A bold word");
    write(&mut page, 72.3, 700.0, 10.0, "A bold word");
    assert_eq!(read(vec![page]).body[0].text.text, "A bold word");
}

#[test]
fn right_to_left_lines_are_read_from_the_right() {
    let mut page = Page::default();
    // As drawn from left to right: the second word, a year, the first word.
    write(&mut page, 72.0, 700.0, 10.0, "םולש 2013 חודה");
    assert_eq!(read(vec![page]).body[0].text.text, "הדוח 2013 שלום");
}

#[test]
fn pages_without_text_are_named() {
    assert_eq!(try_read(vec![Page::default()]), Err(ReadError::Textless));
}

#[test]
fn a_scan_is_named() {
    let scan = || Page { image: true, ..Page::default() };
    assert_eq!(try_read(vec![scan()]), Err(ReadError::Scanned));
    let mut page = Page::default();
    body(&mut page);
    assert_eq!(
        read(vec![page, scan()]).warnings,
        ["1 page of 2 scanned without a text layer: run text recognition (OCR) to have them audited"]
    );
}

#[test]
fn what_is_outside_of_the_shown_part_is_left_out() {
    let mut page = Page::default();
    write(&mut page, 72.0, 700.0, 10.0, "The report.");
    write(&mut page, 72.0, 10.0, 8.0, "report.indd 12");
    page.crop(Area::new((50.0, 50.0), (500.0, 800.0)));
    assert_eq!(read(vec![page]).body[0].text.text, "The report.");
    let mut page = Page::default();
    write(&mut page, 72.0, 700.0, 10.0, "The report.");
    page.crop(Area::new((0.0, 0.0), (10.0, 10.0)));
    assert_eq!(read(vec![page]).body[0].text.text, "The report.");
}

#[test]
fn italics_are_marked_line_by_line() {
    let mut page = with_notes(1, &["Doe, Water and", "B."]);
    let note = page.glyphs.len() - "Doe, Water and".len() - "2B.".len();
    for glyph in &mut page.glyphs[note + "Doe, ".len()..note + "Doe, Water and".len()] {
        glyph.slanted = true;
    }
    let document = read(vec![page]);
    let text = &document.notes[0].text;
    let marked: Vec<(&str, &MarkKind)> =
        text.marks.iter().map(|mark| (&text.text[mark.range.clone()], &mark.kind)).collect();
    assert_eq!(marked, [("Water and", &MarkKind::Emphasis)]);
}

#[test]
fn italics_that_most_of_a_page_is_set_in_mark_nothing() {
    let mut page = with_notes(1, &["Doe, Water and", "B."]);
    page.glyphs.iter_mut().for_each(|glyph| glyph.slanted = true);
    let document = read(vec![page]);
    assert!(document.notes[0].text.marks.is_empty());
}

#[test]
fn raised_numbers_in_brackets_cite_the_entries_of_a_list() {
    let mut page = Page::default();
    body(&mut page);
    for (step, y) in (1_u8..).zip([520.0, 506.0, 492.0]) {
        let end = write(&mut page, 72.0, y, 11.0, "So the paper wrote.");
        write(&mut page, end, y + 4.0, 6.0, &format!("[{step}]"));
    }
    write(&mut page, 72.0, 460.0, 11.0, "References");
    for (step, y) in (1_u8..).zip([440.0, 428.0, 416.0]) {
        write(&mut page, 72.0, y, 11.0, &format!("[{step}] Weekly, http://a.example/{step}"));
    }
    let document = read(vec![page]);
    let marks: Vec<_> =
        document.body.iter().flat_map(|block| &block.text.marks).map(|mark| &mark.kind).collect();
    assert_eq!(marks, [&MarkKind::NoteRef(0), &MarkKind::NoteRef(1), &MarkKind::NoteRef(2)]);
    assert!(document.body.iter().all(|block| !block.text.text.contains(['[', ']'])));
}

/// Every glyph is as wide as it is high.
fn write_wide(page: &mut Page, x: f32, y: f32, size: f32, text: &str) -> f32 {
    for (c, step) in text.chars().zip(0_u16..) {
        let x = x + size * f32::from(step);
        page.glyphs.push(Glyph {
            c,
            x,
            y,
            width: size,
            size,
            direction: Direction::Right,
            ink: 0,
            slanted: false,
        });
    }
    x + size * f32::from(u16::try_from(text.chars().count()).expect("a short text"))
}

#[test]
fn brackets_are_set_into_the_empty_half_of_a_stop() {
    let mut page = Page::default();
    let end = write_wide(&mut page, 72.0, 700.0, 10.0, "王明：");
    // Further back than a segment goes on, as far as the empty halves of both let it.
    write_wide(&mut page, end - 7.0, 700.0, 10.0, "《研究》");
    assert_eq!(read(vec![page]).body[0].text.text, "王明：《研究》");
}
