//! The documents of a command line, each once, in the order named.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::databases::without_cited;
use super::stdin::read_stdin;
use super::walk::{Avoid, walk};
use crate::audit::Input;
use crate::cli::failure::Failure;
use crate::cli::terminal::{Count, Terminal};

/// Standard input, as a path.
const STDIN: &str = "-";

/// What there is to audit.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// The documents. A named file that is missing is among them, so that the audit says so.
    pub(crate) inputs: Vec<Input>,
    /// Folders that could not be looked through; the rest is audited all the same.
    pub(crate) failures: Vec<Failure>,
    /// Documents in folders that are of kinds that are not read, by extension.
    pub(crate) unread: BTreeMap<String, usize>,
}

impl Documents {
    /// What is to be said of the documents that are passed over, if there are any.
    pub(crate) fn passed_over(&self) -> Option<String> {
        let files = Count(self.unread.values().sum(), "file");
        let kinds = kinds(&self.unread)?;
        Some(format!(
            "{files} of kinds that are not read: {kinds}; save what matters as PDF, DOCX or HTML and audit that"
        ))
    }
}

/// `2 .doc, 1 .odt`; nothing if there are none.
fn kinds(unread: &BTreeMap<String, usize>) -> Option<String> {
    let kinds: Vec<String> = unread.iter().map(|(kind, count)| format!("{count} .{kind}")).collect();
    (!kinds.is_empty()).then(|| kinds.join(", "))
}

/// Gathers the documents: files as they are, folders walked, `-` read.
///
/// # Errors
/// If standard input is named twice or cannot be read, if a named file is one that the run is to
/// write, or if nothing is found.
pub(crate) fn gather(paths: &[PathBuf], avoid: &Avoid) -> Result<Documents, Failure> {
    let mut gathering = Gathering { avoid, seen: HashSet::new(), documents: Documents::default() };
    for path in paths {
        gathering.add(path)?;
    }
    let Documents { inputs, failures, unread } = &gathering.documents;
    if inputs.is_empty() && failures.is_empty() {
        Err(nothing_in(paths, unread))
    } else {
        Ok(gathering.documents)
    }
}

/// Says what could not be looked through, and what is passed over.
pub(crate) fn say_troubles(documents: &Documents, terminal: &Terminal) {
    for failure in &documents.failures {
        terminal.failure(failure);
    }
    if let Some(passed_over) = documents.passed_over() {
        terminal.warning(&passed_over);
    }
}

struct Gathering<'a> {
    avoid: &'a Avoid,
    /// Real paths, so that a file named in two ways is audited once.
    seen: HashSet<PathBuf>,
    documents: Documents,
}

impl Gathering<'_> {
    fn add(&mut self, path: &Path) -> Result<(), Failure> {
        if path.as_os_str() == STDIN {
            self.add_stdin()
        } else if path.is_dir() {
            self.add_folder(path);
            Ok(())
        } else {
            self.add_named(path)
        }
    }

    fn add_stdin(&mut self) -> Result<(), Failure> {
        if !self.seen.insert(PathBuf::from(STDIN)) {
            return Err(Failure::usage("standard input is named twice", "name - once"));
        }
        self.documents.inputs.push(Input::bytes(STDIN, read_stdin()?));
        Ok(())
    }

    fn add_named(&mut self, path: &Path) -> Result<(), Failure> {
        if self.avoid.is_written(path) {
            let message = format!("{} is a file that this run would write", path.display());
            return Err(Failure::usage(message, "choose another folder with --output"));
        }
        self.add_file(path);
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path) {
        let walked = walk(folder, self.avoid);
        for file in without_cited(walked.files) {
            self.add_file(&file);
        }
        self.documents.failures.extend(walked.failures);
        for (kind, count) in walked.unread {
            *self.documents.unread.entry(kind).or_default() += count;
        }
    }

    fn add_file(&mut self, path: &Path) {
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if self.seen.insert(real) {
            self.documents.inputs.push(Input::file(path));
        }
    }
}

fn nothing_in(paths: &[PathBuf], unread: &BTreeMap<String, usize>) -> Failure {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Failure::usage(
        match kinds(unread) {
            Some(kinds) => {
                format!("no document that can be read is found in {}, only {kinds}", shown.join(", "))
            }
            None => format!("no document is found in {}", shown.join(", ")),
        },
        "in a folder, PDF, DOCX, ODT, RTF, EPUB, text, Markdown, HTML, LaTeX and BibTeX files are taken; name other files one by one",
    )
}
