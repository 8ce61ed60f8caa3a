//! The memory of jobs: what a run must know of the runs before it.

use url::Url;

use crate::model::Receipt;

/// Remembers where every request stands. What is written must be there after a `kill -9`.
pub trait Jobs: Send + Sync {
    /// The newest receipt of an address.
    fn last(&self, url: &Url) -> Option<Receipt>;

    /// Writes a receipt down; false if that could not be done.
    fn write(&self, receipt: &Receipt) -> bool;
}
