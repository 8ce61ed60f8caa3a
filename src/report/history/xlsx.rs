//! The history as a workbook, written row by row (ECMA-376, SpreadsheetML): a history of years does not
//! fit the memory, and what a general writer keeps on the disk instead is several times the file.
//!
//! A sheet has 1,048,576 rows; what is more goes on the next. Text is inline and always text, never a
//! formula or a link: Excel keeps 65,530 links a sheet. Days and times are Excel's own, in UTC, so that they
//! sort and filter as such; a date that is not known to the day stays text.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Seek, Write};

use strum::IntoEnumIterator;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::column::{HistoryColumn, Holds, Value, row};
use super::format::HistoryWriter;
use crate::model::PastFinding;
use crate::report::cell::fit;
use crate::report::clean::clean;
use crate::report::table::Cell;
use crate::report::xlsx::{day, time};

/// Rows of a sheet, the header among them (Excel specifications and limits).
const ROWS: u32 = 1_048_576;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook being written.
pub(super) struct Xlsx<W: Write + Seek> {
    zip: ZipWriter<BufWriter<W>>,
    sheets: u32,
    /// The next row of the last sheet, from 1.
    next: u32,
    /// The rows of the sheets that are finished.
    filled: Vec<u32>,
    rows: u32,
    /// The row that is being made.
    line: String,
}

impl<W: Write + Seek> Xlsx<W> {
    pub(super) fn begin(out: W) -> io::Result<Self> {
        Self::with_rows(out, ROWS)
    }

    /// With sheets of so many rows.
    pub(super) fn with_rows(out: W, rows: u32) -> io::Result<Self> {
        let zip = ZipWriter::new(BufWriter::new(out));
        let mut begun = Self { zip, sheets: 0, next: 1, filled: Vec::new(), rows, line: String::new() };
        begun.begin_sheet()?;
        Ok(begun)
    }

    /// A sheet with its heads, which stay in sight.
    fn begin_sheet(&mut self) -> io::Result<()> {
        self.sheets += 1;
        self.next = 1;
        self.begin_part(&format!("xl/worksheets/sheet{}.xml", self.sheets))?;
        write!(
            self.zip,
            "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
             topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>{}<sheetData>",
            widths()
        )?;
        self.write_row(HistoryColumn::iter().map(|column| Filled::Cell(Cell::Text(column.to_string()))))
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        let last = self.next - 1;
        self.filled.push(last);
        write!(self.zip, "</sheetData><autoFilter ref=\"A1:{}{last}\"/></worksheet>", last_column())
    }

    fn write_row(&mut self, cells: impl Iterator<Item = Filled>) -> io::Result<()> {
        self.line.clear();
        let row = self.next;
        // Writing to a string cannot fail.
        let _ = write!(self.line, "<row r=\"{row}\">");
        for (column, cell) in ('A'..='Z').zip(cells) {
            let _ = match cell {
                Filled::Cell(Cell::Empty) => Ok(()),
                Filled::Cell(Cell::Number(number)) => {
                    write!(self.line, "<c r=\"{column}{row}\"><v>{number}</v></c>")
                }
                Filled::When(serial, format) => {
                    write!(self.line, "<c r=\"{column}{row}\" s=\"{format}\"><v>{serial}</v></c>")
                }
                Filled::Cell(Cell::Text(text)) => write!(
                    self.line,
                    "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(&fit(clean(&text).into_owned()))
                ),
            };
        }
        self.line.push_str("</row>");
        self.next += 1;
        self.zip.write_all(self.line.as_bytes())
    }

    /// The names under which Excel keeps the filters of the sheets.
    fn filters(&self) -> String {
        let column = last_column();
        let each = self.filled.iter().zip(1..).map(|(last, sheet): (_, u32)| {
            format!(
                "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{}\" hidden=\"1\">'History {sheet}'!$A$1:\
                 ${column}${last}</definedName>",
                sheet - 1
            )
        });
        each.collect()
    }

    fn begin_part(&mut self, name: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .large_file(true);
        Ok(self.zip.start_file(name, options)?)
    }

    fn part(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.begin_part(name)?;
        write!(self.zip, "{HEAD}{text}")
    }

