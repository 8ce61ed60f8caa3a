//! The reports in a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use crate::cli::failure::Failure;
use crate::read::format_of_name;

/// Names the files that are no reports, in the syntax of `.gitignore`; holds for its folder and
/// everything below.
const IGNORE_FILE: &str = ".ibidignore";

/// Extensions of documents and of what scans of them come as. Those that are read never get as far as
/// this list.
const DOCUMENTS: [&str; 41] = [
    "abw",
    "adoc",
    "asciidoc",
    "azw3",
    "bib",
    "djvu",
    "doc",
    "docx",
    "dot",
    "dotx",
    "epub",
    "fodt",
    "hwp",
    "hwpx",
    "indd",
    "key",
    "latex",
    "mht",
    "mhtml",
    "mobi",
    "mediawiki",
    "odp",
    "ods",
    "odt",
    "org",
    "ott",
    "pages",
    "ppt",
    "pptx",
    "ps",
    "rst",
    "rtf",
    "sxw",
    "tex",
    "tif",
    "tiff",
    "typ",
    "webarchive",
    "wiki",
    "wpd",
    "wps",
];

/// What must not be audited by accident: the program's own output.
#[derive(Debug, Clone, Default)]
pub(crate) struct Avoid {
    folder: Option<PathBuf>,
    audits: Vec<PathBuf>,
    written: Vec<PathBuf>,
}

impl Avoid {
    /// The folder that is written to, the names that audits have, and the names that this run
    /// will write.
    pub(crate) fn output(
        folder: &Path,
        audits: impl Iterator<Item = String>,
        written: impl Iterator<Item = String>,
    ) -> Self {
        // A folder that is yet to be made holds nothing to avoid.
        let Ok(folder) = folder.canonicalize() else { return Self::default() };
        Self {
            audits: audits.map(|name| folder.join(name)).collect(),
            written: written.map(|name| folder.join(name)).collect(),
            folder: Some(folder),
        }
    }

    /// Whether the run is to write this very file.
    pub(crate) fn is_written(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|real| self.written.contains(&real))
    }

    /// Whether an entry below a named folder is output. The named folder itself never is: naming
    /// it is no accident.
    fn is_output(&self, entry: &DirEntry) -> bool {
        entry.depth() > 0
            && entry
                .path()
                .canonicalize()
                .is_ok_and(|real| self.folder.as_ref() == Some(&real) || self.audits.contains(&real))
    }
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// The reports, sorted by path.
    pub(super) files: Vec<PathBuf>,
    /// What could not be looked into.
    pub(super) failures: Vec<Failure>,
    /// Documents of kinds that are not read, by extension.
    pub(super) unread: BTreeMap<String, usize>,
}

/// The reports in a folder and its folders. Links to folders are not followed.
pub(super) fn walk(folder: &Path, avoid: &Avoid) -> Walked {
    let mut walked = Walked::default();
    for entry in walker(folder, avoid.clone()).build() {
        match entry {
            Ok(entry) => walked.add(&entry),
            Err(error) => walked.failures.push(unreadable(&error)),
        }
    }
    walked
}

impl Walked {
    fn add(&mut self, entry: &DirEntry) {
        self.failures.extend(entry.error().map(broken_ignore_file));
        if entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return;
        }
        if format_of_name(&entry.path().to_string_lossy()).is_some() {
            self.files.push(tidy(entry.path()));
        } else if let Some(kind) = unread_kind(entry.path()) {
            *self.unread.entry(kind).or_default() += 1;
        } else {
            tracing::info!("{} is passed over: no report by its name", entry.path().display());
        }
    }
}

/// The extension, if reports are written in files of that kind; a reader for it comes first.
fn unread_kind(path: &Path) -> Option<String> {
    let extension = path.extension()?.to_string_lossy().to_ascii_lowercase();
    DOCUMENTS.contains(&extension.as_str()).then_some(extension)
}

fn unreadable(error: &ignore::Error) -> Failure {
    Failure::run(error.to_string(), "check the permissions, or rule it out in .ibidignore")
}

fn broken_ignore_file(error: &ignore::Error) -> Failure {
    Failure::run(error.to_string(), "a line of .ibidignore is a pattern as in .gitignore")
}

fn walker(folder: &Path, avoid: Avoid) -> WalkBuilder {
    let mut walker = WalkBuilder::new(folder);
    walker
        .standard_filters(false)
        .hidden(true)
        .parents(true)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_path(Path::cmp)
        .filter_entry(move |entry| !avoid.is_output(entry));
    walker
}

/// The path without the `./` that walking `.` puts in front.
fn tidy(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}
