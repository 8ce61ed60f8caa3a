//! The workbook, read back by another implementation than the one that wrote it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Read as _};

use calamine::{Data, Range, Reader as _, Xlsx};
use ibid::model::{Audit, Decision, Decisions};
use ibid::report::{Column, decisions, xlsx};
use strum::IntoEnumIterator as _;
use zip::ZipArchive;

use crate::sample;

fn workbook(audit: &Audit) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(xlsx(audit).unwrap())).unwrap()
}

fn findings(audit: &Audit) -> Range<Data> {
    workbook(audit).worksheet_range("Findings").unwrap()
}

fn part(audit: &Audit, name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(xlsx(audit).unwrap())).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn column(sheet: &Range<Data>, name: &str) -> Vec<String> {
    let at =
        sheet.rows().next().unwrap().iter().position(|head| *head == Data::String(name.to_owned())).unwrap();
    sheet.rows().skip(1).map(|row| row[at].to_string()).collect()
}

#[test]
fn the_sheet_has_the_audits_columns_and_two_for_the_editor() {
    let sheet = findings(&sample::audit());
    let heads: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let wanted = Column::iter().map(|column| column.to_string());
    assert_eq!(heads, wanted.chain(["decision".to_owned(), "editor_note".to_owned()]).collect::<Vec<_>>());
    assert_eq!(sheet.rows().count(), 1 + sample::audit().findings.len());
    assert_eq!(column(&sheet, "verdict")[..3], ["dead", "dead", "alive"]);
    assert_eq!(column(&sheet, "decision"), [""; 9]);
}

#[test]
fn days_and_times_are_true_dates_and_a_month_is_text() {
    let mut audit = sample::audit();
    audit.findings.truncate(2);
    audit.findings[0].citation.accessed = Some("2013-07-02".parse().unwrap());
    audit.findings[1].citation.accessed = Some("2013-07".parse().unwrap());
    let sheet = findings(&audit);
    let at = Column::iter().position(|column| column == Column::Accessed).unwrap();
    let cells: Vec<&Data> = sheet.rows().skip(1).map(|row| &row[at]).collect();
    let Data::DateTime(day) = cells[0] else { panic!("no date: {:?}", cells[0]) };
    assert!((day.as_f64() - 41_457.0).abs() < f64::EPSILON);
    assert_eq!(*cells[1], Data::String("2013-07".to_owned()));
    let checked = Column::iter().position(|column| column == Column::CheckedAt).unwrap();
    assert!(matches!(sheet.get((1, checked)), Some(Data::DateTime(_))));
}

#[test]
fn addresses_are_links_and_text_is_never_a_formula() {
    let mut audit = sample::audit();
    audit.findings.truncate(1);
    audit.findings[0].citation.title = Some("=HYPERLINK(\"http://evil.example\")".to_owned());
    audit.findings[0].citation.url = Some("javascript:alert(1)".to_owned());
    let sheet = findings(&audit);
    assert_eq!(column(&sheet, "title"), ["=HYPERLINK(\"http://evil.example\")"]);
    let xml = part(&audit, "xl/worksheets/sheet2.xml");
    assert!(!xml.contains("<f>"), "a formula");
    let targets = part(&audit, "xl/worksheets/_rels/sheet2.xml.rels");
    assert!(!targets.contains("javascript"), "{targets}");
    let snapshot = column(&sheet, "snapshot_url").remove(0);
    assert!(targets.contains(&format!("Target=\"{snapshot}\"")), "{targets}");
}

#[test]
fn the_same_findings_give_the_same_bytes() {
    assert_eq!(xlsx(&sample::audit()).unwrap(), xlsx(&sample::audit()).unwrap());
}

#[test]
fn the_summary_counts_by_verdict_advice_and_document() {
    let summary = workbook(&sample::audit()).worksheet_range("Summary").unwrap();
    let rows: Vec<Vec<String>> =
        summary.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let number = |name: &str| rows.iter().find(|row| row[0] == name).map(|row| row[2].clone());
    let totals = sample::audit().totals();
    for (verdict, count) in &totals.verdicts {
        assert_eq!(number(&verdict.to_string()), Some(count.to_string()), "{verdict}");
    }
    for (advice, count) in &totals.advice {
        assert_eq!(number(&advice.to_string()), Some(count.to_string()), "{advice}");
    }
    assert!(part(&sample::audit(), "xl/charts/chart1.xml").contains("Citations by verdict"));
}

