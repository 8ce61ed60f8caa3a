//! Results against those of an earlier audit (SARIF 2.1.0 §3.27.24).

use serde_json::json;
use serde_sarif::sarif::{ArtifactLocation, Location, PhysicalLocation, Result};

use super::log::{properties, text};
use super::result::level_of;
use super::rules::index;
use crate::model::{Change, ChangeKind, Earlier};
use crate::report::clean::{clean, shorten};
use crate::report::since::was_then;
use crate::report::terms::Terms;
use crate::report::{place, words};

/// What SARIF calls a change.
pub(super) fn state(change: &Change) -> &'static str {
    match change.kind {
        ChangeKind::New => "new",
        _ if change.is_any() => "updated",
        _ => "unchanged",
    }
}

/// The result of a citation, secrets masked, that is no longer there. It has no fingerprints: the
/// earlier audit does not say all that they are made of.
pub(super) fn absent(earlier: &Earlier, terms: &Terms) -> Result {
    let mut result = Result::builder()
        .rule_id(earlier.reason.to_string())
        .rule_index(index(earlier.reason))
        .level(level_of(earlier.verdict))
        .message(text(&message(earlier)))
        .properties(properties([("verdict", json!(earlier.verdict)), ("change", json!("gone"))]))
        .build();
    result.baseline_state = Some(json!("absent"));
    result.locations = location(earlier, terms).map(|location| vec![location]);
    result
}

fn message(earlier: &Earlier) -> String {
    let label = earlier.note.as_deref().map(|label| shorten(&clean(label), 40).into_owned());
    let work = earlier.title.as_deref().unwrap_or(&earlier.url);
    format!(
        "{}: “{}” is {}; it {}.",
        place::place(earlier.kind, label.as_deref()),
        shorten(&clean(work), 300),
        words::GONE,
        was_then(earlier)
    )
}

fn location(earlier: &Earlier, terms: &Terms) -> Option<Location> {
    let artifact =
        ArtifactLocation::builder().uri(terms.uri(&earlier.document)?).uri_base_id("%SRCROOT%").build();
    let place = PhysicalLocation::builder().artifact_location(artifact).build();
    Some(Location::builder().physical_location(place).build())
}
