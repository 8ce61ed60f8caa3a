//! A runner's folder, with programs put before the system's.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// What the scripts call beside what every system has.
const NEEDED: [&str; 5] = ["bash", "curl", "git", "jq", "tar"];

/// A runner.
pub(crate) struct Runner(TempDir);

impl Runner {
    /// A runner; none where the machine lacks what the scripts call.
    #[expect(clippy::print_stderr, reason = "a test that was skipped says so")]
    pub(crate) fn new() -> Option<Self> {
        let is_there = |name: &&str| {
            Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
        };
        if let Some(missing) = NEEDED.iter().find(|name| !is_there(name)) {
            eprintln!("skipped: there is no {missing}");
            return None;
        }
        let runner = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        fs::create_dir(runner.path("bin")).expect("a folder can be made");
        fs::create_dir(runner.path("work")).expect("a folder can be made");
        Some(runner)
    }

    /// A place in its folder; `work` is the one that scripts are run in.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
    }

    /// What a file holds; nothing if there is none.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Puts a program before the system's of that name.
    pub(crate) fn program(&self, name: &str, script: &str) {
        let name = format!("bin/{name}");
        self.write(&name, format!("#!/usr/bin/env bash\n{script}"));
        fs::set_permissions(self.path(&name), fs::Permissions::from_mode(0o755))
            .expect("the file can be made a program");
    }

    /// A script of the action, ready to be run.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut command = Command::new("bash");
        let path = std::env::var("PATH").expect("there is a PATH");
        command
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/action").join(name))
            .current_dir(self.path("work"))
            .env_remove("GITHUB_ACTIONS")
            .env_remove("RUNNER_OS")
            .env_remove("RUNNER_ARCH")
            .env("PATH", format!("{}:{path}", self.path("bin").display()))
            .env("RUNNER_TEMP", self.0.path())
            .env("GITHUB_PATH", self.path("path"))
            .env("GITHUB_OUTPUT", self.path("out"));
        command
    }
}

/// How a script ended.
pub(crate) trait Ran {
    /// Runs it, asserts its exit code and gives what it printed to standard output.
    fn ends(&mut self, code: i32) -> String;
}

impl Ran for Command {
    #[track_caller]
    fn ends(&mut self, code: i32) -> String {
        let Output { status, stdout, stderr } = self.output().expect("a shell can be started");
        let (said, complained) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
        assert_eq!(status.code(), Some(code), "{said}\n{complained}");
        said.into_owned()
    }
}
