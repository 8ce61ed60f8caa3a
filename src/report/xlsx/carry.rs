//! The editor's decisions, read back from the workbook of an earlier audit.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::findings::{EDITOR, NAME};
use crate::model::{Decision, Decisions};
use crate::report::table::Column;

/// A workbook from which no decisions can be taken. Fits behind "failed to read …: ".
#[derive(Debug, thiserror::Error)]
pub enum UnreadableWorkbook {
    /// It is no workbook, or is damaged or locked.
    #[error("it is no workbook, or is damaged or locked by a password")]
    NoWorkbook(#[from] calamine::XlsxError),
    /// It has no sheet, or lacks a column, that an audit has.
    #[error("it is no workbook of an audit: it has no {0}")]
    NoAudit(String),
}

/// The decisions in a workbook. Columns are found by their names, so that an editor may move,
/// hide or add some.
///
/// # Errors
/// [`UnreadableWorkbook`] if it is not the workbook of an audit.
pub fn decisions(bytes: &[u8]) -> Result<Decisions, UnreadableWorkbook> {
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    if !workbook.sheet_names().iter().any(|name| name == NAME) {
        return Err(UnreadableWorkbook::NoAudit(format!("sheet “{NAME}”")));
    }
    let sheet = workbook.worksheet_range(NAME)?;
    let formulas = workbook.worksheet_formula(NAME)?;
    let columns = columns(&sheet)?;
    let (top, left) = sheet.start().unwrap_or_default();
    let mut decisions = Decisions::default();
    for (below, row) in sheet.rows().enumerate().skip(1) {
        let cell = |index: usize| columns[index].and_then(|at| row.get(at)).map(text).unwrap_or_default();
        // A formula is kept as it was typed: what it came to means nothing in another workbook.
        let typed = |index: usize| {
            let place = columns[index].map(|at| (top + below as u32, left + at as u32));
            let formula =
                place.and_then(|place| formulas.get_value(place)).filter(|formula| !formula.is_empty());
            formula.map_or_else(|| cell(index), |formula| format!("={formula}"))
        };
        let decision = Decision { decision: typed(3), note: typed(4) };
        if decision != Decision::default() {
            decisions.add(&cell(0), &cell(1), &cell(2), &decision);
        }
    }
    Ok(decisions)
}

/// Where the columns stand that tell a citation and what was decided. The note's may be gone.
fn columns(sheet: &Range<Data>) -> Result<[Option<usize>; 5], UnreadableWorkbook> {
    let heads: HashMap<String, usize> =
        sheet.rows().next().into_iter().flatten().enumerate().map(|(at, head)| (text(head), at)).collect();
    let names: [&str; 5] =
        [Column::Document.into(), Column::Note.into(), Column::Url.into(), EDITOR[0], EDITOR[1]];
    let missing = [names[2], names[3]].into_iter().find(|name| !heads.contains_key(*name));
    match missing {
        Some(name) => Err(UnreadableWorkbook::NoAudit(format!("column “{name}”"))),
        None => Ok(names.map(|name| heads.get(name).copied())),
    }
}

/// A cell as it was typed. A day that an editor types is a date to Excel.
fn text(cell: &Data) -> String {
    let text = match cell {
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) {
                day
            } else {
                format!("{day} {hour:02}:{minute:02}:{second:02}")
            }
        }
        cell => cell.to_string(),
    };
    text.trim().to_owned()
}