    /// What says which sheets there are.
    fn write_frame(&mut self) -> io::Result<()> {
        let each = |told: fn(u32) -> String| (1..=self.sheets).map(told).collect::<String>();
        let sheets = each(|sheet| {
            format!("<sheet name=\"History {sheet}\" sheetId=\"{sheet}\" r:id=\"rId{sheet}\"/>")
        });
        let relations = each(|sheet| {
            format!(
                "<Relationship Id=\"rId{sheet}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{sheet}.xml\"/>"
            )
        }) + &format!(
            "<Relationship Id=\"rIdStyles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>"
        );
        let types = each(|sheet| {
            format!(
                "<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" ContentType=\"application/\
                 vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            )
        });
        self.part(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets><definedNames>{}\
                 </definedNames></workbook>",
                self.filters()
            ),
        )?;
        self.part("xl/styles.xml", &styles())?;
        self.part(
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships xmlns=\"{RELATIONS}\">{relations}</Relationships>"),
        )?;
        self.part(
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        )?;
        self.part(
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default \
                 Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/styles.xml\" ContentType=\"application/\
                 vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>"
            ),
        )
    }
}

impl<W: Write + Seek> HistoryWriter for Xlsx<W> {
    fn add(&mut self, finding: &PastFinding) -> io::Result<()> {
        if self.next > self.rows {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        self.write_row(row(finding).map(|(column, value)| Filled::of(column, value)))
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.end_sheet()?;
        self.write_frame()?;
        self.zip.finish()?.flush()
    }
}

/// What stands in a cell.
enum Filled {
    Cell(Cell),
    /// A day or a time, as Excel counts them, and its format.
    When(f64, usize),
}

/// The formats of days and times, by the number under which cells name them.
const FORMATS: [(usize, &str); 2] = [(1, "yyyy\\-mm\\-dd"), (2, "yyyy\\-mm\\-dd\\ hh:mm:ss")];
const DAY: usize = FORMATS[0].0;
const TIME: usize = FORMATS[1].0;

impl Filled {
    fn of(column: HistoryColumn, value: Value) -> Self {
        let when = match (&value, column) {
            (Value::Time(at), _) => time(*at).map(|at| (at, TIME)),
            (Value::Text(text), HistoryColumn::Published | HistoryColumn::Accessed) => {
                day(text).map(|day| (day, DAY))
            }
            _ => None,
        };
        when.map_or_else(|| Self::Cell(value.cell()), |(when, format)| Self::When(when.to_excel(), format))
    }
}

/// The widths of the columns with days and times, in characters: what does not fit is shown as `####`.
fn widths() -> String {
    let mut widths = String::from("<cols>");
    for (number, column) in (1..).zip(HistoryColumn::iter()) {
        let width = match column {
            HistoryColumn::Published | HistoryColumn::Accessed => 12,
            column if column.holds() == Holds::Time => 20,
            _ => continue,
        };
        // Writing to a string cannot fail.
        let _ =
            write!(widths, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    widths + "</cols>"
}

fn last_column() -> char {
    ('A'..='Z').zip(HistoryColumn::iter()).last().map_or('A', |(letter, _)| letter)
}

/// One plain style and one for each format.
fn styles() -> String {
    const FIRST_OWN: usize = 164;
    let formats = FORMATS
        .map(|(number, code)| format!("<numFmt numFmtId=\"{}\" formatCode=\"{code}\"/>", FIRST_OWN + number));
    let used = FORMATS.map(|(number, _)| {
        format!(
            "<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>",
            FIRST_OWN + number
        )
    });
    let plain = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"";
    format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\">{}</numFmts><fonts count=\"1\"><font><sz val=\"11\"/>\
         <name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\">{plain}/></cellStyleXfs><cellXfs count=\"{}\">{plain} xfId=\"0\"/>{}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         </styleSheet>",
        FORMATS.len(),
        formats.concat(),
        FORMATS.len() + 1,
        used.concat()
    )
}

/// A text as XML holds it. `_x0041_` would be read as a letter (ECMA-376, 22.9.2.19), so its first
/// character is written that way.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '_' if is_code(&text.as_bytes()[at..]) => written.push_str("_x005F_"),
            '\u{fffe}' | '\u{ffff}' => written.push('\u{fffd}'),
            character => written.push(character),
        }
    }
    written
}

/// Whether this begins like `_x0041_`.
fn is_code(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', digits @ .., ] if digits.get(4) == Some(&b'_')
        && digits.iter().take(4).all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_coded_letter_is_none() {
        assert_eq!(escaped("a<b>&c"), "a&lt;b&gt;&amp;c");
        assert_eq!(escaped("_x0041_ _x004g_ _x0041"), "_x005F_x0041_ _x004g_ _x0041");
        assert_eq!(escaped("\u{ffff}"), "\u{fffd}");
    }
}
