//! How much is said on stderr.

/// From errors only to every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Loudness {
    /// `-q`: errors only.
    Quiet,
    /// Errors, warnings, progress and the summary.
    Normal,
    /// `-v`: also what is done.
    Info,
    /// `-vv`: also every request.
    Debug,
    /// `-vvv`: also what the libraries say.
    Trace,
}

impl Loudness {
    /// From the flags `-q` and the number of `-v`.
    pub(crate) fn new(quiet: bool, verbose: u8) -> Self {
        match (quiet, verbose) {
            (true, _) => Self::Quiet,
            (false, 0) => Self::Normal,
            (false, 1) => Self::Info,
            (false, 2) => Self::Debug,
            (false, _) => Self::Trace,
        }
    }
}
