//! An earlier `audit.json`, read again as what a later audit is held against.
//!
//! The file may be of any earlier version of the program, which lacks some fields, or no audit at
//! all: only what the comparison needs is read, unknown fields are passed over, and what cannot be
//! understood is said instead of guessed.

use jiff::Timestamp;
use serde::Deserialize;

use super::json::{SCHEMA, VERSION};
use crate::model::{ArchiveStatus, Baseline, Earlier, Kind, Reason, Verdict};

/// The bytes are no audit. Fits behind "PREV.json cannot be read: ".
#[derive(Debug, thiserror::Error)]
pub enum UnreadableAudit {
    /// Not JSON, or not what an audit holds.
    #[error("it is no audit.json of ibid ({0})")]
    NoAudit(#[from] serde_json::Error),
    /// JSON of something else.
    #[error("it is no audit.json of ibid: it does not say so of itself")]
    Other,
    /// A later version of the program has written it.
    #[error("it was written by a newer version of ibid (version {0} of the schema)")]
    Newer(u64),
}

/// What the file says of itself.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    schema: Option<serde_json::Value>,
    #[serde(default)]
    version: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct File {
    run: RunPart,
    findings: Vec<FindingPart>,
}

#[derive(Deserialize)]
struct RunPart {
    documents: Vec<DocumentPart>,
}

#[derive(Deserialize)]
struct DocumentPart {
    name: String,
    #[serde(default)]
    error: Option<String>,
}

#[derive(Deserialize)]
struct FindingPart {
    document: String,
    #[serde(default, deserialize_with = "text")]
    note: Option<String>,
    kind: Kind,
    url: Option<String>,
    #[serde(default)]
    as_printed: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    context: Option<String>,
    verdict: Verdict,
    reason: Reason,
    checked_at: Timestamp,
    #[serde(default = "not_asked")]
    archive: ArchiveStatus,
}

/// Reads an `audit.json`; `name` is how it is called.
///
/// # Errors
/// [`UnreadableAudit`].
pub fn baseline(name: &str, bytes: &[u8]) -> Result<Baseline, UnreadableAudit> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes)?;
    if head.schema.as_ref().and_then(serde_json::Value::as_str) != Some(SCHEMA) {
        return Err(UnreadableAudit::Other);
    }
    match head.version.as_ref().and_then(serde_json::Value::as_u64) {
        None => return Err(UnreadableAudit::Other),
        Some(version) if version > u64::from(VERSION) => return Err(UnreadableAudit::Newer(version)),
        Some(_) => {}
    }
    let file: File = serde_json::from_slice(bytes)?;
    let readable = file.run.documents.into_iter().filter(|document| document.error.is_none());
    Ok(Baseline {
        name: name.to_owned(),
        documents: readable.map(|document| document.name).collect(),
        citations: file.findings.into_iter().filter_map(earlier).collect(),
    })
}

fn earlier(part: FindingPart) -> Option<Earlier> {
    let earlier = Earlier {
        url: part.url?,
        document: part.document,
        note: part.note,
        kind: part.kind,
        as_printed: part.as_printed,
        title: part.title,
        context: part.context,
        verdict: part.verdict,
        reason: part.reason,
        checked_at: part.checked_at,
        archive: part.archive,
    };
    Some(earlier.masked())
}

fn not_asked() -> ArchiveStatus {
    ArchiveStatus::NotAsked
}

/// A label as a text, whatever wrote it.
fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Label {
        Text(String),
        Number(i64),
    }
    let label = Option::<Label>::deserialize(deserializer)?;
    Ok(label.map(|label| match label {
        Label::Text(text) => text,
        Label::Number(number) => number.to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = r#"{"schema": "ibid-audit", "version": 1,
        "run": {"documents": [{"name": "a.md"}, {"name": "b.pdf", "error": "no PDF"}], "remarks": []},
        "findings": [{"document": "a.md", "note": "7", "kind": "footnote",
            "url": "https://u:p@a.example/", "verdict": "dead", "reason": "http-404",
            "checked_at": "2026-03-02T10:20:30Z", "something": {"new": []}}]}"#;

    #[test]
    fn an_audit_with_fewer_and_with_unknown_fields_is_read() {
        let baseline = baseline("prev.json", FIRST.as_bytes()).expect("an audit");
        assert_eq!(baseline.name, "prev.json");
        assert_eq!(baseline.documents, ["a.md"]);
        assert_eq!(
            baseline.citations,
            [Earlier {
                document: "a.md".to_owned(),
                note: Some("7".to_owned()),
                kind: Kind::Footnote,
                url: "https://***@a.example/".to_owned(),
                as_printed: None,
                title: None,
                context: None,
                verdict: Verdict::Dead,
                reason: Reason::Http404,
                checked_at: "2026-03-02T10:20:30Z".parse().expect("a time"),
                archive: ArchiveStatus::NotAsked,
            }]
        );
    }

    #[test]
    fn what_is_no_audit_is_told_so() {
        let deep = "[".repeat(100_000);
        for (json, words) in [
            ("", "it is no audit.json of ibid (EOF while parsing a value at line 1 column 0)"),
            (&deep, "it is no audit.json of ibid ("),
            ("{}", "it is no audit.json of ibid: it does not say so of itself"),
            ("{\"schema\": 1, \"version\": 1}", "it is no audit.json of ibid: it does not say so"),
            ("{\"schema\": \"ibid-audit\"}", "it is no audit.json of ibid: it does not say so"),
            ("{\"schema\": \"ibid-audit\", \"version\": 2}", "it was written by a newer version of ibid"),
            ("{\"schema\": \"ibid-audit\", \"version\": 1}", "it is no audit.json of ibid (missing field"),
            (&FIRST.replace("\"dead\"", "\"=1+1\""), "it is no audit.json of ibid (unknown variant"),
            (&FIRST.replace("2026-03-02T", "yesterday"), "it is no audit.json of ibid ("),
        ] {
            let error = baseline("x", json.as_bytes()).expect_err(json.get(..60).unwrap_or(json)).to_string();
            assert!(error.starts_with(words), "{error}");
        }
        assert!(baseline("x", b"\xff\xfe{}").is_err());
    }
}
