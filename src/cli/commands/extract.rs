//! `ibid extract`: the citations of documents as JSON Lines.

use std::io::{self, BufWriter, Write as _};

use crate::audit::{Extracted, extract as read};
use crate::cli::args::ExtractArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::inputs::{Avoid, gather, say_troubles};
use crate::cli::terminal::{Terminal, json, written};
use crate::model::Citation;
use crate::read::Reading;

/// Prints the citations of every document, one JSON object a line; says on stderr which documents
/// could not be read, and fails at the end if there were any.
///
/// # Errors
/// If the documents named cannot be, or stdout cannot be written.
pub(crate) fn extract(args: &ExtractArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let documents = gather(&args.files, &Avoid::default())?;
    say_troubles(&documents, terminal);
    let reading = Reading { password: args.password.clone() };
    let mut failed = !documents.failures.is_empty();
    for input in documents.inputs {
        let document = read(input, &reading);
        failed |= say_outcome(&document, terminal);
        if let Err(error) = print_all(&document.citations) {
            return written(Err(error));
        }
    }
    Ok(if failed { Exit::Failure } else { Exit::Success })
}

/// Says what could not be read, and whether it was all of it.
fn say_outcome(document: &Extracted, terminal: &Terminal) -> bool {
    let name = &document.summary.name;
    for warning in &document.summary.warnings {
        terminal.warning(&format!("{name}: {warning}"));
    }
    let Some(error) = &document.summary.error else { return false };
    terminal.error(&format!("{name}: {error}"), document.hint.as_deref());
    true
}

fn print_all(citations: &[Citation]) -> io::Result<()> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    for citation in citations {
        let line = serde_json::to_string(citation)?;
        writeln!(stdout, "{}", json(&line))?;
    }
    stdout.flush()
}
