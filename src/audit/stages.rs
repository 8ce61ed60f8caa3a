//! What a run works with: everything that reaches outside comes in here.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::archive::Archive;
use crate::clock::Clock;
use crate::store::Store;
use crate::web::Fetch;

use super::progress::Progress;

/// The world as a run sees it.
#[derive(Clone)]
pub struct Stages {
    /// The web.
    pub web: Arc<dyn Fetch>,
    /// The archive; none if it is not to be asked.
    pub archive: Option<Arc<dyn Archive>>,
    /// What earlier runs learned, and where this one writes.
    pub store: Arc<Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who is told what happens.
    pub progress: Arc<dyn Progress>,
    /// Cancelled when the run is to stop asking and report what it knows.
    pub stop: CancellationToken,
}
