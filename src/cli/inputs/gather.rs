//! The documents of a command line, each once, in the order named.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::databases::without_cited;
use super::stdin::read_stdin;
use super::walk::{Avoid, walk};
use crate::audit::Input;
use crate::cli::failure::Failure;

/// Standard input, as a path.
const STDIN: &str = "-";

/// What there is to audit.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// The documents. A named file that is missing is among them, so that the audit says so.
    pub(crate) inputs: Vec<Input>,
    /// Folders that could not be looked through; the rest is audited all the same.
    pub(crate) failures: Vec<Failure>,
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
    let Documents { inputs, failures } = &gathering.documents;
    if inputs.is_empty() && failures.is_empty() { Err(nothing_in(paths)) } else { Ok(gathering.documents) }
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
    }

    fn add_file(&mut self, path: &Path) {
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if self.seen.insert(real) {
            self.documents.inputs.push(Input::file(path));
        }
    }
}

fn nothing_in(paths: &[PathBuf]) -> Failure {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Failure::usage(
        format!("no document is found in {}", shown.join(", ")),
        "in a folder, PDF, DOCX, text, Markdown, HTML, LaTeX and BibTeX files are taken; name other files one by one",
    )
}
