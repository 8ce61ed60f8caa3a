//! One audit in every format, read back and compared cell by cell.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx};
use ibid::model::{Advice, Audit};
use ibid::report::{Cell, Column, Row, Terms, clean, csv, html, json, sarif, xlsx};
use scraper::{Html, Selector};
use serde_json::Value;
use strum::IntoEnumIterator;

use crate::many::many;
use crate::sample::audit;

/// The audit's own cells, as one line each.
fn cells(audit: &Audit) -> Vec<Vec<String>> {
    let row = |finding| Row::of(finding).cells().map(|(_, cell)| shown(cell)).collect();
    audit.findings.iter().map(row).collect()
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => clean(text).into_owned(),
    }
}

fn in_csv(audit: &Audit) -> Vec<Vec<String>> {
    let bytes = csv(audit).unwrap();
    let mut reader = ::csv::Reader::from_reader(&bytes[..]);
    let unmarked = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    reader.records().map(|row| row.unwrap().iter().map(unmarked).collect()).collect()
}

fn in_json(audit: &Audit) -> Vec<Vec<String>> {
    let value: Value = serde_json::from_slice(&json(audit).unwrap()).unwrap();
    let cell = |finding: &Value, column: Column| match &finding[<&str>::from(column)] {
        Value::Null => String::new(),
        Value::String(text) => clean(text).into_owned(),
        other => other.to_string(),
    };
    let row = |finding: &Value| Column::iter().map(|column| cell(finding, column)).collect();
    value["findings"].as_array().unwrap().iter().map(row).collect()
}

fn in_xlsx(audit: &Audit) -> Vec<Vec<String>> {
    let mut workbook = Xlsx::new(Cursor::new(xlsx(audit).unwrap())).unwrap();
    let sheet = workbook.worksheet_range("Findings").unwrap();
    let row = |row: &[Data]| Column::iter().zip(row).map(|(column, cell)| told(column, cell)).collect();
    sheet.rows().skip(1).map(row).collect()
}

/// The columns that the properties of the results hold; what needs no action is no result.
fn in_sarif(audit: &Audit) -> Vec<Vec<String>> {
    let log: Value = serde_json::from_slice(&sarif(audit, &Terms::default()).unwrap()).unwrap();
    let row = |result: &Value| {
        let cell = |column: Column| match &result["properties"][<&str>::from(column)] {
            Value::Null => String::new(),
            Value::String(text) => clean(text).into_owned(),
            other => other.to_string(),
        };
        let row: Vec<String> = Column::iter().map(cell).collect();
        assert_eq!(result["ruleId"], result["properties"]["reason"]);
        row
    };
    log["runs"][0]["results"].as_array().unwrap().iter().map(row).collect()
}

/// The order of SARIF is another: worst first.
#[test]
fn sarif_agrees_on_what_needs_action() {
    for audit in [audit(), many(200), hostile()] {
        let acts = audit.findings.iter().map(|finding| finding.advice != Advice::Keep);
        let rows = cells(&audit).into_iter().zip(acts).filter(|(_, acts)| *acts);
        let mut wanted: Vec<Vec<String>> = rows.map(|(row, _)| row).collect();
        let mut found = in_sarif(&audit);
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted);
    }
}

fn told(column: Column, cell: &Data) -> String {
    let Data::DateTime(time) = cell else { return cell.to_string() };
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    match column {
        Column::Published | Column::Accessed => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"),
    }
}

#[test]
fn csv_json_and_the_workbook_agree_cell_by_cell() {
    for audit in [audit(), many(200), hostile()] {
        let wanted = cells(&audit);
        assert_eq!(in_csv(&audit), wanted);
        assert_eq!(in_json(&audit), wanted);
        assert_eq!(in_xlsx(&audit), wanted);
    }
}

fn hostile() -> Audit {
    let mut audit = audit();
    let texts = [
        "=1+1",
        "<script>alert(1)</script>",
        "| a | b |",
        "\u{1b}[2J\u{202e}x",
        "a\r\nb",
        "\"quoted\", ''",
        "%ED%A0%80",
        "-1",
    ];
    for (finding, text) in audit.findings.iter_mut().zip(texts) {
        let citation = &mut finding.citation;
        for field in [&mut citation.title, &mut citation.source, &mut citation.context, &mut citation.note] {
            *field = Some(text.to_owned());
        }
    }
    audit
}

