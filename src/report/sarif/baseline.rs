//! Results against those of an earlier audit (SARIF 2.1.0 §3.27.24).

use crate::model::{Change, ChangeKind};

/// What SARIF calls a change.
pub(super) fn state(change: &Change) -> &'static str {
    match change.kind {
        ChangeKind::New => "new",
        _ if change.is_any() => "updated",
        _ => "unchanged",
    }
}
