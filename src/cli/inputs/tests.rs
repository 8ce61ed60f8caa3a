use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Avoid, Documents, gather};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

/// A folder with files, each of which holds its own name.
fn folder(files: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for file in files {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, file).unwrap();
    }
    root
}

fn gathered(root: &TempDir, paths: &[&str], avoid: &Avoid) -> Result<Documents, Failure> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| root.path().join(path)).collect();
    gather(&paths, avoid)
}

/// The documents' names below the root.
fn names(root: &TempDir, documents: &Documents) -> Vec<String> {
    let below = |name: &str| Path::new(name).strip_prefix(root.path()).unwrap().display().to_string();
    documents.inputs.iter().map(|input| below(&input.name)).collect()
}

fn audits(root: &TempDir, folder: &str) -> Avoid {
    let names = ["audit.md", "audit.csv"].map(str::to_owned);
    let written = names.iter().filter(|name| *name == "audit.md").cloned().collect::<Vec<_>>();
    Avoid::output(&root.path().join(folder), names.into_iter(), written.into_iter())
}

#[test]
fn a_folder_gives_its_reports_in_order() {
    let root =
        folder(&["r/b.md", "r/a/2.txt", "r/a/1.HTM", "r/photo.jpg", "r/.git/x.md", "r/.draft.md", "r/noext"]);
    let documents = gathered(&root, &["r"], &Avoid::default()).unwrap();
    assert_eq!(names(&root, &documents), ["r/a/1.HTM", "r/a/2.txt", "r/b.md"]);
}

#[test]
fn what_is_named_is_taken_whatever_it_is_and_once() {
    let root = folder(&["r/b.md", "r/.draft.md", "photo.jpg"]);
    let named = ["photo.jpg", "r/.draft.md", "r", "r/../r/b.md", "missing.md"];
    let documents = gathered(&root, &named, &Avoid::default()).unwrap();
    assert_eq!(names(&root, &documents), ["photo.jpg", "r/.draft.md", "r/b.md", "missing.md"]);
}

#[test]
fn an_ignore_file_rules_reports_out() {
    let root = folder(&["r/a.md", "r/old/b.md", "r/old/keep.md", "r/sub/draft-1.md"]);
    fs::write(root.path().join(".ibidignore"), "draft-*\n").unwrap();
    fs::write(root.path().join("r/.ibidignore"), "# the archive\nold/*\n!old/keep.md\n").unwrap();
    fs::write(root.path().join("r/.gitignore"), "a.md\n").unwrap();
    let documents = gathered(&root, &["r"], &Avoid::default()).unwrap();
    assert_eq!(names(&root, &documents), ["r/a.md", "r/old/keep.md"]);
}

#[test]
fn a_broken_ignore_file_is_told_and_the_rest_is_audited() {
    let root = folder(&["r/a.md"]);
    fs::write(root.path().join("r/.ibidignore"), "a{b\n").unwrap();
    let documents = gathered(&root, &["r"], &Avoid::default()).unwrap();
    assert_eq!(names(&root, &documents), ["r/a.md"]);
    assert_eq!(documents.failures.len(), 1);
    assert!(documents.failures[0].message.contains(".ibidignore"), "{:?}", documents.failures);
    assert_eq!(documents.failures[0].exit, Exit::Failure);
}

#[test]
fn an_audit_is_not_audited_by_accident() {
    let root = folder(&["a.md", "output/audit.md", "output/audit.csv", "output/notes.md"]);
    let avoid = audits(&root, "output");
    assert_eq!(names(&root, &gathered(&root, &["."], &avoid).unwrap()), ["a.md"]);
    let on_purpose = gathered(&root, &["output"], &avoid).unwrap();
    assert_eq!(names(&root, &on_purpose), ["output/notes.md"]);
}

#[test]
fn an_audit_beside_its_reports_is_not_audited_either() {
    let root = folder(&["r/a.md", "r/audit.md", "r/audit.csv"]);
    assert_eq!(names(&root, &gathered(&root, &["r"], &audits(&root, "r")).unwrap()), ["r/a.md"]);
}

#[test]
fn a_report_is_never_written_over() {
    let root = folder(&["r/audit.md"]);
    let failure = gathered(&root, &["r/audit.md"], &audits(&root, "r")).unwrap_err();
    assert!(failure.message.ends_with("r/audit.md is a file that this run would write"), "{failure:?}");
    assert_eq!(failure.exit, Exit::Usage);
    let other = gathered(&root, &["r/audit.csv"], &audits(&root, "r")).unwrap();
    assert_eq!(names(&root, &other), ["r/audit.csv"]);
}

#[test]
fn documents_that_are_not_read_are_named_once() {
    let root = folder(&["r/a.md", "r/b.pages", "r/sub/c.PAGES", "r/d.hwp", "r/photo.jpg"]);
    let documents = gathered(&root, &["r"], &Avoid::default()).unwrap();
    assert_eq!(
        documents.passed_over().as_deref(),
        Some(
            "3 files of kinds that are not read: 1 .hwp, 2 .pages; \
             save what matters as PDF, DOCX or HTML and audit that"
        )
    );
    assert_eq!(gathered(&root, &["r/a.md"], &Avoid::default()).unwrap().passed_over(), None);
    let root = folder(&["r/b.pages"]);
    let failure = gathered(&root, &["r"], &Avoid::default()).unwrap_err();
    assert!(failure.message.starts_with("no document that can be read is found in "), "{failure:?}");
    assert!(failure.message.ends_with(", only 1 .pages"), "{failure:?}");
}

#[test]
fn nothing_to_audit_is_a_mistake() {
    let root = folder(&["r/photo.jpg"]);
    let failure = gathered(&root, &["r"], &Avoid::default()).unwrap_err();
    assert!(failure.message.starts_with("no document is found in "), "{failure:?}");
    assert_eq!(failure.exit, Exit::Usage);
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_not_followed() {
    let root = folder(&["r/a.md"]);
    std::os::unix::fs::symlink(root.path(), root.path().join("r/up")).unwrap();
    assert_eq!(names(&root, &gathered(&root, &["r"], &Avoid::default()).unwrap()), ["r/a.md"]);
}
