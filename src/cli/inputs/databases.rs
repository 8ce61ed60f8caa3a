//! Databases of references that documents of the same folder read for themselves.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::read::bibliographies;

/// Leaves out the databases (`.bib`) whose works a LaTeX document among `files` cites: they are
/// audited with the document, and only the works that it cites are.
pub(super) fn without_cited(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let cited: HashSet<PathBuf> =
        files.iter().filter(|file| has_extension(file, "tex")).flat_map(|file| named(file)).collect();
    if cited.is_empty() {
        return files;
    }
    let keeps = |file: &PathBuf| {
        !has_extension(file, "bib") || fs::canonicalize(file).map_or(true, |real| !cited.contains(&real))
    };
    files.into_iter().filter(keeps).collect()
}

/// The databases that a document names and that are there.
fn named(document: &Path) -> Vec<PathBuf> {
    let Ok(bytes) = fs::read(document) else { return Vec::new() };
    let folder = document.parent().unwrap_or(Path::new("."));
    let names = bibliographies(&String::from_utf8_lossy(&bytes));
    names.iter().filter_map(|name| fs::canonicalize(folder.join(name)).ok()).collect()
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_what_a_document_cites() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("refs")).expect("a folder");
        for (name, text) in [("a.tex", "\\addbibresource{refs/a.bib}\n"), ("refs/a.bib", ""), ("b.bib", "")] {
            fs::write(at(name), text).expect("a file");
        }
        let files = vec![at("a.tex"), at("b.bib"), at("refs/a.bib")];
        assert_eq!(without_cited(files), [at("a.tex"), at("b.bib")]);
    }
}
