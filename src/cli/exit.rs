//! Exit codes: a public contract that scripts and workflows build on.

use std::process::ExitCode;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Nothing to fail on. Also `--help`, `--version`, and a reader of stdout that went away.
    Success = 0,
    /// The run itself failed: a document could not be read, a report could not be written. What
    /// could be done was done.
    Failure = 1,
    /// The run went well, and findings carry a verdict of `--fail-on`.
    Findings = 2,
    /// Bad usage or configuration: nothing was asked, nothing was written.
    Usage = 3,
    /// Stopped by Ctrl-C (128 + SIGINT): the reports hold what was known by then.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
