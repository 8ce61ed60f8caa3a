//! Shows, now and then, where the run stands.

use std::time::Duration;

use crate::cli::progress::Monitor;

use super::outside::Outside;

const TICK: Duration = Duration::from_millis(250);

/// Draws for as long as it is polled.
pub(super) async fn tick(monitor: &Monitor, outside: &Outside) {
    loop {
        monitor.show(&outside.waiting());
        tokio::time::sleep(TICK).await;
    }
}
