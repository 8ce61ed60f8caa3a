//! The history as a workbook. A sheet has 1,048,576 rows; what is more goes on the next.
//!
//! Text is written as text, never as a formula or a link: Excel keeps 65,530 links a sheet.

use std::io::{self, Seek, Write};

use rust_xlsxwriter::{Workbook, XlsxError};
use strum::IntoEnumIterator;

use super::column::{HistoryColumn, row};
use super::format::HistoryWriter;
use crate::model::PastFinding;
use crate::report::cell::fit;
use crate::report::clean::clean;
use crate::report::table::Cell;

/// Rows of a sheet, the header among them (Excel specifications and limits).
const ROWS: u32 = 1_048_576;

/// A workbook being made.
pub(super) struct Xlsx<W> {
    out: W,
    workbook: Workbook,
    /// The next row of the last sheet.
    next: u32,
    rows: u32,
}

impl<W: Write + Seek + Send> Xlsx<W> {
    pub(super) fn begin(out: W) -> io::Result<Self> {
        Self::with_rows(out, ROWS)
    }

    /// With sheets of so many rows.
    pub(super) fn with_rows(out: W, rows: u32) -> io::Result<Self> {
        let mut begun = Self { out, workbook: Workbook::new(), next: 0, rows };
        begun.add_sheet().map_err(refused)?;
        Ok(begun)
    }

    fn add_sheet(&mut self) -> Result<(), XlsxError> {
        let number = self.workbook.worksheets().len() + 1;
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(format!("History {number}"))?.set_freeze_panes(1, 0)?;
        for (column, name) in (0..).zip(HistoryColumn::iter()) {
            sheet.write_string(0, column, <&str>::from(name))?;
        }
        self.next = 1;
        Ok(())
    }

    fn add_row(&mut self, finding: &PastFinding) -> Result<(), XlsxError> {
        if self.next == self.rows {
            self.add_sheet()?;
        }
        let last = self.workbook.worksheets().len() - 1;
        let sheet = self.workbook.worksheet_from_index(last)?;
        for (column, (_, value)) in (0..).zip(row(finding)) {
            match value.cell() {
                Cell::Empty => {}
                Cell::Number(number) => {
                    sheet.write_number(self.next, column, number as f64)?;
                }
                Cell::Text(text) => {
                    sheet.write_string(self.next, column, fit(clean(&text).into_owned()))?;
                }
            }
        }
        self.next += 1;
        Ok(())
    }
}

impl<W: Write + Seek + Send> HistoryWriter for Xlsx<W> {
    fn add(&mut self, finding: &PastFinding) -> io::Result<()> {
        self.add_row(finding).map_err(refused)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.workbook.save_to_writer(self.out).map_err(refused)
    }
}

/// The error of the disk, if it is one.
fn refused(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}
