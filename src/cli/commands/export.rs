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
    let is_empty = is_empty(&store, span).map_err(|error| Failure::run(error.to_string(), error.hint()))?;
    if is_empty {
        terminal.say("the store holds no findings of such runs; nothing is written");
        return Ok(Exit::Success);
    }
    let folder = Folder::open(&args.output)?;
    for format in &args.format {
        let mut findings = 0;
        let path = folder.write_with(&format!("export.{format}"), |file| {
            findings = write(&store, span, *format, file)?;
            Ok(())
        })?;
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

/// Whether no run of that time has found anything; the first finding settles it.
fn is_empty(store: &Store, span: Span) -> Result<bool, StoreError> {
    let found = store.each_finding(span.since, span.until, |_| Err(Ended::Found));
    match found {
        Ok(()) => Ok(true),
        Err(Ended::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}

/// What ends the telling of the store.
enum Ended {
    Found,
    Store(StoreError),
    File(io::Error),
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Writes the file; how many findings it holds.
fn write(store: &Store, span: Span, format: HistoryFormat, file: &mut File) -> io::Result<usize> {
    let (mut writer, mut findings) = (format.begin(file)?, 0);
    let told = store.each_finding(span.since, span.until, |finding| {
        findings += 1;
        writer.add(finding).map_err(Ended::File)
    });
    match told {
        Err(Ended::Store(error)) => return Err(io::Error::other(error)),
        Err(Ended::File(error)) => return Err(error),
        Ok(()) | Err(Ended::Found) => {}
    }
    writer.finish()?;
    Ok(findings)
}
