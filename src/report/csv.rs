//! The audit as CSV (RFC 4180): one line a finding, one header.
//!
//! It is opened in spreadsheets by people, and read by programs:
//! - UTF-8 with a byte order mark: without one Excel takes it for the local 8-bit encoding. Python
//!   reads it as `utf-8-sig`; pandas and the `csv` crate need nothing.
//! - A finding is one line, so that `grep`, `diff` and `git` see findings: line breaks within a
//!   cell become spaces, in `as_printed` too. JSON keeps them.
//! - Text is quoted, numbers are not. A cell that a spreadsheet would take for a formula gets an
//!   apostrophe in front (OWASP, "CSV Injection"). So does what follows a semicolon within a cell:
//!   where the semicolon separates lists, Excel splits there, whatever the quotes say.
//! - A cell holds at most 32,767 UTF-16 units, Excel's limit, beyond which it breaks the row.

use std::io::Write;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use strum::IntoEnumIterator;

use super::cell::{begins_formula, fit};
use super::clean::clean;
use super::format::ReportError;
use super::table::{Cell, Column, Row};
use crate::model::Audit;

/// What a file in this form begins with.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The audit as CSV.
///
/// # Errors
/// [`ReportError::Csv`]; none is known to happen in memory.
pub fn csv(audit: &Audit) -> Result<Vec<u8>, ReportError> {
    let mut writer = writer();
    writer.write_record(Column::iter().map(<&str>::from))?;
    for finding in &audit.findings {
        writer.write_record(Row::of(finding).cells().map(|(_, cell)| field(cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

/// A table in this form, still empty.
pub(super) fn writer() -> Writer<Vec<u8>> {
    writer_to(BYTE_ORDER_MARK.to_vec())
}

/// The same behind what was written already: the byte order mark.
pub(super) fn writer_to<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric).from_writer(out)
}

/// A cell as it stands in the file.
pub(super) fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => fit(without_formulas(&clean(text))),
    }
}

/// The text with an apostrophe wherever a spreadsheet would see a formula begin.
fn without_formulas(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut at_start = true;
    for character in text.chars() {
        if at_start && begins_formula(character) {
            safe.push('\'');
        }
        // Blanks and quotes before a formula do not disarm it.
        at_start = character == ';' || (at_start && (character.is_whitespace() || character == '"'));
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\r\n=1", "'=1"),
            ("\u{200b}=1", "'=1"),
            ("\"=1", "\"'=1"),
            ("＝1", "'＝1"),
            ("a;=cmd|' /C calc'!A0;b", "a;'=cmd|' /C calc'!A0;b"),
            ("a; \"=1", "a; \"'=1"),
            ("a-b = c @ d", "a-b = c @ d"),
            ("two\r\nlines", "two lines"),
        ] {
            assert_eq!(field(&Cell::Text(text.to_owned())), cell);
        }
        assert_eq!(field(&Cell::Number(-3)), "-3");
        assert_eq!(field(&Cell::Empty), "");
    }
}
