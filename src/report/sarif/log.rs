//! The file.

use std::collections::BTreeMap;

use serde_json::json;
use serde_sarif::sarif::{
    ArtifactLocation, Invocation, Message, Notification, PropertyBag, Run, Sarif, Tool, ToolComponent,
};

use super::result::result;
use super::rules::rules;
use crate::model::{Audit, mask};
use crate::report::clean::{clean, shorten};
use crate::report::count::Count;
use crate::report::format::ReportError;
use crate::report::terms::Terms;
use crate::report::urgent::urgent;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The most results that GitHub takes.
const MOST: usize = 25_000;

/// How many of them GitHub shows.
const SHOWN: usize = 5_000;

/// The audit as SARIF.
///
/// # Errors
/// [`ReportError::Json`]; none is known to happen in memory.
pub fn sarif(audit: &Audit, terms: &Terms) -> Result<Vec<u8>, ReportError> {
    let urgent = urgent(audit);
    let results: Vec<_> =
        urgent.iter().map(|(finding, identity)| result(finding, identity, terms)).take(MOST).collect();
    let driver = ToolComponent::builder()
        .name("ibid")
        .version(env!("CARGO_PKG_VERSION"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(rules())
        .build();
    let root = ArtifactLocation::builder().description(text("The root of the repository.")).build();
    let totals = serde_json::to_value(audit.totals())?;
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind(json!("unicodeCodePoints"))
        .original_uri_base_ids(BTreeMap::from([("%SRCROOT%".to_owned(), root)]))
        .invocations(vec![invocation(audit, urgent.len())])
        .properties(properties([("totals", totals)]))
        .results(results)
        .build();
    let sarif = Sarif::builder().schema(SCHEMA).version(json!("2.1.0")).runs(vec![run]).build();
    let mut bytes = crate::report::json::escaped(&serde_json::to_string_pretty(&sarif)?);
    bytes.push('\n');
    Ok(bytes.into_bytes())
}

/// How the run went: what could not be read, what the editor must know, what was cut.
fn invocation(audit: &Audit, results: usize) -> Invocation {
    let documents = &audit.run.documents;
    let errors = documents.iter().filter_map(|document| {
        let error = document.error.as_ref()?;
        Some(notification("error", &format!("{}: {error}", document.name)))
    });
    let remarks = audit.run.remarks.iter().map(|remark| notification("warning", remark));
    let notifications: Vec<_> = errors.chain(remarks).chain(cut(results)).collect();
    Invocation::builder()
        .execution_successful(documents.iter().all(|document| document.error.is_none()))
        .tool_execution_notifications(notifications)
        .build()
}

fn cut(results: usize) -> Option<Notification> {
    let need = format!("{} need action", Count(results, "citation"));
    let said = match results {
        few if few <= SHOWN => return None,
        many if many <= MOST => format!("{need}, worst first; GitHub shows the first {SHOWN}."),
        _ => format!(
            "{need}; the {MOST} worst are here, {} are left out; GitHub shows the first {SHOWN}.",
            results - MOST
        ),
    };
    Some(notification("note", &said))
}

fn notification(level: &str, said: &str) -> Notification {
    let said = mask(said);
    Notification::builder().level(json!(level)).message(text(&shorten(&clean(&said), 1_000))).build()
}

/// A message of plain text: brackets would make links (SARIF 2.1.0 §3.11.6).
pub(super) fn text(text: &str) -> Message {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '[' | ']' | '\\') {
            safe.push('\\');
        }
        safe.push(character);
    }
    Message::builder().text(safe).build()
}

/// Properties by name.
pub(super) fn properties<const N: usize>(properties: [(&str, serde_json::Value); N]) -> PropertyBag {
    let additional = properties.map(|(name, value)| (name.to_owned(), value));
    PropertyBag::builder().additional_properties(BTreeMap::from(additional)).build()
}
