//! Ctrl-C: the first stops the asking, and what is known is written; the second leaves at once.

use tokio_util::sync::CancellationToken;

use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;

#[cfg(unix)]
fn interrupts() -> std::io::Result<tokio::signal::unix::Signal> {
    tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())
}

#[cfg(windows)]
fn interrupts() -> std::io::Result<tokio::signal::windows::CtrlC> {
    tokio::signal::windows::ctrl_c()
}

/// Listens from now on, and acts for as long as it is polled.
pub(super) fn watch(stop: CancellationToken, terminal: Terminal) -> impl Future<Output = ()> {
    let interrupts = interrupts();
    async move {
        // Without signals there is nothing to wait for, and the run goes on.
        let Ok(mut interrupts) = interrupts else { return };
        interrupts.recv().await;
        terminal.warning("stopping; what is known is being written (Ctrl-C again leaves at once)");
        stop.cancel();
        interrupts.recv().await;
        leave();
    }
}

/// Everything learned is in the store, which survives this.
#[expect(clippy::exit, reason = "a second Ctrl-C means now")]
fn leave() {
    std::process::exit(Exit::Interrupted as i32);
}
