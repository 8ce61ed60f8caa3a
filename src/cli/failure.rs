//! What an error means for the person at the terminal: the message, what to do about it, and the
//! exit code. The only place where the errors of the other modules are turned into advice.

use super::exit::Exit;

/// Why a command cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What went wrong; a fragment that fits behind `error: `.
    pub(crate) message: String,
    /// What to do about it; fits behind `hint: `.
    pub(crate) hint: Option<String>,
    /// How the program ends.
    pub(crate) exit: Exit,
}

impl Failure {
    /// The person asked for something that cannot be.
    pub(crate) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: Some(hint.into()), exit: Exit::Usage }
    }

    /// The run could not do what was asked.
    pub(crate) fn run(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: Some(hint.into()), exit: Exit::Failure }
    }
}
