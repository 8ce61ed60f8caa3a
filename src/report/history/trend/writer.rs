//! The page as a format of the history: it takes findings one by one and writes at the end.

use std::io::{self, Write};

use super::gather::Trend;
use super::page::page;
use crate::model::PastFinding;
use crate::report::history::HistoryWriter;

/// A page being made.
pub(in crate::report::history) struct TrendPage<W> {
    out: W,
    trend: Trend,
}

impl<W: Write> TrendPage<W> {
    pub(in crate::report::history) fn begin(out: W) -> Self {
        Self { out, trend: Trend::default() }
    }
}

impl<W: Write> HistoryWriter for TrendPage<W> {
    fn add(&mut self, finding: &PastFinding) -> io::Result<()> {
        self.trend.add(finding);
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.trend.end_run();
        self.out.write_all(page(&self.trend).as_bytes())?;
        self.out.flush()
    }
}
