use std::fs::File;
use std::io::{Cursor, Read as _, Seek as _};

use calamine::{Data, Range, Reader as _, Xlsx as Workbook};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;

use super::parquet::Parquet;
use super::xlsx::Xlsx;
use super::{HistoryFormat, HistoryWriter as _};
use crate::model::{Advice, ArchiveStatus, Kind, PastFinding, Reason, Verdict};

fn finding(run: i64, title: &str) -> PastFinding {
    PastFinding {
        run,
        run_at: "2026-11-24T09:30:00.25Z".parse().expect("a time"),
        version: "0.1.0".to_owned(),
        document: "a.md".to_owned(),
        note: Some("7".to_owned()),
        kind: Kind::Footnote,
        page: None,
        line: Some(12),
        url: "http://a.example/x".to_owned(),
        title: Some(title.to_owned()),
        source: None,
        published: "2012-12".parse().ok(),
        accessed: None,
        verdict: Verdict::Dead,
        reason: Reason::Http404,
        http_status: Some(404),
        final_url: None,
        checked_at: "2026-11-24T09:31:00Z".parse().expect("a time"),
        archive: ArchiveStatus::Archived,
        snapshot_url: Some("https://archive.example/1/http://a.example/x".to_owned()),
        snapshot_time: "2013-01-02T00:00:00Z".parse().ok(),
        snapshot_offset_days: Some(-3),
        advice: Advice::CiteArchive,
    }
}

fn written(format: HistoryFormat, findings: &[PastFinding]) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut writer = format.begin(&mut out).expect("begun");
    for finding in findings {
        writer.add(finding).expect("added");
    }
    writer.finish().expect("finished");
    out.into_inner()
}

const HEADER: &str = "\u{feff}\"run\",\"run_at\",\"version\",\"document\",\"note\",\"kind\",\"page\",\"line\",\"url\",\
                      \"title\",\"source\",\"published\",\"accessed\",\"verdict\",\"reason\",\"http_status\",\
                      \"final_url\",\"checked_at\",\"archive\",\"snapshot_url\",\"snapshot_time\",\
                      \"snapshot_offset_days\",\"advice\"\r\n";

#[test]
fn csv_is_a_line_a_finding_and_no_formula() {
    let text =
        String::from_utf8(written(HistoryFormat::Csv, &[finding(1, "=1+1\n\u{202e}x")])).expect("text");
    let row = "1,\"2026-11-24T09:30:00Z\",\"0.1.0\",\"a.md\",7,\"footnote\",\"\",12,\"http://a.example/x\",\
               \"'=1+1 x\",\"\",\"2012-12\",\"\",\"dead\",\"http-404\",404,\"\",\"2026-11-24T09:31:00Z\",\
               \"archived\",\"https://archive.example/1/http://a.example/x\",\"2013-01-02T00:00:00Z\",-3,\
               \"cite-archive\"\r\n";
    assert_eq!(text, format!("{HEADER}{row}"));
    assert_eq!(written(HistoryFormat::Csv, &[]), HEADER.as_bytes());
}

#[test]
fn json_lines_keep_every_character() {
    let text =
        String::from_utf8(written(HistoryFormat::Jsonl, &[finding(1, "=1\n\u{202e}x"), finding(2, "y")]));
    let text = text.expect("text");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "{\"run\":1,\"run_at\":\"2026-11-24T09:30:00Z\",\"version\":\"0.1.0\",\"document\":\"a.md\",\"note\":\"7\",\
         \"kind\":\"footnote\",\"page\":null,\"line\":12,\"url\":\"http://a.example/x\",\"title\":\"=1\\n\u{202e}x\",\
         \"source\":null,\"published\":\"2012-12\",\"accessed\":null,\"verdict\":\"dead\",\"reason\":\"http-404\",\
         \"http_status\":404,\"final_url\":null,\"checked_at\":\"2026-11-24T09:31:00Z\",\"archive\":\"archived\",\
         \"snapshot_url\":\"https://archive.example/1/http://a.example/x\",\
         \"snapshot_time\":\"2013-01-02T00:00:00Z\",\"snapshot_offset_days\":-3,\"advice\":\"cite-archive\"}"
    );
    assert_eq!((lines.len(), text.ends_with("}\n")), (2, true));
}

