//! The file.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::changes::changes;
use super::dates::instant;
use super::findings::Sheet;
use super::summary::write_summary;
use crate::model::Audit;
use crate::report::format::ReportError;

/// The audit as a workbook.
///
/// # Errors
/// [`ReportError::Xlsx`]: more findings than a sheet has rows (1,048,576).
pub fn xlsx(audit: &Audit) -> Result<Vec<u8>, ReportError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(audit));
    write_summary(workbook.add_worksheet(), audit)?;
    Sheet::new().write(workbook.add_worksheet(), audit)?;
    if let Some(sheet) = changes(audit)? {
        workbook.push_worksheet(sheet);
    }
    Ok(workbook.save_to_buffer()?)
}

/// Dated by the last check, not by the clock: the same findings give the same bytes.
fn properties(audit: &Audit) -> DocProperties {
    let properties = DocProperties::new().set_title("Audit of citations").set_author("ibid");
    let last = audit.findings.iter().map(|finding| finding.check.value.checked_at).max();
    let dated = last.and_then(|time| instant(&time.to_string()));
    properties.set_creation_datetime(&dated.unwrap_or_else(epoch))
}

fn epoch() -> ExcelDateTime {
    ExcelDateTime::from_ymd(1970, 1, 1).expect("a day that Excel knows")
}
