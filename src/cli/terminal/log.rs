//! `-v`: what the program does, as log lines on stderr, through the same gate as everything else
//! (a log line that quotes a page is as good a way into a terminal as any: RUSTSEC-2025-0055).

use std::io;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::prelude::*;

use super::{Loudness, Terminal, clean};

/// Starts the log, if the loudness asks for one. May be called once a process; a second call
/// changes nothing.
pub(crate) fn start_log(terminal: &Terminal) {
    let Some(targets) = targets(terminal.loudness()) else { return };
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_target(false)
        .with_writer(LogLines(terminal.clone()))
        .with_filter(targets);
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

/// What is logged; nothing below `-v`.
fn targets(loudness: Loudness) -> Option<Targets> {
    let ours = |level| Some(Targets::new().with_target("ibid", level));
    match loudness {
        Loudness::Quiet | Loudness::Normal => None,
        Loudness::Info => ours(LevelFilter::INFO),
        Loudness::Debug => ours(LevelFilter::DEBUG),
        Loudness::Trace => Some(Targets::new().with_default(LevelFilter::TRACE)),
    }
}

/// Makes a line of each event.
struct LogLines(Terminal);

impl<'a> MakeWriter<'a> for LogLines {
    type Writer = LogLine<'a>;

    fn make_writer(&'a self) -> LogLine<'a> {
        LogLine { terminal: &self.0, bytes: Vec::new() }
    }
}

/// An event as it is being written; it becomes one line when it is complete.
struct LogLine<'a> {
    terminal: &'a Terminal,
    bytes: Vec<u8>,
}

impl io::Write for LogLine<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for LogLine<'_> {
    fn drop(&mut self) {
        let text = String::from_utf8_lossy(&self.bytes);
        self.terminal.write(&format!("{}\n", clean::line(text.trim_end())));
    }
}
