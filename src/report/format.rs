//! The formats a report can be written in.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use crate::model::Audit;

/// A format of the audit.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ReportFormat {
    /// A table for spreadsheets.
    Csv,
    /// Text that an editor reads and forwards.
    #[serde(rename = "md")]
    #[strum(to_string = "md", serialize = "markdown")]
    Markdown,
    /// Everything, for programs.
    Json,
    /// A page for a browser, in one file.
    Html,
    /// A workbook for Excel, with room for the editor's decisions.
    Xlsx,
}

impl ReportFormat {
    /// The usual file extension, without the dot; also the format's name.
    pub fn extension(self) -> &'static str {
        self.into()
    }
}

/// The audit could not be put into a format. Fits behind "failed to write the report: ".
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The CSV writer refused.
    #[error("the table could not be made: {0}")]
    Csv(#[from] csv::Error),
    /// The JSON writer refused.
    #[error("the JSON could not be made: {0}")]
    Json(#[from] serde_json::Error),
    /// The workbook writer refused.
    #[error("the workbook could not be made: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}

/// The audit in `format`: the bytes of the file.
///
/// # Errors
/// [`ReportError`]; none is known to happen in memory.
pub fn render(format: ReportFormat, audit: &Audit) -> Result<Vec<u8>, ReportError> {
    match format {
        ReportFormat::Csv => super::csv(audit),
        ReportFormat::Markdown => Ok(super::markdown(audit).into_bytes()),
        ReportFormat::Json => super::json(audit),
        ReportFormat::Html => Ok(super::html(audit).into_bytes()),
        ReportFormat::Xlsx => super::xlsx(audit),
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn a_format_has_a_name_and_an_extension() {
        for (format, name) in ReportFormat::iter().zip(["csv", "md", "json", "html", "xlsx"]) {
            assert_eq!((format.to_string().as_str(), format.extension()), (name, name));
        }
    }
}
