//! The asynchronous part of a command.

use tokio::runtime::Builder;

use super::exit::Exit;
use super::failure::Failure;

/// Runs to the end on all cores.
///
/// # Errors
/// Those of `work`; and if the system gives no threads.
pub(crate) fn block_on(work: impl Future<Output = Result<Exit, Failure>>) -> Result<Exit, Failure> {
    let no_threads = |error| {
        Failure::run(
            format!("the system gives no threads: {error}"),
            "raise the limit of processes (ulimit -u)",
        )
    };
    let runtime = Builder::new_multi_thread().enable_all().build().map_err(no_threads)?;
    let ended = runtime.block_on(work);
    // A name that is still being looked up holds up nobody.
    runtime.shutdown_background();
    ended
}
