//! A working folder, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A report with a Markdown footnote for each address.
pub(crate) fn report(urls: &[&str]) -> String {
    let claims = (1..=urls.len()).map(|number| format!("Claim number {number} is made here.[^{number}]\n\n"));
    let note = |(index, url): (usize, &&str)| {
        format!("[^{}]: “A Source,” The Outlet, May 3, 2013, {url}.\n", index + 1)
    };
    let notes = urls.iter().enumerate().map(note);
    std::iter::once("# A report\n\n".to_owned()).chain(claims).chain(notes).collect()
}

/// What of the environment would change what the program does.
const ENVIRONMENT: [&str; 12] = [
    "IA_ACCESS_KEY",
    "IA_SECRET_KEY",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
];

/// A working folder.
pub(crate) struct Project(TempDir);

/// What the program said and how it ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    /// The same with a file more.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder can be made");
        fs::write(path, content).expect("the file can be written");
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        command.current_dir(self.root()).args(args);
        for name in ENVIRONMENT {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ended {
        Ended::from(&mut self.command(args))
    }
}

impl From<&mut Command> for Ended {
    fn from(command: &mut Command) -> Self {
        let output = command.output().expect("the program can be started");
        let text = |bytes| String::from_utf8(bytes).expect("the program prints text");
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

impl Ended {
    /// Asserts the exit code; on failure shows what was said.
    #[track_caller]
    pub(crate) fn code(&self, expected: i32) -> &Self {
        assert_eq!(self.code, Some(expected), "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// Asserts that stderr has these very lines, in this order, perhaps with others between.
    #[track_caller]
    pub(crate) fn says(&self, expected: &[&str]) -> &Self {
        let mut lines = self.stderr.lines();
        for wanted in expected {
            assert!(lines.any(|line| line == *wanted), "{wanted:?} is missing in\n{}", self.stderr);
        }
        self
    }
}