#[test]
fn parquet_is_read_back_with_its_types_group_by_group() {
    let mut file = tempfile::tempfile().expect("a file");
    let mut writer = Box::new(Parquet::with_groups(&mut file, 2).expect("begun"));
    for run in 1..=3 {
        writer.add(&finding(run, "=1\n\u{202e}x")).expect("added");
    }
    writer.finish().expect("finished");
    let reader = SerializedFileReader::<File>::new(file).expect("Parquet");
    assert_eq!(reader.num_row_groups(), 2);
    let rows: Vec<_> = reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 3);
    let text = |text: &str| Field::Str(text.to_owned());
    let fields: Vec<&Field> = rows[2].get_column_iter().map(|(_, field)| field).collect();
    assert_eq!(fields.len(), 23);
    assert_eq!(*fields[0], Field::Long(3));
    assert_eq!(*fields[1], Field::TimestampMillis(1_795_512_600_250));
    assert_eq!([fields[4], fields[6], fields[9]], [&text("7"), &Field::Null, &text("=1\n\u{202e}x")]);
    assert_eq!([fields[15], fields[16], fields[21]], [&Field::Long(404), &Field::Null, &Field::Long(-3)]);
}

/// The day in a column of the first row below the header, as Excel counts it.
fn serial(sheet: &Range<Data>, column: u32) -> f64 {
    match sheet.get_value((1, column)) {
        Some(Data::DateTime(when)) => when.as_f64(),
        other => panic!("no date: {other:?}"),
    }
}

#[test]
fn days_and_times_of_a_workbook_are_dates_and_its_header_filters() {
    let read = PastFinding { accessed: "2013-07-02".parse().ok(), ..finding(1, "A Title") };
    let bytes = written(HistoryFormat::Xlsx, &[read, finding(2, "B")]);
    let mut book = Workbook::new(Cursor::new(&bytes)).expect("a workbook");
    let sheet = book.worksheet_range("History 1").expect("a sheet");
    assert_eq!(sheet.get_value((1, 11)), Some(&Data::String("2012-12".to_owned())), "known to the month");
    assert!((serial(&sheet, 12) - 41_457.0).abs() < f64::EPSILON);
    assert!((serial(&sheet, 17) - 46_350.396_528).abs() < 0.000_001);
    assert!((serial(&sheet, 20) - 41_276.0).abs() < f64::EPSILON);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
        text
    };
    assert!(
        part("xl/worksheets/sheet1.xml").ends_with("</sheetData><autoFilter ref=\"A1:W3\"/></worksheet>")
    );
    assert!(part("xl/workbook.xml").contains("'History 1'!$A$1:$W$3</definedName>"));
}

#[test]
fn a_workbook_goes_on_on_the_next_sheet() {
    let mut file = tempfile::tempfile().expect("a file");
    let mut writer = Box::new(Xlsx::with_rows(&mut file, 3).expect("begun"));
    for run in 1..=3 {
        writer.add(&finding(run, "=1+1\n\u{202e}x")).expect("added");
    }
    writer.finish().expect("finished");
    let mut bytes = Vec::new();
    file.rewind().expect("rewound");
    file.read_to_end(&mut bytes).expect("read");
    let mut book = Workbook::new(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["History 1", "History 2"]);
    let heights: Vec<usize> = book.worksheets().iter().map(|(_, range)| range.height()).collect();
    assert_eq!(heights, [3, 2]);
    let second = book.worksheet_range("History 2").expect("a sheet");
    assert_eq!(second.get_value((0, 9)), Some(&Data::String("title".to_owned())));
    assert_eq!(second.get_value((1, 0)), Some(&Data::Float(3.0)));
    assert!((serial(&second, 1) - 46_350.395_833).abs() < 0.000_001);
    assert_eq!(second.get_value((1, 9)), Some(&Data::String("=1+1 x".to_owned())));
    let formulas = book.worksheet_formula("History 2").expect("a sheet");
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()));
}
