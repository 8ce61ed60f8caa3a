//! `ibid export`.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::cli::args::ExportArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::folder::{Draft, Folder, unwritable};
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
    let store = Store::open_read_only(&args.store).map_err(|error| unreadable(&error))?;
    if is_empty(&store, span).map_err(|error| unreadable(&error))? {
        terminal.say("the store holds no findings of such runs; nothing is written");
        return Ok(Exit::Success);
    }
    let folder = Folder::open(&args.output)?;
    let drafts = args.format.iter().map(|format| folder.draft(&format.file_name()));
    let mut drafts = drafts.collect::<Result<Vec<Draft>, Failure>>()?;
    let findings = fill(&store, span, &args.format, &mut drafts)?;
    for draft in drafts {
        terminal.say(&format!("{} in {}", Count(findings, "finding"), draft.keep()?.display()));
    }
    Ok(Exit::Success)
}

fn unreadable(error: &StoreError) -> Failure {
    let hint = error.hint();
    Failure::run(error.to_string(), hint)
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
    File(Failure),
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Fills the file of each format, in one reading of the store; how many findings they hold.
fn fill(
    store: &Store,
    span: Span,
    formats: &[HistoryFormat],
    drafts: &mut [Draft],
) -> Result<usize, Failure> {
    let mut findings = 0;
    let begun = formats.iter().zip(drafts).map(|(format, draft)| {
        let (path, file) = draft.parts();
        let writer = format.begin(file).map_err(|error| unwritable(path, &error))?;
        Ok((path, writer))
    });
    let mut writers = begun.collect::<Result<Vec<_>, Failure>>()?;
    let told = store.each_finding(span.since, span.until, |finding| {
        findings += 1;
        for (path, writer) in &mut writers {
            writer.add(finding).map_err(|error| Ended::File(unwritable(path, &error)))?;
        }
        Ok(())
    });
    match told {
        Err(Ended::Store(error)) => return Err(unreadable(&error)),
        Err(Ended::File(failure)) => return Err(failure),
        Ok(()) | Err(Ended::Found) => {}
    }
    for (path, writer) in writers {
        writer.finish().map_err(|error| unwritable(path, &error))?;
    }
    Ok(findings)
}