#[test]
fn an_editors_decisions_survive() {
    let mut audit = sample::audit();
    let url = audit.findings[1].citation.url.clone().unwrap();
    let document = audit.findings[1].citation.document.clone();
    let note = audit.findings[1].citation.note.clone().unwrap();
    let decided = Decision { decision: "done".to_owned(), note: "asked; a new source comes".to_owned() };
    let mut made = Decisions::default();
    made.add(&document, &note, &url, &decided);
    audit.run.decisions = made;
    let carried = decisions(&xlsx(&audit).unwrap()).unwrap();
    assert_eq!(carried.of(&document, &note, &url), Some(&decided));
    let mut next = sample::audit();
    next.findings.remove(0);
    next.run.decisions = carried;
    let sheet = findings(&next);
    assert_eq!(column(&sheet, "decision")[..2], ["done", ""]);
    assert_eq!(column(&sheet, "editor_note")[..2], ["asked; a new source comes", ""]);
}

#[test]
fn what_is_no_workbook_of_an_audit_is_refused() {
    let refused = |bytes: &[u8]| decisions(bytes).unwrap_err().to_string();
    assert_eq!(refused(b"PK"), "it is no workbook, or is damaged or locked by a password");
    let mut other = rust_xlsxwriter::Workbook::new();
    other.add_worksheet().write_string(0, 0, "x").unwrap();
    assert_eq!(
        refused(&other.save_to_buffer().unwrap()),
        "it is no workbook of an audit: it has no sheet “Findings”"
    );
    let mut sheetless = rust_xlsxwriter::Workbook::new();
    sheetless.add_worksheet().set_name("Findings").unwrap().write_string(0, 0, "url").unwrap();
    assert_eq!(
        refused(&sheetless.save_to_buffer().unwrap()),
        "it is no workbook of an audit: it has no column “decision”"
    );
}

#[test]
fn an_audit_without_findings_is_a_workbook_too() {
    assert_eq!(findings(&sample::nothing()).rows().count(), 1);
    assert!(decisions(&xlsx(&sample::nothing()).unwrap()).unwrap().is_empty());
}

/// What an editor may type: it is carried over as typed, and again, and is never run.
#[test]
fn formulas_numbers_days_and_line_breaks_of_the_editor_survive() {
    let audit = sample::audit();
    let mut edited = rust_xlsxwriter::Workbook::new();
    let sheet = edited.add_worksheet().set_name("Findings").unwrap();
    for (at, head) in ["url", "decision", "editor_note"].iter().enumerate() {
        sheet.write_string(0, at as u16, *head).unwrap();
    }
    let url = |row: u32| audit.findings[row as usize - 1].citation.url.clone().unwrap();
    for row in 1..=5 {
        sheet.write_string(row, 0, url(row)).unwrap();
    }
    sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=1+2").set_result("3")).unwrap();
    sheet.write_number(2, 2, 42.5).unwrap();
    sheet.write_string(3, 2, "first line\nsecond line").unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 3, 2).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_datetime_with_format(4, 2, &day, &format).unwrap();
    sheet.write_number(5, 1, 7.0).unwrap();
    let mut bytes = edited.save_to_buffer().unwrap();
    for _ in 0..2 {
        let mut next = audit.clone();
        next.run.decisions = decisions(&bytes).unwrap();
        bytes = xlsx(&next).unwrap();
        let sheet = findings(&next);
        let wanted = ["=1+2", "42.5", "first line\nsecond line", "2026-03-02", ""];
        assert_eq!(column(&sheet, "editor_note")[..5], wanted);
        assert_eq!(column(&sheet, "decision")[..5], ["", "", "", "", "7"]);
        assert!(!part(&next, "xl/worksheets/sheet2.xml").contains("<f>"), "a formula");
    }
}
