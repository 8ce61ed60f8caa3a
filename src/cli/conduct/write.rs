//! The audit in every format that was asked for.

use std::path::PathBuf;

use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::terminal::Terminal;
use crate::model::{Audit, Receipt};
use crate::report::{ReportFormat, Terms, receipts_csv, render_with};

/// The name of an audit's file: `audit.csv`.
pub(crate) fn file_name(format: ReportFormat) -> String {
    format!("audit.{}", format.extension())
}

/// The name of the receipts' file.
pub(crate) const RECEIPTS: &str = "saved.csv";

/// Whether there is anything to tell of.
pub(super) fn is_any_read(audit: &Audit) -> bool {
    audit.run.documents.iter().any(|document| document.error.is_none())
}

/// Writes the audit in each format. One that fails is told, and the others are still written.
/// Gives the files, and whether all could be written. Where nothing could be read there is no audit,
/// and an earlier one is not replaced by an empty one.
pub(super) fn write_all(
    audit: &Audit,
    formats: &[ReportFormat],
    terms: &Terms,
    folder: &Folder,
    terminal: &Terminal,
) -> (Vec<PathBuf>, bool) {
    if !is_any_read(audit) {
        terminal.error(
            "no document could be read, so no audit is written",
            Some("what an earlier run wrote stays as it is"),
        );
        return (Vec::new(), true);
    }
    let mut written = Vec::new();
    for format in formats {
        match write(audit, *format, terms, folder) {
            Ok(path) => written.push(path),
            Err(failure) => terminal.failure(&failure),
        }
    }
    let complete = written.len() == formats.len();
    (written, complete)
}

fn write(audit: &Audit, format: ReportFormat, terms: &Terms, folder: &Folder) -> Result<PathBuf, Failure> {
    let bytes = render_with(format, audit, terms).map_err(|error| {
        Failure::run(format!("{}: {error}", file_name(format)), "report this as a bug of ibid")
    })?;
    folder.write(&file_name(format), &bytes)
}

/// Writes the receipts; adds their file to those written, and says whether that could be done.
pub(super) fn write_receipts(
    receipts: &[Receipt],
    folder: &Folder,
    written: &mut Vec<PathBuf>,
    terminal: &Terminal,
) -> bool {
    let bytes = receipts_csv(receipts)
        .map_err(|error| Failure::run(format!("{RECEIPTS}: {error}"), "report this as a bug of ibid"));
    match bytes.and_then(|bytes| folder.write(RECEIPTS, &bytes)) {
        Ok(path) => written.push(path),
        Err(failure) => {
            terminal.failure(&failure);
            return false;
        }
    }
    true
}
