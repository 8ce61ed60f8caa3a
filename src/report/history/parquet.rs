//! The history as Parquet: typed columns (text, 64-bit numbers, milliseconds UTC), compressed with
//! gzip, which every reader knows.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use strum::IntoEnumIterator;

use super::column::{HistoryColumn, Holds, Value, row};
use super::format::HistoryWriter;
use crate::model::PastFinding;

/// Rows of a group: what is kept in memory (some tens of megabytes).
const GROUP: usize = 50_000;

/// A file being written.
pub(super) struct Parquet<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    /// The columns of the group that is being filled.
    columns: Vec<Vec<Value>>,
    group: usize,
}

impl<W: Write + Send> Parquet<W> {
    pub(super) fn begin(out: W) -> io::Result<Self> {
        Self::with_groups(out, GROUP)
    }

    /// With groups of so many rows.
    pub(super) fn with_groups(out: W, group: usize) -> io::Result<Self> {
        let schema = parse_message_type(&schema()).map_err(refused)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::GZIP(GzipLevel::default()))
            .set_created_by(format!("ibid {}", env!("CARGO_PKG_VERSION")))
            .build();
        let writer =
            SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(refused)?;
        Ok(Self { writer, columns: HistoryColumn::iter().map(|_| Vec::new()).collect(), group })
    }

    fn filled(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for (column, values) in HistoryColumn::iter().zip(&mut self.columns) {
            let Some(mut writer) = group.next_column()? else { break };
            let levels: Vec<i16> = values.iter().map(|value| i16::from(*value != Value::Empty)).collect();
            let levels = column.optional().then_some(&levels[..]);
            match column.holds() {
                Holds::Number | Holds::Time => {
                    let numbers: Vec<i64> = values.iter().filter_map(number).collect();
                    values.clear();
                    writer.typed::<Int64Type>().write_batch(&numbers, levels, None)?;
                }
                Holds::Text => {
                    let texts: Vec<ByteArray> = values.drain(..).filter_map(text).collect();
                    writer.typed::<ByteArrayType>().write_batch(&texts, levels, None)?;
                }
            }
            writer.close()?;
        }
        group.close().map(drop)
    }
}

impl<W: Write + Send> HistoryWriter for Parquet<W> {
    fn add(&mut self, finding: &PastFinding) -> io::Result<()> {
        for (column, (_, value)) in self.columns.iter_mut().zip(row(finding)) {
            column.push(value);
        }
        if self.filled() == self.group {
            self.write_group().map_err(refused)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if self.filled() > 0 {
            self.write_group().map_err(refused)?;
        }
        self.writer.close().map(drop).map_err(refused)
    }
}

/// The schema in the words of the format's own language.
fn schema() -> String {
    let field = |column: HistoryColumn| {
        let repetition = if column.optional() { "optional" } else { "required" };
        let (physical, logical) = match column.holds() {
            Holds::Number => ("int64", ""),
            Holds::Time => ("int64", " (TIMESTAMP(MILLIS,true))"),
            Holds::Text => ("binary", " (STRING)"),
        };
        format!("{repetition} {physical} {column}{logical};")
    };
    format!("message history {{ {} }}", HistoryColumn::iter().map(field).collect::<String>())
}

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Time(time) => Some(time.as_millisecond()),
        Value::Empty | Value::Text(_) => None,
    }
}

fn text(value: Value) -> Option<ByteArray> {
    match value {
        Value::Text(text) => Some(text.into_bytes().into()),
        _ => None,
    }
}

/// The error of the disk, if it is one.
fn refused(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => {
            inner.downcast::<io::Error>().map_or_else(io::Error::other, |error| *error)
        }
        other => io::Error::other(other),
    }
}
