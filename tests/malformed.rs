//! Whatever a file is, it costs itself only: each of more than two hundred malformed ones is read as
//! far as it goes, or named with what to do, and the documents among them are read as ever.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "malformed/set.rs"]
mod set;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn extract(folder: &Path, names: &[String]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
    command.arg("extract").args(names).current_dir(folder).output().unwrap()
}

/// Rows by document.
fn rows(output: &Output) -> BTreeMap<String, usize> {
    let mut rows = BTreeMap::new();
    for line in String::from_utf8(output.stdout.clone()).unwrap().lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        *rows.entry(row["document"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    rows
}

#[test]
fn a_malformed_file_costs_itself_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let (set, sources) = (set::malformed(root, 1), set::sources(root));
    assert!(set.len() >= 200, "{} files", set.len());
    for (name, bytes) in set.iter().chain(&sources) {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let good: Vec<String> = sources.iter().map(|(name, _)| name.clone()).collect();
    let alone = rows(&extract(folder.path(), &good));
    assert!(good.iter().all(|name| alone.contains_key(name) || name == "locked.pdf"), "{alone:?}");

    let names: Vec<String> = set.iter().chain(&sources).map(|(name, _)| name.clone()).collect();
    let output = extract(folder.path(), &names);
    let stderr = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    let together = rows(&output);
    for name in &good {
        assert_eq!(together.get(name), alone.get(name), "{name}");
    }
    assert!(!stderr.contains("panicked") && !stderr.contains("broke the reader"), "{stderr}");
    let errors: Vec<&str> = stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    let named: BTreeSet<&str> =
        errors.iter().filter_map(|line| line["error: ".len()..].split(": ").next()).collect();
    assert_eq!(named.len(), errors.len(), "a file is named once");
    assert!(named.iter().all(|name| names.iter().any(|known| known == name)), "{named:?}");
    assert_eq!(stderr.matches("\nhint: ").count(), errors.len(), "each with what to do:\n{stderr}");
    for refused in ["bits0-locked.pdf", "binary.pdf", "circle.pdf", "xref.pdf"] {
        assert!(named.contains(refused), "{refused} is not named:\n{stderr}");
    }
}
