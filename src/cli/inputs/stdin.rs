//! A document from standard input.

use std::io::{self, Read as _};

use crate::audit::{Input, in_words};
use crate::cli::failure::Failure;

/// Everything that comes in, up to a byte beyond what the audit takes, so that an endless pipe
/// does not fill the memory and the audit still sees that it was too much.
///
/// # Errors
/// If it cannot be read.
pub(super) fn read_stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    match io::stdin().lock().take(Input::MAX_BYTES + 1).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Failure::run(
            format!("standard input cannot be read: {}", in_words(&error)),
            "pipe a document in, or name a file",
        )),
    }
}
