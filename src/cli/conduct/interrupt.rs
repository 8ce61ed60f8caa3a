//! Ctrl-C: the first stops the asking, and what is known is written; the second leaves at once.

use tokio::signal::ctrl_c;
use tokio_util::sync::CancellationToken;

use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;

/// Waits for Ctrl-C for as long as it is polled.
pub(super) async fn watch(stop: CancellationToken, terminal: Terminal) {
    if ctrl_c().await.is_err() {
        // Without signals there is nothing to wait for, and the run goes on.
        return std::future::pending().await;
    }
    terminal.warning("stopping; what is known is being written (Ctrl-C again leaves at once)");
    stop.cancel();
    if ctrl_c().await.is_ok() {
        leave();
    }
}

/// Everything learned is in the store, which survives this.
#[expect(clippy::exit, reason = "a second Ctrl-C means now")]
fn leave() {
    std::process::exit(Exit::Interrupted as i32);
}
