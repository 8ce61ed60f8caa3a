//! The history as JSON Lines: an object a finding, every column in it, nothing as `null`.

use std::io::{self, BufWriter, Write};

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::column::{Value, row};
use super::format::HistoryWriter;
use crate::model::PastFinding;
use crate::report::table::second;

/// A file being written.
pub(super) struct JsonLines<W: Write>(BufWriter<W>);

impl<W: Write> JsonLines<W> {
    pub(super) fn begin(out: W) -> Self {
        Self(BufWriter::new(out))
    }
}

impl<W: Write> HistoryWriter for JsonLines<W> {
    fn add(&mut self, finding: &PastFinding) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, &Line(finding))?;
        self.0.write_all(b"\n")
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

/// A finding as an object, its keys in the order of the columns.
struct Line<'a>(&'a PastFinding);

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (column, value) in row(self.0) {
            let key: &str = column.into();
            match value {
                Value::Empty => map.serialize_entry(key, &None::<i64>)?,
                Value::Number(number) => map.serialize_entry(key, &number)?,
                Value::Time(time) => map.serialize_entry(key, &second(time))?,
                Value::Text(text) => map.serialize_entry(key, &text)?,
            }
        }
        map.end()
    }
}
