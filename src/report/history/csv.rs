//! The history as CSV, in the form of the audit's.

use std::io::{self, Write};

use csv::{Error, ErrorKind, Writer};
use strum::IntoEnumIterator;

use super::column::{HistoryColumn, row};
use super::format::HistoryWriter;
use crate::model::PastFinding;
use crate::report::csv::{BYTE_ORDER_MARK, field, writer_to};

/// A file being written.
pub(super) struct Csv<W: Write>(Writer<W>);

impl<W: Write> Csv<W> {
    pub(super) fn begin(mut out: W) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK)?;
        let mut writer = writer_to(out);
        writer.write_record(HistoryColumn::iter().map(<&str>::from)).map_err(refused)?;
        Ok(Self(writer))
    }
}

impl<W: Write> HistoryWriter for Csv<W> {
    fn add(&mut self, finding: &PastFinding) -> io::Result<()> {
        self.0.write_record(row(finding).map(|(_, value)| field(&value.cell()))).map_err(refused)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

/// The error of the disk, if it is one.
fn refused(error: Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
