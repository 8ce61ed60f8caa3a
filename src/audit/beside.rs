//! Files that a document keeps its references in.

use std::path::Path;

use super::input::load_file;

/// The bytes of a database of references that a document names, if it lies where the document
/// says: a regular file called `.bib`, by a relative path.
pub(super) fn beside(document: &Path, name: &str) -> Option<Vec<u8>> {
    let named = Path::new(name);
    let database = named.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("bib"));
    let path = document.parent()?.join(named);
    (database && named.is_relative() && path.is_file()).then(|| load_file(&path).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_databases_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["refs.bib", "secret.txt"] {
            std::fs::write(folder.path().join(name), name).expect("a file");
        }
        let document = folder.path().join("report.tex");
        assert_eq!(beside(&document, "refs.bib").as_deref(), Some(b"refs.bib".as_slice()));
        let absolute = folder.path().join("refs.bib");
        for none in ["secret.txt", "none.bib", &absolute.to_string_lossy()] {
            assert_eq!(beside(&document, none), None, "{none}");
        }
    }
}