/// The page tells in words what the table tells in columns; these it holds to the letter.
#[test]
fn the_page_agrees_with_the_table() {
    for audit in [audit(), many(200), hostile()] {
        let page = Html::parse_document(&html(&audit));
        let items = Selector::parse(".findings > li").unwrap();
        let items: Vec<_> = page.select(&items).collect();
        assert_eq!(items.len(), audit.findings.len());
        let link = Selector::parse("a[href]").unwrap();
        for (item, finding) in items.iter().zip(&audit.findings) {
            let row = Row::of(finding);
            let of = |wanted: Column| {
                row.cells().find(|(column, _)| *column == wanted).map(|(_, cell)| shown(cell)).unwrap()
            };
            assert_eq!(item.attr("data-v").unwrap(), of(Column::Verdict));
            assert_eq!(item.attr("data-a").unwrap(), of(Column::Advice));
            let told: String = item.text().collect();
            for column in [
                Column::Url,
                Column::Title,
                Column::Source,
                Column::Context,
                Column::Replacement,
                Column::Reason,
                Column::Note,
            ] {
                assert!(told.contains(&of(column)), "{column}: {} is missing in {told}", of(column));
            }
            let snapshot = of(Column::SnapshotUrl);
            let linked = item.select(&link).any(|link| link.attr("href") == Some(snapshot.as_str()));
            assert!(snapshot.is_empty() || linked, "{snapshot}");
        }
    }
}

/// A second reader opens the workbook and finds what was written, where there is one.
#[test]
fn another_program_opens_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("audit.xlsx");
    std::fs::write(&path, xlsx(&hostile()).unwrap()).unwrap();
    let Some(titles) = by_openpyxl(&path).or_else(|| by_libreoffice(folder.path(), &path)) else {
        return skipped("there is neither openpyxl nor LibreOffice Calc");
    };
    let wanted: Vec<String> = cells(&hostile()).into_iter().map(|mut row| row.remove(7)).collect();
    assert_eq!(titles, wanted);
}

#[expect(clippy::print_stdout, reason = "a test that does nothing says so")]
fn skipped(why: &str) {
    println!("skipped: {why}");
}

const OPENPYXL: &str = "
import json, sys, warnings
warnings.simplefilter('error')
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1])['Findings']
cells = [row[7] for row in sheet.iter_rows(min_row=2)]
assert not any(cell.data_type == 'f' for cell in cells), 'a formula'
print(json.dumps([cell.value or '' for cell in cells]))
";

fn by_openpyxl(path: &Path) -> Option<Vec<String>> {
    let python = |arguments: &[&std::ffi::OsStr]| Command::new("python3").args(arguments).output().ok();
    let has = python(&["-c".as_ref(), "import openpyxl".as_ref()])?;
    if !has.status.success() {
        return None;
    }
    let run = python(&["-c".as_ref(), OPENPYXL.as_ref(), path.as_os_str()])?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(serde_json::from_slice(&run.stdout).unwrap())
}

fn by_libreoffice(folder: &Path, path: &Path) -> Option<Vec<String>> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2";
    let convert = |path: &Path| {
        let arguments = [&profile, "--headless", "--convert-to", filter, "--outdir"];
        Command::new("soffice").args(arguments).arg(folder).arg(path).output().ok()
    };
    // LibreOffice may be there without its spreadsheet.
    std::fs::write(folder.join("probe.csv"), "a,b\n").unwrap();
    let can = convert(&folder.join("probe.csv"))?;
    if String::from_utf8_lossy(&can.stderr).contains("could not be loaded") {
        return None;
    }
    convert(path)?;
    let table = std::fs::read_to_string(folder.join("audit-Findings.csv")).expect("the sheet of findings");
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    Some(reader.records().map(|row| row.unwrap()[7].to_owned()).collect())
}
