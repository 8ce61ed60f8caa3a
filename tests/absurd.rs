//! References in circles, absurd numbers, packages that lie: each is read as far as it goes, or named.

#[path = "absurd/files.rs"]
mod files;

use std::fs;
use std::process::Command;

#[test]
fn what_is_absurd_is_read_as_far_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    let files = files::absurd();
    for (name, bytes, _) in &files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let names = files.iter().map(|(name, ..)| name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
    let output = command.arg("extract").args(names).current_dir(folder.path()).output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(!stderr.contains("broke the reader"), "{stderr}");
    let rows: Vec<serde_json::Value> =
        stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = |name: &str| {
        let refused = stderr.contains(&format!("error: {name}: "));
        (!refused).then(|| rows.iter().filter(|row| row["document"] == name).count())
    };
    let found: Vec<_> = files.iter().map(|(name, ..)| (*name, told(name))).collect();
    let meant: Vec<_> = files.iter().map(|(name, _, rows)| (*name, *rows)).collect();
    assert_eq!(found, meant);
}
