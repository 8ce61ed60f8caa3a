//! The sheet of findings.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, Worksheet, XlsxError};
use strum::IntoEnumIterator;

use super::links::Links;
use super::{dates, style};
use crate::model::{Audit, Decisions, Finding};
use crate::report::cell::{begins_formula, fit};
use crate::report::clean::clean;
use crate::report::table::{Cell, Column, Row};

/// The name of the sheet.
pub(super) const NAME: &str = "Findings";

/// The heads of the editor's columns, behind the audit's own.
pub(super) const EDITOR: [&str; 2] = ["decision", "editor_note"];

/// What the drop-down offers; other words are taken as well.
const DECISIONS: [&str; 6] =
    ["accept advice", "keep as is", "replace source", "ask the author", "look again", "done"];

/// The sheet being written.
pub(super) struct Sheet {
    links: Links,
    body: Format,
    quoted: Format,
    link: Format,
    day: Format,
    instant: Format,
    editor: Format,
    editor_quoted: Format,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self {
            links: Links::new(),
            body: style::body(),
            quoted: style::quoted(),
            link: style::link(),
            day: style::day(),
            instant: style::instant(),
            editor: style::editor(),
            editor_quoted: style::editor().set_quote_prefix(),
        }
    }

    /// Writes every finding.
    pub(super) fn write(mut self, sheet: &mut Worksheet, audit: &Audit) -> Result<(), XlsxError> {
        sheet.set_name(NAME)?;
        write_header(sheet)?;
        for (index, finding) in audit.findings.iter().enumerate() {
            self.write_finding(sheet, index as u32 + 1, finding, &audit.run.decisions)?;
        }
        let last = audit.findings.len() as u32;
        sheet.autofilter(0, 0, last, editor_column(1))?;
        sheet.set_freeze_panes(1, 2)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.add_data_validation(1, editor_column(0), last.max(1), editor_column(0), &drop_down()?)?;
        Ok(())
    }

    fn write_finding(
        &mut self,
        sheet: &mut Worksheet,
        row: u32,
        finding: &Finding,
        decisions: &Decisions,
    ) -> Result<(), XlsxError> {
        let cells = Row::of(finding);
        for (index, (column, cell)) in cells.cells().enumerate() {
            self.write_cell(sheet, (row, index as u16), column, cell, finding)?;
        }
        let key = [Column::Document, Column::Note, Column::Url].map(|column| cells.text(column));
        let decided = decisions.of(key[0], key[1], key[2]).cloned().unwrap_or_default();
        for (index, text) in [decided.decision, decided.note].iter().enumerate() {
            let place = (row, editor_column(index as u16));
            let format = if text.starts_with(begins_formula) { &self.editor_quoted } else { &self.editor };
            sheet.write_string_with_format(place.0, place.1, fit(lines(text)), format)?;
        }
        Ok(())
    }

    fn write_cell(
        &mut self,
        sheet: &mut Worksheet,
        (row, place): (u32, u16),
        column: Column,
        cell: &Cell,
        finding: &Finding,
    ) -> Result<(), XlsxError> {
        let text = match cell {
            Cell::Empty => return Ok(()),
            Cell::Number(number) => {
                sheet.write_number_with_format(row, place, *number as f64, &self.body)?;
                return Ok(());
            }
            Cell::Text(text) => fit(clean(text).into_owned()),
        };
        match column {
            Column::Verdict => {
                sheet.write_string_with_format(
                    row,
                    place,
                    text,
                    &style::verdict(finding.check.value.verdict),
                )?;
            }
            Column::Advice => {
                sheet.write_string_with_format(row, place, text, &style::advice(finding.advice))?;
            }
            Column::Url | Column::FinalUrl | Column::SnapshotUrl => {
                self.write_address(sheet, (row, place), text)?;
            }
            Column::Published | Column::Accessed => {
                self.write_date(sheet, (row, place), text, dates::day, &self.day)?;
            }
            Column::CheckedAt | Column::SnapshotTime => {
                self.write_date(sheet, (row, place), text, dates::instant, &self.instant)?;
            }
            _ => self.write_text(sheet, (row, place), text)?,
        }
        Ok(())
    }

    fn write_address(
        &mut self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        text: String,
    ) -> Result<(), XlsxError> {
        let Some(link) = self.links.to(&text) else { return self.write_text(sheet, at, text) };
        sheet.write_url_with_options(at.0, at.1, link, text, "", Some(&self.link))?;
        Ok(())
    }

    fn write_date(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        text: String,
        read: impl Fn(&str) -> Option<rust_xlsxwriter::ExcelDateTime>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let Some(date) = read(&text) else { return self.write_text(sheet, at, text) };
        sheet.write_datetime_with_format(at.0, at.1, date, format)?;
        Ok(())
    }

    fn write_text(&self, sheet: &mut Worksheet, at: (u32, u16), text: String) -> Result<(), XlsxError> {
        let format = if text.starts_with(begins_formula) { &self.quoted } else { &self.body };
        sheet.write_string_with_format(at.0, at.1, text, format)?;
        Ok(())
    }
}

/// What an editor typed, its line breaks kept.
fn lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

fn write_header(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (index, column) in Column::iter().enumerate() {
        let name: &str = column.into();
        sheet.write_string_with_format(0, index as u16, name, &style::header())?;
        sheet.set_column_width(index as u16, style::width(column))?;
    }
    for (index, name) in EDITOR.iter().enumerate() {
        sheet.write_string_with_format(0, editor_column(index as u16), *name, &style::editor_header())?;
        sheet.set_column_width(editor_column(index as u16), [18.0, 40.0][index])?;
    }
    Ok(())
}

/// Where one of the editor's columns stands.
fn editor_column(index: u16) -> u16 {
    Column::iter().count() as u16 + index
}

/// An aid, not a fence: the editor may write another word.
fn drop_down() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&DECISIONS)?
        .set_error_style(DataValidationErrorStyle::Information)
        .set_input_title("Your decision")?
        .set_input_message("Pick one, or write your own. The next audit takes it over.")
}
