//! Whether a capture in an archive shows the source, for the archive stage.

use url::Url;

use super::case::Case;
use super::rules::Rules;
use super::signals::{AT_SIGHT, IN_CONTEXT, WALLS, first_signal};
use crate::model::{Claims, Reason};
use crate::web::Answer;

/// What a capture is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaptureVerdict {
    /// It shows the cited source, as far as can be told.
    Good,
    /// It shows something else: a soft 404, a parked domain, a login, another work.
    Poor {
        /// What is wrong with it.
        reason: Reason,
        /// The signal that saw it, and what it saw.
        detail: String,
    },
}

/// Judges a capture by the answer an archive replays, without asking anybody anything.
///
/// `source` is the address that was captured. A capture of the source at an address it has moved
/// to since is good.
pub fn judge_capture(answer: &Answer, source: &Url, claims: &Claims) -> CaptureVerdict {
    let original = Answer { url: original_of(&answer.url), ..answer.clone() };
    let case = Case::new(source, &[], &original, claims, Rules::default().accepts(answer.status));
    let ruling = first_signal(WALLS, &case)
        .or_else(|| first_signal(AT_SIGHT, &case))
        .or_else(|| first_signal(IN_CONTEXT, &case));
    match ruling {
        Some((signal, ruling)) if !shows_source(ruling.reason) => {
            CaptureVerdict::Poor { reason: ruling.reason, detail: format!("{signal}: {}", ruling.detail) }
        }
        _ => CaptureVerdict::Good,
    }
}

fn shows_source(reason: Reason) -> bool {
    matches!(reason, Reason::Ok | Reason::MovedPermanently | Reason::MetaRefresh)
}

/// The captured address in a replay address (`…/web/20130703000000id_/http://…`); the address
/// itself where there is none.
fn original_of(replay: &Url) -> Url {
    let text = replay.as_str();
    let inner = ["/http://", "/https://"].iter().filter_map(|mark| text.find(mark)).min();
    inner.and_then(|at| Url::parse(&text[at + 1..]).ok()).unwrap_or_else(|| replay.clone())
}
