//! What is written to stdout: data for another program.

use std::io::{self, ErrorKind, Write as _};

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;

/// Writes data to stdout.
///
/// # Errors
/// If it cannot be written, but for a reader that went away.
pub(crate) fn print(data: &[u8]) -> Result<Exit, Failure> {
    let mut stdout = io::stdout().lock();
    written(stdout.write_all(data).and_then(|()| stdout.flush()))
}

/// How a command ends that did nothing but write to stdout. A reader that went away
/// (`ibid extract … | head`) has seen enough: that is no failure.
///
/// # Errors
/// If it could not be written for another reason.
pub(crate) fn written(result: io::Result<()>) -> Result<Exit, Failure> {
    match result {
        Ok(()) => Ok(Exit::Success),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Success),
        Err(error) => Err(Failure::run(
            format!("standard output cannot be written: {error}"),
            "check where it leads and that there is room",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_went_away_is_no_failure() {
        assert_eq!(written(Ok(())), Ok(Exit::Success));
        assert_eq!(written(Err(ErrorKind::BrokenPipe.into())), Ok(Exit::Success));
        assert_eq!(written(Err(ErrorKind::StorageFull.into())).unwrap_err().exit, Exit::Failure);
    }
}
