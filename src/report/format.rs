//! The formats a report can be written in.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::terms::Terms;
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
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// `JUnit` XML, for build servers.
    Junit,
    /// Code Quality of GitLab.
    Gitlab,
    /// What needs action in so little Markdown that it fits a comment.
    Summary,
}

impl ReportFormat {
    /// The file's extension, without the dot: the format's name, but where another is usual.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Junit => "junit.xml",
            Self::Gitlab => "gitlab.json",
            Self::Summary => "summary.md",
            other => other.into(),
        }
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
    /// The `JUnit` writer refused.
    #[error("the `JUnit` XML could not be made: {0}")]
    Junit(#[from] quick_junit::SerializeError),
}

/// The audit in `format`: the bytes of the file, on the default [`Terms`].
///
/// # Errors
/// [`ReportError`]; none is known to happen in memory.
pub fn render(format: ReportFormat, audit: &Audit) -> Result<Vec<u8>, ReportError> {
    render_with(format, audit, &Terms::default())
}

/// The audit in `format`, on these terms: only formats for build servers ask for them.
///
/// # Errors
/// As [`render`].
pub fn render_with(format: ReportFormat, audit: &Audit, terms: &Terms) -> Result<Vec<u8>, ReportError> {
    match format {
        ReportFormat::Csv => super::csv(audit),
        ReportFormat::Markdown => Ok(super::markdown(audit).into_bytes()),
        ReportFormat::Json => super::json(audit),
        ReportFormat::Html => Ok(super::html(audit).into_bytes()),
        ReportFormat::Xlsx => super::xlsx(audit),
        ReportFormat::Sarif => super::sarif(audit, terms),
        ReportFormat::Junit => super::junit(audit, terms),
        ReportFormat::Gitlab => super::gitlab(audit, terms),
        ReportFormat::Summary => Ok(super::step_summary(audit, super::COMMENT_BYTES).into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn a_format_has_a_name_and_an_extension() {
        let named: Vec<String> =
            ReportFormat::iter().map(|format| format!("{format} {}", format.extension())).collect();
        assert_eq!(
            named,
            [
                "csv csv",
                "md md",
                "json json",
                "html html",
                "xlsx xlsx",
                "sarif sarif",
                "junit junit.xml",
                "gitlab gitlab.json",
                "summary summary.md"
            ]
        );
    }
}
