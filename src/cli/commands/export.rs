//! `ibid export`.

use std::fs::File;
use std::io;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::cli::args::ExportArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::terminal::Terminal;
use crate::report::{Count, HistoryFormat};
use crate::store::{Store, StoreError};

/// The runs that began in a span of time: `since` is in it, `until` is not.
#[derive(Clone, Copy)]
struct Span {
    since: Option<Timestamp>,
    until: Option<Timestamp>,
}

/// Writes the store's history in every format that was asked for.
///
/// # Errors
/// If there is no store, or it cannot be read, or a file cannot be written.
pub(crate) fn export(args: &ExportArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let span = span(args)?;
    if !args.store.is_file() {
        return Err(Failure::usage(
            format!("there is no store at {}", args.store.display()),
            "name the store of earlier audits with --store; `ibid audit` makes one",
        ));
    }
    let store = Store::open(&args.store).map_err(|error| Failure::run(error.to_string(), error.hint()))?;
    let findings = count(&store, span).map_err(|error| Failure::run(error.to_string(), error.hint()))?;
    if findings == 0 {
        terminal.say("the store holds no findings of such runs; nothing is written");
        return Ok(Exit::Success);
    }
    let folder = Folder::open(&args.output)?;
    for format in &args.format {
        let path =
            folder.write_with(&format!("export.{format}"), |file| write(&store, span, *format, file))?;
        terminal.say(&format!("{} in {}", Count(findings, "finding"), path.display()));
    }
    Ok(Exit::Success)
}

fn span(args: &ExportArgs) -> Result<Span, Failure> {
    if args.since.zip(args.until).is_some_and(|(since, until)| until < since) {
        return Err(Failure::usage("--until is before --since", "give the earlier day to --since"));
    }
    let begin = |day: Date| TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok();
    Ok(Span {
        since: args.since.and_then(begin),
        // Behind the last day that there is, nothing is left out.
        until: args.until.and_then(|day| day.tomorrow().ok()).and_then(begin),
    })
}

fn count(store: &Store, span: Span) -> Result<usize, StoreError> {
    let mut findings = 0;
    store.each_finding(span.since, span.until, |_| {
        findings += 1;
        Ok::<(), StoreError>(())
    })?;
    Ok(findings)
}

/// What ends the telling of the store.
enum Ended {
    Store(StoreError),
    File(io::Error),
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

fn write(store: &Store, span: Span, format: HistoryFormat, file: &mut File) -> io::Result<()> {
    let mut writer = format.begin(file)?;
    store.each_finding(span.since, span.until, |finding| writer.add(finding).map_err(Ended::File)).map_err(
        |ended| match ended {
            Ended::Store(error) => io::Error::other(error),
            Ended::File(error) => error,
        },
    )?;
    writer.finish()
}
