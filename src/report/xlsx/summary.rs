//! The sheet of counts.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Chart, ChartPoint, ChartSolidFill, Worksheet, XlsxError};
use strum::IntoEnumIterator;

use super::style;
use crate::model::{Advice, Audit, DocumentSummary, Totals, Verdict, mask};
use crate::report::cell::fit;
use crate::report::clean::clean;
use crate::report::outcome::summary;
use crate::report::words;

/// The name of the sheet.
const NAME: &str = "Summary";

/// The row of the first table's head.
const TABLES: u32 = 3;

/// Writes what the audit comes to.
pub(super) fn write_summary(sheet: &mut Worksheet, audit: &Audit) -> Result<(), XlsxError> {
    let totals = audit.totals();
    sheet.set_name(NAME)?;
    sheet.write_string_with_format(0, 0, "Audit of citations", &style::title())?;
    sheet.write_string(1, 0, summary(audit))?;
    for (column, width) in [(0, 34.0), (1, 52.0), (2, 11.0)] {
        sheet.set_column_width(column, width)?;
    }
    let mut row = verdicts(sheet, TABLES, &totals)? + 1;
    row = advice(sheet, row, &totals)? + 1;
    row = documents(sheet, row, audit)? + 1;
    remarks(sheet, row, &audit.run.remarks)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Every verdict, those that did not occur as well: the table has the same rows in every audit.
fn verdicts(sheet: &mut Worksheet, start: u32, totals: &Totals) -> Result<u32, XlsxError> {
    head(sheet, start, &["verdict", "the source …", "citations"])?;
    let mut row = start + 1;
    for verdict in Verdict::iter() {
        let name: &str = verdict.into();
        sheet.write_string_with_format(row, 0, name, &style::verdict(verdict))?;
        sheet.write_string(row, 1, words::verdict(verdict))?;
        sheet.write_number(row, 2, count(totals.verdicts.get(&verdict)))?;
        row += 1;
    }
    if totals.citations > 0 {
        sheet.insert_chart(start, 4, &chart(start + 1, row - 1))?;
    }
    Ok(row)
}

fn advice(sheet: &mut Worksheet, start: u32, totals: &Totals) -> Result<u32, XlsxError> {
    head(sheet, start, &["advice", "what to do", "citations"])?;
    let mut row = start + 1;
    for advice in Advice::iter() {
        let name: &str = advice.into();
        sheet.write_string_with_format(row, 0, name, &style::advice(advice))?;
        sheet.write_string(row, 1, words::advice(advice))?;
        sheet.write_number(row, 2, count(totals.advice.get(&advice)))?;
        row += 1;
    }
    Ok(row)
}

/// A line for each document, with its counts by verdict.
fn documents(sheet: &mut Worksheet, start: u32, audit: &Audit) -> Result<u32, XlsxError> {
    let columns = ["document", "remarks", "citations"].into_iter();
    let columns: Vec<&str> = columns.chain(Verdict::iter().map(<&str>::from)).collect();
    head(sheet, start, &columns)?;
    let mut counts = BTreeMap::new();
    for finding in &audit.findings {
        *counts.entry((finding.citation.document.as_str(), finding.check.value.verdict)).or_default() += 1;
    }
    let mut row = start + 1;
    for document in &audit.run.documents {
        let name = &document.name;
        let document = document.masked();
        sheet.write_string(row, 0, fit(clean(&document.name).into_owned()))?;
        sheet.write_string_with_format(row, 1, remarks_of(&document), &style::remark())?;
        sheet.write_number(row, 2, document.citations as f64)?;
        for (index, verdict) in Verdict::iter().enumerate() {
            let number = counts.get(&(name.as_str(), verdict));
            sheet.write_number(row, 3 + index as u16, count(number))?;
        }
        row += 1;
    }
    Ok(row)
}

fn remarks_of(document: &DocumentSummary) -> String {
    let unread = document.error.as_ref().map(|error| format!("could not be read: {error}"));
    let remarks: Vec<_> = unread.iter().chain(&document.warnings).map(|remark| clean(remark)).collect();
    fit(remarks.join("; "))
}

fn remarks(sheet: &mut Worksheet, start: u32, remarks: &[String]) -> Result<(), XlsxError> {
    if remarks.is_empty() {
        return Ok(());
    }
    head(sheet, start, &["remarks"])?;
    for (row, remark) in (start + 1..).zip(remarks) {
        sheet.write_string(row, 0, fit(clean(&mask(remark)).into_owned()))?;
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, row: u32, names: &[&str]) -> Result<(), XlsxError> {
    for (column, name) in names.iter().enumerate() {
        sheet.write_string_with_format(row, column as u16, *name, &style::header())?;
    }
    Ok(())
}

fn count(number: Option<&usize>) -> f64 {
    number.copied().unwrap_or_default() as f64
}

/// Bars by verdict. The names stand at the axis and the numbers at the bars, so that the colours
/// are not needed.
fn chart(first: u32, last: u32) -> Chart {
    let mut chart = Chart::new_bar();
    let points: Vec<_> = Verdict::iter()
        .map(|verdict| ChartPoint::new().set_format(ChartSolidFill::new().set_color(style::bar(verdict))))
        .collect();
    chart
        .add_series()
        .set_categories((NAME, first, 0, last, 0))
        .set_values((NAME, first, 2, last, 2))
        .set_name("Citations")
        .set_points(&points)
        .set_data_label(rust_xlsxwriter::ChartDataLabel::new().show_value());
    chart.title().set_name("Citations by verdict");
    chart.legend().set_hidden();
    chart.y_axis().set_reverse();
    chart
        .set_width(520)
        .set_height(300)
        .set_alt_text("Bar chart of the citations by verdict, as in the table beside it");
    chart
}
