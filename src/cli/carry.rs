//! The editor's decisions of an earlier audit: from the workbook that `--carry` names, else from
//! the one that this audit is about to replace.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::conduct::file_name;
use super::failure::Failure;
use crate::model::Decisions;
use crate::report::{ReportFormat, decisions};

/// The decisions to take over.
///
/// # Errors
/// If the workbook cannot be read: writing over it would lose what the editor wrote.
pub(crate) fn carried(
    named: Option<&Path>,
    output: &Path,
    formats: &[ReportFormat],
) -> Result<Decisions, Failure> {
    if let Some(path) = named {
        return read(path, "name the audit.xlsx of an earlier audit with --carry");
    }
    let previous = output.join(file_name(ReportFormat::Xlsx));
    if !formats.contains(&ReportFormat::Xlsx) || !previous.is_file() {
        return Ok(Decisions::default());
    }
    read(&previous, "move it away, or choose another folder with --output: its decisions would be lost")
}

fn read(path: &Path, hint: &str) -> Result<Decisions, Failure> {
    let bytes = fs::read(path).map_err(|error| {
        let cause = match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            _ => error.to_string(),
        };
        Failure::usage(format!("{} cannot be read: {cause}", path.display()), hint)
    })?;
    decisions(&bytes)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", path.display()), hint))
}
