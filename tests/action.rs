//! The scripts of the GitHub Action, run in a plain shell with the runner's variables.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const ARCHIVE: &str = "ibid-0.1.0-x86_64-unknown-linux-musl.tar.gz";

#[expect(clippy::print_stderr, reason = "a test that was skipped says so")]
fn can_run() -> bool {
    let there = ["bash", "curl", "jq", "tar"]
        .iter()
        .all(|name| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success()));
    if !there {
        eprintln!("skipped: bash, curl, jq or tar is missing");
    }
    there
}

fn script(name: &str, runner: &Path) -> Command {
    let mut command = Command::new("bash");
    command
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/action").join(name))
        .current_dir(runner)
        .env_remove("GITHUB_ACTIONS")
        .env("RUNNER_TEMP", runner)
        .env("GITHUB_PATH", runner.join("path"))
        .env("GITHUB_OUTPUT", runner.join("out"));
    command
}

fn install(runner: &Path, checksum: &str) -> Output {
    let release = runner.join("releases/v0.1.0");
    fs::create_dir_all(&release).expect("the runner can be set up");
    fs::write(runner.join("ibid"), "#!/bin/sh\necho packed\n").expect("the runner can be set up");
    let packed =
        Command::new("tar").arg("-czf").arg(release.join(ARCHIVE)).arg("-C").arg(runner).arg("ibid").status();
    assert!(packed.expect("the runner can be set up").success());
    let sum =
        Command::new("sha256sum").arg(release.join(ARCHIVE)).output().expect("the runner can be set up");
    fs::write(release.join(format!("{ARCHIVE}.sha256")), sum.stdout).expect("the runner can be set up");
    script("install.sh", runner)
        .env("IBID_VERSION", "0.1.0")
        .env("IBID_SHA256", checksum)
        .env("IBID_RELEASES", format!("file://{}/releases", runner.display()))
        .output()
        .expect("the runner can be set up")
}

#[test]
fn a_release_is_installed_if_its_checksum_is_right() {
    if !can_run() {
        return;
    }
    let runner = TempDir::new().unwrap();
    let ended = install(runner.path(), "00");
    assert_eq!(ended.status.code(), Some(1));
    assert!(!runner.path().join("ibid-bin/ibid").exists());
    let ended = install(runner.path(), "");
    assert_eq!(ended.status.code(), Some(0), "{ended:?}");
    assert!(runner.path().join("ibid-bin/ibid").is_file());
    let path = fs::read_to_string(runner.path().join("path")).unwrap();
    assert_eq!(path, format!("{}/ibid-bin\n", runner.path().display()));
}

#[test]
fn an_audit_tells_its_outputs_and_runs_nothing_of_a_name() {
    if !can_run() {
        return;
    }
    let runner = TempDir::new().unwrap();
    let name = "a $(touch pwned) 'q\"; .md";
    let note = "Claim.[^1]\n\n[^1]: “S,” The Outlet, May 3, 2013, https://a.example/1.\n";
    fs::write(runner.path().join(name), note).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_ibid")).parent().unwrap();
    let ended = script("audit.sh", runner.path())
        .env("PATH", format!("{}:{}", program.display(), std::env::var("PATH").unwrap()))
        .env("IBID_DOCUMENTS", name)
        .env("IBID_ARGUMENTS", "--offline\n")
        .env("IBID_FORMATS", "json,summary")
        .env("IBID_OUTPUT", "output")
        .env("IBID_FAIL_ON", "unsure")
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2), "{ended:?}");
    assert!(!runner.path().join("pwned").exists());
    assert_eq!(
        fs::read_to_string(runner.path().join("out")).unwrap(),
        "exit-code=2\nfolder=output\njson=output/audit.json\ncitations=1\nalive=0\nmoved=0\nchanged=0\n\
         dead=0\nrestricted=0\nunsure=1\nskipped=0\nsummary=output/audit.summary.md\n"
    );
}
