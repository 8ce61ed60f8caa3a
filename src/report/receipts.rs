//! The receipts of saving as CSV: one line a source, as safe to open as the audit itself.

use jiff::Timestamp;

use super::csv::{field, writer};
use super::format::ReportError;
use super::table::{Cell, second};
use crate::model::Receipt;

/// The columns, in their order.
const COLUMNS: [&str; 7] = ["url", "status", "snapshot_url", "snapshot_time", "job", "message", "at"];

/// The receipts as CSV.
///
/// # Errors
/// [`ReportError::Csv`]; none is known to happen in memory.
pub fn receipts_csv(receipts: &[Receipt]) -> Result<Vec<u8>, ReportError> {
    let mut writer = writer();
    writer.write_record(COLUMNS)?;
    for receipt in receipts {
        writer.write_record(cells(&receipt.masked()).iter().map(field))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

fn cells(receipt: &Receipt) -> [Cell; 7] {
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let snapshot = receipt.snapshot.as_ref();
    let time = |time: Timestamp| second(time);
    [
        text(Some(receipt.url.to_string())),
        text(Some(receipt.status.to_string())),
        text(snapshot.map(|snapshot| snapshot.url.to_string())),
        text(snapshot.map(|snapshot| time(snapshot.time))),
        text(receipt.job.clone()),
        text(receipt.message.clone()),
        text(Some(time(receipt.at))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{SaveStatus, Snapshot};

    #[test]
    fn a_line_a_source_and_nothing_that_a_spreadsheet_would_run() {
        let at: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a time");
        let url = |text: &str| url::Url::parse(text).expect("an address");
        let snapshot = Snapshot {
            url: url("https://web.archive.org/web/20260101000203/https://a.example/"),
            time: at,
            original: String::new(),
            status: None,
            verified: false,
            span: None,
        };
        let saved = Receipt::new(url("https://a.example/?token=k4NaRy0"), SaveStatus::Saved, at);
        let saved = Receipt { job: Some("spn2-1".to_owned()), snapshot: Some(snapshot), ..saved };
        let refused =
            Receipt::new(url("https://b.example/"), SaveStatus::Refused, at).because("=1+1\u{1b}[31m");
        let bytes = receipts_csv(&[saved, refused]).expect("in memory");
        assert_eq!(
            String::from_utf8(bytes).expect("text"),
            "\u{feff}\"url\",\"status\",\"snapshot_url\",\"snapshot_time\",\"job\",\"message\",\"at\"\r\n\
             \"https://a.example/?token=***\",\"saved\",\"https://web.archive.org/web/20260101000203/https://a.example/\",\
             \"2026-01-01T00:00:00Z\",\"spn2-1\",\"\",\"2026-01-01T00:00:00Z\"\r\n\
             \"https://b.example/\",\"refused\",\"\",\"\",\"\",\"'=1+1[31m\",\"2026-01-01T00:00:00Z\"\r\n"
        );
    }
}
