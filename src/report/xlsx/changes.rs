//! The sheet of what is new since the earlier audit.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::links::Links;
use super::{dates, style};
use crate::model::{Audit, ChangeKind, Earlier, Finding};
use crate::report::cell::{begins_formula, fit};
use crate::report::clean::clean;
use crate::report::since::{became, changes_in_words};
use crate::report::table::second;
use crate::report::words;

/// The name of the sheet.
const NAME: &str = "Changes";

/// The heads of its columns, with their widths in characters.
const COLUMNS: [(&str, f64); 11] = [
    ("change", 20.0),
    ("document", 24.0),
    ("note", 6.0),
    ("kind", 12.0),
    ("title", 36.0),
    ("url", 44.0),
    ("verdict", 14.0),
    ("verdict_before", 14.0),
    ("reason_before", 19.0),
    ("checked_before", 19.0),
    ("url_before", 44.0),
];

/// A row: texts in the order of the columns, secrets masked.
type Cells = [String; COLUMNS.len()];

/// Writes what changed, in the order in which it is told everywhere, and what is gone; no sheet
/// where the audit was not held against an earlier one.
pub(super) fn changes(audit: &Audit) -> Result<Option<Worksheet>, XlsxError> {
    let (Some(since), Some(line)) = (&audit.run.since, changes_in_words(audit)) else { return Ok(None) };
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?;
    sheet.write_string(0, 0, line)?;
    for (index, (name, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(HEAD, index, name, &style::header())?;
        sheet.set_column_width(index, width)?;
    }
    let changed = ChangeKind::changes().flat_map(|kind| became(audit, kind));
    let rows = changed.map(|finding| of_finding(&finding.masked()));
    let rows = rows.chain(since.gone.iter().map(|earlier| of_gone(&earlier.masked())));
    let mut links = Links::new();
    let mut last = HEAD;
    for cells in rows {
        last += 1;
        write_row(&mut sheet, last, &cells, &mut links)?;
    }
    sheet.autofilter(HEAD, 0, last, COLUMNS.len() as u16 - 1)?;
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(Some(sheet))
}

/// The row of the heads, below the line of counts.
const HEAD: u32 = 2;

fn write_row(sheet: &mut Worksheet, row: u32, cells: &Cells, links: &mut Links) -> Result<(), XlsxError> {
    for (column, (text, (name, _))) in (0..).zip(cells.iter().zip(COLUMNS)) {
        if text.is_empty() {
            continue;
        }
        let text = fit(clean(text).into_owned());
        let link = if name == "url" || name == "url_before" { links.to(&text) } else { None };
        if let Some(link) = link {
            sheet.write_url_with_options(row, column, link, text, "", Some(&style::link()))?;
        } else if let Some(time) = dates::instant(&text).filter(|_| name == "checked_before") {
            sheet.write_datetime_with_format(row, column, time, &style::instant())?;
        } else {
            let format = if text.starts_with(begins_formula) { style::quoted() } else { style::body() };
            sheet.write_string_with_format(row, column, text, &format)?;
        }
    }
    Ok(())
}

fn of_finding(finding: &Finding) -> Cells {
    let citation = &finding.citation;
    let change = finding.change.as_ref();
    let before = change.and_then(|change| change.before.as_ref());
    let kind = change.map(|change| words::change(change.kind).to_owned()).unwrap_or_default();
    [
        kind,
        citation.document.clone(),
        citation.note.clone().unwrap_or_default(),
        citation.kind.to_string(),
        citation.title.clone().unwrap_or_default(),
        citation.url.clone().unwrap_or_default(),
        finding.check.value.verdict.to_string(),
        before.map(|before| before.verdict.to_string()).unwrap_or_default(),
        before.map(|before| before.reason.to_string()).unwrap_or_default(),
        before.map(|before| second(before.checked_at)).unwrap_or_default(),
        before.and_then(|before| before.url.clone()).unwrap_or_default(),
    ]
}

fn of_gone(earlier: &Earlier) -> Cells {
    [
        words::GONE.to_owned(),
        earlier.document.clone(),
        earlier.note.clone().unwrap_or_default(),
        earlier.kind.to_string(),
        earlier.title.clone().unwrap_or_default(),
        String::new(),
        String::new(),
        earlier.verdict.to_string(),
        earlier.reason.to_string(),
        second(earlier.checked_at),
        earlier.url.clone(),
    ]
}
